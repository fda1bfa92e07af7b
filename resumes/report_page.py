"""Lays a report out for the page: the document on one side, what we say about it on the other, threads between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from resumes.models import PageImage, Version
from resumes.parsing.reading import Box, FieldReading, Line, Page, Reading, Span
from resumes.scoring.result import Evidence, Finding, Score

UNSURE_BELOW = 0.6

DATES = (("startDate", "From"), ("endDate", "To"))

# Section of the document: heading, fields with their labels, and the field that holds its bullets.
LAYOUT: dict[str, tuple[str, tuple[tuple[str, str], ...], str]] = {
    "work": (
        "Experience",
        (("position", "Role"), ("name", "Employer"), ("location", "Place"), *DATES, ("summary", "About")),
        "highlights",
    ),
    "education": (
        "Education",
        (("institution", "School"), ("studyType", "Degree"), ("area", "Subject"), *DATES, ("score", "Grade")),
        "courses",
    ),
    "skills": ("Skills", (("name", "Group"), ("level", "Level")), "keywords"),
    "languages": ("Languages", (("language", "Language"), ("fluency", "Level")), ""),
    "projects": (
        "Projects",
        (("name", "Project"), ("description", "About"), *DATES, ("url", "Link")),
        "highlights",
    ),
    "volunteer": (
        "Volunteering",
        (("position", "Role"), ("organization", "Organisation"), *DATES, ("summary", "About")),
        "highlights",
    ),
    "certificates": ("Certificates", (("name", "Certificate"), ("issuer", "Issued by"), ("date", "Date")), ""),
    "awards": ("Awards", (("title", "Award"), ("awarder", "Given by"), ("date", "Date"), ("summary", "About")), ""),
    "publications": (
        "Publications",
        (("name", "Title"), ("publisher", "Publisher"), ("releaseDate", "Date"), ("summary", "About")),
        "",
    ),
    "interests": ("Interests", (("name", "Interest"),), "keywords"),
    "references": ("References", (("name", "Name"), ("reference", "Reference")), ""),
}
ALWAYS_SHOWN = ("work", "education", "skills")
CONTACT = (
    ("name", "Name"),
    ("label", "Headline"),
    ("email", "E-mail"),
    ("phone", "Phone"),
    ("url", "Website"),
    ("location.address", "Address"),
    ("location.postalCode", "Postcode"),
    ("location.city", "City"),
    ("location.region", "Region"),
    ("location.countryCode", "Country"),
)


@dataclass(frozen=True)
class Place:
    """Where something stands: `thread` names its lines for the evidence thread; `href` works without it."""

    thread: str
    href: str
    page: int | None


@dataclass(frozen=True)
class Value:
    label: str
    text: str
    place: Place | None
    unsure: bool


@dataclass(frozen=True)
class Entry:
    values: list[Value]
    bullets: list[Value]


@dataclass(frozen=True)
class Section:
    """inline: its bullets are single words or names, set in a row."""

    title: str
    entries: list[Entry]
    inline: bool = False


@dataclass(frozen=True)
class Quote:
    text: str
    place: Place | None


@dataclass(frozen=True)
class ShownFinding:
    """A finding with its quotes placed; its thread is that of all its quotes."""

    finding: Finding
    quotes: list[Quote]

    @property
    def points(self) -> float:
        """What mending it wins back, at once or when nothing caps the total any more."""
        return self.finding.points or self.finding.points_unblocked

    @property
    def waits(self) -> bool:
        """Whether its points count only after the blocking problem is mended."""
        return not self.finding.points and self.finding.points_unblocked > 0

    @property
    def thread(self) -> str:
        return " ".join(quote.place.thread for quote in self.quotes if quote.place)


@dataclass(frozen=True)
class Mark:
    """A line that something on the other side speaks of; `finding` is the first one that quotes it, or empty."""

    line: int
    box: Box
    finding: str
    label: str

    @property
    def width(self) -> float:
        return self.box.x1 - self.box.x0

    @property
    def height(self) -> float:
        return self.box.y1 - self.box.y0


@dataclass(frozen=True)
class Picture:
    """A page as a picture; width and height in points."""

    number: int
    width: float
    height: float
    address: str


@dataclass(frozen=True)
class ShownPage:
    image: Picture
    marks: list[Mark]


@dataclass(frozen=True)
class PaperLine:
    """A line of a file without pages, set as text."""

    number: int
    line: Line
    finding: str


@dataclass(frozen=True)
class ReportPage:
    """Everything that the report's template draws."""

    reading: Reading
    score: Score
    images: list[Picture]

    @cached_property
    def findings(self) -> list[ShownFinding]:
        return [self._shown(finding) for finding in self.score.findings]

    @cached_property
    def passed(self) -> list[ShownFinding]:
        return [self._shown(finding) for finding in self.score.passed]

    @cached_property
    def sections(self) -> list[Section]:
        return list(self._sections())

    @cached_property
    def pages(self) -> list[ShownPage]:
        return [ShownPage(image, self._marks(image.number)) for image in self.images]

    @cached_property
    def paper(self) -> list[PaperLine]:
        return [PaperLine(i, line, self._quoted.get(i, "")) for i, line in enumerate(self.reading.lines)]

    @cached_property
    def unplaced(self) -> list[Quote]:
        """Lines that were read but belong to no field, in reading order."""
        return [Quote(self.reading.lines[i].text, self._place([i])) for i in self.reading.unplaced]

    @property
    def cap_sentence(self) -> str:
        return f"It can’t go above {self.score.cap} until what is marked “blocking” below is mended."

    @cached_property
    def unsure(self) -> int:
        return sum(field.confidence < UNSURE_BELOW for field in self.reading.fields)

    @cached_property
    def _fields(self) -> dict[str, FieldReading]:
        return {field.path: field for field in self.reading.fields}

    @cached_property
    def _quoted(self) -> dict[int, str]:
        """The first finding that quotes each line."""
        quoted: dict[int, str] = {}
        for finding in self.score.findings:
            for span in _spans(finding.evidence):
                quoted.setdefault(span.line, finding.check)
        return quoted

    def _marks(self, page: int) -> list[Mark]:
        read = {span.line for field in self.reading.fields for span in field.spans}
        return [
            Mark(i, line.box, self._quoted.get(i, ""), line.text)
            for i, line in enumerate(self.reading.lines)
            if line.page == page and line.box and (i in read or i in self._quoted or i in self.reading.unplaced)
        ]

    def _shown(self, finding: Finding) -> ShownFinding:
        quotes = [
            Quote(e.quote, self._place([s.line for s in e.spans] or self._lines_of(e.path))) for e in finding.evidence
        ]
        return ShownFinding(finding, quotes)

    def _lines_of(self, path: str) -> list[int]:
        field = self._fields.get(path)
        return [span.line for span in field.spans] if field else []

    def _place(self, lines: list[int]) -> Place | None:
        if not lines:
            return None
        unique = sorted(set(lines))
        page = self.reading.lines[unique[0]].page if self.reading.pages else None
        return Place(" ".join(f"line-{line}" for line in unique), f"#line-{unique[0]}", page)

    def _value(self, path: str, label: str, text: str) -> Value:
        field = self._fields.get(path)
        return Value(label, text, self._place(self._lines_of(path)), bool(field and field.confidence < UNSURE_BELOW))

    def _sections(self) -> Iterator[Section]:
        document = self.reading.document.to_json_resume()
        basics: dict[str, Any] = defaultdict(dict, document.get("basics") or {})  # type: ignore[call-overload]
        yield Section("Contact", self._contact(basics))
        if basics.get("summary"):
            yield Section("Summary", [Entry([self._value("basics.summary", "", basics["summary"])], [])])
        for key, (title, labels, bullets) in LAYOUT.items():
            rows: Any = document.get(key) or []
            if rows or key in ALWAYS_SHOWN:
                entries = [self._entry(f"{key}[{i}]", row, labels, bullets) for i, row in enumerate(rows)]
                yield Section(title, entries, inline=bullets == "keywords")

    def _contact(self, basics: dict[str, Any]) -> list[Entry]:
        values = [
            self._value(f"basics.{name}", label, text) for name, label in CONTACT if (text := _reach(basics, name))
        ]
        for i, profile in enumerate(basics.get("profiles") or []):
            path = next((p for p in _profile_paths(i) if p in self._fields), f"basics.profiles[{i}].url")
            text = profile.get("url") or profile.get("username") or ""
            values.append(self._value(path, profile.get("network") or "Profile", text))
        return [Entry(values, [])] if values else []

    def _entry(self, path: str, row: dict[str, Any], labels: Iterable[tuple[str, str]], bullets: str) -> Entry:
        goes_on = {"endDate": "present"} if row.get("startDate") else {}
        given = [(name, label, str(row.get(name) or goes_on.get(name, ""))) for name, label in labels]
        values = [self._value(f"{path}.{name}", label, _readable(name, text)) for name, label, text in given if text]
        items = [self._value(f"{path}.{bullets}[{i}]", "", text) for i, text in enumerate(row.get(bullets) or [])]
        return Entry(values, items)


