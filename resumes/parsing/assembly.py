"""Sections to fields: each section is read by its kind, then the reading is put together."""

import re
from collections.abc import Callable, Sequence

from resumes.parsing.bodies import Ink, Item, body_ink, items
from resumes.parsing.contact import read_email, read_links, read_phone
from resumes.parsing.degrees import studies
from resumes.parsing.draft import Draft
from resumes.parsing.entries import entries
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
from resumes.parsing.quotes import Quote, join, quote
from resumes.parsing.reading import FileFacts, Line, Link, Page, Reading
from resumes.parsing.roles import Roles, assign
from resumes.parsing.rows import Row
from resumes.parsing.sections import HEADER, OTHER, Section, sections
from resumes.parsing.words import known, language_of

_PERSONAL = (HEADER, "contact", "profiles")


def assemble(rows: list[Row], pages: list[Page], links: list[Link], facts: FileFacts) -> Reading:
    """The reading of rows in order."""
    found = [_renamed(section, rows) for section in sections(rows)]
    language = language_of([row.text for row in rows])
    draft = Draft()
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
    read_location(rows, contact, draft)
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
    elif section.name in _NAMED:
        _read_named(section.name, entries(rows, section.lines, usual), draft)


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


def _put_dates(entry: Entry, path: str, draft: Draft, *, alone: str) -> None:
    """`alone`: which of the two dates a single one is."""
    when, text = entry.when, entry.when_quote
    if when is None or text is None:
        return
    if when.single:
        draft.put(f"{path}.{alone}", text, 0.7, value=when.first)
    else:
        draft.put(f"{path}.startDate", text, 0.92, value=when.first)
        draft.put(f"{path}.endDate", text, 0.92, value=when.last)


def _put_items(entry: Entry, path: str, draft: Draft, *, prose: str, extra: Sequence[Quote] = ()) -> None:
    """Bullets become highlights; a paragraph in front of bullets, or one of several sentences, is the summary."""
    found = [item for item in entry.items if not known("subheads", item.quote.text)]
    paragraphs = _paragraphs(found)
    texts = [*extra, *(item.quote for item in paragraphs)]
    if texts:
        draft.put(f"{path}.{prose}", join(texts), 0.7)
    highlights = [item for item in found if item not in paragraphs]
    for index, item in enumerate(highlights):
        draft.put(f"{path}.highlights[{index}]", item.quote, 0.9 if item.bullet else 0.75)


def _paragraphs(found: list[Item]) -> list[Item]:
    if any(item.bullet for item in found):
        first = next(at for at, item in enumerate(found) if item.bullet)
        return [item for item in found[:first] if not item.bullet]
    if len(found) == 1 and ". " in found[0].quote.text.rstrip(". ") and found[0].quote.text.rstrip().endswith("."):
        return found
    if len(found) > 1 and [item.quote.text.endswith(".") for item in found].count(True) == 1 and _ends(found[0]):
        return found[:1]
    deepest = max((item.indent for item in found), default=0.0)
    shallow = [item for item in found if item.indent < deepest - 3]
    return shallow if found and found[0] in shallow and len(shallow) == 1 else []


def _ends(item: Item) -> bool:
    return item.quote.text.rstrip().endswith(".")


def _key_confidence(roles: Roles, entry: Entry) -> float:
    """Without a date, an employer or a title, an entry may be no entry at all."""
    missing = (roles.title is None) + (roles.employer is None) + (entry.when is None)
    return (roles.confidence, 0.5, 0.35, 0.2)[missing]


def _read_work(found: list[Entry], draft: Draft) -> None:
    for entry, roles in zip(found, assign(found), strict=True):
        if not roles.title and not roles.employer and entry.when is None:
            continue
        path = draft.next("work")
        sure = _key_confidence(roles, entry)
        _put_roles(roles, path, sure, draft, name="name")
        if roles.place:
            draft.put(f"{path}.location", roles.place, 0.7)
        if entry.url:
            draft.put(f"{path}.url", entry.url, 0.8)
        _put_dates(entry, path, draft, alone="startDate")
        _put_items(entry, path, draft, prose="summary", extra=roles.rest)


def _put_roles(roles: Roles, path: str, sure: float, draft: Draft, *, name: str) -> None:
    if roles.employer:
        draft.put(f"{path}.{name}", roles.employer, sure)
    if roles.title:
        draft.put(f"{path}.position", roles.title, sure)


def _read_volunteer(found: list[Entry], draft: Draft) -> None:
    for entry, roles in zip(found, assign(found), strict=True):
        if not roles.title and not roles.employer:
            continue
        path = draft.next("volunteer")
        _put_roles(roles, path, _key_confidence(roles, entry), draft, name="organization")
        _put_dates(entry, path, draft, alone="startDate")
        _put_items(entry, path, draft, prose="summary", extra=roles.rest)


def _read_education(found: list[Entry], draft: Draft) -> None:
    for entry in found:
        parts = studies(entry)
        if not parts.institution and not parts.degree and not parts.area:
            continue
        path = draft.next("education")
        for key, text in (("institution", parts.institution), ("area", parts.area), ("studyType", parts.degree)):
            if text:
                draft.put(f"{path}.{key}", text, parts.confidence)
        if parts.score:
            draft.put(f"{path}.score", parts.score, 0.85)
        _put_dates(entry, path, draft, alone="endDate")
        for index, item in enumerate(item for item in entry.items if not known("subheads", item.quote.text)):
            draft.put(f"{path}.courses[{index}]", item.quote, 0.6)


def _read_projects(found: list[Entry], draft: Draft) -> None:
    for entry in found:
        if not entry.cells and not entry.items:
            continue
        path = draft.next("projects")
        names = [cell.quote for cell in entry.cells]
        if names:
            draft.put(f"{path}.name", names[0], 0.8)
        if entry.url:
            draft.put(f"{path}.url", entry.url, 0.9)
        _put_dates(entry, path, draft, alone="startDate")
        _put_items(entry, path, draft, prose="description", extra=names[1:])


_NAMED = {
    "awards": ("title", "awarder", "date"),
    "certificates": ("name", "issuer", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}


def _read_named(section: str, found: list[Entry], draft: Draft) -> None:
    """Awards, certificates and publications: a name, who gave it, and when."""
    title, giver, date = _NAMED[section]
    for entry in found:
        texts = [cell.quote for cell in entry.cells] or [item.quote for item in entry.items]
        rest = [item.quote for item in entry.items] if entry.cells else texts[2:]
        if not texts:
            continue
        path = draft.next(section)
        draft.put(f"{path}.{title}", texts[0], 0.75)
        if len(texts) > 1:
            draft.put(f"{path}.{giver}", texts[1], 0.65)
        if entry.when and entry.when_quote:
            value = entry.when.first or entry.when.last
            draft.put(f"{path}.{date}", entry.when_quote, 0.85, value=value)
        if rest and section != "certificates":
            draft.put(f"{path}.summary", join(rest), 0.6)


def _read_references(rows: Sequence[Row], lines: Sequence[int], draft: Draft, _inline: int) -> None:
    for item in items(rows, lines):
        draft.put(f"{draft.next('references')}.reference", item.quote, 0.5)


_LISTS: dict[str, Callable[[Sequence[Row], Sequence[int], Draft, int], None]] = {
    "summary": _read_summary,
    "skills": read_skills,
    "languages": read_languages,
    "interests": read_interests,
    "references": _read_references,
}
_ENTRIES: dict[str, Callable[[list[Entry], Draft], None]] = {
    "work": _read_work,
    "volunteer": _read_volunteer,
    "education": _read_education,
    "projects": _read_projects,
}
