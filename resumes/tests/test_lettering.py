"""Letters by AI, against a provider over real HTTP: streamed, cut, stopped, refused, held against the resume."""

import json
import time
from threading import Thread
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from resume_agent.ai.models import Call
from resume_agent.ai.tests.conftest import fake as fake  # a fixture
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import run
from resume_agent.lib.streams import Publisher
from resumes.models import Letter
from resumes.tests.writing import DOUBTFUL, HONEST, INVENTED, TRUE, a_letter, address, done
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The pieces of text that whoever watches would be told."""
    pieces: list[dict[str, Any]] = []

    def publish(_self: Publisher, fields: dict[str, str]) -> None:
        if fields["type"] == "text":
            pieces.append(json.loads(fields["data"]))

    monkeypatch.setattr(Publisher, "publish", publish)
    return pieces


def job_of(letter: Letter) -> Job:
    assert letter.job_id
    return Job.objects.get(pk=letter.job_id)


def pieces_of(text: str) -> list[str]:
    return [text[at : at + 20] for at in range(0, len(text), 20)]


def test_a_letter_is_told_as_it_comes_and_saved_once(fake: Provider, alice: User, said: list[dict[str, Any]]) -> None:
    fake.will(answers.streamed(*pieces_of(HONEST)))
    letter = done(a_letter(alice))
    assert letter.text == HONEST
    assert "".join(each["piece"] for each in said) == HONEST
    assert (letter.prompt, letter.revision, letter.reasons) == ("letter@1", 1, [])
    assert letter.model
    assert letter.job
    assert letter.job.result_url == address(letter)


def test_a_cut_is_tried_again_without_text_twice(fake: Provider, alice: User, said: list[dict[str, Any]]) -> None:
    fake.will(answers.streamed("Dear hiring", end="", cut=True), answers.streamed(*pieces_of(HONEST)))
    letter = done(a_letter(alice))
    assert letter.job
    assert (letter.job.state, letter.is_written) == ("queued", False)
    Job.objects.update(run_at=timezone.now())
    letter = done(letter)
    assert letter.text == HONEST
    attempts = {each["attempt"] for each in said}
    last = [each["piece"] for each in said if each["attempt"] == max(attempts)]
    assert len(attempts) == 2
    assert "".join(last) == HONEST
    assert Call.objects.filter(state="done").count() == 1


def test_a_silent_provider_does_not_keep_it_from_being_stopped(fake: Provider, alice: User) -> None:
    fake.will(answers.streamed("Dear ", seconds=30))
    letter, before = a_letter(alice), time.monotonic()
    worker = Thread(target=_run_and_close, args=(letter,))
    worker.start()
    while job_of(letter).state != "running" or not fake.asked:
        time.sleep(0.05)
    job_of(letter).want_stop(timezone.now())
    worker.join(timeout=25)
    assert job_of(letter).state == "stopped"
    assert time.monotonic() - before < 25
    assert Letter.objects.get().text == ""


def test_what_was_heard_before_a_stop_is_put_down(fake: Provider, alice: User, said: list[dict[str, Any]]) -> None:
    fake.will(answers.streamed("Dear hiring team,", end="", drip=0.2))
    letter = a_letter(alice)
    worker = Thread(target=_run_and_close, args=(letter,))
    worker.start()
    while not said:
        time.sleep(0.05)
    job_of(letter).want_stop(timezone.now())
    worker.join(timeout=10)
    assert (job_of(letter).state, Letter.objects.get().text) == ("stopped", "Dear hiring team,")


def _run_and_close(letter: Letter) -> None:
    assert letter.job_id
    run(letter.job_id)
    connections.close_all()


def test_what_nothing_backs_is_asked_and_stays_in_the_text(fake: Provider, alices: Client, alice: User) -> None:
    fake.will(answers.streamed(*pieces_of(DOUBTFUL)))
    letter = done(a_letter(alice))
    assert letter.text == DOUBTFUL
    assert {each["where"] for each in letter.reasons} == {INVENTED}
    assert "12 engineers" in {each["claim"] for each in letter.reasons}
    shown = alices.get(address(letter)).text
    assert "We can’t find this in your resume" in shown
    assert f'href="#question-1">{INVENTED}' in shown
    assert f'href="#question-1">{TRUE}' not in shown


def test_the_provider_learns_nothing_by_which_the_person_could_be_reached(fake: Provider, alice: User) -> None:
    fake.will(answers.streamed(HONEST))
    done(a_letter(alice))
    sent = fake.asked[0]["input"]
    assert "Alice Example" in sent
    assert "14 services" in sent
    assert "Three years with COBOL" in sent
    assert "alice@example.com" not in sent
    assert "7946" not in sent


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(events=[{"type": "response.refusal.delta", "delta": "no"}]), "The AI declined to write this."),
        (answers.problem(429, "insufficient_quota"), "account at the AI service is used up"),
        (answers.problem(401), "refused this site&#x27;s key"),
    ],
)
def test_what_cannot_be_written_gets_its_sentence_and_the_rules_instead(
    fake: Provider, alices: Client, alice: User, answer: Answer, sentence: str
) -> None:
    fake.will(answer)
    letter = done(a_letter(alice))
    assert sentence in alices.get(address(letter)).text
    shown = alices.post(address(letter, "by-rules/"), follow=True).text
    assert "Put together by rules" in shown
    assert "14 services" in shown


def test_an_empty_letter_is_tried_again(fake: Provider, alice: User) -> None:
    fake.will(answers.streamed(" \n", "\u200b"))
    letter = done(a_letter(alice))
    assert letter.job
    assert (letter.job.state, letter.is_written) == ("queued", False)


def test_a_key_that_goes_away_says_so(fake: Provider, alices: Client, alice: User, settings: Settings) -> None:
    letter = a_letter(alice)
    settings.OPENAI_API_KEY = ""
    assert "AI is not set up on this site" in alices.get(address(done(letter))).text


def test_a_letter_that_is_deleted_meanwhile_ends_its_work(fake: Provider, alice: User) -> None:
    letter = a_letter(alice)
    Letter.objects.all().delete()
    assert letter.job_id
    run(letter.job_id)
    assert job_of(letter).error_code == "gone"
    assert not fake.asked


def test_the_page_of_one_being_written_follows_it_and_can_stop_it(
    fake: Provider, alices: Client, charlies: Client, alice: User
) -> None:
    letter = a_letter(alice)
    shown = alices.get(address(letter)).text
    assert f"/jobs/{letter.job_id}/stream/" in shown
    assert '<noscript><meta http-equiv="refresh"' in shown
    assert charlies.post(address(letter, "stop/")).status_code == 404
    shown = alices.post(address(letter, "stop/"), follow=True).text
    assert "Stopped, as you asked." in shown
    assert "Writing your letter" in alices.post(address(letter, "retry/"), follow=True).text


@pytest.mark.parametrize("path", ["save/", "confirm/"])
def test_one_being_written_cannot_be_edited_or_exported(fake: Provider, alices: Client, alice: User, path: str) -> None:
    letter = a_letter(alice)
    assert alices.post(address(letter, path), {"text": "x", "revision": 0}).status_code == 404
    assert alices.get(address(letter, "export/pdf/")).status_code == 404
    alices.post(address(letter, "by-rules/"))
    assert Letter.objects.get().text == ""


def test_deleting_one_being_written_stops_its_work(fake: Provider, alices: Client, alice: User) -> None:
    letter = a_letter(alice)
    alices.post(address(letter, "delete/"))
    assert not Letter.objects.exists()
    assert job_of(letter).state == "stopped"


def test_hostile_material_changes_nothing_but_the_text(fake: Provider, alices: Client, alice: User) -> None:
    hostile = '<script>alert(1)</script> <img src="https://evil.example/x.png"> ![x](https://evil.example/y.png)'
    fake.will(answers.streamed(f"{HONEST}\n\n{hostile}"))
    letter = done(a_letter(alice))
    shown = alices.get(address(letter)).text
    assert "<script>alert(1)" not in shown
    assert "<img" not in shown
    assert len(fake.asked) == 1
    assert "tools" not in fake.asked[0]
