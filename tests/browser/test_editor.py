"""The editor in a browser: saved while one types, safe in two tabs, by keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from resumes.models import Resume, Version
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.editor import Open, expect_saved, held

pytestmark = pytest.mark.browser


def test_what_is_typed_is_saved_and_shown_on_the_page(edit: Open) -> None:
    page = edit()
    before = page.locator("#preview img").first.get_attribute("src")
    page.get_by_label("Headline").press_sequentially("Staff engineer")

    expect_saved(page)
    expect(page.locator("#preview img").first).not_to_have_attribute("src", str(before))
    page.reload()
    expect(page.get_by_label("Headline")).to_have_value("Staff engineer")


def test_a_job_is_moved_by_keyboard_and_keeps_the_focus(edit: Open, made: Resume) -> None:
    page = edit()
    button = page.get_by_role("button", name="Move Junior, Widget Works up")
    button.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#edit-said")).to_have_text("Moved a job. Now 1 of 2.")
    expect(page.locator("#section-work .entry-name").first).to_have_text("Junior, Widget Works")
    expect(button).to_be_focused()
    page.reload()
    expect(page.locator("#section-work .entry-name").first).to_have_text("Junior, Widget Works")


def test_a_job_is_moved_by_its_grip(edit: Open) -> None:
    page = edit()
    grips = page.locator("#section-work .entry-tools [data-grip]")
    grips.nth(1).scroll_into_view_if_needed()
    grips.nth(1).hover()
    page.mouse.down()
    grips.nth(0).scroll_into_view_if_needed()
    top = grips.nth(0).bounding_box()
    assert top
    page.mouse.move(top["x"] + 5, top["y"], steps=4)
    page.mouse.up()

    expect(page.locator("#edit-said")).to_have_text("Moved a job. Now 1 of 2.")


def test_bullets_come_and_go_by_keyboard_and_can_be_undone(edit: Open) -> None:
    page = edit()
    bullets = page.locator("#bullets-work-1 textarea")
    bullets.first.click()
    page.keyboard.press("Enter")
    expect(bullets).to_have_count(3)
    expect(bullets.nth(1)).to_be_focused()
    page.keyboard.press("Backspace")
    expect(bullets).to_have_count(2)
    expect(bullets.first).to_be_focused()

    page.get_by_role("button", name="Remove bullet 1").first.click()
    expect(page.locator("#edit-said")).to_have_text("Removed a bullet.")
    expect(bullets).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator("#edit-said")).to_have_text("Undone: removed a bullet.")
    expect(bullets).to_have_count(2)
    page.keyboard.press("Control+Shift+Z")
    expect(bullets).to_have_count(1)


def test_whoever_types_on_after_enter_writes_the_next_bullet(edit: Open, made: Resume) -> None:
    page = edit()
    page.locator("#bullets-work-1 textarea").first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("Wrote the guide that 4 teams use")

    bullets = page.locator("#bullets-work-1 textarea")
    expect(page.locator("[data-begun]")).to_have_count(0)
    expect(bullets.nth(1)).to_have_value("Wrote the guide that 4 teams use")
    expect(bullets.nth(1)).to_be_focused()
    expect(page.locator("#bullets-work-1 [data-state=saved] textarea")).to_be_focused()
    assert [row["#text"] for row in held(made)["work"][0]["highlights"]] == [
        "Responsible for the weekly release",
        "Wrote the guide that 4 teams use",
        "Halved the time to restore to 20 minutes",
    ]


def test_a_save_changes_only_what_is_on_the_page(edit: Open) -> None:
    page = edit()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    for field in ("#basics-name", "#work-1-position", "#skills-5-name"):
        page.locator(field).press_sequentially("Z")
        page.keyboard.press("Tab")
        expect(page.locator(f"{field.replace('#', '#field-')}[data-state=saved]")).to_be_visible()

    expect(page.locator("#title-work-1 .entry-name")).to_contain_text("Z")
    assert not told


def test_in_two_tabs_the_later_save_is_refused_with_both_texts(edit: Open, made: Resume) -> None:
    first, second = edit(), edit()
    first.get_by_label("Phone").fill("111")
    expect_saved(first)
    second.get_by_label("Phone").fill("222")

    conflict = second.locator("#about-basics-phone .conflict")
    expect(conflict).to_contain_text("Changed elsewhere since you opened this.")
    expect(conflict.get_by_role("definition")).to_have_text(["111", "222"])
    expect(second.get_by_label("Phone")).to_have_value("222")
    assert held(made)["basics"]["phone"] == "111"
    assert_accessible_everywhere(second)
    second.set_viewport_size({"width": 1280, "height": 900})
    conflict.get_by_role("button", name="Keep mine").click()
    expect(conflict).to_have_count(0)
    expect_saved(second)
    assert held(made)["basics"]["phone"] == "222"

    first.get_by_label("Phone").fill("333")
    first.get_by_role("button", name="Take the other").click()
    expect(first.get_by_label("Phone")).to_have_value("222")
    expect(first.locator(".conflict")).to_have_count(0)


def test_what_was_removed_in_the_other_tab_is_put_back(edit: Open, made: Resume) -> None:
    first, second = edit(), edit()
    first.get_by_role("button", name="Remove Junior, Widget Works").click()
    expect(first.locator("#edit-said")).to_have_text("Removed a job.")
    second.locator("#work-4-position").fill("Apprentice")

    second.get_by_role("button", name="Put it back with my text").click()
    expect(second.locator("#orphans")).to_be_empty()
    expect(second.locator("#work-4-position")).to_have_value("Apprentice")
    assert [row.get("position") for row in held(made)["work"]] == ["Engineer", "Apprentice"]


def test_a_date_that_cannot_be_read_keeps_what_was_typed(edit: Open) -> None:
    page = edit()
    page.locator("#work-1-startDate").fill("soonish")

    expect(page.locator("#about-work-1-startDate")).to_contain_text("We can’t read this as a date.")
    expect(page.locator("#work-1-startDate")).to_have_attribute("aria-invalid", "true")
    page.reload()
    expect(page.locator("#work-1-startDate")).to_have_value("soonish")
    page.locator("#work-1-startDate").fill("04/2019")
    expect_saved(page)
    expect(page.locator("#about-work-1-startDate")).to_have_text("")


def test_the_editor_works_without_javascript(edit: Open, made: Resume) -> None:
    page = edit(java_script_enabled=False)
    page.locator("#work-1-position").fill("Lead")
    page.get_by_role("button", name="Save Engineer, Acme").click()
    expect(page.locator("#work-1-position")).to_have_value("Lead")
    page.get_by_role("button", name="Add a bullet").first.click()
    expect(page.locator("#bullets-work-1 textarea")).to_have_count(3)
    page.get_by_role("button", name="Remove Lead, Acme").click()
    expect(page.locator("#work-1-position")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#work-1-position")).to_have_value("Lead")


def test_what_the_parser_was_unsure_of_is_asked_and_answered(edit: Open, made: Resume) -> None:
    fields = [{"path": "basics.name", "confidence": 0.3}, {"path": "work[0].position", "confidence": 0.3}]
    Version.objects.filter(resume=made).update(origin=Version.Origin.UPLOAD, reading={"fields": fields})
    page = edit()
    asks = page.get_by_role("region", name="Check these first")
    assert_accessible_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})

    asks.get_by_role("textbox", name="Role").fill("Senior engineer")
    asks.get_by_role("button", name="That’s right").nth(1).click()
    expect(page.locator("#work-1-position")).to_have_value("Senior engineer")
    asks.get_by_role("button", name="That’s right").click()
    expect(asks).to_have_count(0)


def test_the_editor_is_accessible(edit: Open) -> None:
    assert_accessible_everywhere(edit())
