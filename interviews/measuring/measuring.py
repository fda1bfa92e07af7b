"""Counts what can be counted in an answer. Nothing here judges: it says what is there, with the words it looked at."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from interviews.measuring.signals import Counted, Covered, Signals
from resumes.document import Document
from resumes.matching.folding import fold, phrases
from resumes.matching.matching import match
from resumes.matching.posting import PostingReading

WORDS = Path(__file__).parent / "words.json"
SHORTEST_RECORDING = 3.0
"""Seconds. Of less, a pace would mean nothing."""
MOST_SENTENCES = 60
_WORD = re.compile(r"\S*\w\S*")
_NUMBER = re.compile(r"(?<![\w.,])[€$£]?\d+(?:[.,:]\d+)*(?:\s?(?:%|€|\$|£|[kKmM]\b))?")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


class Language(BaseModel):
    """Words and phrases of one language in lower case. parts: cues by part of a story."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fillers: tuple[str, ...]
    own: tuple[str, ...]
    shared: tuple[str, ...]
    parts: dict[str, tuple[str, ...]]
    cues: tuple[str, ...]


def measure(text: str, *, language: str, seconds: float | None, posting: PostingReading | None = None) -> Signals:
    """seconds: of the recording; None when the answer was typed, and then nobody counts fillers or pace."""
    words, said = len(_WORD.findall(text)), _phrases(language)
    spoken = seconds is not None and seconds >= SHORTEST_RECORDING
    return Signals(
        words=words,
        seconds=seconds,
        pace=round(60 * words / seconds) if seconds and spoken and words else None,
        fillers=_counted(text, said["fillers"]) if seconds is not None else [],
        cues=[each.text for each in _counted(text, said["cues"])],
        parts=[part for part in _languages()[language].parts if said[part].search(fold(text))],
        numbers=list(dict.fromkeys(_NUMBER.findall(text))),
        own=len(said["own"].findall(fold(text))),
        shared=len(said["shared"].findall(fold(text))),
        covered=list(_covered(text, posting)) if posting and words else [],
    )


def sentences_of(text: str) -> list[str]:
    """As they stand."""
    return [each[0].strip() for each in _SENTENCE.finditer(text) if each[0].strip()]


def _counted(text: str, pattern: re.Pattern[str]) -> list[Counted]:
    """Most often first."""
    found = Counter(match[0] for match in pattern.finditer(fold(text)))
    return [Counted(text=each, count=count) for each, count in found.most_common()]


def _covered(text: str, posting: PostingReading) -> Iterator[Covered]:
    """The answer read as if it were lines of a resume."""
    document = Document.model_validate({"work": [{"highlights": sentences_of(text)[:MOST_SENTENCES]}]})
    for found in match(document, posting).requirements:
        if found.evidence:
            yield Covered(requirement=found.text, quote=found.evidence[0].quote)


@cache
def _languages() -> dict[str, Language]:
    read = json.loads(WORDS.read_text(encoding="utf-8"))
    return {code: Language.model_validate(each) for code, each in read.items()}


@cache
def _phrases(language: str) -> dict[str, re.Pattern[str]]:
    words = _languages()[language]
    named = {"fillers": words.fillers, "own": words.own, "shared": words.shared, "cues": words.cues, **words.parts}
    return {name: phrases(listed) for name, listed in named.items()}
