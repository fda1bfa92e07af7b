"""What a machine reads in a file: lines with their places, the document made of them, and facts about the file.

All of it is plain data that survives a round trip through JSON: it is made in the sandboxed child, stored with the
version, scored, and drawn beside the original page.
"""

from enum import StrEnum

from pydantic import BaseModel, Field

from resumes.document import Document


class Kind(StrEnum):
    """A file's type, decided by its content."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"
    MARKDOWN = "md"
    JSON = "json"


class Box(BaseModel):
    """A rectangle in points (1/72 inch), origin at the page's top left, y downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(BaseModel):
    """A page's size in points. Files without pages (DOCX, text) have none."""

    number: int
    width: float
    height: float
    columns: int = 1


class Line(BaseModel):
    """One line of text as a reader would follow it; a column's line ends with its column."""

    page: int = 1
    text: str
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    heading: str = ""
    """The section this line opens (a key of the heading vocabulary), or empty."""
    section: str = ""
    """The section this line belongs to, or empty for what stands above the first heading."""
    bullet: str = ""
    """The bullet glyph that was cut from the front of the text, or empty."""
    hidden: bool = False
    """A person can't see it: it is shown and told, and is part of nothing. Such lines stand behind all others."""


class Span(BaseModel):
    """Characters [start, end) of `Reading.lines[line].text`."""

    line: int
    start: int
    end: int


class FieldReading(BaseModel):
    """One value of the document, how sure the parser is, and where it stands.

    path: dotted, in JSON Resume names, e.g. "basics.email", "work[0].position", "work[1].highlights[2]",
    "skills[0].keywords[3]". confidence: 0 to 1; below 0.6 the person is asked.
    """

    path: str
    value: str
    confidence: float = Field(ge=0, le=1)
    spans: list[Span] = Field(default_factory=list)


class FontUse(BaseModel):
    """A font and size (points) with the share (0 to 1) of the file's characters set in it."""

    name: str
    size: float
    share: float


class Link(BaseModel):
    """A link annotation or hyperlink: its target and the text it stands on (empty when it covers none)."""

    page: int = 1
    url: str
    text: str = ""


class FileFacts(BaseModel):
    """What the machine-readability checks look at. A fact that the kind of file can't have keeps None."""

    kind: Kind
    name: str = ""
    bytes: int = 0
    pages: int | None = None
    words: int = 0
    restricted: bool | None = None
    """Opens without a password, but carries permissions that forbid copying or reading aloud."""
    form_fields: int | None = None
    tagged: bool | None = None
    fonts: list[FontUse] | None = None
    undecoded: list[Span] = Field(default_factory=list)
    """Characters without a Unicode meaning (U+FFFD, private use, control characters).

    A span without length (start == end) marks where the reading left such signs out, as with icon fonts."""
    hidden: list[Span] = Field(default_factory=list)
    """Text a person can't see: white on white, render mode 3, under 2 pt, hidden runs, off the page, in tags."""
    image_share: float | None = None
    """Largest share (0 to 1) of a page that one image covers."""
    tables: int | None = None
    """Tables that hold the layout (DOCX), counted."""
    text_boxes: int | None = None
    header_footer: list[str] = Field(default_factory=list)
    """Lines that stand only in a header or footer part (DOCX) or repeat on each page (PDF)."""
    links: list[Link] = Field(default_factory=list)


class Reading(BaseModel):
    """The whole reading of one file. `unplaced` are indexes of lines that no field took; they are shown, not lost."""

    document: Document
    language: str = ""
    """ISO 639-1 code of the text ("en", "de", "fr", "es"), or empty when unsure."""
    pages: list[Page] = Field(default_factory=list)
    lines: list[Line] = Field(default_factory=list)
    fields: list[FieldReading] = Field(default_factory=list)
    unplaced: list[int] = Field(default_factory=list)
    facts: FileFacts
