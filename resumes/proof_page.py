"""Lays a proof out for the page: field by field in words, what did not come back first."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from resumes.proving.comparing import FieldBack, ReadBack
from resumes.rendering.wording import written_date

_OURS = {"came back": "The same", "lost": "Nothing"}
_THEIRS = {"came back": "Found", "changed": "Found in part", "lost": "Not found"}
# Fields that a report doesn't name, and items of lists.
_WORDS = {
    "courses": "Course",
    "description": "About",
    "entity": "Organisation",
    "highlights": "Bullet",
    "keywords": "Keyword",
    "network": "Network",
    "profiles": "Profile",
    "roles": "Role",
    "summary": "Summary",
    "url": "Link",
    "username": "User name",
}

Labels = Mapping[str, tuple[str, tuple[tuple[str, str], ...], str]]
"""By section of the document: its heading, and its fields with their labels."""


@dataclass(frozen=True)
class Row:
    """ours: what our reader got. theirs: whether the second reader found it."""

    label: str
    wrote: str
    ours: str
    theirs: str
    is_back: bool


@dataclass(frozen=True)
class ProofPage:
    """What the template of a proof draws."""

    result: ReadBack
    sections: Labels
    contact: Mapping[str, str]

    @cached_property
    def rows(self) -> list[Row]:
        return [self._row(field) for field in self.result.fields]

    @property
    def amiss(self) -> list[Row]:
        return [row for row in self.rows if not row.is_back]

    @property
    def back(self) -> list[Row]:
        return [row for row in self.rows if row.is_back]

    def _row(self, field: FieldBack) -> Row:
        is_back = field.ours == field.theirs == "came back"
        ours = _OURS.get(field.ours) or f"“{_shown(field.path, field.got)}”"
        return Row(self._label(field.path), _shown(field.path, field.value), ours, _THEIRS[field.theirs], is_back)

    def _label(self, path: str) -> str:
        """E.g. "Experience 2, bullet 3"."""
        first, *rest = path.removeprefix("basics.").split(".")
        if not path.startswith("basics.") and first.split("[")[0] in self.sections:
            heading, fields, _ = self.sections[first.split("[")[0]]
            return ", ".join([_numbered(first, heading), *(_inside(part, dict(fields)) for part in rest)])
        if known := self.contact.get(path.removeprefix("basics.")):
            return known
        return ", ".join([_numbered(first), *(_inside(part, {}) for part in rest)])


def _inside(part: str, labels: Mapping[str, str]) -> str:
    return _numbered(part, labels.get(part, "")).lower()


def _numbered(part: str, word: str = "") -> str:
    """Rows count from one, as people do."""
    key, _, at = part.rstrip("]").partition("[")
    word = word or _WORDS.get(key, key)
    return f"{word} {int(at) + 1}" if at else word


def _shown(path: str, value: str) -> str:
    return written_date(value, "en") if path.lower().endswith("date") else value
