"""One real Valkey for the whole run of the service tests."""

from collections.abc import Iterator

import pytest
import redis
from pytest_django import Settings

from resume_agent.celery import app
from resume_agent.lib.embedded_valkey import EmbeddedValkey


@pytest.fixture(scope="session")
def running_valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedValkey]:
    with EmbeddedValkey(tmp_path_factory.mktemp("valkey")) as server:
        yield server


@pytest.fixture
def valkey(
    running_valkey: EmbeddedValkey, no_broker: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[EmbeddedValkey]:
    """Empty, and what this process sends to and publishes in. A test may kill it and start it again."""
    settings.CELERY_BROKER_URL = running_valkey.url
    settings.JOBS_RESEND_SECONDS = 2
    monkeypatch.setitem(app.conf, "broker_write_url", running_valkey.url)
    flush(running_valkey)
    yield running_valkey
    if running_valkey.process is None:
        running_valkey.start()


def flush(server: EmbeddedValkey) -> None:
    """Forget everything, as a broker without a disk does when it restarts."""
    with redis.Redis.from_url(server.url) as client:
        client.flushall()


def queued_messages(server: EmbeddedValkey) -> int:
    with redis.Redis.from_url(server.url) as client:
        return int(client.llen("celery"))
