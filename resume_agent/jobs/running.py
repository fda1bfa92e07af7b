"""Doing one piece of work: claim the row, run, save the result once, or say honestly why not."""

import logging
import random
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from resume_agent.jobs import progress
from resume_agent.jobs.models import GAVE_UP, Job
from resume_agent.jobs.registry import Kind, find
from resume_agent.jobs.steps import all_ahead, begin
from resume_agent.lib.idle_connections import give_back
from resume_agent.lib.streams import Publisher

log = logging.getLogger(__name__)

# Of this process: what computes, or has a child that does, must not take the machine from everything else.
_turns = BoundedSemaphore(settings.JOBS_HEAVY_AT_ONCE)

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=2)
OUR_FAULT = (
    "Something went wrong on our side and we could not finish this. Everything you gave us is safe. "
    "Please try again in a few minutes."
)


class Failed(Exception):
    """Final: trying again would give the same answer. The sentence says what happened, what is safe, what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence


class TryLater(Exception):
    """Something that this work needs is busy or away. The sentence is shown meanwhile."""

    def __init__(self, sentence: str, delay: timedelta) -> None:
        super().__init__("try later")
        self.sentence = sentence
        self.delay = delay


class Stopped(Exception):
    """The person asked to stop."""


class Superseded(Exception):
    """Another worker has claimed the job since: whatever this one does no longer counts."""


class Run:
    """One attempt at a job, as the work sees it."""

    def __init__(self, job: Job, kind: Kind, publisher: Publisher) -> None:
        self.job = job
        self.kind = kind
        self._publisher = publisher
        self._said = 0

    @property
    def subject(self) -> UUID:
        return self.job.subject

    def step(self, name: str) -> None:
        """Begin this step, end the one before and renew the lease. Raises Superseded, and KeyError for a wrong name."""
        now = timezone.now()
        if not self.job.advance(begin(self.job.steps, name, now), now + self.kind.lease):
            raise Superseded
        self.announce()

    def renew(self) -> None:
        """Show that the worker is alive within a long step. Raises Superseded."""
        if not self.job.advance(self.job.steps, timezone.now() + self.kind.lease):
            raise Superseded

    def check_stop(self) -> None:
        """Raises Stopped once the person asked for it. One query."""
        if self.job.is_stop_wanted():
            raise Stopped

    def say(self, piece: str) -> None:
        """Show a piece of text to whoever watches. A new attempt starts the text anew, and its pieces say so."""
        self._publisher.publish(progress.text_event(self.job, at=self._said, piece=piece))
        self._said += len(piece)

    def announce(self) -> None:
        """Tell whoever watches how the job stands; that nobody can be told never stops the work."""
        self._publisher.publish(progress.event(self.job, timezone.now()))


def run(job_id: UUID) -> None:
    """Do the work if it is there to be taken; otherwise (a duplicate, a job that is gone) do nothing."""
    job = Job.objects.filter(pk=job_id).first()
    if job is None:
        return
    kind = find(job.kind)
    if kind is None:
        log.error("job %s: this worker knows no kind %s; left for one that does", job.pk, job.kind)
        return
    with _turn(kind):
        if job.claim(timezone.now(), lease=kind.lease, steps=all_ahead(kind.steps, job.created_at)):
            with Publisher(progress.stream_of(job.pk)) as publisher:
                _attempt(Run(job, kind, publisher))


@contextmanager
def _turn(kind: Kind) -> Iterator[None]:
    """Before the work is claimed: its lease is for whoever does it, not for whoever waits."""
    if kind.waits:
        yield
        return
    give_back()
    with _turns:
        yield


def _attempt(run: Run) -> None:
    job = run.job
    try:
        run.announce()
        _save(run, run.kind.work(run))
        moved = True
    except Superseded:
        moved = False
    except Stopped:
        moved = job.stop(now=timezone.now())
    except Failed as failed:
        moved = job.fail(failed.code, failed.sentence, now=timezone.now())
    except TryLater as busy:
        moved = put_off(job, run.kind, busy.delay, sentence=busy.sentence)
    except Exception as error:
        # Messages of exceptions may quote what the person gave us: where it happened is enough.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("job %s: attempt %d broke on %s\n%s", job.pk, job.attempts, type(error).__qualname__, where)
        moved = put_off(job, run.kind, backoff(job.attempts))
    if moved:
        run.announce()
    else:
        log.warning("job %s: attempt with fence %d discarded, there is a newer one", job.pk, job.fence)


def _save(run: Run, result: object) -> None:
    with transaction.atomic():
        if not run.job.finish(now=timezone.now()):
            raise Superseded
        run.job.result_url = run.kind.save(run.job, result)
        run.job.save(update_fields=["result_url"])


def put_off(job: Job, kind: Kind, delay: timedelta, *, sentence: str = "") -> bool:
    """Queue it again after `delay`, or give up if its attempts are used up. False if another worker has claimed it."""
    now = timezone.now()
    if job.is_stop_wanted():
        return job.stop(now=now)
    if job.attempts < kind.max_attempts:
        return job.requeue(now + delay, sentence=sentence)
    return job.fail(GAVE_UP, sentence or OUR_FAULT, now=now)


def backoff(attempts: int) -> timedelta:
    """Longer after each attempt, and never the same, so that what failed together doesn't come back together."""
    wait: timedelta = min(FIRST_WAIT * 3 ** min(attempts - 1, 8), LONGEST_WAIT)
    return wait * random.uniform(0.8, 1.2)  # noqa: S311 - nothing secret about it
