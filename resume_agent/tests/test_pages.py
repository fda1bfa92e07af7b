"""The start page, the pages of mistakes, and those for development."""

import os
import re
import secrets
import subprocess
import sys
from email.message import EmailMessage
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.views.defaults import server_error
from pytest_django import Settings

from resume_agent.pages import too_many_requests


@pytest.fixture
def mails(settings: Settings, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    folder = tmp_path / "mail"
    folder.mkdir()
    return folder


def keep_mail(folder: Path, *, name: str, subject: str = "Hello", html: str = "") -> None:
    message = EmailMessage()
    message["To"] = "alice@example.com"
    if subject:
        message["Subject"] = subject
        message["Date"] = "Mon, 02 Mar 2026 10:00:00 +0000"
    message.set_content("Follow https://example.com/go now")
    if html:
        message.add_alternative(html, subtype="html")
    (folder / f"{name}.eml").write_bytes(message.as_bytes())


def test_a_visitor_is_told_what_this_is(db: None) -> None:
    answer = Client().get("/")
    assert "Read my resume" in answer.text
    assert 'href="/accounts/signup/"' in answer.text


def test_a_person_goes_to_their_resumes(alices: Client) -> None:
    assert alices.get("/").headers["Location"] == "/resumes/"


def test_an_unknown_address_gets_our_404(db: None) -> None:
    answer = Client().get("/nothing/")
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "There is nothing at this address" in answer.text


def test_a_stale_form_gets_our_page(db: None) -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a", "password": "b"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "This form was open too long" in answer.text


def test_the_500_page_needs_neither_addresses_nor_database(rf: RequestFactory, settings: Settings) -> None:
    """No database: this test asks for none, so that a query would fail."""
    settings.ROOT_URLCONF = "nowhere"
    settings.STORAGES = {}
    answer = server_error(rf.get("/"))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Something broke on our side" in answer.text


def test_what_asks_for_the_old_icon_gets_ours(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == HTTPStatus.FOUND
    assert answer.headers["Location"] == "/static/img/favicon.svg"


def test_the_500_page_names_files_that_are_there() -> None:
    text = Path(settings.BASE_DIR, "templates/500.html").read_text()
    named = re.findall(r'"/static/([^"]+)"', text)
    assert named
    assert all(Path(settings.BASE_DIR, "static", name).is_file() for name in named)


def test_a_limit_answers_429(rf: RequestFactory) -> None:
    assert too_many_requests(rf.get("/")).status_code == HTTPStatus.TOO_MANY_REQUESTS


def test_no_page_has_inline_style_or_script() -> None:
    pages = [*Path(settings.BASE_DIR, "templates").rglob("*.html")]
    assert pages
    for page in pages:
        text = page.read_text()
        assert " style=" not in text, page
        assert "<style" not in text, page
        assert " onclick=" not in text, page
        assert "hx-on" not in text, page


def test_mails_are_listed_newest_first(client: Client, mails: Path) -> None:
    keep_mail(mails, name="20260301T100000-aaaaaa", subject="Older")
    keep_mail(mails, name="20260302T100000-bbbbbb", subject="Newer")
    text = client.get("/dev/mail/").text
    assert text.index("Newer") < text.index("Older")


def test_a_mail_is_shown_as_text_with_its_links(client: Client, mails: Path) -> None:
    keep_mail(mails, name="one", subject="")
    text = client.get("/dev/mail/one/").text
    assert 'href="https://example.com/go"' in text
    assert "(no subject)" in text
    assert "<iframe" not in text


def test_the_html_of_a_mail_cannot_act(client: Client, mails: Path) -> None:
    keep_mail(mails, name="one", html="<p>Hello</p><script>alert(1)</script>")
    text = client.get("/dev/mail/one/").text
    assert "sandbox" in text
    assert "<script>alert" not in text


def test_a_mail_that_is_not_there_is_a_404(client: Client, mails: Path) -> None:
    assert client.get("/dev/mail/other/").status_code == HTTPStatus.NOT_FOUND


def test_no_mail_yet_says_how_to_get_one(client: Client, mails: Path) -> None:
    assert "No mail yet" in client.get("/dev/mail/").text


def test_the_design_page_shows_every_component(client: Client) -> None:
    text = client.get("/dev/design/").text
    for file in Path(settings.BASE_DIR, "templates/components").glob("*.html"):
        if file.name not in {"icon.html", "logo.html", "message.html", "theme_switch.html"}:
            assert f"components/{file.name}" in text


def test_production_has_no_pages_for_development() -> None:
    production = {
        "DJANGO_ENV": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "example.com",
        "FRONTEND_URL": "https://example.com",
        "DATABASE_URL": "postgresql://a:b@localhost/c",
        "REDIS_URL": "redis://localhost:6379/0",
        "EMAIL_URL": "smtp://localhost:25",
        "DJANGO_SETTINGS_MODULE": "resume_agent.settings",
    }
    code = "import django; django.setup(); from resume_agent.urls import urlpatterns; print(urlpatterns)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **production}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "accounts/" in done.stdout
    assert "dev/" not in done.stdout
