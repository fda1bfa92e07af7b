"""The product in production settings, each time as a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from resume_agent.env_table import ROOT, variables
from resume_agent.tests.test_env import PRODUCTION

ASK = """
import json, sys, django
django.setup()
from django.test import Client
path, secure, host = json.loads(sys.argv[1])
response = Client().get(path, secure=secure, headers={"host": host})
print(json.dumps([response.status_code, dict(response.headers)]))
"""
S3 = {"MINIO_ENDPOINT": "minio:9000", "MINIO_ACCESS_KEY": "a", "MINIO_SECRET_KEY": "b"}
PUBLIC = {**S3, "MINIO_PUBLIC_ENDPOINT": "https://files.example.com"}


@pytest.fixture(scope="module", autouse=True)
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The static files, collected as a release does it; fails when one refers to another that isn't there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEST_STATIC_ROOT", str(tmp_path_factory.mktemp("static")))
        patch.setenv("DJANGO_SETTINGS_MODULE", "tests.settings_production")
        ran = run("manage.py", "collectstatic", "--noinput")
        assert ran.returncode == 0, ran.stderr
        yield


def run(*command: str, **extra: str) -> subprocess.CompletedProcess[str]:
    known = {entry.name for entry in variables()}
    environment = {name: value for name, value in os.environ.items() if name not in known}
    environment |= {**PRODUCTION, "ENV_FILE": os.devnull, **extra}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def ask(path: str, *, secure: bool, host: str = "resumes.example.com", **extra: str) -> tuple[int, dict[str, str]]:
    ran = run("-c", ASK, json.dumps([path, secure, host]), **extra)
    assert ran.returncode == 0, ran.stderr
    status, headers = json.loads(ran.stdout.splitlines()[-1])
    return status, headers


@pytest.mark.parametrize("extra", [{}, S3, {"STRIPE_API_KEY": "sk_test_" + "0" * 24}])
def test_the_deployment_check_is_clean(extra: dict[str, str]) -> None:
    ran = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **extra)
    assert ran.returncode == 0, ran.stderr
    assert "WARNINGS" not in ran.stderr


def test_a_local_folder_is_remarked_upon() -> None:
    assert "resume_agent.I001" in run("manage.py", "check", "--deploy").stderr
    assert "resume_agent.I001" not in run("manage.py", "check", "--deploy", **S3).stderr


def test_plain_http_is_sent_to_https() -> None:
    status, headers = ask("/accounts/login/", secure=False)
    assert (status, headers["Location"]) == (301, "https://resumes.example.com/accounts/login/")


def test_a_probe_by_plain_http_with_any_host_is_answered() -> None:
    status, _ = ask("/health", secure=False, host="10.0.0.7:8000")
    assert status == 200


def test_an_unknown_host_is_refused_elsewhere() -> None:
    status, _ = ask("/accounts/login/", secure=True, host="evil.example.org")
    assert status == 400


def test_each_answer_carries_the_headers_that_protect() -> None:
    _, headers = ask("/nothing-here/", secure=True, **PUBLIC)
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "img-src 'self' https://files.example.com" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
