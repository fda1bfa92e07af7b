"""Work that computes takes turns within a worker; work that waits for a server elsewhere doesn't."""

from dataclasses import replace
from threading import BoundedSemaphore, Thread

import pytest
from django.db import connections

from accounts.models import User
from resume_agent.jobs import registry, running
from resume_agent.jobs.models import Job
from resume_agent.jobs.tests.making import a_job

pytestmark = pytest.mark.django_db(transaction=True)


def begun(job: Job) -> Thread:
    def work() -> None:
        running.run(job.pk)
        connections.close_all()

    thread = Thread(target=work)
    thread.start()
    return thread


@pytest.fixture
def no_turn(monkeypatch: pytest.MonkeyPatch) -> BoundedSemaphore:
    """All turns are taken."""
    turns = BoundedSemaphore(1)
    turns.acquire()
    monkeypatch.setattr(running, "_turns", turns)
    return turns


def test_work_that_waits_for_its_turn_is_still_queued(alice: User, no_turn: BoundedSemaphore) -> None:
    job = a_job(owner=alice)
    thread = begun(job)
    thread.join(timeout=0.3)
    job.refresh_from_db()
    assert (job.state, job.lease_until) == ("queued", None)
    no_turn.release()
    thread.join()
    job.refresh_from_db()
    assert job.state == "done"


def test_work_that_waits_for_others_needs_no_turn(
    alice: User, no_turn: BoundedSemaphore, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = a_job(owner=alice)
    kind = registry.find(job.kind)
    assert kind
    monkeypatch.setitem(registry._kinds, kind.name, replace(kind, waits=True))
    running.run(job.pk)
    job.refresh_from_db()
    assert job.state == "done"
