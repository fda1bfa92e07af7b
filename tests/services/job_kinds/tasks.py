"""Kinds of job for the service tests: some kill their worker, and each saved result leaves a line in a file."""

import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import Kind, Step, register
from resume_agent.jobs.running import Run

STEPS = (Step("received", "Received"), Step("reading", "Reading your file"), Step("scoring", "Scoring it"))
LEASE = timedelta(seconds=3)
DEADLY_MOMENTS = ["claimed", "received", "reading", "scoring", "saving"]
EVIDENCE = "JOBS_EVIDENCE"
SLOW_STEP_SECONDS = 0.6


def _register(name: str, *, work: Callable[[Run], None], die_at: str = "") -> None:
    register(Kind(f"test.{name}", STEPS, work, partial(leave_evidence, die_at), LEASE))


def walk_through(run: Run, *, pause: float = 0.0) -> None:
    for step in STEPS:
        run.step(step.name)
        time.sleep(pause)


def poison(run: Run) -> None:
    run.step("reading")
    die()


def die_once(moment: str, run: Run) -> None:
    """Die at this moment of the first attempt."""
    first = run.job.attempts == 1
    if first and moment == "claimed":
        die()
    for step in STEPS:
        run.step(step.name)
        if first and moment == step.name:
            die()


def leave_evidence(die_at: str, job: Job, result: None) -> str:
    if die_at == "saving" and job.attempts == 1:
        die()
    with Path(os.environ[EVIDENCE]).open("a") as evidence:
        evidence.write(f"{job.pk}\n")
    return f"/results/{job.subject}/"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


_register("plain", work=walk_through)
_register("slow", work=partial(walk_through, pause=SLOW_STEP_SECONDS))
_register("poison", work=poison)
for deadly in DEADLY_MOMENTS:
    _register(f"dies.{deadly}", work=partial(die_once, deadly), die_at=deadly)
