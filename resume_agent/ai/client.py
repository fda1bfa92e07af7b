"""Calls to the provider. The only module that makes them; each is reserved, timed, accounted for and translated."""

import hashlib
import hmac
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any, Self
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from openai import OpenAI, pydantic_function_tool
from openai.types.responses import Response, ResponseStreamEvent, ResponseUsage
from pydantic import BaseModel

from resume_agent.ai import circuit, leaks, ledger
from resume_agent.ai.errors import AIError, BadOutput, CalledOff, Flagged, NoKey, Refused
from resume_agent.ai.lines import Line, patience
from resume_agent.ai.models import Call
from resume_agent.ai.prices import Usage, tokens_in
from resume_agent.ai.prompts import Prompt, fenced
from resume_agent.ai.translating import LIBRARY_ERRORS, failed_midway, translated
from resume_agent.lib.idle_connections import give_back

MAX_OUTPUT_TOKENS = 4000
CHARACTERS_IN_A_TOKEN = 20
"""At most, on average over an answer; a provider that says more doesn't keep to what it was asked."""


@dataclass(frozen=True)
class Asked:
    """What a call is for: whose it is, the job it belongs to, the prompt and the material it works on."""

    owner: AbstractBaseUser
    purpose: str
    prompt: Prompt
    data: dict[str, Any]
    job: UUID | None = None
    max_output_tokens: int = MAX_OUTPUT_TOKENS


@dataclass
class Account:
    """What the provider told about a call while it went on."""

    line: Line
    usage: Usage = field(default_factory=Usage)
    request_id: str = ""
    spoken: int = 0
    """Characters that arrived."""

    def used(self, text: str) -> Usage:
        """As the provider told; of an answer that broke off, guessed by what was sent and what had arrived."""
        if self.usage != Usage() or not (self.spoken or self.line.may_cost):
            return self.usage
        return Usage(input=tokens_in(len(text)), output=tokens_in(self.spoken))


def configured() -> bool:
    return bool(settings.OPENAI_API_KEY)


def parse[Answer: BaseModel](asked: Asked, answer: type[Answer]) -> Answer:
    """An answer of the given shape. Raises AIError."""
    return answer.model_validate_json("".join(stream(asked, answer)))


class Speech(Iterator[str]):
    """Pieces of text as they come; ends only when the answer is whole. Its iteration raises AIError.

    `close` ends the call where it is, in the thread that listens; `cut` does so from any other.
    """

    def __init__(self, asked: Asked, shape: type[BaseModel] | None) -> None:
        self._line = Line()
        self._pieces = _pieces(asked, self._line, shape)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        return next(self._pieces)

    def close(self) -> None:
        self._pieces.close()

    def cut(self) -> None:
        self._line.cut(CalledOff())


def stream(asked: Asked, shape: type[BaseModel] | None = None) -> Speech:
    """Free text; with a shape, JSON of that shape, of which nothing is certain before its end. Raises nothing yet."""
    return Speech(asked, shape)


def _pieces(asked: Asked, line: Line, shape: type[BaseModel] | None) -> Generator[str]:
    with (
        _accounted(asked, line) as (client, account, request),
        closing(client.responses.create(stream=True, **request, **_shaped(shape))) as events,
    ):
        account.request_id = events.response.headers.get("x-request-id", "")
        most, text = CHARACTERS_IN_A_TOKEN * asked.max_output_tokens, []
        for piece in leaks.watched(_said(events, account, most), asked.prompt):
            text.append(piece)
            yield piece
        if shape:
            leaks.check(shape.model_validate_json("".join(text)), asked.prompt)


def _shaped(shape: type[BaseModel] | None) -> dict[str, Any]:
    if shape is None:
        return {}
    schema = pydantic_function_tool(shape)["function"]["parameters"]
    return {"text": {"format": {"type": "json_schema", "name": shape.__name__, "schema": schema, "strict": True}}}


