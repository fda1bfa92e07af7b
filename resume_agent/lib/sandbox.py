"""Runs a module of ours in a child process that can't do harm, whatever the bytes it is given make it do.

The child has its own session, no environment, no inherited files, and the limits of `confinement`, which it takes by
itself before it reads its input. It leaves its results as files in a folder and speaks in lines on its output.
"""

import json
import os
import selectors
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from resume_agent.lib.confinement import ERROR_LINE, MEMORY_CODE, Limits

ROOT = Path(__file__).resolve().parent.parent.parent
BOOT = "import sys; sys.path.append(sys.argv[1]); from resume_agent.lib.confinement import main; main()"
STANDARD = Limits()
LONGEST_LINE = 200
MOST_LINES = 100


class Ending(StrEnum):
    OK = "ok"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"


@dataclass(frozen=True)
class Outcome:
    """detail: for operators, free of what the input says, e.g. "ValueError at opening.py:120" or "SIGSEGV"."""

    ending: Ending
    detail: str = ""


def run_limited(
    module: str,
    *,
    stdin: bytes,
    out_dir: Path,
    limits: Limits = STANDARD,
    on_line: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Calls `main()` of the module, with `out_dir` as its working folder. `on_line` gets each line it prints, live."""
    deadline = time.monotonic() + limits.wall
    errors: list[str] = []
    with tempfile.TemporaryFile() as given:
        given.write(stdin)
        given.seek(0)
        child = _start(module, given.fileno(), out_dir, limits)
        try:
            for line in _lines(child, deadline):
                errors.append(line.removeprefix(ERROR_LINE)) if line.startswith(ERROR_LINE) else on_line(line)
            code = child.wait(timeout=max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return Outcome(Ending.TIMEOUT, "wall clock")
        finally:
            _end(child)
    return _outcome(code, errors)


def read_output(out_dir: Path, name: str, *, at_most: int) -> bytes:
    """A file that a child left. Raises OSError for anything but a plain file of at most that many bytes."""
    handle = os.open(out_dir / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > at_most:
            raise OSError("The child left something else than a small plain file.")
        return file.read(at_most)


def _start(module: str, stdin: int, out_dir: Path, limits: Limits) -> subprocess.Popen[bytes]:
    arguments = [str(ROOT), module, json.dumps(asdict(limits)), str(os.getpid())]
    return subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-c", BOOT, *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=out_dir,
        env={},
        start_new_session=True,
    )


def _lines(child: subprocess.Popen[bytes], deadline: float) -> Iterator[str]:
    """What the child prints, until it closes its output. Raises TimeoutExpired at the deadline."""
    assert child.stdout  # noqa: S101 - asked for in _start
    pending, count = b"", 0
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise subprocess.TimeoutExpired(child.args, 0)
            if not (piece := os.read(child.stdout.fileno(), 65536)):
                return
            *whole, pending = (pending + piece).split(b"\n")
            pending = pending[:LONGEST_LINE]
            for line in whole[: MOST_LINES - count]:
                yield line[:LONGEST_LINE].decode(errors="replace")
            count = min(MOST_LINES, count + len(whole))
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(child.args, 0)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Whatever is left of the child's process group goes."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    if child.stdout:
        child.stdout.close()


def _outcome(code: int, errors: list[str]) -> Outcome:
    if code == 0:
        return Outcome(Ending.OK)
    if code == MEMORY_CODE:
        return Outcome(Ending.MEMORY)
    if code == -signal.SIGXCPU:
        return Outcome(Ending.TIMEOUT, "processor time")
    if code < 0:
        # Not ours, which returns earlier: the kernel's, when the machine runs out of memory.
        ending = Ending.MEMORY if code == -signal.SIGKILL else Ending.CRASHED
        return Outcome(ending, signal.Signals(-code).name)
    return Outcome(Ending.CRASHED, errors[-1] if errors else f"exit code {code}")
