"""Writing work into the queue while no broker is there; the service tests do it with one."""

import socket
import time
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from accounts.models import User
from resume_agent.celery import app
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import NotInTransaction, enqueue, retry
from resume_agent.jobs.tests.making import a_job, a_kind
from resume_agent.lib.embedded_valkey import free_port


@pytest.fixture
def dead_broker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens."""
    monkeypatch.setitem(app.conf, "broker_write_url", f"redis://127.0.0.1:{free_port()}/0")


@pytest.fixture
def black_hole(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setitem(app.conf, "broker_write_url", f"redis://127.0.0.1:{server.getsockname()[1]}/0")
        yield


def test_a_job_is_written_with_the_transaction_around_it(alice: User) -> None:
    job = enqueue(owner=alice, kind=a_kind(), subject=uuid4())
    assert list(Job.objects.claimable(timezone.now())) == [job]


@pytest.mark.django_db(transaction=True)
def test_a_job_outside_a_transaction_is_refused(alice: User) -> None:
    with pytest.raises(NotInTransaction):
        enqueue(owner=alice, kind=a_kind(), subject=uuid4())


@pytest.mark.django_db(transaction=True)
def test_a_job_goes_with_the_transaction_that_is_rolled_back(alice: User) -> None:
    with transaction.atomic():
        enqueue(owner=alice, kind=a_kind(), subject=uuid4())
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_an_unknown_kind_is_refused(alice: User) -> None:
    with pytest.raises(LookupError):
        enqueue(owner=alice, kind="nobody.registered.this", subject=uuid4())


@pytest.mark.parametrize("broker", ["dead_broker", "black_hole"])
def test_a_broker_that_is_away_holds_nobody_up(
    broker: str,
    request: pytest.FixtureRequest,
    alice: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    caplog: pytest.LogCaptureFixture,
) -> None:
    request.getfixturevalue(broker)
    began = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        job = enqueue(owner=alice, kind=a_kind(), subject=uuid4())
    assert time.monotonic() - began < 2
    assert f"job {job.pk}: the broker is away" in caplog.text
    assert list(Job.objects.due(timezone.now())) == [job]


def test_failed_work_can_be_tried_again_from_the_beginning(alice: User) -> None:
    job = a_job(owner=alice, state="failed", attempts=3, error_code="gave_up", error="Sorry.", steps=[{"name": "x"}])
    assert retry(job)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error, job.steps) == ("queued", 0, "", [])


@pytest.mark.parametrize("state", ["queued", "running", "done"])
def test_only_failed_work_is_tried_again(alice: User, state: str) -> None:
    job = a_job(owner=alice, state=state)
    assert not retry(job)
    job.refresh_from_db()
    assert job.state == state


def test_the_time_for_a_dead_broker_is_in_the_settings(settings: Settings) -> None:
    options = settings.JOBS_SEND_OPTIONS
    assert options["socket_connect_timeout"] + options["socket_timeout"] <= 2
