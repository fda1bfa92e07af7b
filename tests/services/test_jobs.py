"""Whatever dies, nothing is lost and nothing is done twice: real broker, real worker processes, real database."""

import signal
import time
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import redis
from django.db import transaction

from accounts.models import User
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import broker, enqueue, send
from resume_agent.lib.embedded_valkey import EmbeddedValkey
from tests.services.job_kinds.tasks import DEADLY_MOMENTS
from tests.services.valkey import flush, queued_messages
from tests.services.worker import Process
from tests.waiting import wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


def queue(owner: User, kind: str) -> Job:
    with transaction.atomic():
        return enqueue(owner=owner, kind=f"test.{kind}", subject=uuid4())


def wait_until_over(*jobs: Job, worker: Process) -> None:
    """Within a minute, while a supervisor starts the worker again whenever it dies."""

    def over() -> bool:
        if not worker.alive:
            worker.start()
        return all(job.is_over for job in Job.objects.filter(pk__in=[job.pk for job in jobs]))

    wait_until(over, within=60)


def times_saved(evidence: Path, job: Job) -> int:
    return evidence.read_text().split().count(str(job.pk)) if evidence.exists() else 0


def assert_done_once(job: Job, evidence: Path) -> None:
    job.refresh_from_db()
    assert (job.state, job.result_url) == ("done", f"/results/{job.subject}/")
    assert times_saved(evidence, job) == 1


def test_work_is_done_within_a_second(worker: Process, alice: User, evidence: Path) -> None:
    job = queue(alice, "plain")
    assert wait_until(lambda: Job.objects.get(pk=job.pk).is_over) < 1
    assert_done_once(job, evidence)


@pytest.mark.parametrize("moment", DEADLY_MOMENTS)
def test_a_worker_killed_at_any_moment_loses_and_doubles_nothing(
    worker: Process, alice: User, evidence: Path, moment: str
) -> None:
    job = queue(alice, f"dies.{moment}")
    wait_until_over(job, worker=worker)
    assert_done_once(job, evidence)
    assert job.attempts == 2


def test_what_kills_every_worker_is_given_up(worker: Process, alice: User, evidence: Path) -> None:
    job = queue(alice, "poison")
    wait_until_over(job, worker=worker)
    job.refresh_from_db()
    assert (job.state, job.error_code, job.attempts) == ("failed", "gave_up", 3)
    assert times_saved(evidence, job) == 0


def test_a_broker_that_forgets_everything_loses_no_work(
    worker: Process, valkey: EmbeddedValkey, alice: User, evidence: Path
) -> None:
    worker.kill()
    jobs = [queue(alice, "plain") for _ in range(50)]
    assert queued_messages(valkey) == 50
    flush(valkey)
    wait_until_over(*jobs, worker=worker)
    for job in jobs:
        assert_done_once(job, evidence)


def test_a_broker_that_forgets_everything_under_a_living_worker_loses_no_work(
    worker: Process, valkey: EmbeddedValkey, alice: User, evidence: Path
) -> None:
    jobs = [queue(alice, "slow") for _ in range(8)]
    flush(valkey)
    wait_until_over(*jobs, worker=worker)
    for job in jobs:
        assert_done_once(job, evidence)


def test_a_message_delivered_twice_is_worked_once(worker: Process, alice: User, evidence: Path) -> None:
    job = queue(alice, "slow")
    with broker() as connection:
        send(job.pk, connection)
        send(job.pk, connection)
    wait_until_over(job, worker=worker)
    assert_done_once(job, evidence)
    assert job.attempts == 1


def test_a_broker_that_is_down_holds_nobody_up_and_loses_no_work(
    worker: Process, valkey: EmbeddedValkey, alice: User, evidence: Path
) -> None:
    valkey.kill()
    began = time.monotonic()
    job = queue(alice, "plain")
    assert time.monotonic() - began < 2
    valkey.start()
    wait_until_over(job, worker=worker)
    assert_done_once(job, evidence)


def test_a_queue_survives_a_broker_killed_and_started_again(
    worker: Process, valkey: EmbeddedValkey, alice: User, evidence: Path
) -> None:
    worker.kill()
    # Until the broker has noticed, it may still hand a message to whoever was waiting there.
    with redis.Redis.from_url(valkey.url) as client:
        wait_until(lambda: client.info("clients")["blocked_clients"] == 0)
    jobs = [queue(alice, "plain") for _ in range(5)]
    valkey.kill()
    valkey.start()
    assert queued_messages(valkey) == 5
    wait_until_over(*jobs, worker=worker)
    for job in jobs:
        assert_done_once(job, evidence)


def _running(job: Job) -> bool:
    return Job.objects.get(pk=job.pk).state == Job.State.RUNNING


def test_a_worker_that_stood_still_is_too_late(
    worker: Process, second_worker: Process, alice: User, evidence: Path
) -> None:
    second_worker.signal(signal.SIGSTOP)
    job = queue(alice, "slow")
    wait_until(lambda: _running(job))
    worker.signal(signal.SIGSTOP)
    second_worker.signal(signal.SIGCONT)
    wait_until(lambda: Job.objects.get(pk=job.pk).is_over)
    worker.signal(signal.SIGCONT)
    wait_until(lambda: _discarded(worker, job.pk))
    assert_done_once(job, evidence)
    assert job.attempts == 2


def _discarded(worker: Process, job_id: UUID) -> bool:
    return f"job {job_id}: attempt with fence 1 discarded" in worker.log.read_text()


def test_a_release_lets_running_work_finish(worker: Process, alice: User, evidence: Path) -> None:
    job = queue(alice, "slow")
    wait_until(lambda: _running(job))
    worker.stop()
    assert_done_once(job, evidence)
    assert job.attempts == 1


def test_a_killed_worker_leaves_no_process_behind(worker: Process) -> None:
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()
    assert children
    worker.kill()
    wait_until(lambda: not any(Path(f"/proc/{child}").exists() for child in children), within=5)
