"""Sections to fields: each section is read by its kind, then the reading is put together."""

import re
from collections.abc import Callable, Sequence

from resumes.parsing.bodies import Ink, body_ink
from resumes.parsing.contact import read_email, read_links, read_phone
from resumes.parsing.draft import Draft
from resumes.parsing.entries import entries
from resumes.parsing.filling import (
    NAMED,
    read_education,
    read_named,
    read_projects,
    read_volunteer,
    read_work,
)
from resumes.parsing.header import (
    is_noise,
    read_city_alone,
    read_city_as_label,
    read_label,
    read_location,
    read_name,
    read_summary,
    says_nothing,
)
from resumes.parsing.heads import Entry
from resumes.parsing.lists import read_interests, read_keywords, read_languages, read_skills
from resumes.parsing.quotes import join, quote
from resumes.parsing.reading import FileFacts, Line, Link, Page, Reading
from resumes.parsing.references import read_references
from resumes.parsing.rows import Row
from resumes.parsing.sections import HEADER, OTHER, Section, sections
from resumes.parsing.words import language_of

_PERSONAL = (HEADER, "contact", "profiles")


def assemble(rows: list[Row], pages: list[Page], links: list[Link], facts: FileFacts) -> Reading:
    """The reading of rows in order."""
    found = [_renamed(section, rows) for section in sections(rows)]
    language = language_of([row.text for row in rows])
    draft = Draft(bulleted=any(rows[line].bullet for part in found if part.name in _ENTRIES for line in part.lines))
    _read_person(rows, found, links, language, draft)
    usual = body_ink(rows)
    for section in found:
        _read_section(rows, section, usual, draft)
    if not any(section.name == "skills" for section in found):
        _read_groups_as_skills(rows, found, draft)
    return Reading(
        document=draft.document(),
        language=language,
        pages=pages,
        lines=_lines(rows, found),
        fields=draft.fields,
        unplaced=_unplaced(rows, found, draft),
        facts=facts,
    )


def _renamed(section: Section, rows: list[Row]) -> Section:
    """ "About" may introduce the contact data rather than a summary."""
    if section.name == "summary" and any("@" in rows[line].text for line in section.lines):
        section.name = "contact"
    return section


def _unplaced(rows: list[Row], found: list[Section], draft: Draft) -> list[int]:
    """Lines that gave no value, apart from those that say nothing of their own: page marks, durations, user names."""
    used = draft.lines | {line for section in found for line in (section.heading, section.count) if line is not None}
    users = {reading.value.casefold() for reading in draft.fields if reading.path.endswith(".username")}
    left = [at for at, row in enumerate(rows) if at not in used and row.text.strip() and not row.running]
    return [at for at in left if not says_nothing(rows[at].text) and rows[at].text.casefold() not in users]


def _lines(rows: list[Row], found: list[Section]) -> list[Line]:
    names: dict[int, str] = {line: section.name for section in found for line in section.lines}
    headings = {section.heading: section.name for section in found if section.heading is not None}
    return [
        Line(
            page=row.page,
            text=row.text,
            box=row.box,
            size=row.style.size,
            bold=row.style.bold,
            heading=headings.get(at, ""),
            section=headings.get(at, names.get(at, "")),
            bullet=row.bullet,
        )
        for at, row in enumerate(rows)
    ]


def _read_person(rows: list[Row], found: list[Section], links: list[Link], language: str, draft: Draft) -> None:
    personal = [line for section in found if section.name in _PERSONAL for line in section.lines]
    heads_pages = [line for line, row in enumerate(rows) if row.running and row.page == 1]
    top = [*(personal or range(min(5, len(rows)))), *heads_pages]
    anywhere = [line for section in found if section.name != "references" for line in section.lines]
    email = read_email(rows, [*top, *anywhere], links, draft)
    name = read_name(rows, top, email, draft)
    if name is not None:
        read_label(rows, found[0].lines if name in found[0].lines else top, name, draft)
    read_phone(rows, top, links, language, draft)
    if not any(reading.path == "basics.phone" for reading in draft.fields):
        read_phone(rows, [line for line in anywhere if len(rows[line].text) < 80], [], language, draft)
    read_links(rows, top, links, draft)
    contact = [line for line in top if line != name]
    read_location(rows, contact, language, draft)
    if not any(section.name == "summary" for section in found):
        read_summary(rows, top, draft)
    read_city_alone(rows, contact, draft)
    read_city_as_label(draft)
    draft.take(*(line for line in top if is_noise(rows[line].text)))


def _read_section(rows: list[Row], section: Section, usual: Ink, draft: Draft) -> None:
    if reader := _LISTS.get(section.name):
        reader(rows, section.lines, draft, section.inline)
    elif reader_of_entries := _ENTRIES.get(section.name):
        reader_of_entries(entries(rows, section.lines, usual, wordy=section.name == "education"), draft)
    elif section.name in NAMED:
        read_named(section.name, entries(rows, section.lines, usual), draft)


def _read_groups_as_skills(rows: list[Row], found: list[Section], draft: Draft) -> None:
    """Without a heading for skills, short lists under headings of their own are groups of them."""
    for section in found:
        texts = [rows[line].text for line in section.lines]
        listed = texts and all(len(part.split()) <= 4 for text in texts for part in re.split(r"[\t,;]", text))
        if section.name == OTHER and section.heading is not None and listed and len(texts) <= 12:
            item = draft.next("skills")
            draft.put(f"{item}.name", quote(rows[section.heading], section.heading), 0.5)
            read_keywords(rows, section.lines, item, draft)


def _read_summary(rows: Sequence[Row], lines: Sequence[int], draft: Draft, inline: int) -> None:
    if draft.counts.get("basics.summary") or not lines:
        return
    draft.counts["basics.summary"] = 1
    first = quote(rows[lines[0]], lines[0], inline)
    parts = [first, *(quote(rows[line], line) for line in lines[1:])]
    draft.put("basics.summary", join(parts), 0.9)


_LISTS: dict[str, Callable[[Sequence[Row], Sequence[int], Draft, int], None]] = {
    "summary": _read_summary,
    "skills": read_skills,
    "languages": read_languages,
    "interests": read_interests,
    "references": read_references,
}
_ENTRIES: dict[str, Callable[[list[Entry], Draft], None]] = {
    "work": read_work,
    "volunteer": read_volunteer,
    "education": read_education,
    "projects": read_projects,
}
