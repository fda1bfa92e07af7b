"""The AI in the whole running product: a letter live, cut, stopped, on another device; changes decided one by one."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from resumes.tests.given import RESUME
from resumes.tests.writing import HONEST, POSTING
from tests.browser.ai import AI, product_with_ai
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.line import line_to
from tests.browser.test_resume_journey import sign_up
from tests.provider import answers

pytestmark = pytest.mark.browser

PIECES = [HONEST[at : at + 12] for at in range(0, len(HONEST), 12)]
BEGINNING = "".join(PIECES[:4])
LETTER = re.compile(r"/letters/[0-9a-f-]{36}/$")

Open = Callable[[], Page]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, AI]]:
    with product_with_ai(tmp_path_factory.mktemp("ai")) as found:
        yield found


@pytest.fixture
def ai(running: tuple[str, AI]) -> AI:
    return running[1]


@pytest.fixture(scope="module")
def known(browser: Browser, running: tuple[str, AI]) -> dict[str, Any]:
    """Somebody with a resume and a job. state: what logs a browser in as them. job, resume: addresses."""
    context = browser.new_context(base_url=running[0])
    page = context.new_page()
    sign_up(page, "alice@example.com")
    page.goto("/resumes/upload/")
    file: Any = {"name": "Alice Example CV.txt", "mimeType": "text/plain", "buffer": RESUME.encode()}
    page.get_by_label("Drop your resume here").set_input_files(file)
    page.get_by_role("button", name="Read my resume").click()
    page.wait_for_url("**/report/")
    resume = page.url.removesuffix("report/")
    page.goto("/postings/new/")
    page.get_by_label("The posting").fill(POSTING)
    page.get_by_label("Let AI read it too").uncheck()
    page.get_by_role("button", name="Read this posting").click()
    page.wait_for_url(re.compile(r"/postings/[0-9a-f-]{36}/$"))
    found = {"state": context.storage_state(), "job": page.url, "resume": resume}
    context.close()
    return found


@pytest.fixture
def device(browser: Browser, running: tuple[str, AI], known: dict[str, Any]) -> Iterator[Open]:
    """Opens a page on a device of its own, where the person is logged in."""
    contexts: list[BrowserContext] = []

    def new() -> Page:
        context = browser.new_context(base_url=running[0], storage_state=known["state"])
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


def begin(page: Page, known: dict[str, Any]) -> str:
    page.goto(f"{known['job']}letters/new/")
    page.get_by_role("button", name="Write it").click()
    expect(page).to_have_url(LETTER)
    return page.url


def shown(page: Page) -> Any:
    return page.locator("[data-text]")


def expect_letter(page: Page) -> None:
    expect(page.get_by_label("Your letter")).to_have_value(HONEST, timeout=20_000)


def test_a_letter_goes_on_on_another_device(device: Open, ai: AI, known: dict[str, Any]) -> None:
    go_on = ai.writes_and_waits(*PIECES, first=4)
    page = device()
    address = begin(page, known)
    expect(shown(page)).to_have_text(BEGINNING)
    assert_accessible_everywhere(page)
    page.context.close()
    other = device()
    other.goto(address)
    expect(shown(other)).to_have_text(BEGINNING)
    go_on.set()
    expect_letter(other)
    expect(other.get_by_text("Written by AI")).to_be_visible()


def test_a_letter_goes_on_after_the_network_was_away(
    device: Open, ai: AI, known: dict[str, Any], running: tuple[str, AI]
) -> None:
    go_on = ai.writes_and_waits(*PIECES, first=4)
    page = device()
    with line_to(running[0]) as line:
        address = begin(page, known).replace(running[0], line.address)
        page.goto(address)
        expect(shown(page)).to_have_text(BEGINNING)
        line.cut()
        go_on.set()
        expect(page.locator("[data-cut]")).to_be_visible(timeout=15_000)
        expect(shown(page)).to_have_text(BEGINNING)
        line.mend()
        expect_letter(page)


def test_stop_keeps_what_there_is_for_the_person_to_decide(device: Open, ai: AI, known: dict[str, Any]) -> None:
    go_on = ai.writes_and_waits(*PIECES, first=4)
    page = device()
    begin(page, known)
    expect(shown(page)).to_have_text(BEGINNING)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", name="Stopped")).to_be_visible()
    go_on.set()
    expect(page.get_by_text("This is a part, and it isn’t checked yet.")).to_be_visible()
    assert_accessible_everywhere(page)
    page.get_by_role("button", name="Keep this part and edit it").click()
    expect(page.get_by_label("Your letter")).to_have_value(BEGINNING.strip())


def test_a_cut_by_the_provider_shows_no_text_twice(device: Open, ai: AI, known: dict[str, Any]) -> None:
    ai.writes(*PIECES[:4], cut=True)
    go_on = ai.writes_and_waits(*PIECES, first=6)
    page = device()
    begin(page, known)
    expect(shown(page)).to_have_text(BEGINNING)
    expect(shown(page)).to_have_text("".join(PIECES[:6]), timeout=20_000)
    go_on.set()
    expect_letter(page)


def change(path: str, after: str) -> dict[str, Any]:
    return {
        "path": path,
        "after": after,
        "why": "Says it first.",
        "requirement": "",
        "evidence": [],
        "kind": "stronger",
    }


def test_changes_by_the_ai_are_accepted_asked_about_and_undone(device: Open, ai: AI, known: dict[str, Any]) -> None:
    released = change("work[0].highlights[1]", "Ran the weekly release of the ledger")
    invented = change("work[1].highlights[0]", "Built an import that reads 9 billion rows an hour at Google")
    ai.changes.append(answers.text(json.dumps({"changes": [released, invented]})))
    page = device()
    page.goto(f"{known['resume']}suggestions/")
    page.locator("input[name=by][value=ai]").check()
    page.get_by_role("button", name="Suggest changes").click()
    mine = page.locator(".suggestion", has_text="Ran the weekly release")
    expect(mine).to_contain_text("By AI", timeout=20_000)
    expect(page.locator(".suggestion", has_text="9 billion").get_by_role("button", name="Accept")).to_have_count(0)
    assert_accessible_everywhere(page)
    mine.get_by_role("button", name="Accept").click()
    expect(mine).to_contain_text("In the editor")
    mine.get_by_role("button", name="Undo").click()
    expect(mine.get_by_role("button", name="Accept")).to_be_visible()
