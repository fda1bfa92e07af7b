"""The room as its owner uses it, without any script."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from interviews.models import Answer, Interview, Question
from interviews.tests.making import asked, begun, planned

SAID = "I rolled it back, because log-in had stopped. As a result it was gone after 9 minutes."


def room(interview: Interview) -> str:
    return f"/interviews/{interview.pk}/room/"


def give(client: Client, interview: Interview, text: str = SAID, revision: int = 0) -> str:
    _, answer = asked(interview)
    data = {"text": text, "revision": revision}
    return client.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", data, follow=True).text


def test_an_interview_is_taken_from_its_plan_to_its_report(alices: Client, alice: User) -> None:
    interview = planned(alice)
    page = alices.post(f"/interviews/{interview.pk}/begin/", follow=True).text
    assert "Question 1 of 3" in page
    assert "Tell me about a release that went wrong." in page
    assert "Question 2 of 3" in give(alices, interview)
    give(alices, interview)
    page = give(alices, interview)
    assert "3 of 3 questions answered" in page
    assert SAID in page


def test_coming_back_finds_the_same_place_with_what_was_typed(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    _, answer = asked(interview)
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/draft/", {"text": "I rolled", "revision": 0})
    response = alices.get(f"/interviews/{interview.pk}/", follow=True)
    assert response.redirect_chain[-1][0] == room(interview)
    assert ">I rolled</textarea>" in response.text


@pytest.mark.parametrize("act", ["begin", "pause", "go-on", "end", "move-on"])
def test_a_second_click_is_harmless(alices: Client, alice: User, act: str) -> None:
    interview = begun(alice, now=timezone.now())
    alices.post(f"/interviews/{interview.pk}/{act}/")
    response = alices.post(f"/interviews/{interview.pk}/{act}/", follow=True)
    assert response.status_code == 200


def test_hints_are_for_practice_alone(alices: Client, alice: User) -> None:
    assert "Name the place and the time." in alices.get(room(begun(alice, now=timezone.now()))).text
    real = begun(alice, now=timezone.now(), rhythm="real")
    assert "Name the place and the time." not in alices.get(room(real)).text


def test_a_paused_interview_says_so_and_goes_on(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    assert "What you have written is saved." in alices.post(f"/interviews/{interview.pk}/pause/", follow=True).text
    assert "Question 1 of 3" in alices.post(f"/interviews/{interview.pk}/go-on/", follow=True).text


def test_one_way_shows_the_question_first_and_the_place_to_answer_later(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now(), rhythm="one_way")
    page = alices.get(room(interview)).text
    assert "to prepare" in page
    assert "Your answer</label>" not in page
    question, _ = asked(interview)
    page = alices.post(f"/interviews/{interview.pk}/questions/{question.pk}/start/", follow=True).text
    assert "Your answer</label>" in page


def test_when_the_time_is_up_the_room_leads_to_the_report(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now() - timedelta(hours=1), rhythm="real", minutes=5)
    response = alices.get(room(interview), follow=True)
    assert response.redirect_chain[-1][0] == f"/interviews/{interview.pk}/report/"
    assert "The time was up" in response.text


def test_skipping_asks_the_next_question(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    question, _ = asked(interview)
    page = alices.post(f"/interviews/{interview.pk}/questions/{question.pk}/skip/", follow=True).text
    assert "Why this job?" in page


def test_the_question_of_another_interview_is_not_there(alices: Client, alice: User) -> None:
    one, other = begun(alice, now=timezone.now()), begun(alice, now=timezone.now())
    question, answer = asked(other)
    assert alices.post(f"/interviews/{one.pk}/questions/{question.pk}/skip/").status_code == 404
    data = {"text": SAID, "revision": 0}
    assert alices.post(f"/interviews/{one.pk}/answers/{answer.pk}/give/", data).status_code == 404


def test_the_room_asks_the_database_little(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    interview = begun(alice, *(f"Question number {number}?" for number in range(15)), now=timezone.now())
    with django_assert_max_num_queries(10):
        alices.get(room(interview))


STRANGE = ["", "plan/", "room/", "report/", "export/pdf/", "share/", "delete/"]


@pytest.mark.parametrize("more", STRANGE)
def test_a_stranger_finds_nothing(charlies: Client, alice: User, more: str) -> None:
    assert charlies.get(f"/interviews/{begun(alice).pk}/{more}").status_code == 404


@pytest.mark.parametrize("act", ["begin", "pause", "go-on", "move-on", "end", "plan/by-rules", "plan/retry", "delete"])
def test_a_stranger_moves_nothing(charlies: Client, alice: User, act: str) -> None:
    interview = begun(alice)
    assert charlies.post(f"/interviews/{interview.pk}/{act}/").status_code == 404
    interview.refresh_from_db()
    assert interview.state == "running"


OF_ANSWERS = ["draft", "give", "correct", "take", "recorded", "assess", "self", "chunks/0"]


@pytest.mark.parametrize("act", OF_ANSWERS)
def test_a_stranger_answers_nothing(charlies: Client, alice: User, act: str) -> None:
    interview = begun(alice)
    _, answer = asked(interview)
    data = {"text": "Mine", "revision": 0}
    assert charlies.post(f"/interviews/{interview.pk}/answers/{answer.pk}/{act}/", data).status_code == 404
    assert Answer.objects.get().text == ""


@pytest.mark.parametrize("act", ["start", "skip", "retry", "model-answer"])
def test_a_stranger_does_nothing_with_a_question(charlies: Client, alice: User, act: str) -> None:
    interview = begun(alice)
    question, _ = asked(interview)
    assert charlies.post(f"/interviews/{interview.pk}/questions/{question.pk}/{act}/").status_code == 404
    assert Question.objects.get(pk=question.pk).state == "asked"
