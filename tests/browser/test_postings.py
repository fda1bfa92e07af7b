"""Job postings in a browser: pasted, held against a resume, kept track of; axe clean in both themes."""

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from resume_agent.ai.tests.conftest import fake as fake
from resume_agent.jobs import running
from resumes.models import Posting
from resumes.tests.given import read
from resumes.tests.test_posting_improving import OVERLOOKED, said
from resumes.tests.test_posting_improving import TEXT as PROSE
from resumes.tests.test_postings import TEXT
from tests.browser.axe import assert_accessible_everywhere
from tests.provider.server import Provider

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_posting_is_pasted_held_against_a_resume_and_kept_track_of(signed_in: Page, person: User) -> None:
    read(person)
    signed_in.goto("/postings/")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("link", name="Add a job").click()
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("The posting").fill(TEXT)
    signed_in.get_by_role("button", name="Read this posting").click()
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Backend Engineer")
    expect(signed_in.locator(".asked-item mark", has_text="PostgreSQL")).to_be_visible()
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("Where it stands").select_option("applied")
    signed_in.get_by_role("button", name="Save", exact=True).click()
    signed_in.goto("/postings/")
    expect(signed_in.locator(".posting-row")).to_contain_text("Applied")
    assert_accessible_everywhere(signed_in)


def test_what_is_asked_lights_its_place_in_the_posting(signed_in: Page, person: User) -> None:
    read(person)
    signed_in.goto("/postings/new/")
    signed_in.get_by_label("The posting").fill(TEXT)
    signed_in.get_by_role("button", name="Read this posting").click()
    signed_in.locator(".asked-item", has_text="Three years with COBOL").focus()
    expect(signed_in.locator(".asked-place[data-lit]")).to_have_text("Three years with COBOL")


def test_what_the_ai_finds_arrives_while_the_person_goes_on_and_can_be_put_right(
    signed_in: Page, person: User, fake: Provider
) -> None:
    read(person)
    fake.will(said(OVERLOOKED, title="Backend Engineer"))
    signed_in.goto("/postings/new/")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("The posting").fill(PROSE)
    signed_in.get_by_role("button", name="Read this posting").click()
    expect(signed_in.get_by_text("The AI is reading it too.")).to_be_visible()
    signed_in.get_by_label("Note").fill("Typed meanwhile")
    job = Posting.objects.get().job
    assert job
    running.run(job.pk)
    expect(signed_in.get_by_text("Improved by AI")).to_be_visible()
    expect(signed_in.locator(".asked-item", has_text=OVERLOOKED)).to_contain_text("Met")
    expect(signed_in.get_by_role("heading", level=1)).to_have_text("Backend Engineer")
    expect(signed_in.get_by_label("Note")).to_have_value("Typed meanwhile")
    cobol = signed_in.locator(".asked-item", has_text="COBOL")
    cobol.locator("summary").click()
    assert_accessible_everywhere(signed_in)
    cobol.get_by_role("button", name="Take it out").click()
    expect(signed_in.locator(".asked-place", has_text="COBOL")).to_have_count(0)
    signed_in.get_by_text("1 taken out by you").click()
    signed_in.get_by_role("button", name="Put back").click()
    expect(signed_in.locator(".asked-place", has_text="COBOL")).to_have_count(1)
