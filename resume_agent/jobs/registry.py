"""The kinds of background work: each app registers its own in its module `tasks`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from resume_agent.jobs.steps import Step

if TYPE_CHECKING:
    from resume_agent.jobs.models import Job
    from resume_agent.jobs.running import Run

__all__ = ["Kind", "Step", "find", "register"]


@dataclass(frozen=True)
class Kind:
    """How one kind of work is done.

    work: slow, outside any transaction, may run more than once; announces its steps by `run.step(name)`.
    save: writes what `work` returned and returns the URL of the result; runs once, in the transaction that marks the
    job done, so it must be quick and touch only the database.
    stoppable: whether the person may stop it midway; such work calls `run.check_stop()` at least once a second.
    waits: whether the work mostly waits for a server elsewhere. Of other work a worker does only so much at once.
    lease: how long a worker may be silent before it counts as dead; longer than the longest step. Each step renews it.
    """

    name: str
    steps: tuple[Step, ...]
    work: "Callable[[Run], Any]"
    save: "Callable[[Job, Any], str]"
    lease: timedelta
    max_attempts: int = 3
    stoppable: bool = False
    waits: bool = False


# Filled once while Django starts and only read after that.
_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Raises ValueError if another kind has the name."""
    if _kinds.setdefault(kind.name, kind) != kind:
        raise ValueError(f"two kinds of job are called {kind.name!r}")


def find(name: str) -> Kind | None:
    """None for a name that this process doesn't know, as an old worker during a release may not."""
    return _kinds.get(name)
