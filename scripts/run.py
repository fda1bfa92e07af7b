"""`make run`: broker, database, web and worker together, and all of them gone when this process ends."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import django  # noqa: E402 - needs the path above
from django.core.management import call_command  # noqa: E402
from django.core.management.base import CommandError  # noqa: E402

from resume_agent import env_forms  # noqa: E402
from resume_agent.env import read_file  # noqa: E402
from resume_agent.lib.die_with_parent import die_with_parent  # noqa: E402
from resume_agent.lib.embedded_valkey import EmbeddedValkey, ValkeyDidNotStart  # noqa: E402

READY_WITHIN = 60.0
STOP_WITHIN = 6.0
WEB = ("-m", "gunicorn", "resume_agent.asgi:application", "--log-level", "warning")
WORKER = ("-m", "celery", "--quiet", "-A", "resume_agent", "worker", "--beat", "--loglevel", "WARNING")
# On a machine of one's own, root is no news; elsewhere (Procfile, container) Celery may warn.
QUIET = "ignore:You're running the worker with superuser"


class Stop(BaseException):
    """Someone asked us to end."""


class CannotRun(Exception):
    """Why, in a sentence for the person at the terminal."""


def main() -> int:
    try:
        end_when_asked()
        os.chdir(ROOT)
        run(choose_port(), asked_to_stop=makes_wish_to_stop())
    except Stop:
        say("Stopped.")
    except (CannotRun, CommandError, ValkeyDidNotStart) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def run(port: int, *, asked_to_stop: Callable[[], bool]) -> None:
    with contextlib.ExitStack() as stack:
        if not setting("REDIS_URL"):
            # A directory for each port: two of us may run, but two Valkeys must not share one log.
            valkey = stack.enter_context(
                EmbeddedValkey(Path(setting("DATA_DIR") or ROOT / "var") / "valkey" / str(port))
            )
            os.environ["REDIS_URL"] = valkey.url
        if not setting("FRONTEND_URL"):
            os.environ["FRONTEND_URL"] = f"http://localhost:{port}"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "resume_agent.settings")
        django.setup()
        call_command("prepare")
        bind = {"GUNICORN_BIND": f"127.0.0.1:{port}", "GUNICORN_GRACEFUL_TIMEOUT": "2", "WEB_CONCURRENCY": "1"}
        web = stack.enter_context(child("web process", WEB, bind))
        extra = {"REMAP_SIGTERM": "SIGQUIT", "PYTHONWARNINGS": QUIET, "DATABASE_POOL": "20"}
        worker = stack.enter_context(child("worker", WORKER, extra))
        watch({"web process": web, "worker": worker}, port, asked_to_stop=asked_to_stop)


def watch(children: dict[str, subprocess.Popen[bytes]], port: int, *, asked_to_stop: Callable[[], bool]) -> None:
    """Returns never: ends by Stop or CannotRun."""
    told, deadline = False, time.monotonic() + READY_WITHIN
    while not asked_to_stop():
        for name, process in children.items():
            if process.poll() is not None:
                raise CannotRun(f"The {name} ended by itself, so everything was stopped; why it did is above.")
        if not told and answers(port):
            say(f"Ready: http://localhost:{port}")
            told = True
        if not told and time.monotonic() > deadline:
            raise CannotRun(f"The product did not get ready within {READY_WITHIN:g} seconds.")
        time.sleep(0.5 if told else 0.1)
    raise Stop


@contextlib.contextmanager
def child(name: str, arguments: tuple[str, ...], extra: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """In a session of its own: Ctrl-C comes to us alone, and we end our children in order."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **extra},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            say(f"The {name} takes too long to stop; its work is kept and goes on at the next start.")
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def end_when_asked() -> None:
    """Ctrl-C, a polite kill, a closed terminal, and the end of make, even by kill -9."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        # Only once: a second Ctrl-C must not break the ending off.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        raise Stop

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    die_with_parent(signal.SIGTERM)


def makes_wish_to_stop() -> Callable[[], bool]:
    """Whether the make that started us was interrupted or is gone.

    A SIGINT sent to make alone (not from a terminal, which sends it to all) is not passed on: make blocks further
    ones and waits for us. The kernel shows that mask.
    """
    parent = os.getppid()
    blocked_before = blocks_interrupts(parent)

    def asked() -> bool:
        nonlocal blocked_before
        # Twice in a row, because a process also blocks signals for a moment whenever it starts another.
        blocked, before = blocks_interrupts(parent), blocked_before
        blocked_before = blocked
        return os.getppid() != parent or (is_make and blocked and before)

    # Whoever else started us, or blocks interrupts from the start, tells us nothing by it.
    is_make = name_of(parent) in {"make", "gmake"} and not blocked_before
    return asked


def name_of(process: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/comm").read_text().strip()
    return ""


def blocks_interrupts(process: int) -> bool:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("SigBlk:"):
                return bool(int(line.split()[1], 16) & 1 << (signal.SIGINT - 1))
    return False


def setting(name: str) -> str:
    """From the process or .env, as the product itself will read it; "" when unset."""
    from_file, _ = read_file(Path(os.environ.get("ENV_FILE") or ROOT / ".env"))
    return os.environ.get(name, from_file.get(name, "")).strip()


def choose_port() -> int:
    """Raises CannotRun when the port can't be had."""
    wanted = setting("PORT") or "8000"
    if problem := env_forms.port(wanted):
        raise CannotRun(f"PORT {problem}, e.g. PORT=9000 make run")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(wanted)))
        except OSError as error:
            raise CannotRun(
                f"Port {wanted} can't be used ({error.strerror}): choose another, e.g. PORT=9000 make run"
            ) from error
    return int(wanted)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=3) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
