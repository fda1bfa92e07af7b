"""manage.py wait_for_services: returns once database, Redis and storage answer."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError
from django.db import connection

from resume_agent import probes
from resume_agent.management.steps import SteppedCommand

PAUSE = 0.5


class Command(SteppedCommand):
    help = "Waits until the database, Redis and the storage of files answer; exit code 1 with the reason if they don't."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--timeout", type=float, default=60.0, help="seconds in all (default: 60)")

    def handle(self, *_: Any, timeout: float, **__: Any) -> None:
        waiting = {connection.display_name: probes.database, "Redis": probes.broker, "File storage": probes.storage}
        for name in waiting:
            self.doing(f"Waiting for {name}...")
        deadline = time.monotonic() + timeout
        while True:
            problems = {name: problem for name, problem in probes.ask(waiting).items() if problem}
            for name in waiting.keys() - problems.keys():
                self.done(f"{name} is ready")
            waiting = {name: waiting[name] for name in problems}
            if not problems:
                return
            if time.monotonic() >= deadline:
                reasons = "; ".join(f"{name}: {problem}" for name, problem in problems.items())
                raise CommandError(f"Not ready after {timeout:g} seconds. {reasons}")
            time.sleep(min(PAUSE, timeout))
