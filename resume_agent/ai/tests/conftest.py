"""A provider that a test tells what to answer, and settings that lead to it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from tests.provider.server import Provider, provider


@pytest.fixture
def fake(settings: Settings) -> Iterator[Provider]:
    with provider() as running:
        settings.OPENAI_API_KEY = "sk-test"
        settings.OPENAI_BASE_URL = running.url
        yield running
