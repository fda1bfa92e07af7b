"""What the sweep finds and what it leaves alone; the messages themselves are the service tests' business."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from kombu import Connection

from accounts.models import User
from resume_agent.celery import app
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import OUR_FAULT
from resume_agent.jobs.sweeping import resend_due, silence, sweep, take_back_lapsed
from resume_agent.jobs.tests.making import LEASE, a_job, a_kind
from resume_agent.lib.embedded_valkey import free_port


@pytest.fixture
def memory() -> Any:
    """A broker inside this process, to look at what was sent."""
    with Connection("memory://") as connection:
        connection.SimpleQueue("celery").clear()
        yield connection


def sent(memory: Connection) -> list[str]:
    """The ids of the jobs in the queue."""
    queue = memory.SimpleQueue("celery")
    return [queue.get_nowait().decode()[0][0] for _ in range(queue.qsize())]


def a_moment_ago() -> Any:
    return timezone.now() - timedelta(seconds=1)


def test_due_work_is_sent(alice: User, memory: Connection) -> None:
    job = a_job(owner=alice)
    resend_due(memory)
    assert sent(memory) == [str(job.pk)]


def test_work_sent_a_moment_ago_is_not_sent_again(alice: User, memory: Connection) -> None:
    a_job(owner=alice)
    resend_due(memory)
    resend_due(memory)
    assert len(sent(memory)) == 1


def test_of_two_sweeps_at_once_one_sends(alice: User, memory: Connection) -> None:
    first = a_job(owner=alice)
    second = Job.objects.get(pk=first.pk)
    later = timezone.now() + timedelta(seconds=20)
    assert [job.postpone_sending(later) for job in (first, second)] == [True, False]


@pytest.mark.parametrize("state", ["running", "done", "failed"])
def test_only_queued_work_is_sent(alice: User, memory: Connection, state: str) -> None:
    a_job(owner=alice, state=state)
    resend_due(memory)
    assert sent(memory) == []


def test_work_for_later_is_not_sent_yet(alice: User, memory: Connection) -> None:
    later = timezone.now() + timedelta(minutes=1)
    a_job(owner=alice, run_at=later, send_at=later)
    resend_due(memory)
    assert sent(memory) == []


@pytest.mark.parametrize(("age", "wait"), [(0, 20), (19, 20), (40, 40), (3600, 40)])
def test_copies_become_rarer_up_to_a_limit(alice: User, age: int, wait: int) -> None:
    now = timezone.now()
    job = a_job(owner=alice, run_at=now - timedelta(seconds=age))
    assert silence(job, now) == timedelta(seconds=wait)


def test_work_of_a_dead_worker_is_queued_again(alice: User) -> None:
    job = a_job(owner=alice, state="running", attempts=1, fence=1, lease_until=a_moment_ago())
    take_back_lapsed()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("queued", 1)
    assert list(Job.objects.due(timezone.now())) == [job]


def test_work_of_a_living_worker_is_left_to_it(alice: User) -> None:
    job = a_job(owner=alice, state="running", attempts=1, fence=1, lease_until=timezone.now() + LEASE)
    take_back_lapsed()
    job.refresh_from_db()
    assert job.state == "running"


def test_work_that_kills_each_worker_is_given_up(alice: User) -> None:
    job = a_job(owner=alice, state="running", attempts=3, fence=3, lease_until=a_moment_ago())
    take_back_lapsed()
    job.refresh_from_db()
    assert (job.state, job.error_code, job.error) == ("failed", "gave_up", OUR_FAULT)


def test_lapsed_work_of_an_unknown_kind_is_left_for_a_worker_that_knows_it(alice: User) -> None:
    job = a_job(owner=alice, kind="from.tomorrow", state="running", attempts=1, fence=1, lease_until=a_moment_ago())
    take_back_lapsed()
    job.refresh_from_db()
    assert job.state == "running"


def test_a_sweep_without_a_broker_still_takes_work_back(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.conf, "broker_write_url", f"redis://127.0.0.1:{free_port()}/0")
    job = a_job(owner=alice, state="running", attempts=1, fence=1, lease_until=a_moment_ago())
    sweep()
    job.refresh_from_db()
    assert job.state == "queued"


def test_a_sweep_with_nothing_to_do_costs_two_queries(alice: User, django_assert_num_queries: Any) -> None:
    a_job(owner=alice, kind=a_kind(), state="done")
    with Connection("memory://") as connection, django_assert_num_queries(2):
        take_back_lapsed()
        resend_due(connection)
