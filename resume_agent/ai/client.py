"""Calls to the provider. The only module that makes them; each is reserved, timed, accounted for and translated."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from openai import OpenAI
from openai.types.responses import ResponseUsage
from pydantic import BaseModel

from resume_agent.ai import circuit, ledger
from resume_agent.ai.errors import AIError, BadOutput, Flagged, NoKey, Refused
from resume_agent.ai.models import Call
from resume_agent.ai.prices import Usage, tokens_in
from resume_agent.ai.prompts import Prompt, fenced
from resume_agent.ai.translating import LIBRARY_ERRORS, translated

SECONDS = 60.0
MAX_OUTPUT_TOKENS = 4000


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

    usage: Usage = field(default_factory=Usage)
    request_id: str = ""
    spoken: int = 0
    """Characters that arrived."""

    def used(self, text: str) -> Usage:
        """As the provider told; of an answer that broke off, guessed by what was sent and what had arrived."""
        if self.usage != Usage() or not self.spoken:
            return self.usage
        return Usage(input=tokens_in(len(text)), output=tokens_in(self.spoken))


def configured() -> bool:
    return bool(settings.OPENAI_API_KEY)


def parse[Answer: BaseModel](asked: Asked, answer: type[Answer]) -> Answer:
    """An answer of the given shape. Raises AIError."""
    with _accounted(asked) as (client, account, request):
        response = client.responses.parse(text_format=answer, **request)
        account.usage, account.request_id = usage_of(response.usage), response._request_id or ""
        if response.status == "incomplete":
            reason = response.incomplete_details and response.incomplete_details.reason
            raise Flagged if reason == "content_filter" else BadOutput
        parsed: Answer | None = response.output_parsed
        if parsed is None:
            raise Refused
        return parsed


def stream(asked: Asked) -> Iterator[str]:
    """Pieces of text as they come; ends only when the answer is whole. Raises AIError. Closing it stops the call."""
    with (
        _accounted(asked) as (client, account, request),
        closing(client.responses.create(stream=True, **request)) as events,
    ):
        ended = False
        for event in events:
            match event.type:
                case "response.output_text.delta":
                    account.spoken += len(event.delta)
                    yield event.delta
                case "response.refusal.delta" | "response.refusal.done":
                    raise Refused
                case "response.completed":
                    account.usage, ended = usage_of(event.response.usage), True
                case "response.incomplete":
                    account.usage = usage_of(event.response.usage)
                    raise BadOutput
                case "response.failed" | "error":
                    raise BadOutput
        if not ended:
            raise BadOutput


def transcribe(asked: Asked, audio: IO[bytes], name: str) -> str:
    """Speech as text. `data` of what is asked is not sent. Raises AIError."""
    with _accounted(asked) as (client, account, _request):
        heard = client.audio.transcriptions.create(
            file=(name, audio), model=settings.OPENAI_TRANSCRIBE_MODEL, timeout=SECONDS
        )
        account.request_id = heard._request_id or ""
        return heard.text


def moderate(text: str) -> bool:
    """Whether the provider's rules let the text pass. Costs nothing: no line in the ledger. Raises AIError."""
    with _translated():
        result = _client().moderations.create(input=text, model=settings.OPENAI_MODERATION_MODEL)
        return not any(each.flagged for each in result.results)


@contextmanager
def _accounted(asked: Asked) -> Iterator[tuple[OpenAI, Account, dict[str, Any]]]:
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
    account, failure = Account(), "abandoned"
    try:
        with _translated():
            yield client, account, request
        failure = ""
    except AIError as error:
        failure = error.code
        raise
    finally:
        state = Call.State.FAILED if failure else Call.State.DONE
        ledger.settle(call, usage=account.used(text), state=state, error_code=failure, request_id=account.request_id)


@contextmanager
def _translated() -> Iterator[None]:
    provider = str(_client().base_url)
    try:
        yield
    except (*LIBRARY_ERRORS, AIError) as error:
        known = translated(error)
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
        "timeout": SECONDS,
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
    return OpenAI(api_key=key, base_url=base_url or None, max_retries=0, timeout=SECONDS)
