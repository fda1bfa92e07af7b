"""Which failures of the AI are tried again, when, and which end the work."""

from datetime import timedelta

import pytest

from resume_agent.ai import errors
from resume_agent.jobs.ai_failures import ATTEMPTS, ai_failures_as_outcomes, outcome
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, TryLater

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
    assert later.delay == timedelta(seconds=40)


def test_the_waits_grow_and_stay_within_ten_minutes() -> None:
    waits = [outcome(errors.TimedOut(), Job(attempts=attempts)) for attempts in range(1, ATTEMPTS)]
    delays = [later.delay for later in waits if isinstance(later, TryLater)]
    assert len(delays) == ATTEMPTS - 1
    assert delays == sorted(delays)
    assert sum(delays, timedelta()) < timedelta(minutes=10)


def test_after_five_attempts_it_ends() -> None:
    assert isinstance(outcome(errors.ProviderDown(), Job(attempts=5)), Failed)


def test_a_very_long_wait_is_told_instead_of_waited() -> None:
    ended = outcome(errors.RateLimited(timedelta(seconds=250)), Job(attempts=1))
    assert isinstance(ended, Failed)
    assert "try again in 5 minutes" in ended.sentence


def test_a_failure_inside_work_becomes_its_outcome() -> None:
    with pytest.raises(Failed), ai_failures_as_outcomes(Job(attempts=1)):
        raise errors.Refused
