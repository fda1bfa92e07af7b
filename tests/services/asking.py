"""A worker that asks the fake provider, for tests that need both."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.provider.server import Provider, provider
from tests.services.worker import WORKER, Process


@pytest.fixture(scope="module")
def fake() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def asking_worker(
    fake: Provider, processes: Callable[..., Process], shared_worker: Process, evidence: Path
) -> Iterator[Process]:
    """The only worker, with a key. Killed at the end; the other tests start theirs again."""
    shared_worker.kill()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_API_KEY", "sk-test")
        patch.setenv("OPENAI_BASE_URL", fake.url)
        process = processes(WORKER, ready="ready.", evidence=evidence)
    yield process
    process.kill()
