"""Compares two documents section by section, entry by entry, word by word."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from resumes.comparing.matching import Match, Row, match
from resumes.comparing.words import Piece, pieces

State = Literal["same", "changed", "added", "removed"]
Written = Callable[[str, str], str]
"""A field's name and its text -> the text as people write it."""

# The fields that say which entry it is; they make its title too.
KEYS = {
    "work": ("position", "name", "startDate"),
    "volunteer": ("position", "organization", "startDate"),
    "education": ("studyType", "area", "institution", "startDate"),
    "projects": ("name", "entity"),
    "skills": ("name",),
    "languages": ("language",),
    "certificates": ("name", "issuer"),
    "awards": ("title", "awarder"),
    "publications": ("name", "publisher"),
    "interests": ("name",),
    "references": ("name",),
}
ORDER = ("basics", *KEYS)
# Of the file that was imported, and not of the resume.
NOT_SAID = {"$schema", "meta"}
ONGOING = "present"


@dataclass(frozen=True)
class Text:
    """One value. pieces: what it was and what it is, see `words.pieces`."""

    field: str
    pieces: list[Piece]
    state: State
    moved: bool = False

    @property
    def differs(self) -> bool:
        return self.state != "same" or self.moved


@dataclass(frozen=True)
class Entry:
    """texts: its values, then the rows of its lists, in the order of the page."""

    title: str
    texts: list[Text]
    state: State
    moved: bool = False

    @property
    def differs(self) -> bool:
        return self.state != "same" or self.moved


@dataclass(frozen=True)
class Section:
    key: str
    entries: list[Entry]

    @property
    def differs(self) -> bool:
        return any(entry.differs for entry in self.entries)


@dataclass(frozen=True)
class _Flat:
    """An entry as texts: its values by field, its lists by field."""

    title: str
    values: dict[str, str]
    lists: dict[str, list[str]]
    row: Row


def compare(before: dict[str, Any], after: dict[str, Any], written: Written = lambda _, text: text) -> list[Section]:
    """Every section that either of two JSON Resume documents has."""
    keys = [key for key in dict.fromkeys(chain(ORDER, before, after)) if key not in NOT_SAID]
    found = [Section(key, _entries(key, before.get(key), after.get(key), written)) for key in keys]
    return [section for section in found if section.entries]


def _entries(key: str, before: Any, after: Any, written: Written) -> list[Entry]:
    old = [_flat(key, row, written) for row in _rows(before)]
    new = [_flat(key, row, written) for row in _rows(after)]
    if key not in KEYS and len(old) == len(new) == 1:
        return [_entry(old[0], new[0], moved=False)]
    return [_matched(old, new, found) for found in match([e.row for e in old], [e.row for e in new])]


def _rows(value: Any) -> list[dict[str, Any]]:
    """A section as entries, whatever an import left there."""
    if isinstance(value, list):
        return [row if isinstance(row, dict) else {"": row} for row in value]
    if isinstance(value, dict):
        return [value] if value else []
    return [{"": value}] if value else []


def _matched(old: Sequence[_Flat], new: Sequence[_Flat], found: Match) -> Entry:
    before = old[found.before] if found.before is not None else None
    after = new[found.after] if found.after is not None else None
    return _entry(before, after, moved=found.moved)


def _entry(before: _Flat | None, after: _Flat | None, *, moved: bool) -> Entry:
    texts = [*_values(before, after), *_lists(before, after)]
    title = next(each.title for each in (after, before) if each)
    changed: State = "changed" if any(text.differs for text in texts) else "same"
    return Entry(title, texts, _state(before, after, changed), moved)


def _values(before: _Flat | None, after: _Flat | None) -> Iterator[Text]:
    old, new = before.values if before else {}, after.values if after else {}
    for field in dict.fromkeys(chain(new, old)):
        yield _text(field, old.get(field), new.get(field))


def _lists(before: _Flat | None, after: _Flat | None) -> Iterator[Text]:
    olds, news = before.lists if before else {}, after.lists if after else {}
    for field in dict.fromkeys(chain(news, olds)):
        old, new = olds.get(field, []), news.get(field, [])
        for found in match([_row([t], [t]) for t in old], [_row([t], [t]) for t in new]):
            was = old[found.before] if found.before is not None else None
            now = new[found.after] if found.after is not None else None
            yield _text(field, was, now, moved=found.moved)


def _text(field: str, before: str | None, after: str | None, *, moved: bool = False) -> Text:
    changed: State = "same" if before == after else "changed"
    return Text(field, pieces(before or "", after or ""), _state(before, after, changed), moved)


def _state(before: object, after: object, otherwise: State) -> State:
    if before is None:
        return "added"
    return "removed" if after is None else otherwise


def _flat(key: str, row: dict[str, Any], written: Written) -> _Flat:
    values: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    for field, value in _leaves(row):
        if isinstance(value, list):
            lists[field] = [text for item in value if (text := _line(item))]
        elif value not in (None, ""):
            values[field] = written(field, str(value))
    if "startDate" in values:
        values.setdefault("endDate", ONGOING)
    named = [values[field] for field in KEYS.get(key, ()) if field in values]
    title = ", ".join(values[f] for f in KEYS.get(key, ()) if f in values and not f.endswith("Date"))
    return _Flat(title, values, lists, _row(named, [*values.values(), *chain.from_iterable(lists.values())]))


def _leaves(row: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for field, value in row.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{field}.")
        else:
            yield f"{prefix}{field}", value


def _line(value: Any) -> str:
    """A row of a list in one line: a profile is its network, name and address."""
    if isinstance(value, dict):
        return ", ".join(str(item) for _, item in _leaves(value) if item)
    return str(value)


def _row(key: Sequence[str], texts: Sequence[str]) -> Row:
    return Row("\n".join(texts), _words(key), _words(texts))


def _words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in re.findall(r"\w+", text.casefold()))
