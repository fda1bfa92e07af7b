"""Finding what fell through: messages that were lost and workers that died. Safe to run twice at once."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone
from kombu import Connection
from kombu.exceptions import OperationalError

from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import broker, resend_after, send
from resume_agent.jobs.registry import find
from resume_agent.jobs.running import put_off

log = logging.getLogger(__name__)

AT_ONCE = 200
LONGEST_SILENCE = timedelta(seconds=40)
SOON = timedelta(0)


def sweep() -> None:
    """Take work back from dead workers, then wake a worker for everything that is due."""
    take_back_lapsed()
    try:
        with broker() as connection:
            resend_due(connection)
    except OperationalError:
        log.warning("sweep: the broker is away, trying again at the next one")


def take_back_lapsed() -> None:
    """Queue what a dead worker left, or give up on what kills every worker that touches it."""
    for job in Job.objects.lapsed(timezone.now())[:AT_ONCE]:
        kind = find(job.kind)
        if kind is not None and put_off(job, kind, SOON):
            log.warning("job %s: its worker went silent in attempt %d, now %s", job.pk, job.attempts, job.state)


def resend_due(connection: Connection) -> None:
    """Raises kombu's OperationalError when the broker is away."""
    now = timezone.now()
    for job in Job.objects.due(now)[:AT_ONCE]:
        if job.postpone_sending(now + silence(job, now)):
            send(job.pk, connection)


def silence(job: Job, now: datetime) -> timedelta:
    """How long to wait before sending again.

    It doubles, so that a long queue of busy workers isn't flooded with copies, up to a minute, so that the loss of a
    broker costs no more than that.
    """
    return min(max(resend_after(), now - job.run_at), LONGEST_SILENCE)
