"""Lays the editor out: sections, rows and fields with what stands in them, their problems and their hints."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from resumes.editing.asking import questions
from resumes.editing.hinting import BASICS as PERSON
from resumes.editing.hinting import Hint, Hints, hints, hints_of_row, language_of
from resumes.editing.operations import Gone, value_at
from resumes.editing.outline import ID, TEXT, Outline
from resumes.editing.saving import Problem, Typed
from resumes.editing.shape import BASICS, BULLET, PROFILES, SECTIONS, Field, Kind, Section, field_at, row_of, section_of
from resumes.editing.values import held, written

UNFOLDED = 3
"""Rows of a section up to which all of them are shown open."""


def dom(path: str) -> str:
    """A path as an id of the page."""
    return path.replace("/", "-").replace("#", "")


def fresh_id() -> str:
    """For a row that the page may add: the same page adds it once, however often it is sent."""
    return secrets.token_hex(8)


@dataclass(frozen=True)
class ShownField:
    """text: what its input holds. seen: what is stored. row: the path of the row that it can be removed with, for
    bullets.
    """

    path: str
    known: Field
    text: str
    seen: str
    problem: Problem | None = None
    hints: tuple[Hint, ...] = ()
    about: str = ""
    row: str = ""

    @property
    def dom(self) -> str:
        return dom(self.path)

    @property
    def label(self) -> str:
        return self.known.label

    @property
    def is_text(self) -> bool:
        """Whether it can be long: it is written in an area that grows."""
        return self.known.kind in (Kind.TEXT, Kind.WORDS)

    @property
    def input_type(self) -> str:
        return self.known.kind if self.known.kind in (Kind.EMAIL, Kind.PHONE) else "text"

    @property
    def autocomplete(self) -> str:
        own = {"basics/name": "name", "basics/email": "email", "basics/phone": "tel"}
        return own.get(self.path, "off")

    @property
    def placeholder(self) -> str:
        return {Kind.DATE: "Mar 2021", Kind.END: "present"}.get(self.known.kind, "")


@dataclass(frozen=True)
class ShownRow:
    path: str
    title: str
    dates: str
    fields: list[ShownField]
    bullets: list[ShownField]
    bullets_path: str = ""
    open: bool = False
    place: int = 0

    @property
    def dom(self) -> str:
        return dom(self.path)

    @property
    def hint_count(self) -> int:
        return len([hint for each in (*self.fields, *self.bullets) for hint in each.hints])

    @property
    def next_bullet(self) -> str:
        return f"{self.bullets_path}/{fresh_id()}"

    @property
    def bullets_dom(self) -> str:
        return dom(self.bullets_path)


@dataclass(frozen=True)
class ShownSection:
    section: Section
    rows: list[ShownRow]

    @property
    def dom(self) -> str:
        return dom(self.section.key)

    @property
    def next_row(self) -> str:
        return f"{self.section.key}/{fresh_id()}"


@dataclass(frozen=True)
class Filled:
    """A section that has rows, to go to."""

    section: Section
    count: int

    @property
    def dom(self) -> str:
        return dom(self.section.key)


@dataclass(frozen=True)
class EditorPage:
    """Everything that the editor's template draws. typed: what the person typed that wasn't saved."""

    outline: Outline
    today: date
    problems: Mapping[str, Problem] = field(default_factory=dict)
    opened: str = ""

    def person(self) -> ShownRow:
        fields = [self._field(f"{PERSON}/{known.name}", known) for known in BASICS]
        return ShownRow(PERSON, "", "", fields, [])

    def sections(self) -> list[ShownSection]:
        """Those with rows first; the others wait at the end, profiles last of them: few begin with those."""
        shown = [self.section(section) for section in SECTIONS]
        return sorted(shown, key=lambda each: (not each.rows, not each.rows and each.section is PROFILES))

    def filled(self) -> list[Filled]:
        counted = [Filled(section, len(self._rows(section.key))) for section in SECTIONS]
        return [each for each in counted if each.count]

    def section(self, section: Section) -> ShownSection:
        rows = self._rows(section.key)
        return ShownSection(section, [self._row(section, row, place, len(rows)) for place, row in enumerate(rows, 1)])

    def row(self, path: str) -> ShownRow | None:
        """The row of a section that a path leads into, or the person's own fields. None when it is gone."""
        section = section_of(path)
        if not section:
            return self.person()
        rows = self._rows(section.key)
        return next(
            (self._row(section, row, 0, len(rows)) for row in rows if f"{section.key}/{row[ID]}" == row_of(path)), None
        )

    def fields(self, typed: Iterable[Typed]) -> Iterator[ShownField]:
        """The fields that a page sent, as far as they are still there."""
        for each in typed:
            try:
                yield self._field(each.path, each.field)
            except Gone:
                continue

    def questions(self) -> list[ShownField]:
        """What the parser was unsure of, with where it belongs."""
        found = []
        for path in questions(self.outline):
            known, row = field_at(path), self._named(path)
            if known:
                found.append(self._field(path, known, about=row))
        return found

    def _named(self, path: str) -> str:
        section = section_of(path)
        if not section:
            return ""
        row = value_at(self.outline, row_of(path)) or {}
        return _title(section, row) or section.title

    def _rows(self, key: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = value_at(self.outline, key) or []
        return rows

    def _row(self, section: Section, row: dict[str, Any], place: int, count: int) -> ShownRow:
        path = f"{section.key}/{row[ID]}"
        inner = f"{path}/{section.bullets}" if section.bullets else ""
        fields = [self._field(f"{path}/{known.name}", known) for known in section.fields]
        bullets = [
            self._field(f"{inner}/{bullet[ID]}/{TEXT}", BULLET, row=f"{inner}/{bullet[ID]}")
            for bullet in (row.get(section.bullets) or [] if inner else [])
        ]
        wrong = any(each.problem for each in (*fields, *bullets))
        return ShownRow(
            path=path,
            title=_title(section, row),
            dates=_dates(row),
            fields=fields,
            bullets=bullets,
            bullets_path=inner,
            open=wrong or count <= UNFOLDED or path == row_of(self.opened),
            place=place,
        )

    def _field(self, path: str, known: Field, *, about: str = "", row: str = "") -> ShownField:
        stored = held(known, value_at(self.outline, path))
        seen = written(known, stored, started=known.kind is Kind.END and self._started(path))
        problem = self.problems.get(path)
        text = problem.yours if problem else seen
        return ShownField(path, known, text, seen, problem, self._hints.get(path, ()), about, row)

    def _started(self, path: str) -> bool:
        return bool(value_at(self.outline, f"{path.rpartition('/')[0]}/startDate"))

    @cached_property
    def _hints(self) -> Hints:
        return hints(self.outline, today=self.today)


@dataclass(frozen=True)
class RowPage(EditorPage):
    """As much of the editor as concerns one row, whose hints alone are looked up."""

    about: str = PERSON

    @cached_property
    def _hints(self) -> Hints:
        return hints_of_row(self.outline, self.about, language=language_of(self.outline), today=self.today)


def _title(section: Section, row: Mapping[str, Any]) -> str:
    return ", ".join(str(row[name]) for name in section.titles if row.get(name))


def _dates(row: Mapping[str, Any]) -> str:
    known = Field("", "", Kind.END)
    if row.get("startDate"):
        start = written(known, str(row["startDate"]))
        return f"{start} – {written(known, str(row.get('endDate') or ''), started=True)}"
    return written(known, str(row.get("endDate") or row.get("date") or row.get("releaseDate") or ""))
