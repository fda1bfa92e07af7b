"""Leaves the tests that call a real provider out of every run that wasn't given a key."""

import os

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Left out and not skipped: a skipped test looks like one that waits for somebody."""
    if os.environ.get("OPENAI_API_KEY"):
        return
    live = [item for item in items if item.get_closest_marker("live")]
    items[:] = [item for item in items if item not in live]
    config.hook.pytest_deselected(items=live)
