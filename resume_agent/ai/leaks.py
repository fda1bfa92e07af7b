"""Keeps our instructions out of answers: finds words of them one after the other, before anybody is shown them."""

import base64
import codecs
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from resume_agent.ai.errors import LedAstray
from resume_agent.ai.prompts import PREAMBLE, Prompt

RUN = 8
"""Words of the instructions in their order that make a leak."""
DOUBTFUL_RUN = 4
"""From here on they are held back until it is known how they go on..."""
MOST_DOUBTFUL = 24
"""...and so many different ones in shorter runs are a leak too: one told in pieces."""
_WORD = re.compile(r"[^\W_]+")
_ENCODED = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}")
_DIGITS = re.compile(r"[0-9A-Fa-f]+")
_LONGEST_WORD = 400


def check(answer: BaseModel, prompt: Prompt) -> None:
    """Of a whole answer: as it goes on, and each of its fields from one item to the next. Raises LedAstray."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for name, text in _texts(answer.model_dump(mode="json"), ""):
        by_name[""].append(text)
        by_name[name].append(text)
    for texts in by_name.values():
        for _ in watched(["\n".join(texts)], prompt):
            pass


def watched(pieces: Iterable[str], prompt: Prompt) -> Iterator[str]:
    """The pieces, those held back that may become a leak. Raises LedAstray as soon as one is."""
    watch, held, rest = _Watch(prompt), "", ""
    for piece in pieces:
        held, rest = held + piece, rest + piece
        done = _end_of_words(rest)
        watch.hear(rest[:done])
        rest = rest[done:]
        if not watch.doubtful and not _ENCODED.fullmatch(rest):
            yield held
            held = ""
    watch.hear(rest)
    if held:
        yield held


class _Watch:
    """Follows where in the instructions the words heard so far may stand."""

    def __init__(self, prompt: Prompt) -> None:
        self._places = _places(prompt)
        self._runs: dict[int, int] = {}
        self._told: set[int] = set()
        self._longest = 0

    @property
    def doubtful(self) -> bool:
        return self._longest >= DOUBTFUL_RUN

    def hear(self, text: str) -> None:
        for word in _words(text):
            self._next(word)
        for decoded in _decoded(text):
            _check_encoded(decoded, self._places)

    def _next(self, word: str) -> None:
        runs = {at + 1: self._runs.get(at, 0) + 1 for at in self._places.get(word, ())}
        longest = max(runs.values(), default=0)
        for end, run in self._runs.items() if longest <= self._longest and self.doubtful else ():
            self._told.update(range(end - run, end) if run >= DOUBTFUL_RUN else ())
        self._runs, self._longest = runs, longest
        if longest >= RUN or len(self._told) >= MOST_DOUBTFUL:
            raise LedAstray


def _check_encoded(text: str, places: dict[str, tuple[int, ...]]) -> None:
    """Of text that was encoded, which nobody writes by chance: a few words of the instructions are enough."""
    runs: dict[int, int] = {}
    for word in _words(text):
        runs = {at + 1: runs.get(at, 0) + 1 for at in places.get(word, ())}
        if max(runs.values(), default=0) >= DOUBTFUL_RUN:
            raise LedAstray


@lru_cache(maxsize=32)
def _places(prompt: Prompt) -> dict[str, tuple[int, ...]]:
    """Where each word stands in the instructions; told forwards, backwards, letter by letter, or shifted."""
    text = f"{prompt.instructions}\n{PREAMBLE}"
    words = _words(text)
    ways = [words, words[::-1], _words(text[::-1]), _words(codecs.encode(text, "rot13")), list("".join(words))]
    found: defaultdict[str, list[int]] = defaultdict(list)
    at = 0
    for way in ways:
        for word in way:
            found[word].append(at)
            at += 1
        at += 1
    return {word: tuple(places) for word, places in found.items()}


def _texts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Each text with the name of the field that holds it."""
    match value:
        case str():
            yield name, value
        case dict():
            for key, item in value.items():
                yield from _texts(item, key)
        case list():
            for item in value:
                yield from _texts(item, name)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _end_of_words(text: str) -> int:
    """Where the last whole word ends: what comes next may go on with the one behind it."""
    if len(text) > _LONGEST_WORD:
        return len(text)
    at = len(text)
    while at and (text[at - 1].isalnum() or text[at - 1] in "+/=_-"):
        at -= 1
    return at


def _decoded(text: str) -> Iterator[str]:
    """What a long word may say in base 64 or in hexadecimal digits, wherever in it that begins."""
    for match in _ENCODED.finditer(text):
        code = match[0].rstrip("=").replace("-", "+").replace("_", "/")
        for start in range(4):
            whole = code[start : len(code) - (len(code) - start) % 4]
            yield base64.b64decode(whole).decode("utf-8", "ignore")
        if _DIGITS.fullmatch(match[0]):
            yield bytes.fromhex(match[0][: len(match[0]) // 2 * 2]).decode("utf-8", "ignore")
