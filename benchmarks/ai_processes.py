"""The product's worker and web server as processes of a benchmark."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resume_agent.lib.die_with_parent import die_with_parent

WORKER = ("-m", "celery", "-A", "resume_agent", "worker", "--loglevel", "INFO")
WEB = ("-m", "gunicorn", "resume_agent.asgi:application")
READY_WITHIN = 60.0
TICK = os.sysconf("SC_CLK_TCK")


class Process:
    """With its children, in a group of their own."""

    def __init__(self, arguments: tuple[str, ...], **extra: str) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.log = Path(self._folder.name) / "log"
        with self.log.open("wb") as log:
            self._popen = subprocess.Popen(
                [sys.executable, *arguments],
                env={**os.environ, **extra},
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def wait_for(self, line: str) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while line not in self.log.read_text():
            assert self._popen.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def signal(self, number: int) -> None:
        os.killpg(self._popen.pid, number)

    def end(self) -> None:
        self.signal(signal.SIGKILL)
        self._popen.wait()
        self._folder.cleanup()

    def processor_seconds(self) -> float:
        """Of all that are alive in the group."""
        return sum(sum(map(int, fields[11:13])) for fields in self._stats()) / TICK

    def megabytes(self) -> int:
        """Of memory that they have for themselves or share, each part counted once."""
        kilobytes = 0
        for fields in self._stats():
            rollup = Path(f"/proc/{fields[-1]}/smaps_rollup").read_text()
            kilobytes += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        return kilobytes >> 10

    def _stats(self) -> Iterator[list[str]]:
        """Of each process of the group: its fields from the state on, as proc(5) counts them, and its id."""
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "stat").read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            if int(fields[2]) == self._popen.pid:
                yield [*fields, folder.name]


@contextmanager
def worker(*options: str) -> Iterator[Process]:
    process = Process((*WORKER, *options))
    try:
        process.wait_for("ready.")
        yield process
    finally:
        process.end()


@contextmanager
def web(port: int) -> Iterator[Process]:
    process = Process(WEB, GUNICORN_BIND=f"127.0.0.1:{port}")
    try:
        process.wait_for("Listening at")
        deadline = time.monotonic() + READY_WITHIN
        while not _answers(port):
            assert time.monotonic() < deadline, process.log.read_text()
            time.sleep(0.1)
        yield process
    finally:
        process.end()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
            return True
    except OSError:
        return False