def _said(events: Iterable[ResponseStreamEvent], account: Account, most: int) -> Iterator[str]:
    ended = False
    for event in events:
        match event.type:
            case "response.output_text.delta":
                account.spoken += len(event.delta)
                if account.spoken > most:
                    raise BadOutput
                yield event.delta
            case "response.refusal.delta" | "response.refusal.done":
                raise Refused
            case "response.completed":
                account.usage, ended = usage_of(event.response.usage), True
            case "response.incomplete":
                account.usage = usage_of(event.response.usage)
                raise _cut_short(event.response)
            case "response.failed":
                account.usage = usage_of(event.response.usage)
                raise failed_midway(event.response.error.code if event.response.error else None)
            case "error":
                raise failed_midway(event.code)
    if not ended:
        raise BadOutput


def _cut_short(response: Response) -> AIError:
    reason = response.incomplete_details and response.incomplete_details.reason
    return Flagged() if reason == "content_filter" else BadOutput()


def transcribe(asked: Asked, audio: IO[bytes], name: str) -> str:
    """Speech as text. `data` of what is asked is not sent. Raises AIError."""
    with _accounted(asked, Line()) as (client, account, _request):
        heard = client.audio.transcriptions.create(
            file=(name, audio), model=settings.OPENAI_TRANSCRIBE_MODEL, timeout=patience()
        )
        account.request_id = heard._request_id or ""
        return heard.text


def moderate(text: str) -> bool:
    """Whether the provider's rules let the text pass. Costs nothing: no line in the ledger. Raises AIError."""
    line = Line()
    with _translated(line), line.opened(_client()) as client:
        result = client.moderations.create(input=text, model=settings.OPENAI_MODERATION_MODEL, timeout=patience())
        return not any(each.flagged for each in result.results)


@contextmanager
def _accounted(asked: Asked, line: Line) -> Iterator[tuple[OpenAI, Account, dict[str, Any]]]:
    """Reserves before, settles after whatever happens, and tells the circuit breaker how it went."""
    client = _client()
    circuit.check(str(client.base_url), timezone.now())
    request = _request(asked)
    call = Call(
        owner_id=asked.owner.pk,
        job=asked.job,
        purpose=asked.purpose,
        prompt=asked.prompt.name,
        model=settings.OPENAI_MODEL,
    )
    text = request["instructions"] + request["input"]
    ledger.reserve(call, text=text, max_output_tokens=asked.max_output_tokens)
    # The call may take a minute, and needs no connection to the database meanwhile.
    give_back()
    account, failure = Account(line), CalledOff.code
    try:
        with _translated(line), line.opened(client) as connected:
            yield connected, account, request
        failure = ""
    except AIError as error:
        failure = error.code
        raise
    finally:
        state = Call.State.FAILED if failure else Call.State.DONE
        ledger.settle(call, usage=account.used(text), state=state, error_code=failure, request_id=account.request_id)


@contextmanager
def _translated(line: Line) -> Iterator[None]:
    provider = str(_client().base_url)
    try:
        yield
    except (*LIBRARY_ERRORS, AIError) as error:
        known = line.why or translated(error)
        if known.counts_against_provider:
            circuit.record_failure(provider)
        raise known from None
    circuit.record_success(provider)


def _request(asked: Asked) -> dict[str, Any]:
    return {
        "model": settings.OPENAI_MODEL,
        "instructions": asked.prompt.instructions,
        "input": fenced(asked.data),
        "max_output_tokens": asked.max_output_tokens,
        "safety_identifier": safety_identifier(asked.owner),
        "store": False,
        "timeout": patience(),
    }


def safety_identifier(owner: AbstractBaseUser) -> str:
    """The same for a person every time, and nothing to anybody else."""
    return hmac.new(settings.SECRET_KEY.encode(), f"ai:{owner.pk}".encode(), hashlib.sha256).hexdigest()


def usage_of(usage: ResponseUsage | None) -> Usage:
    if usage is None:
        return Usage()
    cached = usage.input_tokens_details.cached_tokens if usage.input_tokens_details else 0
    return Usage(input=usage.input_tokens, cached=cached or 0, output=usage.output_tokens)


def _client() -> OpenAI:
    """Raises NoKey."""
    if not configured():
        raise NoKey
    return _client_for(settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL)


@cache
def _client_for(key: str, base_url: str) -> OpenAI:
    return OpenAI(api_key=key, base_url=base_url or None, max_retries=0)
