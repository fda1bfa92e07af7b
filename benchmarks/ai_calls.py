"""Calls to the provider on one worker: `main()` prints how long they took together. Run by benchmarks.ai."""

import json
import signal
import sys
import time
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from benchmarks.ai_kind.tasks import CALL
from benchmarks.ai_processes import worker
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resumes.models import Resume, Round
from resumes.suggesting.by_ai import SUGGEST
from resumes.tests.given import read

ROUNDS_EACH = 10
"""Of one person: budgets are counted by person, so that many who ask must not stand in each other's way."""


def resumes(many: int) -> list[Resume]:
    return [read(User.objects.create_user(f"{uuid4()}@example.com")) for _ in range(many)]


def ask(of: list[Resume], many: int, what: str) -> list[Job]:
    """That many calls alone, or rounds of suggestions, in the queue."""
    way = {"calls": _call, "rounds": _round}[what]
    return [way(of[number % len(of)]) for number in range(many)]


@transaction.atomic
def _call(resume: Resume) -> Job:
    return enqueue(owner=resume.owner, kind=CALL, subject=uuid4())


@transaction.atomic
def _round(resume: Resume) -> Job:
    round_ = Round(resume=resume, scope=Round.Scope.IMPROVE, by=Round.By.AI)
    round_.job = enqueue(owner=resume.owner, kind=SUGGEST, subject=round_.pk)
    round_.save(force_insert=True)
    return round_.job


def wait_for(jobs: list[Job], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    mine = Job.objects.filter(pk__in=[job.pk for job in jobs])
    while mine.exclude(state=Job.State.DONE).exists():
        failed = mine.filter(state=Job.State.FAILED).values_list("error", flat=True).first()
        assert failed is None, failed
        assert time.monotonic() < deadline, "not done in time"
        time.sleep(0.2)


def measure(many: int, what: str, pool: str, concurrency: int) -> dict[str, float]:
    of = resumes(-(-many // ROUNDS_EACH))
    with worker("--pool", pool, "--concurrency", str(concurrency)) as process:
        # The first calls of a process also pay for what it loads.
        wait_for(ask(of, 2 * concurrency, what), 120)
        process.signal(signal.SIGSTOP)
        jobs = ask(of, many, what)
        began, used = timezone.now(), process.processor_seconds()
        process.signal(signal.SIGCONT)
        wait_for(jobs, 20 * many / concurrency + 60)
        ended = Job.objects.filter(pk__in=[job.pk for job in jobs]).latest("finished_at").finished_at
        assert ended
        return {
            "seconds": (ended - began).total_seconds(),
            "processor": process.processor_seconds() - used,
            "megabytes": process.megabytes(),
            "concurrency": concurrency,
        }


def main() -> None:
    many, what, pool, concurrency = sys.argv[1:5]
    found = measure(int(many), what, pool, int(concurrency) or settings.CELERY_WORKER_CONCURRENCY)
    sys.stdout.write(json.dumps(found) + "\n")
