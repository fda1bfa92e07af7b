"""Waiting for what another thread or process does."""

import time
from collections.abc import Callable
from typing import Any

PATIENCE = 60.0


def wait_until(condition: Callable[[], Any], *, within: float = PATIENCE, every: float = 0.05) -> float:
    """Seconds that it took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < within, f"still not so after {within:.0f} s"
        time.sleep(every)
    return time.monotonic() - began
