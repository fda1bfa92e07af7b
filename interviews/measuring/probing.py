"""A follow-up by rules: about the sentence of an answer that leaves most open, in its own words."""

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from interviews.measuring.measuring import measure, sentences_of

PROBES = Path(__file__).parent / "probes.json"
LEAST_WORDS = 12
"""Of a shorter answer there is nothing to ask about."""
LONGEST_QUOTE = 160
SHORTEST_QUOTE = 15


class Probe(BaseModel):
    """quote: of the answer, word for word."""

    text: str
    quote: str


def probe(text: str, *, language: str, style: str) -> Probe | None:
    """What is missing decides what is asked: own action first, then a result and its number."""
    found = measure(text, language=language, seconds=None)
    if found.words < LEAST_WORDS:
        return None
    if found.shared > found.own:
        return _about("own", _first(text, language, "shared"), language, style)
    if not found.numbers and "result" not in found.parts:
        return _about("result", _last(text), language, style)
    if not found.numbers:
        return _about("result", _first(text, language, "result"), language, style)
    return None


def _about(kind: str, quote: str, language: str, style: str) -> Probe | None:
    quote = quote.strip().rstrip(".!?")
    if not SHORTEST_QUOTE <= len(quote) <= LONGEST_QUOTE:
        return None
    return Probe(text=_probes()[language][kind][style].replace("{quote}", quote), quote=quote)


def _last(text: str) -> str:
    return next(reversed(sentences_of(text)), "")


def _first(text: str, language: str, sign: str) -> str:
    """The first sentence with the sign: "we", or a cue of a result."""
    for each in sentences_of(text):
        counted = measure(each, language=language, seconds=None)
        if counted.shared if sign == "shared" else sign in counted.parts:
            return each
    return ""


@cache
def _probes() -> dict[str, dict[str, dict[str, str]]]:
    read: dict[str, dict[str, dict[str, str]]] = json.loads(PROBES.read_text(encoding="utf-8"))
    return read
