"""A database made by every real migration, once: that takes a minute, a copy of it a moment.

It is kept as a dump in var/, named for all that it was made from.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.services.postgres import PACKAGE

ROOT = Path(__file__).resolve().parents[2]
NAME = "template_resume"
PROGRAMS = PACKAGE / "pginstall" / "bin"


def make_template(url: str) -> None:
    """Makes the database `NAME` in the server of `url`."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {NAME}")
    template = urlunsplit(urlsplit(url)._replace(path=f"/{NAME}"))
    dump = ROOT / "var" / f"test-template-{fingerprint()}.dump"
    if dump.exists():
        run("pg_restore", "--no-owner", f"--dbname={template}", str(dump))
        return
    sys.stdout.write("Running every real migration once (about a minute; kept for the next run)\n")
    sys.stdout.flush()
    environment = {**os.environ, "DATABASE_URL": template, "DJANGO_SETTINGS_MODULE": "resume_agent.settings"}
    for command in (["migrate", "--verbosity=0"], ["createcachetable"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
    keep(template, dump)


def keep(template: str, dump: Path) -> None:
    for old in dump.parent.glob("test-template-*"):
        old.unlink()
    dump.parent.mkdir(exist_ok=True)
    unfinished = dump.with_suffix(f".{os.getpid()}")
    run("pg_dump", "--format=custom", f"--file={unfinished}", template)
    unfinished.rename(dump)


def run(program: str, *arguments: str) -> None:
    subprocess.run([PROGRAMS / program, *arguments], check=True)


def fingerprint() -> str:
    """Changes with each migration of ours and with each package that brings some."""
    made_from = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for file in sorted(ROOT.glob("*/migrations/*.py")) + sorted(ROOT.glob("*/*/migrations/*.py")):
        made_from.update(file.name.encode() + file.read_bytes())
    return made_from.hexdigest()[:16]
