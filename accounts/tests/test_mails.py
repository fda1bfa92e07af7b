"""Every mail of an account is ours: a subject in one line, and the same words as text and as HTML."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

FOLDER = Path(settings.BASE_DIR, "templates/account/email")
NAMES = sorted(file.name.removesuffix("_subject.txt") for file in FOLDER.glob("*_subject.txt"))
FACTS = {
    "code": "ABCD-EFGH",
    "email": "alice@example.com",
    "password_reset_url": "https://example.com/reset",
    "signup_url": "https://example.com/signup",
    "from_email": "alice@example.com",
    "to_email": "alice@example.org",
    "deleted_email": "alice@example.com",
    "ip": "192.0.2.1",
    "user_agent": "A browser",
    "timestamp": "1 March 2026",
}


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_subject_is_one_line(name: str) -> None:
    subject = render_to_string(f"account/email/{name}_subject.txt", FACTS).strip()
    assert subject
    assert "\n" not in subject


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_a_mail_is_in_our_words(name: str, kind: str) -> None:
    body = words(render_to_string(f"account/email/{name}_message.{kind}", FACTS))
    assert "AI Resume Agent" in body
    assert "Hello from" not in body


@pytest.mark.parametrize("name", ["email_confirmation", "email_confirmation_signup", "login_code"])
@pytest.mark.parametrize("kind", ["txt", "html"])
def test_a_code_is_in_the_mail(name: str, kind: str) -> None:
    assert "ABCD-EFGH" in render_to_string(f"account/email/{name}_message.{kind}", FACTS)


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_a_change_that_nobody_made_says_what_to_do(kind: str) -> None:
    body = words(render_to_string(f"account/email/password_changed_message.{kind}", FACTS))
    assert "reset your password at once" in body
    assert "192.0.2.1" in body
