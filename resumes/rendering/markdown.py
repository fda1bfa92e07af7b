"""The sheet as Markdown (CommonMark) in which whatever a person wrote stays literal text."""

import re
from collections.abc import Iterator

from resumes.rendering.entry_words import labelled, tag_line
from resumes.rendering.sheet import Contact, Entry, Section, Sheet

_SPECIAL = re.compile(r"[\\`*_\[\]~|]")
_LINE_START = re.compile(r"^(?:([#+>-])|(\d{1,9})([.)]))")
_CLOSING = re.compile(r"(?<=\s)(#+)$")
_UNSAFE_IN_LINK = {char: f"%{ord(char):02X}" for char in '()<>[]\\"`'}


def write(sheet: Sheet) -> str:
    """One block per fact, parted by blank lines; nothing relies on a line break inside a paragraph."""
    head = [f"# {literal(sheet.name)}" if sheet.name else "", literal(sheet.label), _contacts(sheet.contacts)]
    blocks = [*head, *(block for section in sheet.sections for block in _section(section))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def literal(text: str) -> str:
    """The text with all that could be read as mark-up escaped, at the beginning of a line too."""
    text = _SPECIAL.sub(r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;"))
    text = _CLOSING.sub(r"\\\1", text)
    return _LINE_START.sub(lambda found: f"{found[2] or ''}\\{found[1] or found[3]}", text)


def link(text: str, href: str) -> str:
    if not href:
        return literal(text)
    target = "".join(_UNSAFE_IN_LINK.get(char, char) for char in href).replace("&", "&amp;")
    return f"[{literal(text)}]({target})"


def _contacts(contacts: list[Contact]) -> str:
    return " | ".join(link(contact.text, contact.href) for contact in contacts)


def _section(section: Section) -> Iterator[str]:
    yield f"## {literal(section.heading)}"
    if section.form in {"groups", "pairs"}:
        yield "\n".join(f"- {_labelled(entry)}" for entry in section.entries)
        return
    for entry in section.entries:
        yield from _line(entry) if section.form == "lines" else _entry(entry)


def _labelled(entry: Entry) -> str:
    name, rest = labelled(entry)
    return ": ".join(filter(None, (f"**{literal(name)}**" if name and rest else literal(name), literal(rest))))


def _line(entry: Entry) -> Iterator[str]:
    title = f"**{literal(entry.title)}**" if entry.title else ""
    facts = (title, literal(entry.subtitle), literal(entry.dates), link(entry.link, entry.href))
    yield " | ".join(filter(None, facts))
    yield from _paragraphs(entry.summary)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {literal(entry.title)}" if entry.title else ""
    employer = f"**{literal(entry.subtitle)}**" if entry.subtitle else ""
    facts = (employer, literal(entry.place), literal(entry.dates), link(entry.link, entry.href))
    yield " | ".join(filter(None, facts))
    yield literal(entry.note)
    yield from _paragraphs(entry.summary)
    yield "\n".join(f"- {literal(bullet)}" for bullet in entry.bullets)
    yield literal(tag_line(entry)) if entry.tags else ""


def _paragraphs(text: str) -> Iterator[str]:
    yield from (literal(paragraph) for paragraph in text.split("\n\n"))
