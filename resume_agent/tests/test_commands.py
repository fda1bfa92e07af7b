"""The commands that make a machine ready, run as an operator runs them."""

import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as product
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from resume_agent.env_table import ROOT
from resume_agent.lib.embedded_valkey import EmbeddedValkey, free_port
from resume_agent.tests.test_health import use_s3


@pytest.fixture(scope="session")
def broker_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with EmbeddedValkey(tmp_path_factory.mktemp("commands-valkey")) as server:
        yield server.url


@pytest.fixture
def broker(broker_url: str, settings: Settings) -> None:
    settings.CELERY_BROKER_URL = broker_url


def run(*command: str) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_waiting_ends_when_all_answer(broker: None) -> None:
    told = run("wait_for_services", "--timeout", "5")
    for name in ("Redis", "File storage"):
        assert f"{name} is ready" in told


@pytest.mark.django_db
def test_waiting_gives_up_and_names_the_one(settings: Settings) -> None:
    settings.CELERY_BROKER_URL = f"redis://:hushhush@127.0.0.1:{free_port()}/0"
    with pytest.raises(CommandError, match=r"Not ready after 0.6 seconds. Redis: .* check REDIS_URL") as refused:
        run("wait_for_services", "--timeout", "0.6")
    assert "hushhush" not in str(refused.value)


@pytest.mark.django_db
def test_off_a_terminal_no_colours_are_told(broker: None) -> None:
    assert "\x1b" not in run("wait_for_services", "--timeout", "5")


def use_folder(settings: Settings, folder: Path) -> None:
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**settings.STORAGES, "default": backend}


def test_without_s3_no_bucket_is_needed(settings: Settings, tmp_path: Path) -> None:
    use_folder(settings, tmp_path / "media")
    assert "no bucket is needed" in run("ensure_buckets")


def test_a_storage_that_cannot_be_reached_is_told_in_a_line(settings: Settings) -> None:
    use_s3(settings, free_port())
    with pytest.raises(CommandError, match="The bucket isn't ready: the storage can't be reached") as refused:
        run("ensure_buckets")
    assert "\n" not in str(refused.value)


def test_a_folder_that_cannot_be_made_is_told_in_a_line(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    use_folder(settings, tmp_path / "file" / "media")
    with pytest.raises(CommandError, match="the folder for files can't be made"):
        run("ensure_buckets")


@pytest.mark.django_db
def test_preparing_twice_does_nothing_the_second_time(broker: None) -> None:
    run("prepare")
    told = run("prepare")
    assert "nothing to do" in told
    assert told.rstrip().endswith("Prepared")


@pytest.mark.django_db
def test_an_administrator_gets_a_link_that_sets_the_password(broker: None, client: Client) -> None:
    told = run("prepare", "--admin-email", "alice@example.com")
    link = told.partition("Choose the password once, here: ")[2].split()[0]
    assert link.startswith(product.ENV.frontend_url)
    page = client.get(link.removeprefix(product.ENV.frontend_url), follow=True)
    assert b"password1" in page.content
    assert User.objects.get(email="alice@example.com").is_superuser


@pytest.mark.django_db
def test_an_administrator_can_log_in_without_confirming_the_address(broker: None) -> None:
    run("prepare", "--admin-email", "alice@example.com")
    assert EmailAddress.objects.get(email="alice@example.com").verified


@pytest.mark.django_db
def test_somebody_who_is_there_becomes_an_administrator_and_keeps_the_password(broker: None, alice: User) -> None:
    told = run("prepare", "--admin-email", "Alice@example.com")
    alice.refresh_from_db()
    assert alice.is_superuser
    assert alice.has_usable_password()
    assert "Choose the password" not in told


@pytest.mark.django_db
def test_production_wants_its_static_files_collected(broker: None, settings: Settings, tmp_path: Path) -> None:
    settings.PRODUCTION, settings.STATIC_ROOT = True, tmp_path
    with pytest.raises(CommandError, match=r"run manage\.py collectstatic"):
        run("prepare")
    (tmp_path / "staticfiles.json").touch()
    assert "Static files are collected" in run("prepare")


def prepare_elsewhere(database: Path, broker_url: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{database}", "REDIS_URL": broker_url}
    return subprocess.Popen(
        [sys.executable, "manage.py", "prepare", "--timeout", "10"],
        cwd=ROOT,
        env=environment | {"ENV_FILE": os.devnull, "DJANGO_SETTINGS_MODULE": "resume_agent.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_at_once_make_one_database(tmp_path: Path, broker_url: str) -> None:
    both = [prepare_elsewhere(tmp_path / "db.sqlite3", broker_url) for _ in range(2)]
    told = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert sorted("nothing to do" in out for out, _ in told) == [False, True]


def test_a_migration_that_fails_says_why_and_what_to_do(tmp_path: Path, broker_url: str) -> None:
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        database.execute("CREATE TABLE django_session (other integer)")
    process = prepare_elsewhere(tmp_path / "db.sqlite3", broker_url)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.startswith('CommandError: Migrations failed: table "django_session" already exists.')
    assert "run prepare again" in err
    assert "Traceback" not in err


@pytest.mark.django_db
def test_an_administrator_may_get_a_password_from_the_environment(broker: None, settings: Settings) -> None:
    settings.ENV = replace(product.ENV, admin_password="correct horse battery")
    told = run("prepare", "--admin-email", "alice@example.com")
    assert User.objects.get(email="alice@example.com").check_password("correct horse battery")
    assert "Choose the password" not in told


@pytest.mark.django_db
def test_an_administrator_stays_one(broker: None) -> None:
    run("prepare", "--admin-email", "alice@example.com")
    run("prepare", "--admin-email", "alice@example.com")
    assert User.objects.filter(is_superuser=True).count() == 1
