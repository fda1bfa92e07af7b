"""Ports for servers of our own."""

import random
import socket
import time
from collections.abc import Callable
from subprocess import Popen

# What seaweedfs adds to a port for its second one.
OFFSET = 10_000


class DidNotStart(Exception):
    """Says which server, and the end of its log."""


def free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port_and_its_double() -> int:
    """A port such that it and the one `OFFSET` above are free."""
    # Below the range that the kernel hands out, so that nothing takes them between the look and the use.
    candidates = random.sample(range(12_000, 22_000), 200)
    return next(port for port in candidates if free(port) and free(port + OFFSET))


def wait_until(ready: Callable[[], bool], process: Popen[bytes], *, seconds: float, name: str) -> None:
    """Raises DidNotStart when the process ended or the time is over."""
    deadline = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise DidNotStart(f"{name} did not start (exit code {process.poll()})")
        time.sleep(0.05)
