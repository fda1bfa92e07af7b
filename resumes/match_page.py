"""Lays a match out for the page: the posting with what it asks marked, each with whether the resume shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from resumes.matching.match import Match, RequirementMatch
from resumes.matching.posting import PostingReading, Priority

WORDS = {"met": ("Met", "good"), "partly": ("Partly", "warn"), "not_found": ("Not found", "bad")}


@dataclass(frozen=True)
class ShownRequirement:
    """number: counts from one in the posting's order; names its thread."""

    number: int
    found: RequirementMatch

    @property
    def word(self) -> str:
        return WORDS[self.found.status][0]

    @property
    def tone(self) -> str:
        return WORDS[self.found.status][1]


@dataclass(frozen=True)
class Part:
    """A piece of the posting's text; requirement: the number of what it asks, or 0."""

    text: str
    requirement: int = 0


@dataclass(frozen=True)
class MatchPage:
    match: Match

    @cached_property
    def groups(self) -> list[tuple[str, list[ShownRequirement]]]:
        return [("Required", self._of("required")), ("Nice to have", self._of("preferred"))]

    def _of(self, priority: Priority) -> list[ShownRequirement]:
        numbered = enumerate(self.match.requirements, 1)
        return [ShownRequirement(number, each) for number, each in numbered if each.priority == priority]

    @property
    def met(self) -> int:
        return sum(each.status == "met" for each in self.match.requirements)

    @property
    def partly(self) -> int:
        return sum(each.status == "partly" for each in self.match.requirements)


def parts_of(text: str, reading: PostingReading) -> Iterator[Part]:
    """The whole text, in order; of two requirements that overlap, the later loses its mark."""
    at = 0
    placed = sorted((each.start, each.end, number) for number, each in enumerate(reading.requirements, 1))
    for start, end, number in placed:
        if start >= at:
            yield Part(text[at:start])
            yield Part(text[start:end], number)
            at = end
    yield Part(text[at:])
