"""Real services for the tests of this folder."""

from tests.services.asking import asking_worker, fake
from tests.services.valkey import running_valkey, valkey
from tests.services.worker import evidence, processes, second_worker, shared_worker, worker

__all__ = [
    "asking_worker",
    "evidence",
    "fake",
    "processes",
    "running_valkey",
    "second_worker",
    "shared_worker",
    "valkey",
    "worker",
]
