"""What a captured parser would try, one deed per word on standard input. Runs only as the sandbox's child."""

import ctypes
import errno
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path


def main() -> None:
    deed, _, about = sys.stdin.read().partition(" ")
    print(DEEDS[deed](about))  # noqa: T201 - the parent's only channel


def say(about: str) -> str:
    return about


def tell_environment(_: str) -> str:
    return " ".join(sorted(os.environ))


def tell_open_files(_: str) -> str:
    return " ".join(str(number) for number in range(64) if _refusal(partial(os.fstat, number)) == "allowed")


def tell_modules(_: str) -> str:
    return " ".join(name for name in ("django", "celery", "openai") if name in sys.modules)


def leave_file(about: str) -> str:
    Path("left.txt").write_text(about)
    return "written"


def leave_link(about: str) -> str:
    Path("left.txt").symlink_to(about)
    return "linked"


def hoard_memory(_: str) -> str:
    return str(len(bytearray(1024**3)))


def spin(_: str) -> str:
    while True:
        pass


def sleep(about: str) -> str:
    time.sleep(float(about))
    return "awake"


def print_without_end(_: str) -> str:
    while True:
        sys.stdout.write("x" * 1000 + "\n")


def open_socket(_: str) -> str:
    return _refusal(socket.socket)


def fork(_: str) -> str:
    return _refusal(os.fork)


def start_program(_: str) -> str:
    return _refusal(lambda: os.execv("/bin/true", ["true"]))  # noqa: S606 - refusing it is what is tested


def kill_parent(_: str) -> str:
    return _refusal(lambda: os.kill(os.getppid(), signal.SIGTERM))


def trace_parent(_: str) -> str:
    libc = ctypes.CDLL(None, use_errno=True)
    return "allowed" if libc.ptrace(16, os.getppid(), 0, 0) == 0 else errno.errorcode[ctypes.get_errno()]


def fill_disk(_: str) -> str:
    block = bytes(1024**2)

    def write() -> None:
        with Path("big").open("wb", buffering=0) as file:
            for _ in range(1024):
                if file.write(block) < len(block):
                    raise OSError(errno.EFBIG, "short write")

    return _refusal(write)


def read_file(about: str) -> str:
    return _refusal(Path(about).read_bytes)


def read_parents_environment(_: str) -> str:
    return _refusal(Path(f"/proc/{os.getppid()}/environ").read_bytes)


def write_elsewhere(about: str) -> str:
    return _refusal(lambda: Path(about).write_text("was here"))


def die(_: str) -> str:
    os.kill(os.getpid(), signal.SIGSEGV)
    return "alive"


def stumble(about: str) -> str:
    raise ValueError(about)


def _refusal(deed: Callable[[], object]) -> str:
    try:
        deed()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "allowed"


DEEDS = {
    deed.__name__: deed
    for deed in (
        *(say, tell_environment, tell_open_files, tell_modules, leave_file, leave_link, hoard_memory, spin, sleep),
        *(print_without_end, open_socket, fork, start_program, kill_parent, trace_parent, fill_disk),
        *(read_file, read_parents_environment, write_elsewhere, die, stumble),
    )
}
