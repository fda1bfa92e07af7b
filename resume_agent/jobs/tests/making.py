"""Kinds and jobs made to measure."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from accounts.models import User
from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import Kind, Step, register
from resume_agent.jobs.running import Run

STEPS = (Step("reading", "Reading your file"), Step("scoring", "Scoring it"))
LEASE = timedelta(seconds=30)


def walk_through(run: Run) -> str:
    for step in STEPS:
        run.step(step.name)
    return "read"


def save_nothing(job: Job, result: object) -> str:
    return "/results/1/"


def a_kind(
    *,
    work: Callable[[Run], Any] = walk_through,
    save: Callable[[Job, Any], str] = save_nothing,
    max_attempts: int = 3,
    stoppable: bool = False,
) -> str:
    """The name of a kind that only this test knows."""
    name = f"test.{uuid4()}"
    kind = Kind(
        name=name, steps=STEPS, work=work, save=save, lease=LEASE, max_attempts=max_attempts, stoppable=stoppable
    )
    register(kind)
    return name


def a_job(*, owner: User, kind: str | None = None, **fields: Any) -> Job:
    return Job.objects.create(owner=owner, kind=kind or a_kind(), subject=uuid4(), **fields)
