"""Which failures of the AI are tried again, when, and which end the work."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from resume_agent.ai import errors, ledger
from resume_agent.ai.models import Call
from resume_agent.jobs.ai_failures import ATTEMPTS, ai_failures_as_outcomes, outcome
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, TryLater
from resume_agent.jobs.tests.making import LEASE, a_job

FINAL = [errors.NoKey, errors.BadKey, errors.QuotaUsedUp, errors.OverBudget, errors.Refused, errors.Flagged]
PASSING = [errors.TimedOut, errors.ProviderDown, errors.BadOutput]


@pytest.mark.parametrize("error", [*FINAL, errors.WrongRequest])
def test_what_will_not_change_ends_the_work(error: type[errors.AIError]) -> None:
    ended = outcome(error(), Job(attempts=1))
    assert isinstance(ended, Failed)
    assert (ended.code, ended.sentence) == (error.code, error.sentence)


@pytest.mark.parametrize("error", PASSING)
def test_what_passes_is_tried_again(error: type[errors.AIError]) -> None:
    assert isinstance(outcome(error(), Job(attempts=1)), TryLater)


def test_a_wait_that_the_provider_asks_for_is_kept() -> None:
    later = outcome(errors.RateLimited(timedelta(seconds=40)), Job(attempts=1))
    assert isinstance(later, TryLater)
    assert timedelta(seconds=40) <= later.delay <= timedelta(seconds=44)


def test_the_waits_grow_and_stay_within_ten_minutes() -> None:
    waits = [outcome(errors.TimedOut(), Job(attempts=attempts)) for attempts in range(1, ATTEMPTS)]
    delays = [later.delay for later in waits if isinstance(later, TryLater)]
    assert len(delays) == ATTEMPTS - 1
    assert delays == sorted(delays)
    assert sum(delays, timedelta()) < timedelta(minutes=10)


def test_after_five_attempts_it_ends_and_can_be_begun_again() -> None:
    ended = outcome(errors.ProviderDown(), Job(attempts=5))
    assert isinstance(ended, Failed)
    assert Job(state="failed", error_code=ended.code).can_retry


@pytest.mark.parametrize(("minutes", "expected"), [(7, TryLater), (9, Failed)])
def test_no_attempt_begins_after_ten_minutes(minutes: int, expected: type[Exception]) -> None:
    since = timezone.now() - timedelta(minutes=minutes)
    assert isinstance(outcome(errors.RateLimited(timedelta(seconds=90)), Job(attempts=2, tried_since=since)), expected)


def test_attempts_count_from_the_first_until_it_is_begun_anew(alice: User) -> None:
    job, start = a_job(owner=alice), timezone.now()
    for attempt in range(2):
        assert job.claim(start + timedelta(minutes=attempt), lease=LEASE, steps=[])
        assert job.tried_since == start
        job.requeue(start)
    assert job.want_stop(start)
    assert job.revive(start, send_at=start)
    assert job.claim(start + timedelta(hours=1), lease=LEASE, steps=[])
    assert job.tried_since == start + timedelta(hours=1)


def test_a_very_long_wait_is_told_instead_of_waited() -> None:
    ended = outcome(errors.RateLimited(timedelta(seconds=250)), Job(attempts=1))
    assert isinstance(ended, Failed)
    assert "try again in 5 minutes" in ended.sentence


@pytest.mark.parametrize(("fence", "expected"), [(1, "reserved"), (2, "failed")])
def test_a_new_attempt_first_settles_what_an_earlier_one_left_open(alice: User, fence: int, expected: str) -> None:
    job = a_job(owner=alice, fence=fence)
    call = Call(owner=alice, job=job.pk, purpose="test", prompt="greet@1", model="m")
    ledger.reserve(call, text="x", max_output_tokens=100)
    job.started_at = timezone.now()
    with ai_failures_as_outcomes(job):
        call.refresh_from_db()
    assert call.state == expected


def test_a_failure_inside_work_becomes_its_outcome() -> None:
    with pytest.raises(Failed), ai_failures_as_outcomes(Job(attempts=1)):
        raise errors.Refused
