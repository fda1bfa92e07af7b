"""The texts of a resume that the rules read, each with its path and whether what it tells of is over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from resumes.document import Document, Project, Volunteer, Work
from resumes.scoring.months import last_month

Place = Literal["bullet", "prose", "summary"]
Entry = Work | Project | Volunteer
LONGEST_READ = 2_000
"""Characters; what is longer is no bullet, and only its length is spoken of."""


@dataclass(frozen=True)
class Line:
    """ended: False in what goes on today."""

    path: str
    text: str
    place: Place
    ended: bool


class Finding(NamedTuple):
    """What one rule says of one text. after: "" where it asks."""

    kind: str
    after: str
    why: str


class Group(NamedTuple):
    """The bullets of one job, project or voluntary post."""

    bullets: tuple[Line, ...]


def groups_of(document: Document, today: date) -> list[Group]:
    sections: dict[str, Sequence[Entry]] = {
        "work": document.work,
        "projects": document.projects,
        "volunteer": document.volunteer,
    }
    return [
        Group(tuple(_bullets(f"{section}[{i}]", entry, today)))
        for section, entries in sections.items()
        for i, entry in enumerate(entries)
    ]


def prose_of(document: Document, today: date) -> list[Line]:
    """The summary of the resume and the paragraphs of its jobs."""
    lines = [Line("basics.summary", document.basics.summary, "summary", ended=False)]
    for i, job in enumerate(document.work):
        lines.append(Line(f"work[{i}].summary", job.summary, "prose", ended=_ended(job, today)))
    return [line for line in lines if line.text.strip()]


def _bullets(path: str, entry: Entry, today: date) -> Iterator[Line]:
    ended = _ended(entry, today)
    for i, text in enumerate(entry.highlights):
        if text.strip():
            yield Line(f"{path}.highlights[{i}]", text, "bullet", ended=ended)


def _ended(entry: Entry, today: date) -> bool:
    """An entry without any date is taken to be over: the past tense is right for it either way."""
    if not entry.end_date.strip():
        return not entry.start_date.strip()
    end = last_month(entry.end_date)
    return end is None or end < today.year * 12 + today.month - 1
