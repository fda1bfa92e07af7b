"""What a reader should find: every value of a document that its design prints, in the form in which it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from resumes.document import Document, Profile
from resumes.parsing.dates import date_ranges
from resumes.rendering.design import Design
from resumes.rendering.laying_out import lay_out, one_line, shown_address
from resumes.rendering.sheet import Entry

PRESENT = "present"
_ISO = re.compile(r"\d{4}(-\d\d)?")


class Sort(Enum):
    """How a value is compared."""

    TEXT = auto()
    PHONE = auto()
    URL = auto()
    DATE = auto()
    COUNTRY = auto()


@dataclass(frozen=True)
class Expected:
    """path: dotted, in JSON Resume names. value: as a reader should give it back. printed: as it stands on the page."""

    path: str
    value: str
    printed: str
    sort: Sort = Sort.TEXT


TEXTS = {
    "work": ("name", "position", "location", "description", "summary"),
    "volunteer": ("organization", "position", "summary"),
    "education": ("institution", "area", "studyType", "score"),
    "projects": ("name", "entity", "description"),
    "awards": ("title", "awarder", "summary"),
    "certificates": ("name", "issuer"),
    "publications": ("name", "publisher", "summary"),
    "skills": ("name", "level"),
    "languages": ("language", "fluency"),
    "interests": ("name",),
    "references": ("name", "reference"),
}
DATED = ("work", "volunteer", "education", "projects")
DATE = {"awards": "date", "certificates": "date", "publications": "releaseDate"}
LISTS = {
    "work": ("highlights",),
    "volunteer": ("highlights",),
    "education": ("courses",),
    "projects": ("highlights", "keywords", "roles"),
    "skills": ("keywords",),
    "interests": ("keywords",),
}


def expected(document: Document, design: Design) -> list[Expected]:
    """In the order of the document. Hidden sections, and what no page shows (a picture's address), are left out."""
    sheet = lay_out(document, design)
    shown = {section.key for section in sheet.sections}
    found = list(_personal(document, shows_summary="summary" in shown))
    rows = document.model_dump(mode="json", by_alias=True)
    entries = {entry.path: entry for section in sheet.sections for entry in section.entries}
    for section in [key for key in TEXTS if key in shown]:
        for at, row in enumerate(rows[section]):
            path = f"{section}[{at}]"
            if entry := entries.get(path):
                found += _row(section, path, row, entry)
    return [field for field in found if field.value and field.printed]


def _personal(document: Document, *, shows_summary: bool) -> Iterator[Expected]:
    basics = document.basics
    for key in ("name", "label", "email"):
        yield _text(f"basics.{key}", getattr(basics, key))
    yield Expected("basics.phone", one_line(basics.phone), one_line(basics.phone), Sort.PHONE)
    yield Expected("basics.url", one_line(basics.url), shown_address(basics.url), Sort.URL)
    if shows_summary:
        yield _text("basics.summary", basics.summary)
    place = basics.location
    for key, value in (("address", place.address), ("postalCode", place.postal_code), ("city", place.city)):
        yield _text(f"basics.location.{key}", value)
    yield _text("basics.location.region", place.region)
    country = one_line(place.country_code)
    yield Expected("basics.location.countryCode", country, country, Sort.COUNTRY)
    for at, profile in enumerate(basics.profiles):
        yield from _profile(f"basics.profiles[{at}]", profile)


def _profile(path: str, profile: Profile) -> Iterator[Expected]:
    """A profile with an address is printed as that address alone."""
    if address := shown_address(profile.url):
        yield Expected(f"{path}.url", one_line(profile.url), address, Sort.URL)
    else:
        yield _text(f"{path}.network", profile.network)
        yield _text(f"{path}.username", profile.username)


def _row(section: str, path: str, row: dict[str, Any], entry: Entry) -> Iterator[Expected]:
    for key in TEXTS[section]:
        yield _text(f"{path}.{key}", row[key])
    if "url" in row:
        yield Expected(f"{path}.url", one_line(row["url"]), shown_address(row["url"]), Sort.URL)
    if section in DATED:
        yield _date(f"{path}.startDate", row["startDate"], entry.start)
        ongoing = PRESENT if row["startDate"] and not row["endDate"] else ""
        yield _date(f"{path}.endDate", ongoing or row["endDate"], entry.end)
    elif section in DATE:
        yield _date(f"{path}.{DATE[section]}", row[DATE[section]], entry.dates)
    for key in LISTS.get(section, ()):
        for at, text in enumerate(row[key]):
            yield _text(f"{path}.{key}[{at}]", text)


def _text(path: str, value: str) -> Expected:
    text = one_line(value)
    return Expected(path, text, text)


def _date(path: str, value: str, printed: str) -> Expected:
    """Days aren't printed; a date that isn't ISO is printed as it is, and read as what it says."""
    if value == PRESENT:
        return Expected(path, PRESENT, printed, Sort.DATE)
    if iso := _ISO.match(value):
        return Expected(path, iso[0], printed, Sort.DATE)
    told = date_ranges(value)
    return Expected(path, (told[0].first or told[0].last) if told else one_line(value), printed, Sort.DATE)
