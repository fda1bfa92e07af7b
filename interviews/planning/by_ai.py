"""What the AI proposed to ask, held against what it must come from."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel

from interviews.planning.competencies import Competency
from interviews.planning.plan import Kind, PlannedQuestion, Source, fingerprint

LONGEST_TEXT = 500
LONGEST_POINT = 200
MOST_POINTS = 4
SHORTEST_QUOTE = 3
SECONDS: dict[str, int] = {"behavioural": 150, "technical": 180, "case": 240, "screening": 90}


class ProposedQuestion(BaseModel):
    """quote: of the resume or the posting, word for word; empty for what the role asks of anybody."""

    text: str
    kind: Kind
    competency: Competency
    strong: list[str]
    hints: list[str]
    source: Literal["resume", "posting", "role"]
    quote: str


class Proposed(BaseModel):
    questions: list[ProposedQuestion]


@dataclass(frozen=True)
class Given:
    """What questions may quote. lines: texts of the resume by path. asked: fingerprints of earlier questions."""

    lines: dict[str, str]
    posting: str = ""
    asked: set[str] = field(default_factory=set)


def accepted(proposed: Proposed, given: Given, *, kind: str, most: int) -> list[PlannedQuestion]:
    """Those that are new, of the kind wanted, and come from where they say; of three one at most from the role."""
    found: list[PlannedQuestion] = []
    seen = set(given.asked)
    for each in proposed.questions:
        text, source = clean(each.text), _source(each, given)
        fits = kind in ("mixed", each.kind) and text and len(text) <= LONGEST_TEXT
        roles = sum(question.source.kind == "role" for question in found)
        if not fits or source is None or fingerprint(text) in seen or (source.kind == "role" and 3 * roles >= most):
            continue
        seen.add(fingerprint(text))
        found.append(
            PlannedQuestion(
                text=text,
                kind=each.kind,
                competency=each.competency,
                strong=list(_points(each.strong)),
                hints=list(_points(each.hints)),
                source=source,
                seconds=SECONDS[each.kind],
            )
        )
    return found[:most]


def _source(proposed: ProposedQuestion, given: Given) -> Source | None:
    """None when what it quotes doesn't stand there."""
    quote = clean(proposed.quote)
    if proposed.source == "role":
        return Source(kind="role")
    if not quote:
        return None
    if proposed.source == "posting":
        return Source(kind="posting", quote=quote) if stands_in(clean(given.posting), quote) else None
    path = next((path for path, line in given.lines.items() if stands_in(clean(line), quote)), None)
    return Source(kind="resume", quote=quote, path=path) if path else None


def stands_in(text: str, quote: str) -> bool:
    """Word for word, and enough of it to say where it comes from."""
    whole = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", text)
    return quote == text or (whole is not None and len(quote) >= SHORTEST_QUOTE)


def _points(points: Iterable[str]) -> Iterator[str]:
    for each in list(points)[:MOST_POINTS]:
        if text := clean(each)[:LONGEST_POINT]:
            yield text


def clean(text: str) -> str:
    """One line, without control, format and private characters: nothing in it is hidden."""
    return " ".join("".join(" " if each == "\n" else each for each in text if _is_shown(each)).split())


def _is_shown(character: str) -> bool:
    return character in "\n\t" or unicodedata.category(character)[0] != "C"
