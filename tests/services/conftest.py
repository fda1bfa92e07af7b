"""Real services for the tests of this folder."""

from tests.services.valkey import running_valkey, valkey
from tests.services.worker import evidence, processes, second_worker, shared_worker, worker

__all__ = ["evidence", "processes", "running_valkey", "second_worker", "shared_worker", "valkey", "worker"]
