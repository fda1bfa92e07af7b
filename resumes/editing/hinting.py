"""Hints of the score beside the lines they are about: the rules that can judge one row by itself."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from resumes.editing.asking import addresses
from resumes.editing.outline import ID, Outline, document_of
from resumes.editing.shape import SECTIONS
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.scoring.checks import CHECKS
from resumes.scoring.subject import Subject

LOCAL = frozenset({
    "action-verbs", "weak-openers", "numbers", "bullet-length", "tense", "said-twice", "stock-phrases", "pronouns",
    "passive", "end-after-start", "no-future", "email",
})  # fmt: skip
RULES = [check for check in CHECKS if check.id in LOCAL]
BASICS = "basics"
DATED = "dates"


@dataclass(frozen=True)
class Hint:
    """rule: what it asks for. fix: how."""

    rule: str
    fix: str


Hints = Mapping[str, tuple[Hint, ...]]
"""By the address of the field they stand beside."""


def language_of(outline: Outline) -> str:
    """Of the whole text: a row alone is too short to tell."""
    return _subject(outline, "", date.min).language


def hints_of_row(outline: Outline, row: str, *, language: str, today: date) -> Hints:
    """The hints of a section's row, or of the person's own fields ("basics")."""
    return _judged(json.dumps(_alone(outline, row)), row, language, today)


@lru_cache(maxsize=4096)
def _judged(written: str, row: str, language: str, today: date) -> Hints:
    """Kept, because of all rows on a page only one changes at a time. written: the outline of nothing but the row."""
    alone = json.loads(written)
    subject = _subject(alone, language, today)
    if not subject.words:
        return {}
    places = dict(addresses(alone))
    found: dict[str, dict[Hint, None]] = {}
    for rule in RULES:
        verdict = rule.verdict(subject)
        if verdict.outcome in ("partly", "failed"):
            for evidence in verdict.evidence:
                if path := _beside(row, rule.category, places.get(evidence.path, "")):
                    found.setdefault(path, {})[Hint(rule.title, rule.fix)] = None
    return {path: tuple(given) for path, given in found.items()}


def hints(outline: Outline, *, today: date) -> Hints:
    """Of every row."""
    language = language_of(outline)
    found: dict[str, tuple[Hint, ...]] = {}
    for row in _rows(outline):
        found.update(hints_of_row(outline, row, language=language, today=today))
    return found


def _rows(outline: Outline) -> Iterator[str]:
    yield BASICS
    for section in SECTIONS:
        if section.bullets:
            yield from (f"{section.key}/{row[ID]}" for row in outline.get(section.key, []))


def _alone(outline: Outline, row: str) -> Outline:
    """The outline of nothing but the row."""
    if row == BASICS:
        return {BASICS: outline.get(BASICS, {})}
    section, _, row_id = row.rpartition("/")
    return {section: [each for each in outline.get(section, []) if each[ID] == row_id]} if "/" not in section else {}


def _subject(outline: Outline, language: str, today: date) -> Subject:
    document = document_of(outline)
    return Subject(Reading(document=document, language=language, facts=FileFacts(kind=Kind.JSON)), today)


def _beside(row: str, category: str, path: str) -> str:
    """A hint about dates stands beside them, whichever field names the row."""
    return f"{row}/startDate" if path and category == DATED else path
