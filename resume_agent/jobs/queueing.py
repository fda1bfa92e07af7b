"""Putting work in the queue. The row is the truth; the message is only a wake-up call, and may be lost or doubled."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from kombu import Connection
from kombu.exceptions import OperationalError

from resume_agent.celery import app
from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import find

log = logging.getLogger(__name__)

RUN_JOB = "resume_agent.jobs.run_job"


class NotInTransaction(RuntimeError):
    """A job must be written together with what it is for, so that neither exists without the other."""


def enqueue(*, owner: AbstractBaseUser, kind: str, subject: UUID) -> Job:
    """Write the job in the caller's transaction and wake a worker once that is committed.

    A broker that is away neither raises nor holds the request up for more than two seconds: the sweep sends later.
    Raises NotInTransaction, and LookupError for a kind that nobody registered.
    """
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction("enqueue() belongs in the transaction that writes what the job is for")
    if find(kind) is None:
        raise LookupError(f"no kind of job is called {kind!r}")
    now = timezone.now()
    job = Job.objects.create(owner_id=owner.pk, kind=kind, subject=subject, run_at=now, send_at=now + resend_after())
    transaction.on_commit(partial(send_soon, job.pk), robust=True)
    return job


def retry(job: Job) -> bool:
    """Queue failed or stopped work again, from the beginning. False if it is neither, as at a second click."""
    with transaction.atomic():
        now = timezone.now()
        revived = job.revive(now, send_at=now + resend_after())
        if revived:
            transaction.on_commit(partial(send_soon, job.pk), robust=True)
    return revived


def send_soon(job_id: UUID) -> None:
    """Send the message, or leave it to the sweep if the broker is away."""
    try:
        with broker() as connection:
            send(job_id, connection)
    except OperationalError:
        log.warning("job %s: the broker is away, the sweep will send it", job_id)
        Job.objects.filter(pk=job_id).update(send_at=timezone.now())


def send(job_id: UUID, connection: Connection) -> None:
    """Raises kombu's OperationalError when the broker is away."""
    app.send_task(RUN_JOB, args=[str(job_id)], connection=connection, retry=False)


@contextmanager
def broker() -> Iterator[Connection]:
    """A fresh connection: one kept from before may have died unnoticed, and would lose the message."""
    with app.connection_for_write(transport_options=settings.JOBS_SEND_OPTIONS) as connection:
        yield connection


def resend_after() -> timedelta:
    """How long a message may stay without effect before the sweep sends another."""
    return timedelta(seconds=settings.JOBS_RESEND_SECONDS)
