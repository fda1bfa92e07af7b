"""The whole product as `make run` serves it, on data of its own: broker, web and worker as real processes."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from resume_agent.lib.die_with_parent import die_with_parent
from tests.services.template import NAME as TEMPLATE

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def product(folder: Path, **more: str) -> Iterator[str]:
    """Yields its address. Uses the services that the environment names, embedded ones where it names none.

    more: of its environment.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"PORT": str(port), "DATA_DIR": str(folder), "DATABASE_URL": _database(folder)}
    process = subprocess.Popen(
        [sys.executable, "scripts/run.py"],
        cwd=ROOT,
        env={**os.environ, **own, **more, "DJANGO_SETTINGS_MODULE": "resume_agent.settings"},
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=die_with_parent,
    )
    try:
        yield _ready(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def _database(folder: Path) -> str:
    """Of its own: a file, or in the PostgreSQL of `tests.services.launch` a copy of the template."""
    if "TEST_SERVICES" not in os.environ:
        return f"sqlite:///{folder}/db.sqlite3"
    server, name = os.environ["DATABASE_URL"], f"journey_{os.getpid()}_{folder.name}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def _ready(process: "subprocess.Popen[str]") -> str:
    """The address that the ready line names. Raises RuntimeError with what was said instead."""
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ready: "):
            return line.removeprefix("Ready: ").strip()
    raise RuntimeError("The product did not start:\n" + "".join(said))
