"""The states of an interview: every way from one to another, and the ways that are closed."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from accounts.models import User
from interviews import conducting
from interviews.conducting import Conflict, NotNow
from interviews.models import Answer, Chunk, Interview, Question
from interviews.tests.making import NOON, asked, begun, planned

type Act = Callable[[Interview], None]

ACTS: dict[str, Act] = {
    "planned": lambda interview: conducting.planned(interview.pk),
    "begin": lambda interview: conducting.begin(interview.pk, NOON),
    "pause": lambda interview: conducting.pause(interview.pk, NOON),
    "go_on": lambda interview: conducting.go_on(interview.pk, NOON),
    "end": lambda interview: conducting.end(interview.pk, NOON),
    "move_on": lambda interview: conducting.move_on(interview.pk, NOON),
}
WAYS = {
    ("planning", "planned"): "ready",
    ("ready", "begin"): "running",
    ("running", "pause"): "paused",
    ("running", "end"): "ended",
    ("running", "move_on"): "running",
    ("paused", "go_on"): "running",
    ("paused", "end"): "ended",
}


def in_state(owner: User, state: str) -> Interview:
    interview = planned(owner)
    Interview.objects.filter(pk=interview.pk).update(state=state, started_at=NOON, paused_at=NOON)
    interview.refresh_from_db()
    return interview


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", Interview.State.values)
def test_every_act_in_every_state_leads_where_it_should_or_nowhere(alice: User, state: str, act: str) -> None:
    interview = in_state(alice, state)
    if (state, act) in WAYS:
        ACTS[act](interview)
    else:
        with pytest.raises(NotNow):
            ACTS[act](interview)
    interview.refresh_from_db()
    assert interview.state == WAYS.get((state, act), state)


def test_beginning_asks_the_first_question(alice: User) -> None:
    interview = begun(alice)
    question, answer = asked(interview)
    assert (question.number, answer.attempt, answer.state) == (10, 1, "open")
    assert (interview.started_at, interview.deadline) == (NOON, None)


def test_a_given_answer_counts_and_the_next_question_is_asked(alice: User) -> None:
    interview = begun(alice)
    _, answer = asked(interview)
    conducting.give(answer.pk, "I rolled it back.", revision=0, now=NOON)
    conducting.catch_up(interview.pk, NOON)
    answer.refresh_from_db()
    assert (answer.state, answer.text, answer.given_at) == ("given", "I rolled it back.", NOON)
    assert asked(interview)[0].number == 20


def test_after_the_last_answer_it_ends(alice: User) -> None:
    interview = begun(alice, "Why this job?")
    conducting.give(asked(interview)[1].pk, "Because.", revision=0, now=NOON)
    ended = conducting.catch_up(interview.pk, NOON)
    assert (ended.state, ended.end_reason) == ("ended", "finished")


def test_what_is_skipped_without_a_word_has_no_answer(alice: User) -> None:
    interview = begun(alice)
    question, answer = asked(interview)
    conducting.skip(question.pk, NOON)
    question.refresh_from_db()
    answer.refresh_from_db()
    assert (question.state, answer.state) == ("skipped", "open")


def test_an_answer_cannot_be_given_twice(alice: User) -> None:
    interview = begun(alice)
    _, answer = asked(interview)
    conducting.give(answer.pk, "One.", revision=0, now=NOON)
    with pytest.raises(NotNow):
        conducting.give(answer.pk, "Two.", revision=1, now=NOON)
    answer.refresh_from_db()
    assert answer.text == "One."


def test_a_draft_is_kept_and_counts_when_it_ends(alice: User) -> None:
    interview = begun(alice)
    _, answer = asked(interview)
    assert conducting.draft(answer.pk, "I rolled", revision=0, now=NOON) == 1
    conducting.end(interview.pk, NOON)
    answer.refresh_from_db()
    assert (answer.state, answer.text) == ("given", "I rolled")


def test_two_tabs_cannot_overwrite_each_other(alice: User) -> None:
    _, answer = asked(begun(alice))
    conducting.draft(answer.pk, "From one tab", revision=0, now=NOON)
    with pytest.raises(Conflict):
        conducting.draft(answer.pk, "From another", revision=0, now=NOON)
    with pytest.raises(Conflict):
        conducting.give(answer.pk, "From another", revision=0, now=NOON)


def test_the_same_draft_again_is_harmless(alice: User) -> None:
    _, answer = asked(begun(alice))
    conducting.draft(answer.pk, "Same", revision=0, now=NOON)
    assert conducting.draft(answer.pk, "Same", revision=0, now=NOON) == 1


def test_a_real_interview_ends_by_the_servers_clock(alice: User) -> None:
    interview = begun(alice, rhythm="real", minutes=5)
    _, answer = asked(interview)
    conducting.draft(answer.pk, "I was just", revision=0, now=NOON)
    ended = conducting.catch_up(interview.pk, NOON + timedelta(minutes=5, seconds=11))
    answer.refresh_from_db()
    assert (ended.state, ended.end_reason, answer.state) == ("ended", "time", "given")


def test_within_the_grace_an_answer_still_counts(alice: User) -> None:
    _, answer = asked(begun(alice, rhythm="real", minutes=5))
    conducting.give(answer.pk, "Just in time", revision=0, now=NOON + timedelta(minutes=5, seconds=9))
    answer.refresh_from_db()
    assert (answer.text, answer.late_text) == ("Just in time", "")


def test_what_comes_too_late_is_kept_but_does_not_count(alice: User) -> None:
    _, answer = asked(begun(alice, rhythm="one_way"))
    conducting.draft(answer.pk, "In time", revision=0, now=NOON)
    conducting.give(answer.pk, "In time and more", revision=1, now=NOON + timedelta(minutes=3))
    answer.refresh_from_db()
    assert (answer.text, answer.late_text, answer.state) == ("In time", "In time and more", "given")


def test_a_pause_stops_no_clock_in_a_real_interview(alice: User) -> None:
    with pytest.raises(NotNow):
        conducting.pause(begun(alice, rhythm="real").pk, NOON)


def test_pauses_are_not_counted_as_time_taken(alice: User) -> None:
    interview = begun(alice)
    conducting.pause(interview.pk, NOON)
    conducting.go_on(interview.pk, NOON + timedelta(minutes=7))
    interview.refresh_from_db()
    assert interview.paused_seconds == 420


def test_an_answer_sent_from_a_paused_tab_goes_on_with_the_interview(alice: User) -> None:
    interview = begun(alice)
    _, answer = asked(interview)
    conducting.pause(interview.pk, NOON)
    conducting.give(answer.pk, "Typed before the pause", revision=0, now=NOON)
    interview.refresh_from_db()
    assert interview.state == "running"


@pytest.mark.parametrize(("after", "preparing"), [(0, True), (29, True), (31, False)])
def test_one_way_gives_half_a_minute_to_prepare(alice: User, after: int, *, preparing: bool) -> None:
    question, _ = asked(begun(alice, rhythm="one_way"))
    assert question.is_preparing(NOON + timedelta(seconds=after)) is preparing
    assert question.due_at == NOON + timedelta(seconds=150)


def test_whoever_is_ready_earlier_has_two_minutes_from_then(alice: User) -> None:
    question, _ = asked(begun(alice, rhythm="one_way"))
    begins = NOON + timedelta(seconds=5)
    conducting.start_answer(question.pk, begins)
    question.refresh_from_db()
    assert (question.answer_from, question.due_at) == (begins, begins + timedelta(minutes=2))


def test_in_one_way_rhythm_the_next_question_waits_for_the_person(alice: User) -> None:
    interview = begun(alice, rhythm="one_way")
    back: datetime = NOON + timedelta(hours=1)
    conducting.catch_up(interview.pk, back)
    question, _ = asked(interview)
    assert (question.number, question.asked_at) == (20, back)
    assert Question.objects.get(interview=interview, number=10).state == "skipped"


def test_a_recording_without_a_word_yet_counts(alice: User) -> None:
    interview = begun(alice)
    question, answer = asked(interview)
    Answer.objects.filter(pk=answer.pk).update(take=1)
    Chunk.objects.create(answer=answer, take=1, number=0, size=3)
    conducting.skip(question.pk, NOON)
    answer.refresh_from_db()
    assert answer.state == "given"
