"""One at a time, over processes and machines that share a database."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.backends.base.base import BaseDatabaseWrapper

# Any number will do, as long as every release uses the same one.
PREPARING = 7_246_001


@contextmanager
def one_at_a_time(connection: BaseDatabaseWrapper, file: Path) -> Iterator[None]:
    """Waits for its turn: an advisory lock on PostgreSQL, gone with its session; else a lock on `file`."""
    if connection.vendor != "postgresql":
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        return
    own = connection.copy()
    # Not from the pool: the lock must live and die with this block.
    options = {name: value for name, value in own.settings_dict["OPTIONS"].items() if name != "pool"}
    own.settings_dict = {**own.settings_dict, "OPTIONS": options}
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARING])
            yield
    finally:
        own.close()
