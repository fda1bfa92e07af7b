"""A spoken answer, with a microphone that beeps: checked, recorded, kept while the line is cut, heard, given."""

import re
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect
from pytest_django import Settings

from accounts.models import User
from interviews.models import Answer
from interviews.tests.making import QUESTIONS, begun
from interviews.tests.saying import done
from tests.browser.axe import assert_accessible_everywhere
from tests.browser.conftest import NewPage
from tests.provider import answers
from tests.provider.server import Provider, provider

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = 15_000
"""Milliseconds, for what takes some seconds anyway."""
PLAYS = """player => new Promise((play, fail) => {
  player.addEventListener("canplay", () => play(true));
  player.addEventListener("error", () => fail(player.error));
  player.preload = "auto";
  player.load();
})"""


@pytest.fixture
def ear(settings: Settings) -> Iterator[Provider]:
    with provider() as running:
        settings.OPENAI_API_KEY = "sk-test"
        settings.OPENAI_BASE_URL = running.url
        yield running


@pytest.fixture
def room(device: NewPage, person: User) -> Page:
    interview = begun(person, now=timezone.now(), medium="voice")
    page = device(permissions=["microphone"])
    page.goto(f"/interviews/{interview.pk}/room/")
    return page


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def speak(page: Page) -> None:
    """For a second at least."""
    button(page, "Record").click()
    expect(page.get_by_text("Recording.")).to_be_visible()
    expect(page.get_by_label("How loud you are")).to_be_visible()
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"0:\d[1-9]"))


def test_without_a_key_a_recording_is_kept_across_a_cut_and_can_be_heard(room: Page) -> None:
    button(room, "Check the microphone").click()
    expect(room.get_by_text("This was not sent anywhere.")).to_be_visible(timeout=LONG)
    assert room.get_by_label("Your test recording").evaluate(PLAYS)
    speak(room)
    room.context.set_offline(True)
    button(room, "Stop").click()
    expect(room.get_by_text(re.compile(r"No connection: \d pieces? waits?"))).to_be_visible()
    room.context.set_offline(False)
    expect(room.get_by_label("Your recording")).to_be_visible(timeout=LONG)
    assert room.get_by_label("Your recording").evaluate(PLAYS)
    answer = Answer.objects.get()
    assert answer.chunks.exists()
    assert answer.seconds
    assert_accessible_everywhere(room)


def test_with_a_key_what_was_said_is_written_down_to_be_corrected_and_given(room: Page, ear: Provider) -> None:
    ear.will(answers.Answer(body={"text": "I rolled it bag."}))
    room.reload()
    speak(room)
    button(room, "Pause recording").click()
    expect(room.get_by_text("Paused.")).to_be_visible()
    button(room, "Go on recording").click()
    button(room, "Stop").click()
    expect(room.get_by_text("Your recording is being written down.")).to_be_visible()
    text = room.get_by_label("Your answer", exact=True)
    text.fill("Typed meanwhile.")
    expect(room.locator("[data-saved]")).to_have_text("Saved.")
    done(Answer.objects.get().hearing_id)
    expect(text).to_have_value("Typed meanwhile.\n\nI rolled it bag.", timeout=LONG)
    text.fill("I rolled it back.")
    button(room, "Give this answer").click()
    button(room, "Next question, without waiting").click()
    expect(room.get_by_role("heading", level=1)).to_have_text(QUESTIONS[1])
    assert b'filename="answer.webm"' in ear.asked[0]["raw"]
    assert Answer.objects.get(question__number=10).text == "I rolled it back."
