"""The editor keeps what is typed: without a connection, over a closed browser, and for whatever comes next."""

import re

import pytest
from playwright.sync_api import expect

from resumes.models import Resume
from tests.browser.editor import Open, expect_saved, held, slow_saves

pytestmark = pytest.mark.browser


def test_undo_takes_back_what_was_just_typed(edit: Open) -> None:
    page = edit()
    page.get_by_label("Headline").press_sequentially("Staff engineer")
    page.evaluate("document.getElementById('undo').click()")

    expect(page.locator("#edit-said")).to_have_text("Undone: changed “Headline”.")
    expect(page.get_by_label("Headline")).to_have_value("")


def test_a_version_holds_what_was_just_typed(edit: Open, made: Resume) -> None:
    page = edit()
    slow_saves(page)
    page.get_by_label("Headline").press_sequentially("Staff engineer")
    page.get_by_role("button", name="Save this version").click()
    page.wait_for_load_state()

    expect(page.locator("#messages")).not_to_be_empty()
    kept = made.versions.newest_first()[0]
    assert kept.document["basics"]["label"] == "Staff engineer"
    assert made.versions.count() == 2


def test_no_version_is_kept_without_what_was_refused(edit: Open, made: Resume) -> None:
    page = edit()
    page.locator("#work-1-startDate").fill("soonish")
    page.get_by_role("button", name="Save this version").click()

    expect(page.locator("#edit-said")).to_have_text("Not kept as a version yet: settle what isn’t saved first.")
    expect(page.locator("#work-1-startDate")).to_be_focused()
    assert made.versions.count() == 1
    page.locator("#work-1-startDate").fill("2019")
    page.get_by_role("button", name="Save this version").click()
    expect(page.locator("#messages")).not_to_be_empty()
    assert made.versions.newest_first()[0].document["work"][0]["startDate"] == "2019"


def test_the_next_page_knows_what_was_just_typed(edit: Open, made: Resume) -> None:
    page = edit()
    slow_saves(page)
    page.get_by_label("Headline").press_sequentially("Staff engineer")
    page.get_by_role("link", name="Export").click()
    page.wait_for_url("**/export/")

    assert held(made)["basics"]["label"] == "Staff engineer"


def test_a_dropped_connection_loses_nothing(edit: Open, made: Resume) -> None:
    page = edit()
    page.context.set_offline(True)
    page.get_by_label("Headline").fill("Staff engineer")
    expect(page.locator("#edit-saved")).to_contain_text("Not saved: no connection. Your text is kept here")
    page.context.set_offline(False)

    expect_saved(page)
    assert held(made)["basics"]["label"] == "Staff engineer"


def test_a_bullet_begun_without_a_connection_comes_with_it(edit: Open, made: Resume) -> None:
    page = edit()
    page.locator("#bullets-work-1 textarea").first.click()
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    page.keyboard.type("Wrote the guide")
    expect(page.locator("#edit-saved")).to_contain_text("Not saved: no connection.")
    page.context.set_offline(False)

    expect_saved(page)
    expect(page.locator("#bullets-work-1 [data-state=saved] textarea")).to_have_value("Wrote the guide")
    assert held(made)["work"][0]["highlights"][1]["#text"] == "Wrote the guide"


def test_what_was_typed_before_the_browser_closed_is_sent_on_the_next_visit(edit: Open, made: Resume) -> None:
    page = edit()
    page.context.set_offline(True)
    page.get_by_label("Headline").fill("Staff engineer")
    expect(page.locator("#edit-saved")).to_contain_text("Not saved: no connection.")
    context = page.context
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(f"/resumes/{made.pk}/edit/")

    expect(page.get_by_label("Headline")).to_have_value("Staff engineer")
    expect(page.locator("#edit-saved")).to_have_text(re.compile("^Saved|by themselves"))
    page.reload()
    expect(page.get_by_label("Headline")).to_have_attribute("value", "Staff engineer")


def test_logging_out_leaves_nothing_in_the_browser(edit: Open) -> None:
    page = edit()
    page.context.set_offline(True)
    page.get_by_label("Headline").fill("Staff engineer")
    expect(page.locator("#edit-saved")).to_contain_text("Not saved: no connection.")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('unsent:')).length") == 1
    page.context.set_offline(False)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/")

    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('unsent:')).length") == 0