def pictures_of(version: Version, reading: Reading) -> list[Picture]:
    """Of the file as it was given, or of the pages made of the version."""
    if version.upload:
        pages: Iterable[PageImage | Page] = version.upload.page_images.order_by("number")
        to, args = "resumes:page", [version.resume_id, version.upload_id]
    else:
        pages = reading.pages
        to, args = "resumes:version_page", [version.resume_id, version.pk]
    return [Picture(p.number, p.width, p.height, reverse(to, args=[*args, p.number])) for p in pages]


def _spans(evidence: Iterable[Evidence]) -> Iterator[Span]:
    for item in evidence:
        yield from item.spans


def _reach(row: dict[str, Any], dotted: str) -> str:
    head, _, tail = dotted.partition(".")
    value = row.get(head) or ""
    return _reach(value, tail) if tail and isinstance(value, dict) else str(value or "")


def _readable(name: str, text: str) -> str:
    """A date as people write it, with no more precision than was read; anything else as it is."""
    if not name.lower().endswith("date"):
        return text
    for form, shown in (("%Y-%m-%d", "j F Y"), ("%Y-%m", "F Y")):
        try:
            return date_format(datetime.strptime(text, form), shown)  # noqa: DTZ007 - a date of a resume has no zone
        except ValueError:
            continue
    return text


def _profile_paths(i: int) -> tuple[str, ...]:
    return tuple(f"basics.profiles[{i}].{name}" for name in ("url", "username", "network"))
