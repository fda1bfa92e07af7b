"""Answers from two tabs, too late, and too long: nothing typed is lost."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews.models import Answer, Interview
from interviews.tests.making import asked, begun


def address(interview: Interview, act: str) -> str:
    return f"/interviews/{interview.pk}/answers/{asked(interview)[1].pk}/{act}/"


def test_a_draft_is_saved_and_says_its_revision(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    response = alices.post(address(interview, "draft"), {"text": "I rolled", "revision": 0})
    assert response.json() == {"revision": 1}
    assert Answer.objects.get().text == "I rolled"


def test_a_draft_over_an_unseen_change_is_refused_with_what_is_saved(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    alices.post(address(interview, "draft"), {"text": "From one tab", "revision": 0})
    response = alices.post(address(interview, "draft"), {"text": "From another", "revision": 0})
    assert (response.status_code, response.json()) == (409, {"text": "From one tab", "revision": 1})


def test_giving_over_an_unseen_change_shows_both_and_lets_decide(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    alices.post(address(interview, "draft"), {"text": "From one tab", "revision": 0})
    response = alices.post(address(interview, "give"), {"text": "From another", "revision": 0})
    assert response.status_code == 409
    assert "From one tab" in response.text
    assert "From another</textarea>" in response.text
    assert 'name="revision" value="1"' in response.text
    alices.post(address(interview, "give"), {"text": "From another", "revision": 1})
    assert Answer.objects.get(attempt=1, question__number=10).text == "From another"


def test_an_answer_to_a_question_that_is_over_is_kept_beside(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    place = address(interview, "give")
    alices.post(place, {"text": "First", "revision": 0})
    page = alices.post(place, {"text": "Second, from another tab", "revision": 1}, follow=True).text
    answer = Answer.objects.get(question__number=10)
    assert (answer.text, answer.late_text) == ("First", "Second, from another tab")
    assert "This question was over already" in page


def test_the_same_answer_sent_twice_is_kept_once(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    place = address(interview, "give")
    alices.post(place, {"text": "First", "revision": 0})
    alices.post(place, {"text": "First", "revision": 0})
    assert Answer.objects.get(question__number=10).late_text == ""


def test_a_draft_after_the_time_says_that_it_is_over(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now() - timedelta(minutes=10), rhythm="real", minutes=5)
    assert alices.post(address(interview, "draft"), {"text": "Late", "revision": 0}).status_code == 410


def test_too_long_an_answer_is_shown_again_to_be_shortened(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    response = alices.post(address(interview, "give"), {"text": "x" * 20_001, "revision": 0})
    assert response.status_code == 422
    assert "x" * 20_001 in response.text
    assert "20,000 characters" in response.text
    assert alices.post(address(interview, "draft"), {"text": "x" * 20_001, "revision": 0}).status_code == 422


def test_an_empty_answer_skips_the_question(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    alices.post(address(interview, "give"), {"text": "", "revision": 0})
    assert interview.questions.get(number=10).state == "skipped"
