"""Suggestions are shown as they come: each once the guard let it pass, anew after a cut, and kept only at the end."""

import json
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from resume_agent.ai.tests.conftest import fake as fake  # a fixture
from resume_agent.jobs import running
from resume_agent.jobs.models import Job
from resume_agent.lib.streams import Publisher
from resumes.models import Round, Suggestion
from resumes.suggestion_rounds import start
from resumes.tests.given import read
from resumes.tests.test_suggesting_by_ai import change
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)

WEEKLY = "Released the ledger weekly"
MOVED = "Led the move of 14 services to Kubernetes"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What whoever watches is told, with how many suggestions were kept by then."""
    told: list[dict[str, Any]] = []

    def publish(_self: Publisher, fields: dict[str, str]) -> None:
        if fields["type"] == "text":
            told.append(json.loads(fields["data"]) | {"kept": Suggestion.objects.count()})

    monkeypatch.setattr(Publisher, "publish", publish)
    return told


def spoken(*changes: dict[str, Any], **how: Any) -> Answer:
    """Word by word."""
    words = json.dumps({"changes": changes}).split(" ")
    return answers.streamed(*(f"{word} " for word in words), **how)


def broken_off(*changes: dict[str, Any]) -> Answer:
    whole = json.dumps({"changes": [*changes, {}]}).removesuffix("}]}")
    return answers.streamed(whole, end="", cut=True)


def asked(owner: User) -> Round:
    round_ = start(read(owner), by=Round.By.AI)
    return attempted(round_)


def attempted(round_: Round) -> Round:
    assert round_.job_id
    Job.objects.update(run_at=timezone.now())
    running.run(round_.job_id)
    return Round.objects.select_related("job").get(pk=round_.pk)


def test_each_is_told_before_any_is_kept(fake: Provider, alice: User, said: list[dict[str, Any]]) -> None:
    fake.will(spoken(change(WEEKLY), change(MOVED, path="work[0].highlights[0]")))
    round_ = asked(alice)
    assert [(each["piece"], each["at"], each["kept"]) for each in said] == [(WEEKLY, 0, 0), (MOVED, len(WEEKLY), 0)]
    assert list(round_.suggestions.in_order().values_list("after", flat=True)) == [WEEKLY, MOVED]


def test_what_the_guard_stops_is_not_told(fake: Provider, alice: User, said: list[dict[str, Any]]) -> None:
    fake.will(spoken(change("Led 40 people with Jenkins"), change(MOVED, path="work[0].highlights[0]")))
    round_ = asked(alice)
    assert [each["piece"] for each in said] == [MOVED]
    assert round_.suggestions.filter(question=True).count() == 1


def test_after_a_cut_it_is_told_anew_and_kept_once(fake: Provider, alice: User, said: list[dict[str, Any]]) -> None:
    fake.will(broken_off(change(WEEKLY)), spoken(change(WEEKLY)))
    round_ = asked(alice)
    assert not Suggestion.objects.exists()
    attempted(round_)
    assert [(each["attempt"], each["at"], each["piece"]) for each in said] == [(1, 0, WEEKLY), (2, 0, WEEKLY)]
    assert Suggestion.objects.count() == 1


def test_what_is_no_change_ends_the_attempt_at_once(fake: Provider, alice: User) -> None:
    fake.will(Answer(events=spoken(change(WEEKLY), change("x", kind="<b>"), change(MOVED)).events, drip=0.1))
    round_ = asked(alice)
    assert round_.job
    assert round_.job.state == Job.State.QUEUED
    assert not Suggestion.objects.exists()


def test_the_page_has_a_place_for_them_that_only_a_script_opens(fake: Provider, alices: Client, alice: User) -> None:
    round_ = start(read(alice), by=Round.By.AI)
    shown = alices.get(f"/resumes/{round_.resume_id}/suggestions/{round_.pk}/").text
    assert 'id="so-far" aria-labelledby="so-far-title" hidden' in shown
    assert 'aria-live="polite" aria-relevant="additions" data-said' in shown
    assert '<noscript><meta http-equiv="refresh"' in shown
