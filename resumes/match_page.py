"""Lays out what a posting asks: its text with each place marked, and whether the resume shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language_info

from resumes.matching.match import Match, RequirementMatch
from resumes.matching.posting import PostingReading, Priority, Requirement

WORDS = {"met": ("Met", "good"), "partly": ("Partly", "warn"), "not_found": ("Not found", "bad")}
MOST_SKILLS = 40


@dataclass(frozen=True)
class ShownRequirement:
    """number: counts from one in the posting's order; names its thread. found: nothing without a resume."""

    number: int
    requirement: Requirement
    found: RequirementMatch | None

    @property
    def word(self) -> str:
        return WORDS[self.found.status][0] if self.found else ""

    @property
    def tone(self) -> str:
        return WORDS[self.found.status][1] if self.found else ""

    @property
    def is_required(self) -> bool:
        return self.requirement.priority == "required"

    @property
    def is_placed(self) -> bool:
        """Whether it stands in the posting."""
        return bool(self.requirement.end)


@dataclass(frozen=True)
class Part:
    """A piece of the posting's text; requirement: the number of what it asks, or 0."""

    text: str
    requirement: int = 0


@dataclass(frozen=True)
class MatchPage:
    reading: PostingReading
    match: Match | None = None

    @cached_property
    def groups(self) -> list[tuple[str, list[ShownRequirement]]]:
        return [("Required", self._of("required")), ("Nice to have", self._of("preferred"))]

    def _of(self, priority: Priority) -> list[ShownRequirement]:
        found = self.match.requirements if self.match else [None] * self.total
        numbered = enumerate(zip(self.reading.requirements, found, strict=True), 1)
        return [ShownRequirement(number, *each) for number, each in numbered if each[0].priority == priority]

    @property
    def total(self) -> int:
        return len(self.reading.requirements)

    @property
    def met(self) -> int:
        return self._count("met")

    @property
    def partly(self) -> int:
        return self._count("partly")

    def _count(self, status: str) -> int:
        return sum(each.status == status for each in self.match.requirements) if self.match else 0

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What the posting names, a line each."""
        skills = ", ".join(each.text for each in self.reading.skills[:MOST_SKILLS])
        years = ", ".join(each.text for each in self.reading.years)
        languages = ", ".join(_language(each.value) for each in self.reading.languages)
        lines = [("Skills", skills), ("Experience", years), ("Languages", languages)]
        return [(name, " ".join(words.split())) for name, words in lines if words]


def parts_of(text: str, reading: PostingReading) -> Iterator[Part]:
    """The whole text, in order; of two requirements that overlap, the later loses its mark."""
    at = 0
    placed = sorted((each.start, each.end, number) for number, each in enumerate(reading.requirements, 1) if each.end)
    for start, end, number in placed:
        if start >= at:
            yield Part(text[at:start])
            yield Part(text[start:end], number)
            at = end
    yield Part(text[at:])


def _language(code: str) -> str:
    try:
        name: str = get_language_info(code)["name"]
    except KeyError:
        return code
    return name
