"""The Celery app: carries ids of jobs to workers and runs the sweep; what matters is kept in the database."""

import os
import sys
from typing import Any

from celery import Celery
from celery.signals import beat_embedded_init, worker_init

from resume_agent.lib.die_with_parent import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resume_agent.settings")

app = Celery("resume_agent")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

SWITCH_SECONDS = 0.001
"""Until a thread that computes lets another one have the interpreter."""


@worker_init.connect
def take_short_turns(**_: Any) -> None:
    """Python's five milliseconds would hold each token of a stream up once for every thread that is at work."""
    sys.setswitchinterval(SWITCH_SECONDS)


@beat_embedded_init.connect
def end_with_the_worker(**_: Any) -> None:
    """`celery worker --beat` forks its clock, which would tick on after the worker was killed."""
    die_with_parent()
