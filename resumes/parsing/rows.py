"""The layout's plain data: styled words and the rows of text made of them, in points from the page's top left."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from resumes.parsing.reading import Box, Kind, Link, Page

LONGEST_HEAD = 300
"""Characters: a longer line is running text, and is never searched for names, titles or places."""
CELL = "\t"
"""Stands between the parts of a row that a wide gap keeps apart."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set. `name` is a paragraph style or mark-up level, where the format has one."""

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: int = 0
    hidden: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    style: Style


@dataclass(frozen=True, slots=True)
class Run:
    """Characters [start, end) of a row in one style."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Row:
    """One line before it is understood. `side` marks text that stands beside an entry, in its own narrow column."""

    text: str
    page: int = 1
    box: Box | None = None
    runs: tuple[Run, ...] = ()
    bullet: str = ""
    level: int = 0
    indent: float = 0.0
    """Where the text starts: points from the page's left, or characters."""
    reach: tuple[tuple[float, float], ...] = ()
    """Where each cell starts and ends, in points."""
    edge: float = 0.0
    """How far to the right text of the same column reaches, in points."""
    side: bool = False
    opens_column: bool = False
    running: bool = False
    """A running header or footer: shown, but part of no section."""
    number: int = 0
    """The visual row on the pages, where there are pages; several columns share one."""
    gap: float = 0.0
    """Space above, in heights of a line; for text, blank lines."""

    @property
    def style(self) -> Style:
        """The style of the row's longest run."""
        longest = max(self.runs, key=lambda run: run.end - run.start, default=None)
        return longest.style if longest else Style()

    @property
    def first_style(self) -> Style:
        return self.runs[0].style if self.runs else Style()


@dataclass(slots=True)
class Extraction:
    """All that was read from the bytes, before any of it is understood.

    rows: for kinds that come as lines (DOCX, text). words: for kinds that come as placed words (PDF). hidden: rows of
    a Word file that it doesn't show.
    """

    kind: Kind
    pages: list[Page] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    hidden: list[Row] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    header_footer: list[str] = field(default_factory=list)


def cells(row: Row) -> Iterator[tuple[int, int]]:
    """The [start, end) of each cell of a row."""
    start = 0
    for part in row.text.split(CELL):
        yield start, start + len(part)
        start += len(part) + 1
