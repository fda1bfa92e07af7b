"""A resume as facts: each value with its path, its entry and what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from resumes.document import Document, Education, Project, Volunteer, Work
from resumes.matching.folding import fold
from resumes.matching.named import Named, named_in
from resumes.matching.stemming import stem
from resumes.matching.units import keys_of
from resumes.matching.vocabulary import vocabulary, words_of

MOST, LONGEST, SHORT = 800, 4000, 110
OPENING = 6
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")
SECTIONS = {"volunteer": frozenset({"#nonprofit", "nonprofit"}), "projects": frozenset({"#project", "project"})}
NAMES_OF_OTHERS = ("name", "organization", "institution", "issuer", "awarder", "publisher", "entity")


@dataclass(frozen=True)
class Fact:
    """text: word for word one value, or a sentence of it. section: "work", "skills", ... group: its entry ("work[0]").
    listed: named in a list (skill, certificate), where no sentence tells how."""

    path: str
    text: str
    section: str
    group: str
    listed: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        return keys_of(self.text, plainly=self.tells_a_name) | SECTIONS.get(self.section, frozenset())

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(match.group() for match in words_of(self.folded))

    @cached_property
    def stems_by_opening(self) -> dict[str, list[str]]:
        """Stems of longer words by the letters that they begin with: derived words share them."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            if len(word) > OPENING:
                found.setdefault(word[:OPENING], []).append(stem(word))
        return found

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def named(self) -> list[Named]:
        return [] if self.tells_a_name else named_in(self.text, listed=self.listed)

    @cached_property
    def names_a_tool(self) -> bool:
        """Whether it names something that the vocabulary knows; an acronym alone is none."""
        known = vocabulary().names
        return any(not known.isdisjoint(named.names) for named in self.named)

    @property
    def tells_a_name(self) -> bool:
        """Whether it names an organisation: its words show a field, but never a tool."""
        return self.section != "certificates" and self.section != "skills" and self.path.endswith(NAMES_OF_OTHERS)


def facts_of(document: Document) -> list[Fact]:
    """In the order in which they prove best: what was done before what is listed; at most 800."""
    found = []
    for fact in _values(document):
        for text in _sentences(fact.text):
            found.append(Fact(fact.path, text, fact.section, fact.group, fact.listed))
            if len(found) >= MOST:
                return found
    return found


def _sentences(text: str) -> list[str]:
    """The sentences of a long text; a short one as it is ("St. Brendan's" is no sentence)."""
    parts = SENTENCE.split(text[:LONGEST]) if len(text) > SHORT else [text]
    return [part.strip() for part in parts if re.search(r"\w", part)]


def _values(document: Document) -> Iterator[Fact]:
    yield from _work(document.work)
    yield from _projects(document.projects)
    yield from _volunteer(document.volunteer)
    yield from _listed(document)
    yield from _education(document.education)
    yield from _told(document)


def _fact(section: str, index: int, name: str, text: str, *, listed: bool = False) -> Fact:
    return Fact(f"{section}[{index}].{name}", text, section, f"{section}[{index}]", listed)


def _many(section: str, index: int, name: str, texts: list[str], *, listed: bool = False) -> Iterator[Fact]:
    for place, text in enumerate(texts):
        yield _fact(section, index, f"{name}[{place}]", text, listed=listed)


def _work(entries: list[Work]) -> Iterator[Fact]:
    for i, entry in enumerate(entries):
        yield from _many("work", i, "highlights", entry.highlights)
        yield _fact("work", i, "summary", entry.summary)
        yield _fact("work", i, "position", entry.position)
        yield _fact("work", i, "description", entry.description)
        yield _fact("work", i, "name", entry.name)


def _projects(entries: list[Project]) -> Iterator[Fact]:
    for i, entry in enumerate(entries):
        yield from _many("projects", i, "highlights", entry.highlights)
        yield _fact("projects", i, "description", entry.description)
        yield _fact("projects", i, "name", entry.name)
        yield from _many("projects", i, "keywords", entry.keywords, listed=True)
        yield from _many("projects", i, "roles", entry.roles)


def _volunteer(entries: list[Volunteer]) -> Iterator[Fact]:
    for i, entry in enumerate(entries):
        yield from _many("volunteer", i, "highlights", entry.highlights)
        yield _fact("volunteer", i, "position", entry.position)
        yield _fact("volunteer", i, "summary", entry.summary)
        yield _fact("volunteer", i, "organization", entry.organization)


def _listed(document: Document) -> Iterator[Fact]:
    for i, certificate in enumerate(document.certificates):
        yield _fact("certificates", i, "name", certificate.name, listed=True)
    for i, skill in enumerate(document.skills):
        yield from _many("skills", i, "keywords", skill.keywords, listed=True)
        yield _fact("skills", i, "name", skill.name, listed=True)
    for i, language in enumerate(document.languages):
        yield _fact("languages", i, "language", language.language, listed=True)


def _education(entries: list[Education]) -> Iterator[Fact]:
    for i, entry in enumerate(entries):
        yield _fact("education", i, "studyType", entry.study_type, listed=True)
        yield _fact("education", i, "area", entry.area, listed=True)
        yield from _many("education", i, "courses", entry.courses, listed=True)
        yield _fact("education", i, "institution", entry.institution)


def _told(document: Document) -> Iterator[Fact]:
    yield Fact("basics.summary", document.basics.summary, "basics", "basics.summary")
    yield Fact("basics.label", document.basics.label, "basics", "basics")
    for i, award in enumerate(document.awards):
        yield _fact("awards", i, "title", award.title)
        yield _fact("awards", i, "summary", award.summary)
    for i, publication in enumerate(document.publications):
        yield _fact("publications", i, "name", publication.name)
        yield _fact("publications", i, "summary", publication.summary)
