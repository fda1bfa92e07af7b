"""A provider that a test tells what to answer: one server for all tests of this app, as good as new for each."""

from collections import deque
from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.provider.server import Provider, provider


@pytest.fixture(scope="session")
def only_provider() -> Iterator[Provider]:
    with provider() as running:
        yield running


@pytest.fixture
def fake(settings: Settings, only_provider: Provider) -> Provider:
    only_provider.queue, only_provider.asked, only_provider.then = deque(), [], Provider().then
    settings.OPENAI_API_KEY = "sk-test"
    settings.OPENAI_BASE_URL = only_provider.url
    return only_provider
