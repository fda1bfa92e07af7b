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
from resume_agent.jobs.running import Run, TryLater

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


def speak(run: Run) -> None:
    """Breaks off after two words in its first attempt, as a provider's stream may."""
    run.step("reading")
    for word in ("Dear ", "hiring ", "team,"):
        if run.job.attempts == 1 and word == "team,":
            raise TryLater("The AI service does not answer.", timedelta(0))
        run.say(word)


def speak_for_a_minute(run: Run) -> None:
    run.step("reading")
    for _ in range(240):
        run.check_stop()
        run.say("word ")
        time.sleep(0.25)


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
_register("speaking", work=speak)
_register("endless", work=speak_for_a_minute)
_register("slow", work=partial(walk_through, pause=SLOW_STEP_SECONDS))
_register("poison", work=poison)
for deadly in DEADLY_MOMENTS:
    _register(f"dies.{deadly}", work=partial(die_once, deadly), die_at=deadly)
