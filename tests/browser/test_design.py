"""The moving parts of the design system, on the page that shows them all."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

PHONE = {"width": 375, "height": 812}


def test_a_menu_closes_on_escape_and_gives_the_focus_back(page: Page) -> None:
    page.goto("/dev/design/")
    summary = page.locator("details.menu summary").first
    summary.press("Enter")
    rename = page.get_by_role("link", name="Rename").last
    expect(rename).to_be_visible()
    rename.press("Escape")
    expect(rename).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_menu_closes_on_a_click_elsewhere(page: Page) -> None:
    page.goto("/dev/design/")
    menu = page.locator("details.menu").first
    menu.locator("summary").click()
    page.get_by_role("heading", name="Empty and confirm").click()
    expect(menu).not_to_have_attribute("open", "")


def test_a_dropped_file_lands_in_the_input(page: Page) -> None:
    page.goto("/dev/design/")
    given = page.evaluate_handle(
        "() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'cv.txt')); return data; }"
    )
    page.dispatch_event("[data-dropzone] >> nth=0", "drop", {"dataTransfer": given})
    assert page.locator("#id_file").evaluate("input => input.files[0].name") == "cv.txt"


def test_focusing_a_finding_lights_its_line(page: Page) -> None:
    page.goto("/dev/design/")
    page.locator("#d-finding").focus()
    expect(page.locator("#d-line")).to_have_attribute("data-lit", "")
    page.locator("summary").first.focus()
    expect(page.locator("#d-line")).not_to_have_attribute("data-lit", "")


def test_a_phone_has_tabs_that_follow_the_arrows(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/dev/design/")
    found = page.get_by_role("tab", name="What we found")
    expect(found).to_have_attribute("aria-selected", "true")
    expect(page.locator("#d-document")).to_be_hidden()
    found.press("ArrowRight")
    expect(page.get_by_role("tab", name="Your document")).to_be_focused()
    expect(page.locator("#d-document")).to_be_visible()
    expect(page.locator("#d-insight")).to_be_hidden()


def test_a_tab_keeps_its_place(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("/dev/design/")
    page.get_by_role("tab", name="What we found").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.get_by_role("tab", name="Your document").click()
    page.evaluate("scrollBy(0, -400)")
    page.get_by_role("tab", name="What we found").click()
    assert page.evaluate("scrollY") == before


def test_following_a_quote_opens_the_document_on_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, reduced_motion="reduce")
    page.goto("/dev/design/")
    page.locator("#d-insight .quote-place").click()
    expect(page.locator("#d-line")).to_be_in_viewport()
    expect(page.locator("#d-document a")).to_be_focused()


def test_without_javascript_both_parts_are_there(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto("/dev/design/")
    expect(page.locator("#d-insight")).to_be_visible()
    expect(page.locator("#d-document")).to_be_visible()
    expect(page.get_by_role("button", name="Dark theme")).to_be_hidden()


def test_a_failed_request_is_told(page: Page) -> None:
    page.goto("/dev/design/")
    page.evaluate("htmx.ajax('GET', '/nothing/', 'body').catch(() => {})")
    expect(page.locator("#messages")).to_contain_text("That didn't work.")


def test_times_are_the_persons_own(new_page: NewPage) -> None:
    page = new_page(timezone_id="Asia/Tokyo")
    body = '<html lang="en"><time datetime="2026-03-01T20:05:00+00:00">1 March 2026, 20:05 UTC</time>{}</html>'
    script = '<script type="module" src="/static/js/times.js"></script>'
    page.route("**/shown/", lambda route: route.fulfill(body=body.format(script), content_type="text/html"))
    page.goto("/shown/")
    expect(page.locator("time")).to_have_text("2 March 2026, 05:05")


def test_what_is_folded_is_printed(page: Page) -> None:
    page.goto("/dev/design/")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<details><p id=in>In</p></details>')"
    )
    expect(page.locator("#in")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#in")).to_be_visible()
