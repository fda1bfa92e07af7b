"""What a person types into a field, as it is stored; and what is stored, as they read it."""

import re
from typing import Any

from resumes.editing.dates import Unreadable, read_date, read_end, written_date
from resumes.editing.outline import ID, TEXT
from resumes.editing.shape import Field, Kind
from resumes.parsing.dates import PRESENT

LONGEST = 5_000
"""Characters of a text."""
LONGEST_LINE = 500
MOST_ROWS = 200
"""In one list."""

Stored = str | list[str]

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
NO_DATE = "We can’t read this as a date. Write it like “Mar 2021”, “03/2021” or “2021”."
NO_END = "We can’t read this as a date. Write it like “Mar 2021”, “03/2021” or “2021”, or “present” while it goes on."


class Mistake(ValueError):
    """A sentence for the person about what they typed."""


def plain(text: str, kind: Kind) -> str:
    """Without control characters and outer space; a line break stays only where there can be several lines."""
    kept = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    if kind is Kind.TEXT:
        return kept.strip()
    return " ".join(kept.strip().replace("\n", ", " if kind is Kind.WORDS else " ").split())


def read(field: Field, text: str) -> Stored:
    """What to store. Raises Mistake."""
    kept = plain(text, field.kind)
    longest = LONGEST if field.kind in (Kind.TEXT, Kind.WORDS) else LONGEST_LINE
    if len(kept) > longest:
        raise Mistake(
            f"This is {len(kept):,} characters long, and {longest:,} is the most this field takes. Shorten it; until "
            "then, what was here before stays."
        )
    if field.kind is Kind.WORDS:
        return _words(kept)
    if kept and field.kind in (Kind.DATE, Kind.END):
        return _date(field, kept)
    return kept


def _date(field: Field, text: str) -> str:
    try:
        return read_end(text) if field.kind is Kind.END else read_date(text)
    except Unreadable as error:
        raise Mistake(NO_END if field.kind is Kind.END else NO_DATE) from error


def _words(text: str) -> list[str]:
    words = [word.strip() for word in text.split(";" if ";" in text else ",")]
    kept = [word for word in words if word]
    if len(kept) > MOST_ROWS:
        raise Mistake(f"These are {len(kept)} words, and {MOST_ROWS} is the most. Keep those that matter.")
    return kept


def held(field: Field, value: Any) -> Stored:
    """What the outline holds, in the form that `read` gives."""
    if field.kind is Kind.WORDS:
        return [str(row.get(TEXT, "")) for row in value or []]
    return str(value or "")


def rows_of(words: Stored) -> list[dict[str, Any]]:
    """A list of words as rows of the outline."""
    return [{ID: str(number), TEXT: word} for number, word in enumerate(words, 1)]


def written(field: Field, stored: Stored, *, started: bool = False) -> str:
    """As the person reads it. started: the row has a beginning, so that no end means that it goes on."""
    if isinstance(stored, list):
        separator = "; " if any("," in word for word in stored) else ", "
        return separator.join(stored) + (";" if separator == "; " and len(stored) == 1 else "")
    if field.kind is Kind.END and not stored and started:
        return PRESENT
    return written_date(stored) if field.kind in (Kind.DATE, Kind.END) else stored


def same(field: Field, text: str, stored: Stored) -> bool:
    """Whether the text says what is stored, in whatever spelling."""
    if plain(text, field.kind) in (plain(written(field, stored), field.kind), stored):
        return True
    try:
        return read(field, text) == stored
    except Mistake:
        return False
