"""A letter in the browser without a key: put together, edited, asked about, made into a file, deleted; axe clean."""

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django import Settings

from accounts.models import User
from resumes.models import Letter
from resumes.tests.writing import DOUBTFUL, HONEST, INVENTED, a_letter, address
from tests.browser.axe import assert_accessible_everywhere
from tests.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = re.compile(r"^Saved \d\d:\d\d$")
REASON = {"kind": "number", "claim": "12 engineers", "sentence": "Where does it come from?", "where": INVENTED}


def test_a_letter_is_put_together_edited_exported_and_deleted(signed_in: Page, person: User) -> None:
    posting = a_letter(person).posting
    Letter.objects.all().delete()
    signed_in.goto(f"/postings/{posting.pk}/")
    signed_in.get_by_role("link", name="Write a letter").click()
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("Tone").select_option("formal")
    signed_in.get_by_role("button", name="Put it together").click()
    expect(signed_in.get_by_label("Your letter")).to_contain_text("Dear Sir or Madam,")
    expect(signed_in.get_by_text("Still to fill in")).to_be_visible()
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_label("Your letter").fill(HONEST)
    signed_in.get_by_role("button", name="Save").click()
    expect(signed_in.locator("#letter-state")).to_have_text(SAVED)
    expect(signed_in.get_by_text("Still to fill in")).to_have_count(0)
    with signed_in.expect_download() as download:
        signed_in.get_by_role("link", name="PDF").click()
    assert download.value.suggested_filename == "Alice-Example-Cover-Letter-Example-Payments.pdf"
    signed_in.get_by_role("link", name="Letters for").click()
    assert_accessible_everywhere(signed_in)
    signed_in.locator(".letter-rows a").click()
    signed_in.get_by_role("link", name="Delete").click()
    signed_in.get_by_role("button", name="Delete for good").click()
    expect(signed_in.get_by_text("No letter for this job yet")).to_be_visible()


def test_a_doubtful_sentence_is_marked_and_answered(signed_in: Page, person: User) -> None:
    letter = a_letter(person, text=DOUBTFUL, reasons=[REASON])
    signed_in.goto(address(letter))
    expect(signed_in.locator(".letter-mark")).to_have_text(INVENTED)
    expect(signed_in.get_by_role("link", name="PDF")).to_have_count(0)
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("link", name=INVENTED).click()
    expect(signed_in.get_by_label("Your letter")).to_be_focused()
    assert signed_in.evaluate("getSelection().toString()") == INVENTED
    signed_in.get_by_label("Where and when").fill("At Acme, from 2021 on")
    signed_in.get_by_role("button", name="It is true").click()
    expect(signed_in.get_by_role("link", name="PDF")).to_be_visible()
    expect(signed_in.locator(".letter-mark")).to_have_count(0)


def test_of_two_tabs_the_second_is_shown_both_texts(signed_in: Page, person: User) -> None:
    letter = a_letter(person)
    signed_in.goto(address(letter))
    Letter.objects.filter(pk=letter.pk).update(text="From another device.", revision=1)
    signed_in.get_by_label("Your letter").fill("From this one.")
    expect(signed_in.get_by_text("From another device.")).to_be_visible()
    expect(signed_in.get_by_label("Yours, not saved yet")).to_have_value("From this one.")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Save mine over it").click()
    expect(signed_in.locator("#letter-state")).to_have_text(SAVED)
    expect(signed_in.get_by_label("Your letter")).to_have_value("From this one.")
    assert Letter.objects.get().text == "From this one."
    signed_in.get_by_role("link", name="As it was first written").click()
    expect(signed_in.get_by_text("From another device.").first).to_be_visible()
    assert_accessible_everywhere(signed_in)


def test_what_is_typed_saves_by_itself_and_the_doubts_follow(signed_in: Page, person: User) -> None:
    letter = a_letter(person, text=DOUBTFUL, reasons=[REASON])
    signed_in.goto(address(letter))
    signed_in.get_by_label("Where and when").fill("half an answer")
    signed_in.get_by_label("Your letter").press_sequentially("One more. ")
    expect(signed_in.locator("#letter-state")).to_have_text(SAVED)
    expect(signed_in.get_by_label("Where and when")).to_have_value("half an answer")
    expect(signed_in.locator(".letter-mark")).to_have_text(INVENTED)
    signed_in.get_by_label("Your letter").fill(HONEST)
    expect(signed_in.get_by_role("link", name="PDF")).to_be_visible()
    expect(signed_in.locator(".letter-mark")).to_have_count(0)
    signed_in.reload()
    expect(signed_in.get_by_label("Your letter")).to_have_value(HONEST)


def test_what_is_typed_without_a_connection_outlives_the_page(signed_in: Page, person: User) -> None:
    letter = a_letter(person, text=HONEST)
    signed_in.goto(address(letter))
    signed_in.context.set_offline(True)
    signed_in.get_by_label("Your letter").fill("Typed on a train.")
    expect(signed_in.locator("#letter-state")).to_contain_text("Not saved: no connection. Your text is kept here")
    context = signed_in.context
    signed_in.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(address(letter))
    expect(page.get_by_label("Your letter")).to_have_value("Typed on a train.")
    # A page that closes sends what it has; whether that or the next page is first, nobody can tell.
    wait_until(lambda: Letter.objects.get().text == "Typed on a train.", within=10)


def told(number: int, attempt: int, at: int, piece: str) -> str:
    data = json.dumps({"attempt": attempt, "at": at, "piece": piece})
    return f"id: {number}-0\nevent: text\ndata: {data}\n\n"


def test_text_appears_as_it_comes_and_never_twice(signed_in: Page, person: User, settings: Settings) -> None:
    """The stream is cut after each answer, told again from the beginning, and begins anew with a second attempt."""
    settings.OPENAI_API_KEY = "sk-test"
    letter = a_letter(person)
    first = told(1, 1, 0, "Dear 😀 ") + told(2, 1, 7, "hiring")
    second = told(3, 2, 0, "Hello 😀 ") + told(4, 2, 8, "team,") + told(4, 2, 8, "team,")
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        body = "retry: 200\n\n" + first + (second if len(asked) > 1 else "")
        route.fulfill(status=200, content_type="text/event-stream", body=body)

    signed_in.route("**/stream/**", answer)
    signed_in.goto(address(letter))
    expect(signed_in.locator("[data-text]")).to_have_text("Hello 😀 team,")
    assert asked[0].endswith("?after=0-0")
    assert_accessible_everywhere(signed_in)
    signed_in.get_by_role("button", name="Stop").click()
    expect(signed_in.get_by_text("Stopped, as you asked.")).to_be_visible()
    assert_accessible_everywhere(signed_in)
