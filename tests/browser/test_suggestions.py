"""Suggestions in the browser: accepted, edited, rejected, taken back, made a version; axe clean in both themes."""

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from resumes.editing.drafting import document_in, draft_of
from resumes.models import Resume
from resumes.posting_intake import take_in
from resumes.tests.given import read
from tests.browser.axe import assert_accessible_everywhere

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = """Alice Example
alice@example.com

Experience

Senior Engineer, Acme Ltd
Mar 2020 - Present
- Responsible for maintaining the ledger of 4 teams
- Responsible for testing 12 releases a year
- Responsible for planning 3 migrations

Skills
Python, Go, PostgreSQL, Kafka, Terraform
"""
POSTING = "Backend Engineer\nExample Payments\n\nWhat you bring\n- Experience with Kafka\n- Three years with COBOL\n"


@pytest.fixture
def resume(person: User) -> Resume:
    return read(person, text=TEXT)


def card(page: Page, number: int) -> Locator:
    return page.locator(".suggestion").nth(number)


def highlights(resume: Resume) -> list[str]:
    return document_in(draft_of(resume)).work[0].highlights


def test_changes_are_accepted_edited_rejected_undone_and_made_a_version(signed_in: Page, resume: Resume) -> None:
    signed_in.goto(f"/resumes/{resume.pk}/suggestions/")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Suggest changes").click()
    expect(card(signed_in, 0)).to_contain_text("By rules")
    assert_accessible_everywhere(signed_in)
    before = highlights(resume)
    card(signed_in, 0).get_by_role("button", name="Accept").click()
    expect(card(signed_in, 0)).to_contain_text("In the editor")
    expect(card(signed_in, 0).get_by_role("button", name="Undo")).to_be_focused()
    card(signed_in, 1).get_by_text("Edit it first").click()
    card(signed_in, 1).get_by_label("What should stand there").fill("Tested 12 releases by hand")
    card(signed_in, 1).get_by_role("button", name="Put in my version").click()
    expect(card(signed_in, 1)).to_contain_text("in your words")
    card(signed_in, 2).get_by_role("button", name="Reject").click()
    expect(card(signed_in, 2)).to_contain_text("Rejected")
    assert "Tested 12 releases by hand" in highlights(resume)
    card(signed_in, 0).get_by_role("button", name="Undo").click()
    expect(card(signed_in, 0).get_by_role("button", name="Accept")).to_be_visible()
    assert len(set(highlights(resume)) - set(before)) == 1
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Make a version").click()
    expect(signed_in.get_by_text("Saved as a version")).to_be_visible()
    assert resume.versions.filter(origin="rules").count() == 1


def test_a_job_asks_and_an_answer_is_kept(signed_in: Page, person: User, resume: Resume) -> None:
    posting = take_in(person, POSTING)
    signed_in.goto(f"/postings/{posting.pk}/")
    signed_in.get_by_role("link", name="Tailor this resume").click()
    signed_in.get_by_role("button", name="Suggest changes").click()
    question = signed_in.locator(".suggestion", has_text="COBOL")
    question.get_by_label("Your answer").fill("Two years at Widget Works")
    question.get_by_role("button", name="Keep my answer").click()
    expect(question).to_contain_text("Answered")
    assert_accessible_everywhere(signed_in)
    signed_in.goto(f"/resumes/{resume.pk}/suggestions/")
    expect(signed_in.get_by_text("Two years at Widget Works")).to_be_visible()
    assert_accessible_everywhere(signed_in)


def settled(page: Page) -> None:
    """What was swapped in is htmx's by now: pressed a moment earlier, its form is sent as a plain one."""
    expect(page.locator(".htmx-swapping, .htmx-settling, .htmx-added, .htmx-request")).to_have_count(0)


def press_on(page: Page, name: str, key: str = "Enter") -> None:
    """By keyboard alone: forward from where the focus is to the next thing of that name, and a key there."""
    settled(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            break
    expect(page.locator(":focus")).to_have_text(name)
    page.keyboard.press(key)


def test_the_keyboard_alone_decides(signed_in: Page, resume: Resume) -> None:
    signed_in.goto(f"/resumes/{resume.pk}/suggestions/")
    signed_in.get_by_role("button", name="Suggest changes").press("Enter")
    card(signed_in, 0).locator("h3").click()
    press_on(signed_in, "Accept")
    expect(card(signed_in, 0).get_by_role("button", name="Undo")).to_be_focused()
    settled(signed_in)
    signed_in.keyboard.press("Enter")
    expect(card(signed_in, 0).get_by_role("button", name="Accept")).to_be_visible()
    settled(signed_in)
    expect(card(signed_in, 0).locator(":focus")).to_have_count(1)
    press_on(signed_in, "Reject")
    expect(card(signed_in, 0)).to_contain_text("Rejected")
    press_on(signed_in, "Edit it first")
    signed_in.keyboard.press("Tab")
    signed_in.keyboard.press("ControlOrMeta+A")
    signed_in.keyboard.type("Tested 12 releases by hand")
    press_on(signed_in, "Put in my version")
    expect(card(signed_in, 1)).to_contain_text("in your words")
    assert "Tested 12 releases by hand" in highlights(resume)
