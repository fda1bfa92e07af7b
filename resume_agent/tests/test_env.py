"""Configuration: every mistake told at once, before anything runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from resume_agent.env import mailer, read_environment
from resume_agent.env_table import ROOT, Environment, as_markdown, variables

NOWHERE = Path("/nonexistent/.env")
PRODUCTION = {
    "DJANGO_ENV": "production",
    "SECRET_KEY": "kD9fQ2xV7bN4mS8tW1zC6rY3hJ5pL0gA-eU_iO9aX2vB4nM7qT1w",
    "ALLOWED_HOSTS": "resumes.example.com",
    "FRONTEND_URL": "https://resumes.example.com",
    "DATABASE_URL": "postgres://user:password@db:5432/resumes",
    "REDIS_URL": "redis://redis:6379/0",
    "EMAIL_URL": "smtp+tls://user:p%40ss@mail.example.com",
}


def read(**values: str) -> Environment:
    return read_environment(values, NOWHERE)


def mistakes(capsys: pytest.CaptureFixture[str], values: dict[str, str]) -> list[str]:
    """The lines told on stderr, the heading left out."""
    with pytest.raises(SystemExit) as stopped:
        read_environment(values, NOWHERE)
    assert stopped.value.code == 1
    heading, *lines = capsys.readouterr().err.splitlines()
    assert heading == "CONFIGURATION ERROR"
    return lines


def test_development_needs_nothing() -> None:
    env = read()
    assert not env.production
    assert env.debug
    assert env.database_url.startswith("sqlite:///")


def test_a_full_production_environment_is_accepted() -> None:
    env = read(**PRODUCTION)
    assert env.production
    assert not env.debug
    assert env.allowed_hosts == ("resumes.example.com",)


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "ALLOWED_HOSTS", "FRONTEND_URL", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"]
)
def test_production_says_what_is_missing(capsys: pytest.CaptureFixture[str], name: str) -> None:
    (line,) = mistakes(capsys, {**PRODUCTION, name: ""})
    assert line.startswith(f"{name} is required: ")
    assert ", e.g. " in line


def test_all_mistakes_come_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    lines = mistakes(capsys, {"DJANGO_ENV": "production", "DEBUG": "1", "MINIO_ENDPOINT": "minio:9000"})
    assert len(lines) == 9


def test_the_line_on_the_database_is_the_one_that_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = mistakes(capsys, {**PRODUCTION, "DATABASE_URL": " "})
    assert line == "DATABASE_URL is required: where the data lives, e.g. postgres://user:password@host:5432/name"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DJANGO_ENV", "staging"),
        ("DEBUG", "maybe"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "https://resumes.example.com"),
        ("FRONTEND_URL", "resumes.example.com"),
        ("FRONTEND_URL", "https://resumes.example.com/path"),
        ("FRONTEND_URL", "http://[::1"),
        ("DATABASE_URL", "mysql://user:hushhush@db/name"),
        ("DATABASE_URL", "postgres:///name"),
        ("DATABASE_URL", "postgres://db"),
        ("DATABASE_URL", "postgres://db:99999/name"),
        ("DATABASE_URL", "sqlite://"),
        ("REDIS_URL", "http://redis:6379"),
        ("REDIS_URL", "redis://redis:6379/first"),
        ("MINIO_BUCKET", "Re_sumes"),
        ("OPENAI_BASE_URL", "api.openai.com/v1"),
        ("STRIPE_API_KEY", "pk_test_" + "0" * 24),
        ("STRIPE_API_KEY", "hushhush"),
        ("EMAIL_URL", "mail.example.com"),
        ("EMAIL_FROM", "nobody"),
        ("SENTRY_DSN", "https://sentry.io/1"),
        ("PORT", "70000"),
        ("TRUSTED_PROXY_COUNT", "many"),
        ("WEB_CONCURRENCY", "0"),
    ],
)
def test_a_malformed_value_is_refused(capsys: pytest.CaptureFixture[str], name: str, value: str) -> None:
    (line,) = mistakes(capsys, {name: value})
    assert line.startswith(f"{name} must ")
    assert "hushhush" not in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "true"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "x" * 60),
        ("SECRET_KEY", "development-only-" + "kD9fQ2xV7bN4mS8tW1zC6rY3hJ5pL0gA"),
        ("DATABASE_URL", "sqlite:////srv/db.sqlite3"),
        ("FRONTEND_URL", "http://resumes.example.com"),
        ("EMAIL_URL", "devmail://"),
    ],
)
def test_production_refuses_what_development_allows(capsys: pytest.CaptureFixture[str], name: str, value: str) -> None:
    read(**{name: value})
    (line,) = mistakes(capsys, {**PRODUCTION, name: value})
    assert line.startswith(f"{name} must ")
    assert value not in line.partition(", e.g.")[0]


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("MINIO_ENDPOINT", "http://minio:9000", ["MINIO_ACCESS_KEY", "MINIO_SECRET_KEY"]),
        ("MINIO_SECRET_KEY", "secret", ["MINIO_ENDPOINT"]),
        ("GOOGLE_CLIENT_ID", "id", ["GOOGLE_CLIENT_SECRET"]),
        ("GITHUB_CLIENT_SECRET", "secret", ["GITHUB_CLIENT_ID"]),
        ("OIDC_CLIENT_ID", "id", ["OIDC_CLIENT_SECRET", "OIDC_SERVER_URL"]),
        ("STRIPE_WEBHOOK_SECRET", "whsec_0123456789", ["STRIPE_API_KEY"]),
    ],
)
def test_a_group_is_set_as_a_whole(
    capsys: pytest.CaptureFixture[str], name: str, value: str, wanted: list[str]
) -> None:
    lines = mistakes(capsys, {name: value})
    assert [line.split(" is required with ")[0] for line in lines] == wanted


def test_a_bare_storage_address_gets_its_scheme() -> None:
    env = read(MINIO_ENDPOINT="minio:9000", MINIO_ACCESS_KEY="a", MINIO_SECRET_KEY="b")
    assert env.minio_endpoint == "http://minio:9000"


def test_the_sender_is_at_the_address_of_the_site() -> None:
    assert read(**PRODUCTION).email_from == "AI Resume Agent <no-reply@resumes.example.com>"


def test_the_file_fills_what_the_process_leaves_open(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("# a comment\n\nMINIO_BUCKET='from-file'\nexport PORT=9000\n")
    env = read_environment({"PORT": "9001"}, file)
    assert (env.minio_bucket, env.port) == ("from-file", "9001")


def test_an_empty_value_in_the_process_hides_the_one_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("OPENAI_API_KEY=sk-from-file\n")
    assert read_environment({"OPENAI_API_KEY": ""}, file).openai_api_key == ""


def test_a_line_that_is_no_setting_is_told_by_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=9000\nSECRET_KEY: hushhush\n")
    with pytest.raises(SystemExit):
        read_environment({"ENV_FILE": str(file)})
    told = capsys.readouterr().err
    assert ".env line 2 must look like NAME=value" in told
    assert "hushhush" not in told


def test_every_example_passes_its_own_check() -> None:
    for entry in variables():
        # The secret key's example says how to make one.
        production = entry.name != "SECRET_KEY"
        assert entry.problem(entry.example, production=production) == "", entry.name


def test_every_default_passes_its_own_check() -> None:
    for entry in variables():
        assert entry.problem(entry.development, production=False) == "" or not entry.development, entry.name


def test_the_reference_has_a_row_for_each_variable() -> None:
    assert as_markdown().count("\n| `") == len(list(variables()))


def test_no_path_of_this_machine_is_in_the_reference() -> None:
    assert str(ROOT) not in as_markdown()


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp+tls://u:p@host", 587, False, True),
        ("smtp+ssl://u:p@host", 465, True, False),
        ("smtps://u:p@host:2465", 2465, True, False),
        ("smtp://host", 25, False, False),
    ],
)
def test_a_mail_server_is_read_from_its_url(url: str, port: int, *, ssl: bool, tls: bool) -> None:
    options = mailer(url, folder=NOWHERE)["OPTIONS"]
    assert (options["port"], options["use_ssl"], options["use_tls"]) == (port, ssl, tls)


def test_the_password_of_a_mail_server_may_hold_any_character() -> None:
    assert mailer(PRODUCTION["EMAIL_URL"], folder=NOWHERE)["OPTIONS"]["password"] == "p@ss"


@pytest.mark.parametrize(
    "command",
    [
        ["manage.py", "check"],
        ["-m", "celery", "-A", "resume_agent", "worker"],
        ["-m", "gunicorn", "--check-config", "resume_agent.asgi:application"],
    ],
)
def test_no_process_starts_misconfigured(command: list[str]) -> None:
    environment = {**os.environ, "DJANGO_ENV": "production", "DATABASE_URL": "", "ENV_FILE": os.devnull}
    ran = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("CONFIGURATION ERROR\n")
    assert "DATABASE_URL is required" in ran.stderr
    assert "Traceback" not in ran.stderr
