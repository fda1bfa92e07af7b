"""Mail in development can be read afterwards."""

import email
import email.policy
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives, mailers
from pytest_django import Settings


def test_a_mail_is_kept_as_a_file_and_printed(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mail"
    settings.MAILERS = {
        "default": {"BACKEND": "resume_agent.dev_mail.DevMailBackend", "OPTIONS": {"folder": folder}},
    }
    mailers.default.send_messages([EmailMultiAlternatives("Welcome", "Your code: ABC", None, ["alice@example.com"])])
    (file,) = folder.glob("*.eml")
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert (message["Subject"], message["To"]) == ("Welcome", "alice@example.com")
    assert "Your code: ABC" in capsys.readouterr().out
