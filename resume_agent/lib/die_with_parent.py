"""Children that end when whoever started them ends, even by kill -9, so that nothing is left running."""

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1

# Loaded here and not in the function: between fork and exec nothing may take a lock that another thread holds.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(how: signal.Signals = signal.SIGKILL) -> None:
    """Have the kernel send `how` to this process when the thread that started it ends; does nothing outside Linux.

    Made for `subprocess.Popen(preexec_fn=die_with_parent)`. Start such children from a thread that lives as long
    as they may, as the main thread and those of a pool do.
    """
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, how)
