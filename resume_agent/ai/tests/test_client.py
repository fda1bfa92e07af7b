"""The client against a provider over real HTTP: every answer it can get, and what the ledger keeps of it."""

import io
from datetime import timedelta

import pytest
from pydantic import BaseModel
from pytest_django import Settings

from accounts.models import User
from resume_agent.ai import client, errors, lines
from resume_agent.ai.client import Asked
from resume_agent.ai.models import SITE, Budget, Call
from resume_agent.ai.prompts import Prompt
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider

PROMPT = Prompt("greet@1", "Greet the person.")


class Greeting(BaseModel):
    words: str


def asked(owner: User) -> Asked:
    return Asked(owner=owner, purpose="test", prompt=PROMPT, data={"name": "Alice"}, max_output_tokens=100)


def test_an_answer_comes_in_the_shape_asked_for(fake: Provider, alice: User) -> None:
    fake.will(answers.text('{"words": "Good morning"}'))
    assert client.parse(asked(alice), Greeting) == Greeting(words="Good morning")
    call = Call.objects.get()
    assert (call.state, call.input_tokens, call.cached_tokens, call.output_tokens) == ("done", 120, 20, 30)
    assert call.prompt == "greet@1"
    assert call.request_id == "req_1"


def test_the_provider_is_told_no_more_than_it_needs(fake: Provider, alice: User) -> None:
    fake.will(answers.text('{"words": "x"}'))
    client.parse(asked(alice), Greeting)
    sent = fake.asked[0]
    assert sent["store"] is False
    assert len(sent["safety_identifier"]) == 64
    assert "alice@example.com" not in str(sent)
    assert "tools" not in sent


ANSWERS = [
    (answers.problem(401), errors.BadKey),
    (answers.problem(403), errors.BadKey),
    (answers.problem(429, "insufficient_quota"), errors.QuotaUsedUp),
    (answers.problem(429, "rate_limit_exceeded"), errors.RateLimited),
    (answers.problem(400, "content_policy_violation"), errors.Flagged),
    (answers.problem(400, "context_length_exceeded"), errors.WrongRequest),
    (answers.problem(404, "model_not_found"), errors.WrongRequest),
    (answers.problem(408), errors.TimedOut),
    (answers.problem(500), errors.ProviderDown),
    (answers.problem(503, "overloaded", retry_after="7"), errors.ProviderDown),
    (answers.refusal(), errors.Refused),
    (answers.text("no JSON at all"), errors.BadOutput),
    (answers.text('{"other": 1}'), errors.BadOutput),
    (answers.incomplete('{"words": "Good mor', "max_output_tokens"), errors.BadOutput),
    (answers.incomplete('{"words": "Good"}', "content_filter"), errors.Flagged),
    (Answer(body=b"<html>not the provider</html>"), errors.BadOutput),
    (answers.streamed('{"words": "Good', end="", cut=True), errors.BadOutput),
    (answers.failed_midway("server_error", '{"wo'), errors.ProviderDown),
    (answers.failed_midway("rate_limit_exceeded", '{"wo'), errors.RateLimited),
    (answers.failed_midway("invalid_prompt"), errors.Flagged),
    (Answer(events=[{"type": "error", "code": "insufficient_quota", "message": "no"}]), errors.QuotaUsedUp),
    (Answer(events=[{"type": "error", "error": {"code": "server_error", "message": "no"}}]), errors.ProviderDown),
]


@pytest.mark.parametrize(("answer", "expected"), ANSWERS)
def test_each_failure_has_its_class_and_its_line(
    fake: Provider, alice: User, answer: Answer, expected: type[errors.AIError]
) -> None:
    fake.will(answer)
    with pytest.raises(errors.AIError) as raised:
        client.parse(asked(alice), Greeting)
    assert type(raised.value) is expected
    assert raised.value.sentence.endswith(".")
    call = Call.objects.get()
    assert (call.state, call.error_code) == ("failed", expected.code)
    assert len(fake.asked) == 1


def test_the_wait_that_the_provider_asks_for_is_kept(fake: Provider, alice: User) -> None:
    fake.will(answers.problem(429, "rate_limit_exceeded", retry_after="21"))
    with pytest.raises(errors.RateLimited) as raised:
        client.parse(asked(alice), Greeting)
    assert raised.value.retry_after == timedelta(seconds=21)


def test_without_a_key_nothing_is_called(fake: Provider, alice: User, settings: Settings) -> None:
    settings.OPENAI_API_KEY = ""
    with pytest.raises(errors.NoKey):
        client.parse(asked(alice), Greeting)
    assert not fake.asked


