"""Ending a call that is under way: at once, from any thread, seen by the provider, and paid for as far as it came."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from django.db import connections

from accounts.models import User
from resume_agent.ai import client, errors, lines
from resume_agent.ai.client import Asked, Speech
from resume_agent.ai.models import SITE, Budget, Call, Circuit
from resume_agent.ai.prices import tokens_in
from resume_agent.ai.prompts import Prompt
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

HELLO = answers.streamed("Good ", end="")


def asked(owner: User) -> Asked:
    return Asked(owner=owner, purpose="test", prompt=Prompt("greet@1", "Greet."), data={}, max_output_tokens=100)


@contextmanager
def listening(speech: Speech) -> Iterator[list[str]]:
    """What it says, heard in a thread of its own, which has to end with the block."""
    heard: list[str] = []
    thread = Thread(target=_hear, args=(speech, heard.append), daemon=True)
    thread.start()
    yield heard
    thread.join(10)
    assert not thread.is_alive()


def _hear(speech: Speech, say: Callable[[str], None]) -> None:
    try:
        for piece in speech:
            say(piece)
    except errors.AIError as error:
        say(error.code)
    finally:
        connections.close_all()


def test_a_provider_that_is_silent_before_its_headers_is_hung_up_on(fake: Provider, alice: User) -> None:
    fake.will(Answer(events=[], silence=60))
    speech = client.stream(asked(alice))
    with listening(speech) as heard:
        wait_until(lambda: fake.asked)
        speech.cut()
    assert heard == ["stopped"]
    wait_until(lambda: fake.left == 1)
    assert fake.told == 0


def test_a_provider_in_the_middle_of_its_answer_is_hung_up_on(fake: Provider, alice: User) -> None:
    fake.will(Answer(events=HELLO.events, drip=0.05))
    speech = client.stream(asked(alice))
    with listening(speech) as heard:
        wait_until(lambda: heard)
        speech.cut()
    assert heard == ["Good ", "stopped"]
    wait_until(lambda: fake.left == 1)


def test_what_was_cut_costs_what_was_sent_and_what_had_come(fake: Provider, alice: User) -> None:
    fake.will(Answer(events=HELLO.events, drip=0.05))
    speech = client.stream(asked(alice))
    with listening(speech) as heard:
        wait_until(lambda: heard)
        speech.cut()
    call = Call.objects.get()
    assert (call.state, call.error_code, call.output_tokens) == ("failed", "stopped", tokens_in(len("Good ")))
    assert call.input_tokens > 0
    assert set(Budget.objects.values_list("scope", "used")) == {(SITE, call.cost), (str(alice.pk), call.cost)}
    assert 0 < call.cost < call.reserved


def test_what_is_cut_before_anything_came_costs_its_input(fake: Provider, alice: User) -> None:
    fake.will(Answer(events=[], silence=60))
    speech = client.stream(asked(alice))
    with listening(speech):
        wait_until(lambda: fake.asked)
        speech.cut()
    call = Call.objects.get()
    assert (call.input_tokens > 0, call.output_tokens) == (True, 0)


def test_what_is_cut_before_it_began_is_never_asked(fake: Provider, alice: User) -> None:
    speech = client.stream(asked(alice))
    speech.cut()
    with pytest.raises(errors.CalledOff):
        next(speech)
    assert not fake.asked
    assert Call.objects.get().cost == 0


def test_what_is_cut_does_not_count_against_the_provider(fake: Provider, alice: User) -> None:
    fake.will(Answer(events=[], silence=60))
    speech = client.stream(asked(alice))
    with listening(speech):
        wait_until(lambda: fake.asked)
        speech.cut()
    assert not Circuit.objects.filter(failures__gt=0).exists()


def test_a_provider_that_drips_for_ever_takes_too_long(
    fake: Provider, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST_CALL", 0.5)
    fake.will(Answer(events=HELLO.events, drip=0.05))
    with pytest.raises(errors.TimedOut):
        list(client.stream(asked(alice)))
    call = Call.objects.get()
    assert (call.error_code, call.output_tokens) == ("timed_out", tokens_in(len("Good ")))
    wait_until(lambda: fake.left == 1)


def test_an_answer_that_is_whole_cannot_be_cut_any_more(fake: Provider, alice: User) -> None:
    fake.will(answers.streamed("Good ", "morning"))
    speech = client.stream(asked(alice))
    assert list(speech) == ["Good ", "morning"]
    speech.cut()
    assert Call.objects.get().state == "done"
