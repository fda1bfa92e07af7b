"""The dashboard, the files of a version with their proof, and public links, in a browser."""

import json
import re
from pathlib import Path
from zipfile import is_zipfile

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from resumes.editing.drafting import change, draft_of
from resumes.editing.operations import Put
from resumes.models import Report, Resume, ShareLink, Version
from resumes.tests.test_sharing import DOCUMENT, SECRETS
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


@pytest.fixture
def resume(person: User) -> Resume:
    made = Resume.objects.create(owner=person, title="For Acme")
    version = Version.objects.create(resume=made, origin="edit", name="Acme backend", document=DOCUMENT)
    Report.objects.create(version=version, rubric="1", total=81, score={})
    return made


def downloaded(page: Page, name: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    return waiting.value.path()


def proven(page: Page) -> None:
    for form in ("pdf", "docx"):
        expect(page.locator(f"#proof-{form} .badge")).to_be_visible(timeout=20_000)


def test_each_format_is_downloaded_as_what_it_is(signed_in: Page, resume: Resume) -> None:
    signed_in.goto(f"/resumes/{resume.pk}/export/")
    proven(signed_in)
    assert downloaded(signed_in, "Download as PDF").read_bytes().startswith(b"%PDF-")
    assert is_zipfile(downloaded(signed_in, "Download as Word"))
    assert json.loads(downloaded(signed_in, "Download as JSON Resume").read_text())["basics"]["name"] == "Alice Example"
    assert "Halved the bill" in downloaded(signed_in, "Download as Plain text").read_text()
    assert downloaded(signed_in, "Download as Markdown").read_text().startswith("# Alice Example")


def test_the_proof_comes_by_itself_and_unfolds(signed_in: Page, resume: Resume) -> None:
    signed_in.goto(f"/resumes/{resume.pk}/export/")
    proven(signed_in)
    proof = signed_in.locator("#proof-pdf")
    expect(proof).to_contain_text(re.compile(r"details came back to both readers"))
    proof.locator("summary").first.click()
    expect(proof.get_by_role("rowheader", name="Experience 1, employer")).to_be_visible()
    assert_accessible_everywhere(signed_in)


def test_unsaved_changes_are_saved_on_the_export_page(signed_in: Page, resume: Resume) -> None:
    change(draft_of(resume), [Put(path="basics/label", value="Staff engineer")], "Changed the headline")
    signed_in.goto(f"/resumes/{resume.pk}/export/")
    expect(signed_in.get_by_role("heading", name="Your editor holds changes")).to_be_visible()
    proven(signed_in)
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("Name").fill("With the new headline")
    signed_in.get_by_role("button", name="Save this version").click()
    expect(signed_in).to_have_url(re.compile(r"/export/\?version="))
    expect(signed_in.get_by_label("Version")).to_contain_text("With the new headline")
    expect(signed_in.get_by_role("heading", name="Your editor holds changes")).not_to_be_visible()
    proven(signed_in)


def test_the_proof_is_a_page_without_javascript(signed_in: Page, new_page: NewPage, resume: Resume) -> None:
    page = new_page(java_script_enabled=False)
    page.context.add_cookies(signed_in.context.cookies())  # type: ignore[arg-type] # what one returns the other takes
    page.goto(f"/resumes/{resume.pk}/export/")
    page.get_by_role("link", name="Show the proof").first.click()
    expect(page.get_by_role("heading", name="What a machine reads in the PDF file")).to_be_visible()
    assert "details came back" in page.content()


def test_a_link_is_made_opened_by_a_stranger_and_revoked(signed_in: Page, new_page: NewPage, resume: Resume) -> None:
    signed_in.goto(f"/resumes/{resume.pk}/share/")
    signed_in.get_by_label("7 days").check()
    signed_in.get_by_role("button", name="Make the link").click()
    address = signed_in.get_by_label("Address of this link").input_value()
    assert_accessible_everywhere(signed_in)
    stranger = new_page()
    stranger.goto(address)
    expect(stranger.get_by_role("heading", level=1, name="Alice Example")).to_be_visible()
    assert [secret for secret in SECRETS if secret in stranger.content()] == []
    assert stranger.context.cookies() == []
    assert_accessible_everywhere(stranger)
    assert downloaded(stranger, "Download as PDF").read_bytes().startswith(b"%PDF-")
    signed_in.reload()
    expect(signed_in.get_by_text("1 time, PDF downloaded 1 time")).to_be_visible()
    signed_in.get_by_role("button", name="Revoke").click()
    expect(signed_in.get_by_text("Revoked", exact=True).first).to_be_visible()
    answer = stranger.goto(address)
    assert answer
    assert answer.status == 404
    expect(stranger.get_by_role("heading", name="This link is no longer there")).to_be_visible()
    assert_accessible_everywhere(stranger)


def test_an_address_is_copied(signed_in: Page, resume: Resume) -> None:
    signed_in.context.grant_permissions(["clipboard-read", "clipboard-write"])
    signed_in.goto(f"/resumes/{resume.pk}/share/")
    signed_in.get_by_role("button", name="Make the link").click()
    link = ShareLink.objects.get()
    signed_in.get_by_role("button", name="Copy").click()
    expect(signed_in.get_by_role("button", name="Copied")).to_be_visible()
    assert signed_in.evaluate("navigator.clipboard.readText()").endswith(f"/shared/{link.token}/")


def test_the_dashboard_shows_first_pages_and_finds_as_one_types(signed_in: Page, person: User, resume: Resume) -> None:
    other = Resume.objects.create(owner=person, title="Public sector")
    Version.objects.create(resume=other, origin="edit", document={"basics": {"name": "Alice", "summary": "Ledgers"}})
    signed_in.goto("/resumes/")
    picture = signed_in.locator(".shelf-page img").first
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth") > 400
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("Search").press_sequentially("ledgers")
    expect(signed_in.locator(".shelf-card")).to_have_count(1)
    expect(signed_in).to_have_url(re.compile(r"q=ledgers"))
    expect(signed_in.get_by_role("link", name="Public sector")).to_be_visible()
    signed_in.get_by_label("Search").fill("nothing like it")
    expect(signed_in.get_by_role("heading", name="Nothing matches")).to_be_visible()
    assert_accessible_everywhere(signed_in)


def test_the_first_visit_shows_a_finished_page(signed_in: Page) -> None:
    signed_in.goto("/resumes/")
    picture = signed_in.get_by_role("img", name=re.compile("A finished one-page resume"))
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Start with an empty one").click()
    expect(signed_in).to_have_url(re.compile(r"/resumes/[0-9a-f-]+/edit/$"))
