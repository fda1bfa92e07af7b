"""Follow-ups: at once by rules, or by an AI that may think for some seconds and must quote the answer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews.models import Interview, Question
from interviews.tests.making import asked, begun
from interviews.tests.saying import ANSWER, done, follow_up
from resume_agent.jobs.models import Job
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider

OPEN = "The release broke log-in for everybody. I rolled it back, because waiting was worse than that."


def give(client: Client, interview: Interview, text: str = OPEN) -> str:
    """What the room shows then."""
    _, answer = asked(interview)
    address = f"/interviews/{interview.pk}/answers/{answer.pk}/give/"
    return client.post(address, {"text": text, "revision": 0}, follow=True).text


def follow_ups(interview: Interview) -> list[Question]:
    return list(interview.questions.exclude(follows=None))


def test_by_rules_what_is_left_open_is_asked_at_once(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    page = give(alices, interview)
    assert "You said “I rolled it back, because waiting was worse than that”." in page
    question, _ = asked(interview)
    assert (question.number, question.comes_from.kind) == (11, "answer")
    assert question.comes_from.quote in OPEN


def test_by_rules_an_answer_that_leaves_nothing_open_is_not_asked_about(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    give(alices, interview, ANSWER)
    assert asked(interview)[0].number == 20


def test_nothing_is_asked_after_a_follow_up(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    give(alices, interview)
    give(alices, interview)
    assert asked(interview)[0].number == 20


def test_by_rules_at_most_every_second_question_is_followed(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    for _ in range(5):
        give(alices, interview)
    assert [each.number for each in follow_ups(interview)] == [11, 31]


def test_in_the_one_way_rhythm_nobody_asks_back(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now(), rhythm="one_way")
    give(alices, interview)
    assert follow_ups(interview) == []


@pytest.mark.usefixtures("fake")
def test_in_the_one_way_rhythm_no_ai_is_asked_either(alices: Client, alice: User) -> None:
    give(alices, begun(alice, now=timezone.now(), rhythm="one_way"))
    assert not Job.objects.filter(kind="interviews.follow_up").exists()


@pytest.mark.usefixtures("fake")
def test_while_the_ai_thinks_the_room_says_so_and_lets_go_on(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    assert "The interviewer is thinking" in give(alices, interview)
    page = alices.post(f"/interviews/{interview.pk}/move-on/", follow=True).text
    assert "Why this job?" in page


@pytest.mark.usefixtures("fake")
def test_after_its_time_the_next_question_comes_by_itself(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    give(alices, interview)
    Interview.objects.update(thinking_until=timezone.now() - timedelta(seconds=1))
    assert "Why this job?" in alices.get(f"/interviews/{interview.pk}/room/").text


def thought(client: Client, owner: User, fake: Provider, *said: Answer, text: str = ANSWER) -> Interview:
    """An interview whose first answer was given and thought about."""
    interview = begun(owner, now=timezone.now())
    give(client, interview, text)
    interview.refresh_from_db()
    fake.will(*said)
    done(interview.follow_job_id)
    return interview


@pytest.mark.django_db(transaction=True)
def test_a_follow_up_that_quotes_the_answer_is_asked_next(fake: Provider, alices: Client, alice: User) -> None:
    interview = thought(alices, alice, fake, follow_up())
    assert "Why was waiting worse?" in alices.get(f"/interviews/{interview.pk}/room/").text
    (question,) = follow_ups(interview)
    assert (question.number, question.comes_from.quote) == (11, "waiting was worse")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "said",
    [
        follow_up(quote="I fired everybody"),
        follow_up(quote=""),
        follow_up(text=""),
        follow_up(text="x" * 401),
        follow_up(ask=False),
        answers.refusal(),
        answers.problem(500),
        answers.text("no JSON"),
    ],
)
def test_without_a_standing_quote_or_an_answer_the_interview_goes_on(
    fake: Provider, alices: Client, alice: User, said: Answer
) -> None:
    interview = thought(alices, alice, fake, said)
    assert "Why this job?" in alices.get(f"/interviews/{interview.pk}/room/").text
    assert follow_ups(interview) == []


@pytest.mark.django_db(transaction=True)
def test_a_follow_up_that_comes_too_late_is_dropped(fake: Provider, alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    give(alices, interview, ANSWER)
    alices.post(f"/interviews/{interview.pk}/move-on/")
    interview.refresh_from_db()
    fake.will(follow_up())
    done(interview.follow_job_id)
    assert follow_ups(interview) == []
    assert asked(interview)[0].number == 20


@pytest.mark.django_db(transaction=True)
def test_a_follow_up_that_took_too_long_is_dropped_also_when_nobody_looked(
    fake: Provider, alices: Client, alice: User
) -> None:
    interview = begun(alice, now=timezone.now())
    answer = asked(interview)[1]
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": ANSWER, "revision": 0})
    Interview.objects.update(thinking_until=timezone.now() - timedelta(seconds=1))
    interview.refresh_from_db()
    fake.will(follow_up())
    assert done(interview.follow_job_id).state == "done"
    assert follow_ups(interview) == []


@pytest.mark.django_db(transaction=True)
def test_the_ai_is_not_asked_about_the_answer_to_a_follow_up(fake: Provider, alices: Client, alice: User) -> None:
    interview = thought(alices, alice, fake, follow_up())
    alices.get(f"/interviews/{interview.pk}/room/")
    assert "Why this job?" in give(alices, interview, ANSWER)
    assert Job.objects.filter(kind="interviews.follow_up").count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_thinks_is_told_the_answer_but_not_the_resume(fake: Provider, alices: Client, alice: User) -> None:
    thought(alices, alice, fake, follow_up())
    sent = str(fake.asked[0]["input"])
    assert "waiting was worse" in sent
    assert "resume" not in sent
