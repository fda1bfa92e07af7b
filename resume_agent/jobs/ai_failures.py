"""What a job does about each failure of the AI: try again when that may help, or end with its sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from resume_agent.ai.errors import AIError
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, TryLater, backoff

ATTEMPTS = 5
LONGEST_DELAY = timedelta(minutes=2)
"""Four of these between five attempts stay within ten minutes."""

SEVERAL = "The AI service did not manage it in several attempts. Nothing of yours is lost; try again later."


@contextmanager
def ai_failures_as_outcomes(job: Job) -> Iterator[None]:
    """Raises TryLater or Failed in place of AIError."""
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
        return Failed(error.code, f"The AI service asks us to wait longer than we'd make you wait here. {again}")
    if job.attempts >= ATTEMPTS:
        return Failed(error.code, SEVERAL)
    return TryLater(error.sentence, max(error.retry_after, backoff(job.attempts)))
