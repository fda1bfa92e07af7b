"""From a file to a report in the whole running product: by mouse, by keyboard alone, without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from resumes.tests.given import RESUME
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.product import product

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
REPORT = re.compile(r"/resumes/[0-9a-f-]+/report/$")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with product(tmp_path_factory.mktemp("product")) as found:
        yield found


@pytest.fixture(scope="module")
def resume_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pdf = FPDF()
    pdf.add_page()
    for line in RESUME.splitlines():
        heading = line in {"Summary", "Experience", "Education", "Skills"}
        pdf.set_font("Helvetica", style="B" if heading else "", size=13 if heading else 10.5)
        pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    path = tmp_path_factory.mktemp("given") / "Alice Example CV.pdf"
    pdf.output(str(path))
    return path


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Any]:
    contexts = []

    def new(**options: Any) -> Page:
        context = browser.new_context(base_url=address, **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        sign_up(page, f"{request.node.name}-{len(contexts)}@example.com".replace("[", "-").replace("]", ""))
        return page

    yield new
    for context in contexts:
        context.close()


def sign_up(page: Page, email: str) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password, once more").fill(PASSWORD)
    page.get_by_role("button", name="Sign up and upload a resume").click()
    page.wait_for_url(re.compile(r"/resumes/$"))


def give(page: Page, file: Path) -> None:
    page.goto("/resumes/upload/")
    page.get_by_label("Drop your resume here").set_input_files(file)
    page.get_by_role("button", name="Read my resume").click()


def test_a_pdf_becomes_a_report_beside_its_page(visit: Any, resume_pdf: Path) -> None:
    page = visit()
    give(page, resume_pdf)
    expect(page).to_have_url(REPORT)
    expect(page.get_by_role("img", name=re.compile(r"Score \d+ out of 100"))).to_be_visible()
    expect(page.get_by_role("region", name="What we found").get_by_text("Widget Works").first).to_be_visible()
    drawn = page.locator("figure.sheet img").first
    drawn.scroll_into_view_if_needed()
    expect(drawn).to_have_js_property("complete", value=True)
    assert drawn.evaluate("image => image.naturalWidth") > 600
    assert_accessible_everywhere(page)


def test_named_steps_go_by_live(visit: Any, resume_pdf: Path) -> None:
    page = visit()
    told: list[str] = []
    page.on("request", lambda request: told.append(request.url))
    give(page, resume_pdf)
    page.wait_for_url(re.compile(r"/resumes/[0-9a-f-]+/(report/)?$"))
    expect(page).to_have_url(REPORT)
    assert any("/stream/" in url for url in told)


def test_a_finding_lights_its_line_by_keyboard(visit: Any, resume_pdf: Path) -> None:
    page = visit(viewport={"width": 1280, "height": 900})
    give(page, resume_pdf)
    expect(page).to_have_url(REPORT)
    finding = page.locator("article.finding", has_text="Responsible for the weekly release").first
    finding.focus()
    expect(page.locator("rect.evidence[data-lit]").first).to_be_visible()
    mark = page.locator("a:has(rect.evidence[data-lit])").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("article.finding:focus")).to_be_visible()


def test_the_list_shows_the_score_and_what_can_be_done(visit: Any, resume_pdf: Path) -> None:
    page = visit()
    give(page, resume_pdf)
    expect(page).to_have_url(REPORT)
    page.goto("/resumes/")
    expect(page.get_by_role("link", name="Alice Example CV", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name=re.compile(r"Score \d+ out of 100"))).to_be_visible()
    assert_accessible_everywhere(page)
    page.locator("summary", has_text="What you can do with Alice Example CV").click()
    page.get_by_role("link", name="Delete").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Delete")
    assert_accessible_everywhere(page)
    page.get_by_role("button", name="Delete for good").click()
    expect(page.get_by_text("No resume here yet")).to_be_visible()


def test_a_refused_file_is_explained_on_the_page(visit: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    page = visit()
    give(page, empty)
    expect(page.get_by_role("alert")).to_contain_text("empty")
    expect(page.get_by_label("Drop your resume here")).to_be_focused()
    assert_accessible_everywhere(page)
    page.goto("/resumes/")
    expect(page.get_by_text("No resume here yet")).to_be_visible()


def test_the_whole_way_works_without_javascript(visit: Any, resume_pdf: Path) -> None:
    page = visit(java_script_enabled=False)
    give(page, resume_pdf)
    expect(page).to_have_url(REPORT, timeout=20_000)
    page.get_by_role("link", name="page 1").first.click()
    assert "#line-" in page.url


def test_the_whole_way_works_by_keyboard_alone(visit: Any, resume_pdf: Path) -> None:
    page = visit()
    page.goto("/resumes/upload/")
    press_until(page, "Tab", "input[type=file]:focus")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(resume_pdf)
    press_until(page, "Tab", "button[type=submit]:focus")
    page.keyboard.press("Enter")
    expect(page).to_have_url(REPORT)
    press_until(page, "Tab", "article.finding:focus", at_most=80)


def press_until(page: Page, key: str, selector: str, *, at_most: int = 40) -> None:
    for _ in range(at_most):
        page.keyboard.press(key)
        if page.locator(selector).count():
            return
    pytest.fail(f"{selector} is not reached by {at_most} times {key}")


def test_on_a_phone_the_two_panes_are_tabs(visit: Any, resume_pdf: Path) -> None:
    page = visit(viewport={"width": 375, "height": 812})
    give(page, resume_pdf)
    expect(page).to_have_url(REPORT)
    document = page.locator("#document")
    expect(document).to_be_hidden()
    page.get_by_role("tab", name="Your document").click()
    expect(document).to_be_visible()
    assert page.locator("#insight").is_hidden()


def test_a_file_that_is_too_large_is_told_before_it_travels(visit: Any, tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7" + b"a" * (10 * 1024 * 1024))
    page = visit()
    give(page, large)
    expect(page.get_by_role("alert")).to_contain_text("10 MB is the most we can take")
    expect(page.get_by_label("Drop your resume here")).to_have_attribute("aria-invalid", "true")
    expect(page).to_have_url(re.compile(r"/resumes/upload/$"))
    assert_accessible_everywhere(page)


def test_a_better_file_takes_the_mistake_away(visit: Any, tmp_path: Path, resume_pdf: Path) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7" + b"a" * (10 * 1024 * 1024))
    page = visit()
    give(page, large)
    page.get_by_label("Drop your resume here").set_input_files(resume_pdf)
    expect(page.get_by_role("alert")).to_be_hidden()
    page.get_by_role("button", name="Read my resume").click()
    expect(page).to_have_url(REPORT)


def test_a_broken_connection_is_told_once(visit: Any, resume_pdf: Path) -> None:
    page = visit()
    page.goto("/resumes/upload/")
    page.get_by_label("Drop your resume here").set_input_files(resume_pdf)
    page.context.set_offline(True)
    page.get_by_role("button", name="Read my resume").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was kept; send it again.")
    expect(page.locator("#messages")).to_be_empty()


def test_a_report_is_printed_without_blank_pages(visit: Any, resume_pdf: Path) -> None:
    page = visit()
    give(page, resume_pdf)
    expect(page).to_have_url(REPORT)
    with PdfDocument(page.pdf()) as printed:
        text = [sheet.get_textpage().get_text_bounded() for sheet in printed]
    assert all(each.strip() for each in text)
    assert "Everything we checked" in " ".join(text)
    page.emulate_media(media="print")
    expect(page.locator("#document")).to_be_hidden()
    expect(page.locator(".check-list").first).to_be_visible()
