"""Health, with dependencies that are really there, really dead, and really silent."""

import socket
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync
from django.core.files.storage import storages
from django.test import AsyncClient, Client
from pytest_django import Settings

from resume_agent import probes
from resume_agent.lib.embedded_valkey import free_port

S3 = "resume_agent.lib.private_files.PrivateS3Storage"


@pytest.fixture
def black_hole() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(16)
        yield silent.getsockname()[1]


def use_s3(settings: Settings, port: int) -> None:
    keys = {"access_key": "a", "secret_key": "b", "bucket_name": "resumes", "region_name": "us-east-1"}
    options = {**keys, "endpoint_url": f"http://127.0.0.1:{port}"}
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": S3, "OPTIONS": options}}


def test_live_says_so_and_who_it_is(client: Client) -> None:
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json().keys() == {"status", "timestamp", "service"}
    assert (response.json()["status"], response.json()["service"]) == ("ok", "AI Resume Agent")


def test_the_time_is_iso_with_milliseconds(client: Client) -> None:
    stamp = client.get("/health").json()["timestamp"]
    assert len(stamp) == len("2025-11-17T12:00:00.000Z")
    assert stamp.endswith("Z")
    assert datetime.fromisoformat(stamp).tzinfo


def test_live_needs_no_database(client: Client) -> None:
    # Without the django_db mark, pytest-django fails whatever reaches for it.
    assert client.get("/health").status_code == 200


@pytest.mark.django_db
def test_ready_names_its_dependencies(client: Client) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 200
    answer = response.json()
    assert answer.pop("timestamp")
    assert answer == {"status": "ready", "database": True, "minio": True}


@pytest.mark.django_db
def test_detailed_shows_everything(client: Client, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{free_port()}/0"
    response = client.get("/health/detailed")
    assert response.json().keys() == {"status", "database", "minio", "redis", "workers", "timestamp"}


@pytest.mark.django_db
def test_without_a_broker_pages_work_and_the_service_is_degraded(client: Client, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{free_port()}/0"
    assert client.get("/health/ready").status_code == 200
    response = client.get("/health/detailed")
    assert (response.status_code, response.json()["status"], response.json()["redis"]) == (200, "degraded", False)


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/health/ready", "/health/detailed"])
def test_with_the_storage_gone_it_is_not_ready(client: Client, settings: Settings, page: str) -> None:
    use_s3(settings, free_port())
    response = client.get(page)
    assert response.status_code == 503
    assert (response.json()["status"], response.json()["minio"]) == ("not_ready", False)
    assert response.json()["database"] is True


@pytest.mark.django_db
def test_a_folder_that_cannot_be_made_is_no_storage(client: Client, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    options = {"location": tmp_path / "file" / "media"}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options},
    }
    assert client.get("/health/ready").json()["minio"] is False


@pytest.mark.django_db
def test_silent_dependencies_are_given_two_seconds_in_all(client: Client, settings: Settings, black_hole: int) -> None:
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{black_hole}/0"
    use_s3(settings, black_hole)
    began = time.monotonic()
    response = client.get("/health/detailed")
    assert time.monotonic() - began < 3
    assert (response.json()["minio"], response.json()["redis"]) == (False, False)


def test_a_probe_that_hangs_is_left_behind() -> None:
    def slow() -> str:
        time.sleep(5)
        return ""

    found = probes.ask({"slow": slow, "quick": lambda: ""}, seconds=0.2)
    assert found == {"slow": "no answer within 0.2 seconds", "quick": ""}


def test_a_probe_that_crashes_is_a_problem_and_no_crash() -> None:
    assert probes.ask({"broken": lambda: str(1 / 0)}) == {"broken": "broken failed (ZeroDivisionError)"}


def test_any_host_name_will_do_and_nothing_redirects(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health", headers={"host": "10.1.2.3"}).status_code == 200


def test_answers_are_never_kept(client: Client) -> None:
    assert client.get("/health")["Cache-Control"] == "no-store"


def test_nothing_can_be_sent(client: Client) -> None:
    assert client.post("/health").status_code == 405


def test_under_asgi_other_pages_are_left_alone() -> None:
    assert async_to_sync(AsyncClient().get)("/static/nothing.css").status_code == 404


def test_a_slash_more_is_another_page(client: Client) -> None:
    assert client.get("/health/readyy").status_code in {302, 404}


@pytest.mark.django_db(transaction=True)
def test_it_answers_under_asgi() -> None:
    response = async_to_sync(AsyncClient().get)("/health/ready")
    assert response.json()["status"] == "ready"


def test_no_answer_holds_a_reason_or_an_address(client: Client, settings: Settings) -> None:
    use_s3(settings, free_port())
    assert "127.0.0.1" not in client.get("/health/ready").content.decode()
    assert storages["default"]
