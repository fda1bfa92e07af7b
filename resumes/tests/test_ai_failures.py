"""Whatever the provider does, through both flows that ask it: a sentence, what to do next, nothing held or lost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db.models import Sum
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.models import User
from resume_agent.ai import circuit, lines
from resume_agent.ai.models import SITE, Budget, Call
from resume_agent.ai.tests.conftest import fake as fake  # a fixture
from resume_agent.jobs import running
from resume_agent.jobs.models import Job
from resumes.models import Letter, Round, Suggestion
from resumes.suggestion_rounds import start
from resumes.tests.given import read
from resumes.tests.test_suggesting_by_ai import change, changes
from resumes.tests.writing import HONEST, a_letter, address
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Begun:
    job: UUID
    page: str


@dataclass(frozen=True)
class Flow:
    """begin: asks for it. good: what the provider answers when all is well. nonsense: what is no such answer."""

    name: str
    begin: Callable[[User], Begun]
    good: Answer
    nonsense: Answer
    made: Callable[[], bool]
    next_step: str


def _suggestions(owner: User) -> Begun:
    round_ = start(read(owner), by=Round.By.AI)
    assert round_.job_id
    return Begun(round_.job_id, f"/resumes/{round_.resume_id}/suggestions/{round_.pk}/")


def _letter(owner: User) -> Begun:
    letter = a_letter(owner)
    assert letter.job_id
    return Begun(letter.job_id, address(letter))


FLOWS = [
    Flow(
        "suggestions",
        _suggestions,
        good=changes(change("Released the ledger weekly")),
        nonsense=answers.text('{"changes": [{"path": 1}]}'),
        made=lambda: Suggestion.objects.count() == 1,
        next_step="Ask again, or by rules",
    ),
    Flow(
        "letter",
        _letter,
        good=answers.text(HONEST),
        nonsense=answers.text(" \u200b "),
        made=lambda: Letter.objects.get().text == HONEST,
        next_step="Put it together by rules",
    ),
]

in_both_flows = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)


@pytest.fixture(autouse=True)
def impatient(fake: Provider, db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(lines, "SECONDS", 0.3)
    yield
    assert not Call.objects.filter(state=Call.State.RESERVED).exists()
    spent = Call.objects.aggregate(spent=Sum("cost"))["spent"] or 0
    assert {used for used in Budget.objects.values_list("used", flat=True) if used} <= {spent}


def attempt(begun: Begun) -> Job:
    """One more, without the wait before it."""
    Job.objects.filter(pk=begun.job).update(run_at=timezone.now())
    running.run(begun.job)
    return Job.objects.get(pk=begun.job)


@dataclass(frozen=True)
class Final:
    """What trying again doesn't change."""

    sentence: str
    answer: Answer = field(default_factory=answers.refusal)
    settings: dict[str, object] = field(default_factory=dict)


FINAL = {
    "bad key": Final("refused this site", answers.problem(401)),
    "quota used up": Final("account at the AI service is used up", answers.problem(429, "insufficient_quota")),
    "refused": Final("declined to write this"),
    "flagged": Final("content rules stopped", answers.problem(400, "content_policy_violation")),
    "flagged midway": Final("content rules stopped", answers.incomplete("{}", "content_filter")),
    "wrong request": Final("could not handle this request", answers.problem(404, "model_not_found")),
    "a very long wait": Final("try again in 10 minutes", answers.problem(429, retry_after="600")),
    "no key": Final("AI is not set up on this site", settings={"OPENAI_API_KEY": ""}),
    "over the person's budget": Final("Your AI allowance", settings={"AI_DAILY_CAP_PERSON": 1}),
    "over the site's budget": Final("This site has used up", settings={"AI_DAILY_CAP_SITE": 1}),
}


@in_both_flows
@pytest.mark.parametrize("failure", FINAL.values(), ids=FINAL)
def test_what_will_not_change_ends_at_once_with_its_sentence(
    fake: Provider, alices: Client, alice: User, settings: Settings, flow: Flow, failure: Final
) -> None:
    begun = flow.begin(alice)
    fake.will(failure.answer)
    for name, value in failure.settings.items():
        setattr(settings, name, value)
    job = attempt(begun)
    assert (job.state, job.attempts) == (Job.State.FAILED, 1)
    assert len(fake.asked) == (0 if failure.settings else 1)
    shown = alices.get(begun.page)
    assert shown.status_code == 200
    assert failure.sentence in shown.text
    assert flow.next_step in shown.text
    assert not flow.made()


PASSING: dict[str, tuple[str, Callable[[Flow], Answer]]] = {
    "down": ("does not answer", lambda _: answers.problem(500)),
    "told to wait": ("asks us to wait", lambda _: answers.problem(429, "rate_limit_exceeded", retry_after="7")),
    "told to wait midway": ("asks us to wait", lambda _: answers.failed_midway("rate_limit_exceeded", "{")),
    "silent": ("took too long", lambda _: Answer(events=[], silence=30)),
    "cut": ("try again by ourselves", lambda _: answers.streamed("Dear", end="", cut=True)),
    "cut short": ("incomplete", lambda _: answers.incomplete('{"changes": [', "max_output_tokens")),
    "nonsense": ("incomplete", lambda flow: flow.nonsense),
}


@in_both_flows
@pytest.mark.parametrize(("sentence", "answer"), PASSING.values(), ids=PASSING)
def test_what_passes_is_tried_again_and_done_once(
    fake: Provider, alices: Client, alice: User, flow: Flow, sentence: str, answer: Callable[[Flow], Answer]
) -> None:
    begun = flow.begin(alice)
    fake.will(answer(flow), flow.good)
    job = attempt(begun)
    assert job.state == Job.State.QUEUED
    assert sentence in alices.get(begun.page).text
    job = attempt(begun)
    assert (job.state, len(fake.asked)) == (Job.State.DONE, 2)
    assert flow.made()


@in_both_flows
def test_five_attempts_later_and_each_later_than_the_one_before_it_ends(
    fake: Provider, alices: Client, alice: User, flow: Flow
) -> None:
    begun, waits = flow.begin(alice), []
    fake.will(answers.problem(429, "rate_limit_exceeded", retry_after="7"), *[flow.nonsense] * 9)
    for _ in range(5):
        before = timezone.now()
        job = attempt(begun)
        waits.append(_wait(job, before))
    assert (job.state, job.attempts, len(fake.asked)) == (Job.State.FAILED, 5, 5)
    assert waits[0] >= timedelta(seconds=7)
    assert waits[1:4] == sorted(waits[1:4])
    assert sum(waits[:4], timedelta()) < timedelta(minutes=10)
    shown = alices.get(begun.page).text
    assert "in several attempts" in shown
    assert flow.next_step in shown
    assert "again</button>" in shown


def _wait(job: Job, before: datetime) -> timedelta:
    return job.run_at - before


@in_both_flows
def test_while_the_circuit_is_open_nobody_is_asked(fake: Provider, alices: Client, alice: User, flow: Flow) -> None:
    begun = flow.begin(alice)
    for _ in range(circuit.FAILURES):
        circuit.record_failure(f"{fake.url}/")
    before = timezone.now()
    job = attempt(begun)
    assert (job.state, fake.asked) == (Job.State.QUEUED, [])
    assert _wait(job, before) > circuit.PAUSE / 2
    assert "does not answer" in alices.get(begun.page).text
    assert not Budget.objects.filter(scope=SITE, used__gt=0).exists()
