"""The choices of how a resume looks, and the page that follows them, in a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from resumes.editing import drafting
from resumes.models import Resume, Version
from resumes.rendering.design import Design
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DOCUMENT = {
    "basics": {"name": "Alice Example", "summary": "Builds payment services."},
    "work": [{"name": "Acme Ltd", "position": "Engineer", "highlights": ["Kept 14 services running"]}],
    "education": [{"institution": "University of Leeds", "area": "Computer Science"}],
}
PICTURE = re.compile(r"/edit/preview/\d+/1/\?v=[0-9a-f]{32}$")


@pytest.fixture
def resume(person: User) -> Resume:
    resume = Resume.objects.create(owner=person, title="CV")
    Version.objects.create(resume=resume, origin=Version.Origin.NEW, document=DOCUMENT)
    return resume


def open_looks(page: Page, resume: Resume) -> None:
    """The choices in the editor, beside the page."""
    page.goto(f"/resumes/{resume.pk}/edit/")
    page.locator("summary", has_text="How it looks").click()
    expect(page.get_by_role("radio", name="Classic")).to_be_visible()


def picture(page: Page) -> str:
    return page.get_by_alt_text("Page 1 of your resume as it will print").get_attribute("src") or ""


def expect_another_picture(page: Page, than: str) -> None:
    shown = page.get_by_alt_text("Page 1 of your resume as it will print")
    expect(shown).not_to_have_attribute("src", than)
    expect(shown).to_have_attribute("src", PICTURE)
    # It took the place of the old one only when it was there.
    assert shown.evaluate("each => each.complete && each.naturalWidth") == 1191


def design_of(resume: Resume) -> Design:
    return drafting.design_in(drafting.draft_of(Resume.objects.get(pk=resume.pk)))


def test_another_template_by_keyboard_changes_the_page(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    before = picture(signed_in)
    signed_in.get_by_role("radio", name="Classic").focus()
    signed_in.keyboard.press("ArrowRight")
    expect_another_picture(signed_in, than=before)
    expect(signed_in.get_by_role("radio", name="Modern")).to_be_focused()
    expect(signed_in.get_by_text("Modern’s own is Lato.")).to_be_visible()
    assert design_of(resume).template == "modern"


def test_the_last_of_many_quick_choices_holds(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    signed_in.get_by_role("radio", name="Classic").focus()
    for _ in range(5):
        signed_in.keyboard.press("ArrowRight")
    expect(signed_in.get_by_text("Technical’s own is Roboto.")).to_be_visible()
    expect(signed_in.get_by_role("radio", name="Technical")).to_be_checked()
    assert design_of(resume).template == "technical"


def test_a_section_is_hidden_and_the_page_follows(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    before = picture(signed_in)
    signed_in.get_by_role("checkbox", name="Education").uncheck()
    expect_another_picture(signed_in, than=before)
    assert design_of(resume).hidden == ("education",)


def test_a_section_moves_by_its_buttons_and_says_where_it_is(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    before = picture(signed_in)
    up = signed_in.get_by_role("button", name="Move Education up")
    up.press("Enter")
    expect_another_picture(signed_in, than=before)
    expect(up).to_be_focused()
    before = picture(signed_in)
    up.press("Enter")
    expect(signed_in.get_by_text("Education is now number 1 of 3.")).to_be_attached()
    expect_another_picture(signed_in, than=before)
    signed_in.reload()
    expect(signed_in.locator("[data-name]")).to_have_text(["Education", "Summary", "Experience"])


def test_a_section_is_dragged_by_its_grip(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    before = picture(signed_in)
    signed_in.locator("[data-section-grip]").last.scroll_into_view_if_needed()
    grip, first = (signed_in.locator("[data-section-grip]").nth(n).bounding_box() for n in (2, 0))
    assert grip
    assert first
    signed_in.mouse.move(grip["x"] + 8, grip["y"] + 12)
    signed_in.mouse.down()
    signed_in.mouse.move(first["x"] + 8, first["y"] + 4, steps=5)
    signed_in.mouse.up()
    expect_another_picture(signed_in, than=before)
    assert design_of(resume).sections()[0] == "education"


def test_a_choice_is_taken_back_by_undo(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    signed_in.get_by_role("radio", name="Executive").check()
    expect(signed_in.get_by_text("Executive’s own is EB Garamond.")).to_be_visible()
    signed_in.get_by_role("button", name="Undo").click()
    expect(signed_in.get_by_role("radio", name="Classic")).to_be_checked()
    assert design_of(resume) == Design()


def test_picking_a_colour_chooses_it(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    before = picture(signed_in)
    signed_in.get_by_label("Another colour").fill("#7a1f3d")
    signed_in.get_by_label("Another colour").dispatch_event("change")
    expect_another_picture(signed_in, than=before)
    assert design_of(resume).accent == "#7a1f3d"


def test_a_lost_connection_is_said_and_the_choice_can_be_made_again(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    before = picture(signed_in)
    signed_in.context.set_offline(True)
    signed_in.get_by_role("radio", name="Airy").check()
    expect(signed_in.locator("#messages")).to_contain_text("We couldn't reach the server.")
    signed_in.context.set_offline(False)
    signed_in.get_by_role("radio", name="Tight").check()
    expect_another_picture(signed_in, than=before)


def test_the_choices_work_without_javascript(new_page: NewPage, signed_in: Page, resume: Resume) -> None:
    page = new_page(java_script_enabled=False, storage_state=signed_in.context.storage_state())
    page.goto(f"/resumes/{resume.pk}/edit/design/")
    page.get_by_role("radio", name="Academic").check()
    page.get_by_role("button", name="Apply these choices").click()
    page.goto(f"/resumes/{resume.pk}/edit/design/")
    expect(page.get_by_role("radio", name="Academic")).to_be_checked()
    page.get_by_role("button", name="Move Experience up").click()
    assert design_of(resume).sections()[:2] == ["work", "summary"]


def test_the_choices_are_accessible_in_both_themes(signed_in: Page, resume: Resume) -> None:
    open_looks(signed_in, resume)
    assert_accessible_everywhere(signed_in)
    signed_in.goto(f"/resumes/{resume.pk}/edit/design/")
    assert_accessible_everywhere(signed_in)
