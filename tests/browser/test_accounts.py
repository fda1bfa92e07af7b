"""Accounts in a browser: the whole way in and back, by mouse, by keyboard alone and without JavaScript."""

import re

import pytest
from django.core import mail
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.browser.axe import assert_accessible, assert_accessible_everywhere
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

ALICE = "alice@example.com"
PASSWORD = "correct horse battery"
NEW = "a new horse every day"
RESUMES = re.compile(r"/resumes/$")


def fill_sign_up(page: Page) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("E-mail address").fill(ALICE)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password, once more").fill(PASSWORD)


def log_in(page: Page, *, password: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(ALICE)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Log in").click()


def in_the_mail(pattern: str) -> str:
    found = re.search(pattern, str(mail.outbox[-1].body), re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def test_a_visitor_signs_up_from_the_start_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Read my resume").first.click()
    fill_sign_up(page)
    page.get_by_role("button", name="Sign up and upload a resume").click()
    expect(page).to_have_url(RESUMES)
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def test_the_code_in_the_mail_verifies_the_address(page: Page) -> None:
    fill_sign_up(page)
    page.get_by_role("button", name="Sign up and upload a resume").click()
    page.goto("/accounts/confirm-email/")
    assert_accessible_everywhere(page)
    page.get_by_label("Code").fill(in_the_mail(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$"))
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text(f"{ALICE} is verified.")).to_be_visible()


def test_logging_out_and_in_again(signed_in: Page) -> None:
    signed_in.goto("/accounts/email/")
    signed_in.get_by_role("button", name="Log out").click()
    expect(signed_in.get_by_text("You are logged out.")).to_be_visible()
    log_in(signed_in, password=PASSWORD)
    expect(signed_in).to_have_url(RESUMES)


def test_a_forgotten_password_is_replaced_through_the_mail(page: Page, person: User) -> None:
    page.goto("/accounts/password/reset/")
    page.get_by_label("E-mail address").fill(ALICE)
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", name="Look in your inbox")).to_be_visible()
    page.goto(in_the_mail(r"(http://\S+/password/reset/key/\S+)"))
    assert_accessible_everywhere(page)
    page.get_by_label("New password", exact=True).fill(NEW)
    page.get_by_label("New password, once more").fill(NEW)
    page.get_by_role("button", name="Save the new password").click()
    expect(page.get_by_role("heading", name="Your password is changed")).to_be_visible()
    log_in(page, password=NEW)
    expect(page).to_have_url(RESUMES)


def test_signing_up_by_keyboard_alone(page: Page) -> None:
    page.goto("/accounts/signup/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    for text in (ALICE, PASSWORD, PASSWORD):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page).to_have_url(RESUMES)


def test_signing_up_without_javascript(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    fill_sign_up(page)
    page.get_by_role("button", name="Sign up and upload a resume").click()
    expect(page).to_have_url(RESUMES)
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_text("You are logged out.")).to_be_visible()


def test_a_mistake_is_told_beside_its_field(page: Page) -> None:
    fill_sign_up(page)
    page.get_by_label("Password, once more").fill("another horse")
    page.get_by_role("button", name="Sign up and upload a resume").click()
    field = page.get_by_label("Password, once more")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("same password"))
    assert_accessible(page)


def test_the_theme_is_remembered(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Dark theme").click()
    page.goto("/accounts/login/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="Dark theme")).to_have_attribute("aria-pressed", "true")


def test_the_browser_finds_nothing_to_refuse(page: Page) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.goto("/", wait_until="networkidle")
    assert told == []


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/accounts/signup/",
        "/accounts/login/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/password/reset/key/1-nothing/",
        "/accounts/inactive/",
        "/nothing/",
        "/dev/design/",
        "/dev/mail/",
    ],
)
def test_a_visitors_page_is_accessible(page: Page, path: str) -> None:
    page.goto(path)
    assert_accessible_everywhere(page)


@pytest.mark.parametrize(
    "path", ["/accounts/email/", "/accounts/password/change/", "/accounts/reauthenticate/", "/accounts/logout/"]
)
def test_a_persons_page_is_accessible(signed_in: Page, path: str) -> None:
    signed_in.goto(path)
    assert_accessible_everywhere(signed_in)


def show(page: Page, template: str) -> None:
    """A page that no address of ours leads to on purpose, as its template makes it."""
    body = render_to_string(template)
    page.route("**/shown/", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto("/shown/")


@pytest.mark.parametrize(
    "template",
    [
        "400.html",
        "403.html",
        "403_csrf.html",
        "429.html",
        "500.html",
        "account/password_reset_from_key_done.html",
        "account/signup_closed.html",
        "account/verification_sent.html",
        "account/verified_email_required.html",
    ],
)
def test_a_page_that_is_hard_to_reach_is_accessible(page: Page, template: str) -> None:
    show(page, template)
    assert_accessible_everywhere(page)


@pytest.fixture
def without_password(person: User) -> None:
    person.set_unusable_password()
    person.save(update_fields=["password"])


def test_setting_a_first_password_is_accessible(without_password: None, signed_in: Page) -> None:
    signed_in.goto("/accounts/password/set/")
    expect(signed_in.get_by_role("heading", name="Set a password")).to_be_visible()
    assert_accessible_everywhere(signed_in)


def test_the_first_mistake_has_the_focus(page: Page) -> None:
    fill_sign_up(page)
    page.get_by_label("Password, once more").fill("another horse")
    page.get_by_role("button", name="Sign up and upload a resume").click()
    expect(page.get_by_label("Password, once more")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
