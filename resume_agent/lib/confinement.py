"""The child's side of the sandbox: takes its limits, loads the trusted code, shuts itself in, and only then works.

Started by `sandbox.run_limited` as: python -c ... ROOT MODULE LIMITS PARENT. What holds where:
Linux on x86_64 and aarch64: everything. Linux elsewhere: no seccomp, so the network goes by a namespace of its own, and
new processes by RLIMIT_NPROC (which root escapes). Linux without Landlock: files stay readable to the child.
Other systems: the resource limits alone.
"""

import importlib
import json
import os
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

from resume_agent.lib import landlock, seccomp
from resume_agent.lib.die_with_parent import die_with_parent

MEMORY_CODE = 70
ERROR_CODE = 71
ERROR_LINE = "error: "
MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """memory, file_size: bytes. cpu, wall: seconds. Wall clock is kept by the parent, the rest by the kernel."""

    memory: int = 512 * MB
    cpu: int = 20
    wall: float = 30.0
    file_size: int = 32 * MB
    open_files: int = 64


def main() -> None:
    """Ends the process without its closing rites, which would still run code that the input may have captured."""
    root, module, limits, parent = sys.argv[1:]
    code = run(Path(root), module, Limits(**json.loads(limits)), parent=int(parent))
    sys.stdout.flush()
    os._exit(code)


def run(root: Path, module: str, limits: Limits, *, parent: int) -> int:
    """Confines this process for good and does the work. Errors are named by type and place, never by content."""
    try:
        die_with(parent)
        limit_resources(limits)
        work = importlib.import_module(module)
        shut_in(root)
        work.main()
    except MemoryError:
        return MEMORY_CODE
    except Exception as error:
        sys.stdout.write(f"{ERROR_LINE}{name_of(error)}\n")
        return ERROR_CODE
    return 0


def die_with(parent: int) -> None:
    """The child must not outlive a parent that is killed, even one killed before this line."""
    die_with_parent()
    if os.getppid() != parent:
        raise ProcessLookupError("The parent is gone.")


def limit_resources(limits: Limits) -> None:
    """Hard limits on this process."""
    for kind, soft, hard in (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        # The soft limit ends the process by SIGXCPU; the hard one is for code that catches that.
        (resource.RLIMIT_CPU, limits.cpu, limits.cpu + 1),
        (resource.RLIMIT_FSIZE, limits.file_size, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files, limits.open_files),
        (resource.RLIMIT_NPROC, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        ceiling = resource.getrlimit(kind)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)  # noqa: PLW2901 - a machine may allow less
        resource.setrlimit(kind, (soft, hard))


def shut_in(root: Path) -> None:
    """No network, no new processes, no files but the code and the working folder. Raises OSError."""
    if sys.platform != "linux":
        return
    seccomp.prctl(seccomp.PR_SET_NO_NEW_PRIVS, 1)
    if not seccomp.supported():
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)
    if landlock.supported():
        landlock.leave_only(readable=readable_places(root), writable=Path.cwd())
    if seccomp.supported():
        seccomp.refuse_dangerous_calls()


def readable_places(root: Path) -> list[Path]:
    """Code and the system's libraries. Not the root itself: settings, database and stored files may live there."""
    code = [root / "resume_agent", root / "resumes"]
    installed = [Path(place) for place in sys.path if place and Path(place) != root]
    system = [
        Path(place) for place in ("/usr/lib", "/lib", "/lib64", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom")
    ]
    return [place for place in (*code, *installed, *system, Path(sys.base_prefix) / "lib") if place.exists()]


def name_of(error: Exception) -> str:
    """ "ValueError at opening.py:120": enough to find the cause, and nothing of what the file says."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "unknown"
    return f"{type(error).__name__} at {where}"
