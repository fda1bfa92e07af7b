"""Long waits without a connection to the database, of which there are fewer than threads."""

from django.db import connections


def give_back() -> None:
    """This thread's connections go back to their pool, or end where there is none, unless a transaction is open."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
