"""Practice interviews in the browser: typed, without JavaScript, by keyboard, cut off and resumed; axe clean."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from accounts.models import User
from interviews.models import Answer, Interview, InterviewLink, Question
from interviews.tests.making import QUESTIONS, answer_in, begun, ended, found, judged
from interviews.tests.saying import ANSWER, LINE, QUOTE
from interviews.tests.wanting import a_posting
from resumes.tests.given import read
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOM = re.compile(r"/room/$")
REPORT = re.compile(r"/report/$")


def set_up(page: Page) -> None:
    """From the list to the plan."""
    page.get_by_role("link", name="Set one up").click()
    page.get_by_label("Length").select_option("5")
    page.get_by_label("Behavioural").check()
    page.get_by_role("button", name="Plan the interview").click()


def text(page: Page) -> Locator:
    return page.get_by_label("Your answer", exact=True)


def saved(page: Page) -> Locator:
    return page.locator("[data-saved]")


def expect_question(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def give(page: Page, words: str) -> None:
    text(page).fill(words)
    page.get_by_role("button", name="Give this answer").click()


def in_room(owner: User) -> str:
    """The address of an interview whose first question is asked."""
    return f"/interviews/{begun(owner, now=timezone.now()).pk}/room/"


def test_an_interview_is_set_up_typed_and_reported(signed_in: Page, person: User) -> None:
    read(person)
    a_posting(person)
    page = signed_in
    page.goto("/interviews/")
    assert_accessible_everywhere(page)
    page.get_by_role("link", name="Set one up").click()
    assert_accessible_everywhere(page)
    page.goto("/interviews/")
    set_up(page)
    expect(page.get_by_role("heading", name="Before you begin")).to_be_visible()
    assert_accessible_everywhere(page)
    page.get_by_role("button", name="Begin the interview").click()
    expect(page).to_have_url(ROOM)
    first = page.locator("[data-question]").inner_text()
    text(page).press_sequentially("I rolled it back")
    expect(saved(page)).to_have_text("Saved.")
    page.reload()
    expect(text(page)).to_have_value("I rolled it back")
    page.get_by_text("Hints").click()
    assert_accessible_everywhere(page)
    give(page, ANSWER)
    expect(page.get_by_text("Your answer to the last question is saved.")).to_be_visible()
    expect(page.locator("[data-question]")).not_to_have_text(first)
    page.get_by_role("button", name="End the interview").click()
    expect(page).to_have_url(REPORT)
    expect(page.get_by_text("nothing here is scored")).to_be_visible()
    expect(page.get_by_text("I rolled it back").first).to_be_visible()
    assert_accessible_everywhere(page)


def test_the_same_without_javascript(device: NewPage, person: User) -> None:
    read(person)
    page = device(java_script_enabled=False)
    page.goto("/interviews/")
    set_up(page)
    page.get_by_role("button", name="Begin the interview").click()
    give(page, ANSWER)
    expect(page.get_by_text("Your answer to the last question is saved.")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="End the interview").click()
    expect(page).to_have_url(REPORT)
    expect(page.get_by_text("I rolled it back").first).to_be_visible()
    page.get_by_role("button", name="Try this question again").first.click()
    give(page, "I rolled it back within 9 minutes, because waiting was worse.")
    expect(page.get_by_role("heading", name="Try 2")).to_be_visible()


def tab_to(page: Page, wanted: Locator) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached by Tab")


def press(page: Page, name: str) -> None:
    tab_to(page, page.get_by_role("button", name=name))
    page.keyboard.press("Enter")


def test_a_whole_question_by_keyboard_alone(signed_in: Page, person: User) -> None:
    page = signed_in
    page.goto(in_room(person))
    tab_to(page, page.locator("summary", has_text="Hints"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Name the place and the time.")).to_be_visible()
    tab_to(page, text(page))
    page.keyboard.type("I rolled it back.")
    press(page, "Give this answer")
    expect(page.get_by_text("Your answer to the last question is saved.")).to_be_visible()
    press(page, "Pause")
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    press(page, "Go on")
    press(page, "End the interview")
    expect(page).to_have_url(REPORT)


def test_what_is_typed_while_the_line_is_cut_is_saved_when_it_is_back(signed_in: Page, person: User) -> None:
    page, context, address = signed_in, signed_in.context, in_room(person)
    page.goto(address)
    context.set_offline(True)
    text(page).press_sequentially("On a train.")
    expect(saved(page)).to_contain_text("Not saved: no connection. Your text is kept here")
    context.set_offline(False)
    expect(saved(page)).to_have_text("Saved.")
    context.set_offline(True)
    text(page).fill("On a train, in a tunnel.")
    expect(saved(page)).to_contain_text("Not saved: no connection")
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(text(again)).to_have_value("On a train, in a tunnel.")
    expect(saved(again)).to_have_text("Saved.")
    assert Answer.objects.get().text == "On a train, in a tunnel."


def test_another_device_goes_on_and_of_two_tabs_both_texts_are_shown(device: NewPage, person: User) -> None:
    one, other, address = device(), device(), in_room(person)
    one.goto(address)
    text(one).press_sequentially("From the phone.")
    expect(saved(one)).to_have_text("Saved.")
    other.goto("/interviews/")
    other.get_by_role("link", name="Engineer at Acme").click()
    expect(text(other)).to_have_value("From the phone.")
    text(other).fill("From the desk.")
    expect(saved(other)).to_have_text("Saved.")
    text(one).fill("From the phone again.")
    expect(one.get_by_text("changed elsewhere")).to_be_visible()
    expect(one.get_by_text("From the desk.")).to_be_visible()
    expect(one.get_by_label("Yours, not saved yet")).to_have_value("From the phone again.")
    assert_accessible_everywhere(one)
    one.get_by_role("button", name="Take mine").click()
    expect_question(one, QUESTIONS[1])
    assert answer_in(Interview.objects.get()).text == "From the phone again."


def an_assessed(owner: User) -> Interview:
    """By AI, of an interview from a resume and with a job, tried again."""
    version = read(owner).versions.get()
    interview = ended(owner, ANSWER, ANSWER, "", version=version, posting=a_posting(owner))
    Question.objects.filter(number=10).update(source={"kind": "resume", "quote": LINE, "path": "work[1].highlights[1]"})
    first = answer_in(interview)
    Answer.objects.filter(pk=first.pk).update(take=1, seconds=13.0)
    short = {"low": 1, "high": 3, "missing": "You don’t say who decided."}
    judged(first, found("action", 4, QUOTE), found("situation", 2, "In March", **short), found("result", None))
    judged(answer_in(interview, 20), found("action", 3, QUOTE))
    return interview


def unfold(page: Page) -> None:
    """What is folded axe doesn't look at."""
    page.wait_for_load_state()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")


def test_what_comes_after_an_interview_is_accessible(signed_in: Page, person: User, settings: Settings) -> None:
    settings.OPENAI_API_KEY = "sk-test"
    interview, page = an_assessed(person), signed_in
    link = InterviewLink.objects.create(interview=interview, expires_at=timezone.now() + timedelta(days=1))
    for place in ("", "progress/", f"{interview.pk}/share/", f"{interview.pk}/delete/", f"{interview.pk}/report/"):
        page.goto(f"/interviews/{place}")
        unfold(page)
        assert_accessible_everywhere(page)
    page.get_by_role("button", name="Try this question again").first.click()
    expect(text(page)).to_be_visible()
    unfold(page)
    assert_accessible_everywhere(page)
    page.goto(f"/shared/interviews/{link.token}/")
    expect(page.get_by_text("4 of 5").first).to_be_visible()
    assert_accessible_everywhere(page)
