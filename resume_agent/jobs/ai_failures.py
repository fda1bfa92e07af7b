"""What a job does about each failure of the AI: try again when that may help, or end with its sentence."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.utils import timezone

from resume_agent.ai import ledger
from resume_agent.ai.errors import AIError
from resume_agent.jobs.models import GAVE_UP, Job
from resume_agent.jobs.running import Failed, TryLater, backoff

ATTEMPTS = 5
WITHIN = timedelta(minutes=10)
"""From the beginning of the first attempt to that of the last."""
LONGEST_DELAY = timedelta(minutes=2)
"""More than that is told to the person instead of waited for."""

SEVERAL = "The AI service did not manage it in several attempts. Nothing of yours is lost; try again later."


@contextmanager
def ai_failures_as_outcomes(job: Job) -> Iterator[None]:
    """Raises TryLater or Failed in place of AIError. Calls that an earlier attempt left open are settled first."""
    if job.fence > 1 and job.started_at:
        ledger.settle_earlier(job.pk, job.started_at)
    try:
        yield
    except AIError as error:
        raise outcome(error, job) from error


def outcome(error: AIError, job: Job) -> Failed | TryLater:
    """Waits at least as long as the provider asked for, and longer after each attempt, with jitter."""
    if error.retry_after is None:
        return Failed(error.code, error.sentence)
    if error.retry_after > LONGEST_DELAY:
        minutes = -(-error.retry_after.seconds // 60)
        again = f"Nothing of yours is lost; try again in {minutes} minutes."
        return Failed(GAVE_UP, f"The AI service asks us to wait longer than we'd make you wait here. {again}")
    delay = max(_jittered(error.retry_after), backoff(job.attempts))
    if job.attempts >= ATTEMPTS or _too_late(job, delay):
        return Failed(GAVE_UP, SEVERAL)
    return TryLater(error.sentence, delay)


def _jittered(wait: timedelta) -> timedelta:
    """A little more, so that those who were told the same wait don't come back together."""
    return wait * random.uniform(1.0, 1.1)  # noqa: S311 - nothing secret about it


def _too_late(job: Job, delay: timedelta) -> bool:
    now = timezone.now()
    return now + delay - (job.tried_since or now) > WITHIN