def test_nobody_at_the_address_is_a_provider_that_is_down(alice: User, settings: Settings) -> None:
    settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "sk-test", "http://127.0.0.1:1/v1"
    with pytest.raises(errors.ProviderDown):
        client.parse(asked(alice), Greeting)


def test_a_slow_provider_is_left_waiting(fake: Provider, alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "SECONDS", 0.2)
    fake.will(Answer(body={}, seconds=1.0))
    with pytest.raises(errors.TimedOut):
        client.parse(asked(alice), Greeting)


def test_text_streams_piece_by_piece(fake: Provider, alice: User) -> None:
    fake.will(answers.streamed("Good ", "morning", ", Alice"))
    assert list(client.stream(asked(alice))) == ["Good ", "morning", ", Alice"]
    assert Call.objects.get().output_tokens == 30


@pytest.mark.parametrize(
    "answer",
    [
        answers.streamed("Good ", end="", cut=True),
        answers.streamed("Good ", end=""),
        answers.streamed("Good ", end="response.incomplete"),
        answers.streamed("Good ", end="response.failed"),
    ],
)
def test_a_stream_that_breaks_off_is_no_answer(fake: Provider, alice: User, answer: Answer) -> None:
    fake.will(answer)
    with pytest.raises((errors.BadOutput, errors.ProviderDown)):
        list(client.stream(asked(alice)))
    assert Call.objects.get().state == "failed"


def test_a_stream_that_nobody_wants_any_more_is_paid_for_as_far_as_it_came(fake: Provider, alice: User) -> None:
    fake.will(answers.streamed(*["word "] * 50))
    pieces = client.stream(asked(alice))
    next(pieces)
    pieces.close()
    call = Call.objects.get()
    assert (call.state, call.error_code) == ("failed", "stopped")
    assert 0 < call.cost < call.reserved


def test_the_budget_holds_what_was_used_and_no_more(fake: Provider, alice: User) -> None:
    fake.will(answers.text('{"words": "x"}'), answers.problem(500))
    client.parse(asked(alice), Greeting)
    with pytest.raises(errors.ProviderDown):
        client.parse(asked(alice), Greeting)
    spent = sum(Call.objects.values_list("cost", flat=True))
    assert spent > 0
    assert set(Budget.objects.values_list("scope", "used")) == {(SITE, spent), (str(alice.pk), spent)}


def test_over_the_budget_nothing_is_called(fake: Provider, alice: User, settings: Settings) -> None:
    settings.AI_DAILY_CAP_PERSON = 10
    with pytest.raises(errors.OverBudget):
        client.parse(asked(alice), Greeting)
    assert not fake.asked
    assert not Call.objects.exists()
    assert not Budget.objects.filter(used__gt=0).exists()


def test_after_five_failures_in_a_row_nobody_calls(fake: Provider, alice: User) -> None:
    fake.will(*[answers.problem(500)] * 5)
    for _ in range(5):
        with pytest.raises(errors.ProviderDown):
            client.parse(asked(alice), Greeting)
    with pytest.raises(errors.ProviderDown) as raised:
        client.parse(asked(alice), Greeting)
    assert len(fake.asked) == 5
    assert raised.value.retry_after
    assert timedelta() < raised.value.retry_after <= timedelta(seconds=30)


def test_a_success_between_failures_keeps_the_circuit_closed(fake: Provider, alice: User) -> None:
    fake.will(*[answers.problem(500)] * 4, answers.text('{"words": "x"}'), *[answers.problem(500)] * 4)
    for _ in range(9):
        try:
            client.parse(asked(alice), Greeting)
        except errors.ProviderDown:
            continue
    fake.will(answers.text('{"words": "still there"}'))
    assert client.parse(asked(alice), Greeting).words == "still there"


def test_speech_becomes_text(fake: Provider, alice: User) -> None:
    fake.will(Answer(body={"text": "I led the move."}))
    assert client.transcribe(asked(alice), io.BytesIO(b"RIFF"), "answer.webm") == "I led the move."
    assert b"Alice" not in fake.asked[0]["raw"]


@pytest.mark.parametrize("flagged", [True, False])
def test_a_text_is_judged_by_the_providers_rules(fake: Provider, db: None, *, flagged: bool) -> None:
    fake.will(Answer(body={"id": "m", "model": "m", "results": [{"flagged": flagged}]}))
    assert client.moderate("some text") is not flagged
