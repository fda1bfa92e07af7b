"""Whether what the product stands on answers: each probe says what is wrong, or "" when nothing is."""

import os
import queue
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import redis
from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.db import DatabaseError, connection

from resume_agent.celery import app
from resume_agent.lib.private_files import PrivateS3Storage

SECONDS = 2.0

Probe = Callable[[], str]


def database() -> str:
    """Over a connection of its own, because a pool whose database is gone answers only after half a minute."""
    own = connection.copy()
    options = {name: value for name, value in own.settings_dict["OPTIONS"].items() if name != "pool"}
    if own.vendor == "postgresql":
        options["connect_timeout"] = int(SECONDS)
    own.settings_dict = {**own.settings_dict, "OPTIONS": options}
    try:
        with own.cursor() as cursor:
            # A bare SELECT 1 would not even open SQLite's file.
            cursor.execute("SELECT 1" if own.vendor == "postgresql" else "SELECT count(*) FROM sqlite_master")
    except DatabaseError as error:
        return f"the database can't be used ({first_line(error)}): check DATABASE_URL and that it runs"
    finally:
        own.close()
    return ""


def storage() -> str:
    store = storages["default"]
    if isinstance(store, PrivateS3Storage):
        return store.problem()
    return folder(Path(store.location)) if isinstance(store, FileSystemStorage) else ""


def folder(path: Path) -> str:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError:
        return "the folder for files can't be made"
    return "" if os.access(path, os.W_OK | os.X_OK) else "the folder for files can't be written"


def broker() -> str:
    try:
        with redis.Redis.from_url(
            settings.CELERY_BROKER_URL, socket_connect_timeout=SECONDS, socket_timeout=SECONDS, retry=None
        ) as client:
            client.ping()
    except (redis.RedisError, OSError) as error:
        return f"Redis can't be used ({first_line(error)}): check REDIS_URL and that it runs"
    return ""


def first_line(error: Exception) -> str:
    """Drivers name the host, the user and what went wrong there, and never the password."""
    return str(error).strip().partition("\n")[0] or type(error).__name__


def workers() -> str:
    """At least one; asking for the first answer only makes a healthy system answer at once."""
    return "" if app.control.ping(timeout=SECONDS / 2, limit=1) else "no worker answers"


def ask(probes: Mapping[str, Probe], seconds: float = SECONDS) -> dict[str, str]:
    """All at once, and whatever has not answered within `seconds` is a problem: a black hole can't hold us."""
    answers: queue.SimpleQueue[tuple[str, str]] = queue.SimpleQueue()

    def run(name: str, probe: Probe) -> None:
        try:
            answers.put((name, probe()))
        except Exception as error:
            # Of whatever kind: a probe's job is to turn trouble into a sentence.
            answers.put((name, f"{name} failed ({type(error).__name__})"))

    for name, probe in probes.items():
        threading.Thread(target=run, args=(name, probe), daemon=True).start()
    found = dict.fromkeys(probes, f"no answer within {seconds:g} seconds")
    deadline = time.monotonic() + seconds
    for _ in probes:
        try:
            name, problem = answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            break
        found[name] = problem
    return found
