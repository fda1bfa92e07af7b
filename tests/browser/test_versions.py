"""Versions in the browser: saved, compared, restored, named and deleted; axe clean in both themes."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from resume_agent.jobs import running
from resumes.editing.drafting import change, draft_of
from resumes.editing.operations import Put
from resumes.models import Resume, Version
from resumes.tests.given import read
from tests.browser.axe import assert_accessible_everywhere

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def resume(person: User) -> Resume:
    return read(person)


def edit(resume: Resume, headline: str) -> None:
    change(draft_of(resume), [Put(path="basics/label", value=headline)], "Changed the headline")


def score_all(resume: Resume) -> None:
    for version in Version.objects.filter(resume=resume, report=None):
        assert version.job
        running.run(version.job.pk)


def save(page: Page, resume: Resume, name: str) -> None:
    page.goto(f"/resumes/{resume.pk}/versions/")
    page.get_by_text("The editor holds changes").click()
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Save this version").click()
    expect(page.get_by_text(f"Saved as “{name}”")).to_be_visible()


def test_a_version_is_saved_compared_and_an_older_one_restored(signed_in: Page, resume: Resume) -> None:
    edit(resume, "Staff engineer")
    save(signed_in, resume, "Acme backend")
    expect(signed_in.get_by_text("Being scored")).to_be_visible()
    score_all(resume)
    signed_in.get_by_role("button", name="Compare").click()
    expect(signed_in.locator("del")).to_contain_text("Backend")
    expect(signed_in.locator("ins")).to_contain_text("Staff")
    assert_accessible_everywhere(signed_in)
    signed_in.goto(f"/resumes/{resume.pk}/versions/")
    oldest = signed_in.locator(".version").last
    oldest.locator("summary").click()
    oldest.get_by_role("button", name="Restore").click()
    expect(signed_in.get_by_text("Restored: it is the newest")).to_be_visible()
    expect(signed_in.locator(".version").first).to_contain_text("In the editor")
    assert draft_of(resume).outline["basics"]["label"] == "Backend engineer"


def test_two_versions_are_chosen_by_keyboard(signed_in: Page, resume: Resume) -> None:
    for headline in ("One", "Two"):
        edit(resume, headline)
        save(signed_in, resume, headline)
    before = signed_in.get_by_role("radio", name=re.compile("^Before")).first
    before.focus()
    for _ in range(2):
        signed_in.keyboard.press("ArrowDown")
    signed_in.get_by_role("button", name="Compare").press("Enter")
    expect(signed_in.locator("ins")).to_contain_text("Two")
    expect(signed_in.locator("del")).not_to_contain_text("One")


def test_the_list_and_its_chart_are_accessible_and_lead_to_the_reports(signed_in: Page, resume: Resume) -> None:
    edit(resume, "Staff engineer")
    save(signed_in, resume, "x" * 80)
    score_all(resume)
    signed_in.goto(f"/resumes/{resume.pk}/versions/")
    assert_accessible_everywhere(signed_in)
    signed_in.set_viewport_size({"width": 1280, "height": 800})
    signed_in.locator(".trend-chart a").last.click()
    expect(signed_in).to_have_url(re.compile(r"/report/\?version="))
    drawn = signed_in.locator("figure.sheet img").first
    expect(drawn).to_have_js_property("complete", value=True)
    assert drawn.evaluate("image => image.naturalWidth") > 600
    assert_accessible_everywhere(signed_in)


def test_a_version_is_named_and_deleted(signed_in: Page, resume: Resume) -> None:
    edit(resume, "Staff engineer")
    save(signed_in, resume, "First try")
    row = signed_in.locator(".version", has_text="First try")
    row.locator("summary").click()
    row.get_by_role("link", name="Rename").click()
    signed_in.get_by_label("Name").fill("Second try")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Save the name").click()
    row = signed_in.locator(".version", has_text="Second try")
    row.locator("summary").click()
    row.get_by_role("link", name="Delete").click()
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Delete for good").click()
    expect(signed_in.get_by_text("Deleted: this version")).to_be_visible()
    expect(signed_in.locator(".version")).to_have_count(1)
