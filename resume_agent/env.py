"""The environment, read and validated once per process; all mistakes in one message."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

import environ

from resume_agent import env_forms as forms
from resume_agent.env_table import ROOT, Environment, variables


def read_environment(given: Mapping[str, str] | None = None, file: Path | None = None) -> Environment:
    """Reads the process's variables, then `.env`. Raises SystemExit(1) after printing every mistake at once."""
    given = os.environ if given is None else given
    from_file, mistakes = read_file(file or Path(given.get("ENV_FILE") or ROOT / ".env"))
    # An empty value in the process hides the file's: it means "not configured", here as everywhere.
    values = {**from_file, **given}
    values = {name: value.strip() for name, value in values.items() if value.strip()}
    production = values.get("DJANGO_ENV") == "production"
    mistakes += find_mistakes(values, production=production)
    if mistakes:
        sys.stderr.write("CONFIGURATION ERROR\n" + "".join(f"{line}\n" for line in mistakes))
        raise SystemExit(1)
    return Environment(**dict(typed(values, production=production)))


def read_file(path: Path) -> tuple[dict[str, str], list[str]]:
    """The values of a `.env` file, and a sentence on each line that can't be one."""
    if not path.is_file():
        return {}, []
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    good, mistakes = [], []
    for number, line in enumerate((line.strip() for line in lines), start=1):
        if not line or line.startswith("#"):
            continue
        if re.match(r"(export )?\w+=", line):
            good.append(line)
        else:
            mistakes.append(f"{path.name} line {number} must look like NAME=value")
    return parse_dotenv(good), mistakes


def parse_dotenv(lines: list[str]) -> dict[str, str]:
    class Reader(environ.Env):  # type: ignore[misc] # the package has no types
        ENVIRON: ClassVar[dict[str, str]] = {}

    Reader.read_env(StringIO("\n".join(lines)))
    return Reader.ENVIRON


def find_mistakes(values: Mapping[str, str], *, production: bool) -> list[str]:
    mistakes = []
    for entry in variables():
        value = values.get(entry.name, "")
        if value and (problem := entry.problem(value, production=production)):
            mistakes.append(entry.mistake(problem))
        if not value and production and entry.production is None:
            mistakes.append(entry.mistake("is required"))
    return mistakes + missing_partners(values)


def missing_partners(values: Mapping[str, str]) -> list[str]:
    known = {entry.name: entry for entry in variables()}
    wanted: dict[str, str] = {}
    for entry in known.values():
        if entry.name in values:
            wanted |= {name: entry.name for name in entry.needs if name not in values and name not in wanted}
    return [known[name].mistake(f"is required with {by}") for name, by in wanted.items()]


def typed(values: Mapping[str, str], *, production: bool) -> Iterator[tuple[str, Any]]:
    for entry in variables():
        default = entry.production if production else entry.development
        value = values.get(entry.name) or default or ""
        if entry.name == "EMAIL_FROM" and not value:
            value = f"AI Resume Agent <no-reply@{urlsplit(values.get('FRONTEND_URL', '')).hostname or 'localhost'}>"
        yield entry.name.lower(), convert(entry.name, value)


def convert(name: str, value: str) -> str | bool | float | tuple[str, ...] | tuple[float, ...]:
    if name in {"AI_DAILY_CAP_PERSON", "AI_DAILY_CAP_SITE"}:
        return float(value)
    if name == "OPENAI_PRICE":
        return tuple(float(part) for part in value.split(","))
    if name == "DEBUG":
        return value.lower() in forms.TRUE
    if name == "ALLOWED_HOSTS":
        return tuple(host.strip() for host in value.split(","))
    if name in {"MINIO_ENDPOINT", "MINIO_PUBLIC_ENDPOINT"}:
        return forms.with_scheme(value) if value else ""
    if name == "FRONTEND_URL":
        return value.rstrip("/")
    return value


def mailer(url: str, *, folder: Path) -> dict[str, Any]:
    """Django's MAILERS entry for an EMAIL_URL; `folder` keeps development's mails."""
    if url == "devmail://":
        return {"BACKEND": "resume_agent.dev_mail.DevMailBackend", "OPTIONS": {"folder": folder}}
    parts = urlsplit(url)
    ssl, tls = parts.scheme in {"smtp+ssl", "smtps"}, parts.scheme == "smtp+tls"
    options = {
        "host": parts.hostname,
        "port": parts.port or (465 if ssl else 587 if tls else 25),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": ssl,
        "use_tls": tls,
        "timeout": 10,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
