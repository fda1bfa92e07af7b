"""The cast of every test: Alice owns, Bob is staff, Charlie has no access. And which tests run where."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from resume_agent.celery import app

PASSWORD = "correct horse battery"
USES_DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With real services around, tests that touch none of them would only repeat what the fast suite has shown."""
    if "TEST_SERVICES" not in os.environ:
        return
    pure = [item for item in items if not touches_services(item)]
    items[:] = [item for item in items if touches_services(item)]
    config.hook.pytest_deselected(items=pure)


def touches_services(item: pytest.Item) -> bool:
    """Whether a test uses the database, or says by its marker what it needs."""
    marked = any(item.get_closest_marker(name) for name in ("services", "browser", "django_db"))
    return marked or not USES_DATABASE.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as in the product, so that other threads and processes of a test can open it too."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def own_media(settings: Settings, tmp_path: Path) -> None:
    """Files that a test keeps in the local folder go with the test."""
    storages = {**settings.STORAGES}
    if storages["default"]["BACKEND"].endswith("FileSystemStorage"):
        storages["default"] = {**storages["default"], "OPTIONS": {"location": str(tmp_path / "media")}}
        settings.STORAGES = storages


@pytest.fixture(autouse=True)
def no_broker(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens there: no test reaches the broker of a product that happens to run on this machine."""
    nowhere = "redis://127.0.0.1:1/0"
    settings.CELERY_BROKER_URL = nowhere
    monkeypatch.setitem(app.conf, "broker_write_url", nowhere)


@cache
def _hashed() -> str:
    """Once for all tests: it is made to take long."""
    return make_password(PASSWORD)


def _person(email: str, **fields: Any) -> User:
    return User.objects.create(email=email, password=_hashed(), **fields)


@pytest.fixture
def alice(db: None) -> User:
    return _person("alice@example.com")


@pytest.fixture
def bob(db: None) -> User:
    return _person("bob@example.com", is_staff=True)


@pytest.fixture
def charlie(db: None) -> User:
    return _person("charlie@example.com")


def _logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def alices(alice: User) -> Client:
    """Alice's browser."""
    return _logged_in(alice)


@pytest.fixture
def bobs(bob: User) -> Client:
    return _logged_in(bob)


@pytest.fixture
def charlies(charlie: User) -> Client:
    return _logged_in(charlie)
