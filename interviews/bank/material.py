"""What questions can be made of: the person's lines and roles, and what the posting asks."""

from collections.abc import Iterator
from dataclasses import dataclass

from interviews.planning.plan import Source
from resumes.document import Document
from resumes.matching.posting import PostingReading

SHORTEST_LINE, LONGEST_LINE = 25, 160
LONGEST_REQUIREMENT = 120
LONGEST_NAME = 60
MOST = 40


@dataclass(frozen=True)
class Material:
    """role and employer: applied for, or "". titles: by which the role family is recognised, most telling first.
    lines, requirements, skills: what a question can quote, most telling first."""

    role: str = ""
    employer: str = ""
    last_employer: str = ""
    titles: tuple[str, ...] = ()
    lines: tuple[Source, ...] = ()
    requirements: tuple[Source, ...] = ()
    skills: tuple[Source, ...] = ()


def material_of(document: Document, posting: PostingReading | None, *, title: str = "", employer: str = "") -> Material:
    """title and employer: of the posting, as the person sees them."""
    positions = [work.position for work in document.work if work.position]
    titles = [title, document.basics.label, *positions]
    role = title or document.basics.label or next(iter(positions), "")
    return Material(
        role=_short(role),
        employer=_short(employer),
        last_employer=_short(next((work.name for work in document.work if work.name), "")),
        titles=tuple(each for each in titles if each),
        lines=tuple(sorted(_lines(document), key=lambda line: not _has_digit(line.quote)))[:MOST],
        requirements=tuple(_requirements(posting))[:MOST] if posting else (),
        skills=tuple(_skills(document, posting))[:MOST],
    )


def _lines(document: Document) -> Iterator[Source]:
    """Of the newest entries first, as they stand."""
    highlights = [(f"work[{number}]", work.highlights) for number, work in enumerate(document.work)]
    highlights += [(f"projects[{number}]", project.highlights) for number, project in enumerate(document.projects)]
    for entry, lines in highlights:
        for place, text in enumerate(lines):
            if SHORTEST_LINE <= len(text) <= LONGEST_LINE:
                yield Source(kind="resume", quote=text, path=f"{entry}.highlights[{place}]")


def _requirements(posting: PostingReading) -> Iterator[Source]:
    """What is required first."""
    for each in sorted(posting.requirements, key=lambda each: each.priority != "required"):
        text = " ".join(each.text.split()).rstrip(".;")
        if SHORTEST_LINE // 2 <= len(text) <= LONGEST_REQUIREMENT:
            yield Source(kind="posting", quote=text)


def _skills(document: Document, posting: PostingReading | None) -> Iterator[Source]:
    """Those of the posting; without one the person's own. Each once."""
    seen: set[str] = set()
    asked = (Source(kind="posting", quote=each.text) for each in posting.skills) if posting else iter(())
    for skill in [*asked, *(() if posting and posting.skills else _own_skills(document))]:
        if skill.quote.casefold() not in seen and len(skill.quote) <= LONGEST_NAME:
            seen.add(skill.quote.casefold())
            yield skill


def _own_skills(document: Document) -> Iterator[Source]:
    for number, skill in enumerate(document.skills):
        for place, keyword in enumerate(skill.keywords):
            yield Source(kind="resume", quote=keyword, path=f"skills[{number}].keywords[{place}]")


def _short(text: str) -> str:
    """Nothing that would make a question unreadable."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_NAME else ""


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
