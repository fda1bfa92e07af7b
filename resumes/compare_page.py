"""Two versions side by side, in the words of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from resumes.comparing.documents import Entry, Section, Text, compare
from resumes.models import Version
from resumes.rendering.design import Design
from resumes.rendering.wording import written_date

TITLES = {
    "basics": "Contact and summary",
    "work": "Experience",
    "volunteer": "Volunteering",
    "education": "Education",
    "projects": "Projects",
    "skills": "Skills",
    "languages": "Languages",
    "certificates": "Certificates",
    "awards": "Awards",
    "publications": "Publications",
    "interests": "Interests",
    "references": "References",
}
# By field, or by section and field where a section has its own word.
LABELS = {
    "label": "Headline",
    "email": "E-mail",
    "url": "Link",
    "basics.url": "Website",
    "basics.profiles": "Profile",
    "location": "Place",
    "location.address": "Address",
    "location.postalCode": "Postcode",
    "location.city": "City",
    "location.region": "Region",
    "location.countryCode": "Country",
    "position": "Role",
    "work.name": "Employer",
    "startDate": "From",
    "endDate": "To",
    "releaseDate": "Date",
    "highlights": "Bullet",
    "studyType": "Degree",
    "area": "Subject",
    "institution": "School",
    "education.score": "Grade",
    "courses": "Course",
    "keywords": "Keyword",
    "roles": "Role",
    "entity": "For",
    "fluency": "Level",
    "issuer": "Issued by",
    "awarder": "Given by",
    "basics.summary": "Summary",
    "summary": "About",
    "description": "About",
}
PAPERS = {"a4": "A4", "us-letter": "Letter"}
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


@dataclass(frozen=True)
class DesignChange:
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class ShownText:
    label: str
    text: Text


@dataclass(frozen=True)
class ShownEntry:
    """changed: what differs, or all of it for an entry that came or went. kept: the rest, to be folded."""

    entry: Entry
    changed: list[ShownText]
    kept: list[ShownText]


@dataclass(frozen=True)
class ShownSection:
    title: str
    changed: list[ShownEntry]
    kept: list[ShownEntry]


@dataclass(frozen=True)
class ComparePage:
    before: Version
    after: Version

    @cached_property
    def _sections(self) -> list[Section]:
        return compare(self.before.document, self.after.document, _written)

    @cached_property
    def changed(self) -> list[ShownSection]:
        return [_shown(section) for section in self._sections if section.differs]

    @cached_property
    def kept(self) -> list[ShownSection]:
        return [_shown(section) for section in self._sections if not section.differs]

    @cached_property
    def design(self) -> list[DesignChange]:
        return list(_design(Design.stored(self.before.design), Design.stored(self.after.design)))

    @property
    def is_same(self) -> bool:
        return not self.changed and not self.design

    @property
    def difference(self) -> int | None:
        """Points won, where the two scores can be compared."""
        old, new = _report(self.before), _report(self.after)
        if not old or not new or old[1] != new[1] or old[0] is None or new[0] is None:
            return None
        return new[0] - old[0]

    @property
    def lost(self) -> int:
        """For a true minus sign before it."""
        return -(self.difference or 0)

    @property
    def other_rubric(self) -> bool:
        old, new = _report(self.before), _report(self.after)
        return bool(old and new and old[1] != new[1])


def _report(version: Version) -> tuple[int | None, str] | None:
    """Its total and rubric, if it is scored."""
    return (version.report.total, version.report.rubric) if version.is_scored else None


def _shown(section: Section) -> ShownSection:
    entries = [_shown_entry(section.key, entry) for entry in section.entries]
    title = TITLES.get(section.key) or _spelled(section.key)
    return ShownSection(
        title, [each for each in entries if each.entry.differs], [each for each in entries if not each.entry.differs]
    )


def _shown_entry(key: str, entry: Entry) -> ShownEntry:
    texts = [ShownText(_label(key, text.field), text) for text in entry.texts]
    return ShownEntry(entry, [t for t in texts if t.text.differs], [t for t in texts if not t.text.differs])


def _label(key: str, field: str) -> str:
    return LABELS.get(f"{key}.{field}") or LABELS.get(field) or _spelled(field)


def _spelled(name: str) -> str:
    """A name of the schema, or of whatever wrote the file, as words: "startedAt" is "Started at"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[._-]+", " ", name).strip().capitalize()


def _written(field: str, text: str) -> str:
    """Days are kept, so that no change of a date goes unseen."""
    if not field.lower().endswith("date"):
        return text
    day = re.fullmatch(r"\d{4}-\d\d-(\d\d)", text)
    return f"{int(day[1])} {written_date(text, 'en')}" if day else written_date(text, "en")


def _design(old: Design, new: Design) -> Iterator[DesignChange]:
    for what, before, after in (
        ("Template", old.template.capitalize(), new.template.capitalize()),
        ("Colour", old.accent or "the template’s own", new.accent or "the template’s own"),
        ("Font", old.font or "the template’s own", new.font or "the template’s own"),
        ("Paper", PAPERS[old.paper], PAPERS[new.paper]),
        ("Spacing", old.spacing.capitalize(), new.spacing.capitalize()),
        ("Language of headings", _language(old), _language(new)),
        ("Left out", _listed(old.hidden), _listed(new.hidden)),
        ("Order of sections", _order(old, new), _order(new, old)),
    ):
        if before != after:
            yield DesignChange(what, before, after)


def _language(design: Design) -> str:
    return LANGUAGES.get(design.language, "that of the resume")


def _listed(keys: tuple[str, ...]) -> str:
    return ", ".join(TITLES.get(key, key.capitalize()) for key in sorted(keys)) or "nothing"


def _order(design: Design, other: Design) -> str:
    """Of the sections that both show: hiding one is no other order."""
    both = set(other.sections())
    return ", ".join(TITLES.get(key, key.capitalize()) for key in design.sections() if key in both)
