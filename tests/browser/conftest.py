"""Chromium, and what a test does with it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from resumes.editing.tests.given import resume
from resumes.models import Resume
from tests.browser.editor import Open

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "No Chromium was found. Install one (Debian: apt-get install chromium; anywhere: python -m playwright install "
    "chromium), or set CHROMIUM_PATH to yours."
)
ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
"""One that beeps, and may be used."""

NewPage = Callable[..., Page]


def find_chromium(playwright: Playwright) -> str:
    """CHROMIUM_PATH, the system's, or Playwright's own. Fails the run rather than skipping it."""
    installed = [os.environ.get("CHROMIUM_PATH"), *map(shutil.which, NAMES), playwright.chromium.executable_path]
    for path in installed:
        if path and Path(path).is_file():
            return path
    pytest.fail(MISSING, pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous API keeps an event loop in this thread, which Django would take for an async view.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        running = playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=[*ARGUMENTS, *MICROPHONE, *sandbox], headless=True
        )
        yield running
        running.close()


@pytest.fixture
def new_page(browser: Browser, live_server: LiveServer) -> Iterator[NewPage]:
    """Makes a page in a browser of its own; takes the options of Browser.new_context."""
    contexts: list[BrowserContext] = []
    # Rate limits live in the cache, whose table the database's flush doesn't know.
    cache.clear()

    def make(**options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A visitor's page."""
    return new_page()


@pytest.fixture
def person(transactional_db: None) -> User:
    return User.objects.create_user("alice@example.com", "correct horse battery")


@pytest.fixture
def device(new_page: NewPage, person: User, live_server: LiveServer) -> NewPage:
    """Makes a page in a browser of its own where somebody is logged in; takes the options of Browser.new_context."""

    def made(**options: object) -> Page:
        client = Client()
        client.force_login(person)
        page = new_page(**options)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        return page

    return made


@pytest.fixture
def signed_in(device: NewPage) -> Page:
    """The page of somebody who is logged in."""
    return device()


@pytest.fixture
def made(person: User) -> Resume:
    return resume(person)


@pytest.fixture
def edit(device: NewPage, made: Resume) -> Open:
    """Opens the editor, each time in a browser of its own."""

    def opened(**options: Any) -> Page:
        page = device(**{"viewport": {"width": 1280, "height": 900}, **options})
        page.goto(f"/resumes/{made.pk}/edit/")
        return page

    return opened
