"""Entries to fields: jobs, studies, projects, voluntary work, awards, certificates and publications."""

import re
from collections.abc import Iterator, Sequence

from resumes.parsing.bodies import Item
from resumes.parsing.degrees import studies
from resumes.parsing.draft import Draft
from resumes.parsing.heads import Entry
from resumes.parsing.labelled import listed
from resumes.parsing.quotes import Quote, join
from resumes.parsing.roles import Roles, assign, title_score
from resumes.parsing.words import known

_COMMA = re.compile(r",\s+")
_SHORT = 10
"""Words: what is longer in a project's head describes it."""


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
    paragraphs = _paragraphs(found, bulleted=draft.bulleted)
    if prose == "summary" and len(paragraphs) > 1 and paragraphs[0].italic and not paragraphs[1].italic:
        # What an employer is, said apart from what the person did there.
        draft.put(f"{path}.description", paragraphs[0].quote, 0.6)
        found.remove(paragraphs[0])
        paragraphs = paragraphs[1:]
    texts = [*extra, *(item.quote for item in paragraphs)]
    if texts:
        draft.put(f"{path}.{prose}", join(texts), 0.7)
    highlights = [item for item in found if item not in paragraphs]
    for index, item in enumerate(highlights):
        draft.put(f"{path}.highlights[{index}]", item.quote, 0.9 if item.bullet else 0.75)


def _paragraphs(found: list[Item], *, bulleted: bool) -> list[Item]:
    """bulleted: whether entries of this document have bullets, so that what has none is no highlight."""
    if any(item.bullet for item in found):
        first = next(at for at, item in enumerate(found) if item.bullet)
        return [item for item in found[:first] if not item.bullet]
    if bulleted and all(_ends(item) for item in found):
        return found
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


def read_work(found: list[Entry], draft: Draft) -> None:
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
        rest = roles.rest
        if description := _description(entry, rest):
            draft.put(f"{path}.description", description, 0.6)
            rest = tuple(text for text in rest if text is not description)
        _put_items(entry, path, draft, prose="summary", extra=rest)


def _description(entry: Entry, rest: Sequence[Quote]) -> Quote | None:
    """What an employer is: a line of its own in italics, where nothing but prose follows in the head."""
    for cell in reversed(entry.cells):
        if not any(text is cell.quote for text in rest):
            return None
        if cell.first and cell.style.italic:
            return cell.quote
    return None


def _put_roles(roles: Roles, path: str, sure: float, draft: Draft, *, name: str) -> None:
    if roles.employer:
        draft.put(f"{path}.{name}", roles.employer, sure)
    if roles.title:
        draft.put(f"{path}.position", roles.title, sure)


def read_volunteer(found: list[Entry], draft: Draft) -> None:
    for entry, roles in zip(found, assign(found), strict=True):
        if not roles.title and not roles.employer:
            continue
        path = draft.next("volunteer")
        _put_roles(roles, path, _key_confidence(roles, entry), draft, name="organization")
        if entry.url:
            draft.put(f"{path}.url", entry.url, 0.8)
        _put_dates(entry, path, draft, alone="startDate")
        _put_items(entry, path, draft, prose="summary", extra=roles.rest)


def read_education(found: list[Entry], draft: Draft) -> None:
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
        if entry.url:
            draft.put(f"{path}.url", entry.url, 0.8)
        for index, (course, sure) in enumerate([*((course, 0.85) for course in parts.courses), *_courses(entry)]):
            draft.put(f"{path}.courses[{index}]", course, sure)


def _courses(entry: Entry) -> Iterator[tuple[Quote, float]]:
    """Each item under a study, or its parts where it is a list of courses; with how sure that is."""
    for item in entry.items:
        if found := listed(item.quote, "courses"):
            yield from ((course, 0.85) for course in found)
        elif not known("subheads", item.quote.text):
            yield item.quote, 0.6


def read_projects(found: list[Entry], draft: Draft) -> None:
    for entry in found:
        if not entry.cells and not entry.items:
            continue
        path = draft.next("projects")
        names = [cell.quote for cell in entry.cells]
        tools = [text for text in (*names, *(item.quote for item in entry.items)) if listed(text, "tools")]
        entry.items = [item for item in entry.items if item.quote not in tools]
        names = [name for name in names if name not in tools]
        if names:
            draft.put(f"{path}.name", names[0], 0.8)
        if entry.url:
            draft.put(f"{path}.url", entry.url, 0.9)
        _put_dates(entry, path, draft, alone="startDate")
        extra = _put_parts(names[1:], path, draft)
        _put_items(entry, path, draft, prose="description", extra=extra)
        for index, tool in enumerate(tool for text in tools for tool in listed(text, "tools")):
            draft.put(f"{path}.keywords[{index}]", tool, 0.8)


def _put_parts(names: Sequence[Quote], path: str, draft: Draft) -> list[Quote]:
    """What a project's head says besides its name: the person's roles and who it was for. The rest comes back."""
    rest: list[Quote] = []
    roles = 0
    entity = False
    for name in names:
        parts = name.split(_COMMA)
        titled = [part for part in parts if title_score(part.text) > 0]
        others = [part for part in parts if part not in titled]
        if len(name.text.split()) > _SHORT or len(others) > 1 or (others and (entity or not titled)):
            rest.append(name)
            continue
        for role in titled:
            draft.put(f"{path}.roles[{roles}]", role, 0.7)
            roles += 1
        if others:
            entity = True
            draft.put(f"{path}.entity", others[0], 0.6)
    return rest


NAMED = {
    "awards": ("title", "awarder", "date"),
    "certificates": ("name", "issuer", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}


def read_named(section: str, found: list[Entry], draft: Draft) -> None:
    """Awards, certificates and publications: a name, who gave it, and when."""
    title, giver, date = NAMED[section]
    for entry in found:
        texts = [cell.quote for cell in entry.cells] or [item.quote for item in entry.items]
        if not texts:
            continue
        # A sentence behind the name isn't who gave it.
        named = texts[:1] if len(texts) > 1 and _is_sentence(texts[1].text) else texts[:2]
        rest = [*texts[len(named) :], *(item.quote for item in entry.items if entry.cells)]
        path = draft.next(section)
        draft.put(f"{path}.{title}", texts[0], 0.75)
        if len(named) > 1:
            draft.put(f"{path}.{giver}", named[1], 0.65)
        if entry.when and entry.when_quote:
            value = entry.when.first or entry.when.last
            draft.put(f"{path}.{date}", entry.when_quote, 0.85, value=value)
        if entry.url and section != "awards":
            draft.put(f"{path}.url", entry.url, 0.8)
        if rest and section != "certificates":
            draft.put(f"{path}.summary", join(rest), 0.6)


def _is_sentence(text: str) -> bool:
    return text.endswith(".") and len(text.split()) >= 4
