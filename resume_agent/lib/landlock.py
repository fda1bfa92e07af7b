"""Leaves the calling process only the folders it needs, by Linux's Landlock: an exploited parser can't read secrets.

Also closes /proc/<other process>/environ, which plain file permissions leave open to the same user.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

# The same numbers on every architecture.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION = 1
PATH_BENEATH = 1

# From linux/landlock.h.
WRITE_FILE, READ_FILE, READ_DIR, MAKE_REGULAR = 1 << 1, 1 << 2, 1 << 3, 1 << 8
FIRST_VERSION, REFER, TRUNCATE = (1 << 13) - 1, 1 << 13, 1 << 14


def supported() -> bool:
    return sys.platform == "linux" and _version() > 0


def leave_only(*, readable: Iterable[Path], writable: Path) -> None:
    """Everything else is refused from now on. Needs no_new_privs. Raises OSError."""
    handled = FIRST_VERSION | (REFER if _version() >= 2 else 0) | (TRUNCATE if _version() >= 3 else 0)
    ruleset = _call(CREATE_RULESET, struct.pack("=Q", handled), 8, 0)
    for path in readable:
        _allow(ruleset, path, READ_FILE | (READ_DIR if path.is_dir() else 0))
    _allow(ruleset, writable, handled & (READ_FILE | READ_DIR | WRITE_FILE | MAKE_REGULAR | TRUNCATE))
    _call(RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    _call(ADD_RULE, ruleset, PATH_BENEATH, struct.pack("=Qi", rights, folder), 0)
    os.close(folder)


def _version() -> int:
    """0 when the kernel has no Landlock, or has it switched off."""
    return max(0, _syscall(CREATE_RULESET, None, 0, ASK_VERSION))


def _call(number: int, *arguments: int | bytes) -> int:
    answer = _syscall(number, *arguments)
    if answer < 0:
        raise OSError(ctypes.get_errno(), f"landlock call {number}")
    return answer


def _syscall(number: int, *arguments: int | bytes | None) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    typed = (ctypes.c_long(value) if isinstance(value, int) else ctypes.c_char_p(value) for value in arguments)
    return int(libc.syscall(ctypes.c_long(number), *typed))
