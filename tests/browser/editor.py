"""The editor as a browser test sees it."""

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, expect

from resumes.models import Draft, Resume

Open = Callable[..., Page]


def expect_saved(page: Page) -> None:
    expect(page.locator("#edit-saved")).to_contain_text("Saved")


def slow_saves(page: Page) -> None:
    """Each save reaches the server only after a while."""

    def late(route: Route) -> None:
        time.sleep(0.4)
        route.continue_()

    page.route("**/edit/fields/", late)


def held(made: Resume) -> dict[str, Any]:
    outline: dict[str, Any] = Draft.objects.get(resume=made).outline
    return outline
