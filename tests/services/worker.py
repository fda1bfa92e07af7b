"""Real processes of the product, beside the test: a Celery worker with its clock, started anew whenever it dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from resume_agent.lib.die_with_parent import die_with_parent
from resume_agent.lib.embedded_valkey import EmbeddedValkey
from tests.services.job_kinds.tasks import EVIDENCE
from tests.waiting import PATIENCE, wait_until

WORKER = ["celery", "-A", "resume_agent", "worker", "--beat", "--loglevel=INFO", "--without-gossip", "--without-mingle"]


class Process:
    """One process with a log; `ready` is what its log says once it works."""

    def __init__(self, command: list[str], *, ready: str, environment: dict[str, str], log: Path) -> None:
        self._command = [sys.executable, "-m", *command]
        self._ready = ready
        self._environment = environment
        self.log = log
        self._popen: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._popen is not None
        return self._popen.pid

    @property
    def alive(self) -> bool:
        return self._popen is not None and self._popen.poll() is None

    def start(self) -> None:
        seen = self._log_text().count(self._ready)
        with self.log.open("ab") as log:
            self._popen = subprocess.Popen(
                self._command, env=self._environment, stdout=log, stderr=log, preexec_fn=die_with_parent
            )
        wait_until(lambda: not self.alive or self._log_text().count(self._ready) > seen)
        assert self.alive, self._log_text()

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        if self._popen is not None:
            self._popen.kill()
            self._popen.wait()

    def stop(self) -> None:
        """SIGTERM, as a release does."""
        if self._popen is not None:
            self._popen.terminate()
            self._popen.wait(PATIENCE)

    def _log_text(self) -> str:
        return self.log.read_text() if self.log.exists() else ""


def environment(valkey: EmbeddedValkey, evidence: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings_worker",
        "DATABASE_URL": database_url(),
        "REDIS_URL": valkey.url,
        "REMAP_SIGTERM": "SIGQUIT",
        "PYTHONUNBUFFERED": "1",
        EVIDENCE: str(evidence),
    }


def database_url() -> str:
    """The test database, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(settings.ENV.database_url)._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def processes(
    running_valkey: EmbeddedValkey, django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Process]]:
    """Makes processes, not started yet, that end with the session."""
    folder = tmp_path_factory.mktemp("processes")
    made: list[Process] = []

    def make(command: list[str], *, ready: str, evidence: Path | None = None) -> Process:
        log = folder / f"{len(made)}.log"
        surroundings = environment(running_valkey, evidence or folder / "evidence.txt")
        made.append(Process(command, ready=ready, environment=surroundings, log=log))
        return made[-1]

    yield make
    for process in made:
        process.kill()


@pytest.fixture(scope="session")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A line for each result that was saved."""
    return tmp_path_factory.mktemp("evidence") / "saved.txt"


@pytest.fixture(scope="session")
def shared_worker(processes: Callable[..., Process], evidence: Path) -> Process:
    return processes(WORKER, ready="ready.", evidence=evidence)


@pytest.fixture
def worker(shared_worker: Process, valkey: EmbeddedValkey, transactional_db: None) -> Iterator[Process]:
    """Alive. A test may kill it, and has to start it again itself if it still needs one."""
    if not shared_worker.alive:
        shared_worker.start()
    yield shared_worker
    if shared_worker.alive:
        shared_worker.signal(signal.SIGCONT)


@pytest.fixture
def second_worker(processes: Callable[..., Process], evidence: Path, worker: Process) -> Iterator[Process]:
    another = processes([*WORKER, "--hostname=second@%h"], ready="ready.", evidence=evidence)
    another.start()
    yield another
    another.kill()
