"""Suggestions as they come: each shown once, as text, anew after a cut; and stopped."""

import json
from itertools import count

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django import Settings

from accounts.models import User
from resumes.models import Round
from resumes.suggestion_rounds import start
from resumes.tests.given import read
from tests.browser.axe import assert_accessible_everywhere

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def told(number: int, attempt: int, at: int, piece: str) -> str:
    data = json.dumps({"attempt": attempt, "at": at, "piece": piece})
    return f"id: {number}-0\nevent: text\ndata: {data}\n\n"


FIRST = told(1, 1, 0, "Led a team 😀") + told(2, 1, 12, "Cut costs")
SECOND = told(3, 2, 0, "Led a team 😀") + told(4, 2, 12, "<b>Ran</b> the ledger") * 2


@pytest.fixture
def round_(person: User, settings: Settings) -> Round:
    settings.OPENAI_API_KEY = "sk-test"
    return start(read(person), by=Round.By.AI)


def test_each_is_shown_once_and_anew_after_a_cut(signed_in: Page, round_: Round) -> None:
    """The stream is cut after each answer, told again from the beginning, and begins anew with a second attempt."""
    asked = count(1)
    addresses: list[str] = []

    def answer(route: Route) -> None:
        addresses.append(route.request.url)
        body = "retry: 200\n\n" + FIRST + (SECOND if next(asked) > 1 else "")
        route.fulfill(status=200, content_type="text/event-stream", body=body)

    signed_in.route("**/stream/**", answer)
    signed_in.goto(f"/resumes/{round_.resume_id}/suggestions/{round_.pk}/")
    shown = signed_in.locator("[data-said] li")
    expect(shown).to_have_text(["Led a team 😀", "<b>Ran</b> the ledger"])
    assert addresses[0].endswith("?after=0-0")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Stop").click()
    expect(signed_in.get_by_text("Stopped, as you asked.")).to_be_visible()
