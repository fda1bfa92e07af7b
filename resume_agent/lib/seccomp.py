"""Takes system calls away from the calling process for good: network, new programs, reach into other processes.

A classic BPF program handed to the kernel through prctl. Refused calls fail with EPERM, so a library that tries one
sees an ordinary error. Linux on x86_64 and aarch64; `supported` says whether this machine is one of them.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from dataclasses import dataclass, field

PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
MODE_FILTER = 2
CLONE_THREAD = 0x00010000
X32_CALLS = 0x40000000

# From linux/bpf_common.h and linux/seccomp.h.
LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_IF_SET, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
KILL_PROCESS, REFUSE, ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
CALL_NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16

# The same number on every architecture: pidfd_send_signal, io_uring_setup/enter/register, open_tree, move_mount,
# fsopen, fsconfig, fsmount, fspick, pidfd_open, pidfd_getfd, process_madvise, mount_setattr, fchmodat2.
NEW_CALLS = (424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 438, 440, 442, 452)
CLONE3 = 435


@dataclass(frozen=True)
class Machine:
    """Call numbers of one architecture (asm/unistd_64.h and asm-generic/unistd.h)."""

    audit: int
    refused: tuple[int, ...]
    clone: int
    prlimit: int
    signals: tuple[int, ...]
    """kill, tkill, tgkill: allowed towards the process itself, which is how abort() works."""
    other_abi: int = field(default=0)


MACHINES = {
    "x86_64": Machine(
        audit=0xC000003E,
        # socket socketpair · fork vfork execve execveat · ptrace process_vm_readv process_vm_writev kcmp
        # rt_sigqueueinfo rt_tgsigqueueinfo · unshare setns mount umount2 pivot_root chroot · chmod fchmod fchmodat
        # chown fchown lchown fchownat · setxattr lsetxattr fsetxattr · setrlimit bpf perf_event_open userfaultfd
        # add_key request_key keyctl · name_to_handle_at open_by_handle_at · init_module finit_module delete_module
        # kexec_load
        refused=(
            *(41, 53, 57, 58, 59, 322, 101, 310, 311, 312, 129, 297, 272, 308, 165, 166, 155, 161, 90, 91, 268, 92),
            *(93, 94, 260, 188, 189, 190, 160, 321, 298, 323, 248, 249, 250, 303, 304, 175, 313, 176, 246),
        ),
        clone=56,
        prlimit=302,
        signals=(62, 200, 234),
        other_abi=X32_CALLS,
    ),
    "aarch64": Machine(
        audit=0xC00000B7,
        # As above, without the calls that this architecture never had (fork, vfork, chmod, chown, lchown).
        refused=(
            *(198, 199, 221, 281, 117, 270, 271, 272, 138, 240, 97, 268, 40, 39, 41, 51, 52, 53, 54, 55),
            *(5, 6, 7, 164, 280, 241, 282, 217, 218, 219, 264, 265, 105, 273, 106, 104),
        ),
        clone=220,
        prlimit=261,
        signals=(129, 130, 131),
    ),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def supported() -> bool:
    return sys.platform == "linux" and platform.machine() in MACHINES


def refuse_dangerous_calls() -> None:
    """Can't be undone. Raises OSError if the kernel has no seccomp."""
    program = build(MACHINES[platform.machine()], pid=os.getpid())
    holder = _Program(len(program) // 8, program)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_SECCOMP, MODE_FILTER, ctypes.addressof(holder))


def prctl(option: int, *arguments: int) -> None:
    """prctl(2). Raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    padded = (*arguments, 0, 0, 0, 0)[:4]
    if libc.prctl(option, *(ctypes.c_ulong(argument) for argument in padded)) != 0:
        raise OSError(ctypes.get_errno(), f"prctl({option})")


def build(machine: Machine, *, pid: int) -> bytes:
    """The filter as the kernel takes it: eight bytes an instruction."""
    refuse, allow = _step(RETURN, REFUSE | errno.EPERM), _step(RETURN, ALLOW)
    parts = [
        _step(LOAD, ARCHITECTURE),
        _step(JUMP_EQUAL, machine.audit, yes=1),
        _step(RETURN, KILL_PROCESS),
        _step(LOAD, CALL_NUMBER),
    ]
    if machine.other_abi:
        parts += [_step(JUMP_AT_LEAST, machine.other_abi, no=1), refuse]
    for call in (*machine.refused, *NEW_CALLS):
        parts += [_step(JUMP_EQUAL, call, no=1), refuse]
    # The C library falls back to clone, whose flags this filter can see.
    parts += [_step(JUMP_EQUAL, CLONE3, no=1), _step(RETURN, REFUSE | errno.ENOSYS)]
    parts += [_step(JUMP_EQUAL, machine.clone, no=4), _step(LOAD, _low_half(0)), _step(JUMP_IF_SET, CLONE_THREAD, no=1)]
    parts += [allow, refuse]
    for call in machine.signals:
        parts += [_step(JUMP_EQUAL, call, no=4), _step(LOAD, _low_half(0)), _step(JUMP_EQUAL, pid, no=1), allow, refuse]
    # Reading a limit is harmless, setting one isn't: the third argument is the new limit's address.
    parts += [_step(JUMP_EQUAL, machine.prlimit, no=6), _step(LOAD, _low_half(2)), _step(JUMP_EQUAL, 0, no=3)]
    parts += [_step(LOAD, _low_half(2) + 4), _step(JUMP_EQUAL, 0, no=1), allow, refuse]
    return b"".join([*parts, allow])


def _step(code: int, operand: int, *, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("<HBBI", code, yes, no, operand)


def _low_half(argument: int) -> int:
    """Where the low 32 bits of a call's argument stand (little endian)."""
    return ARGUMENTS + 8 * argument
