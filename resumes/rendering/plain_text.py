"""The sheet as plain text that can be pasted into any form: no columns, no wrapped lines, one fact per line."""

from collections.abc import Iterator

from resumes.rendering.entry_words import labelled, tag_line
from resumes.rendering.sheet import Entry, Section, Sheet


def write(sheet: Sheet) -> str:
    """Blocks parted by blank lines; headings are underlined."""
    head = "\n".join(filter(None, (sheet.name, sheet.label, *(contact.text for contact in sheet.contacts))))
    return "\n\n".join(block for block in (head, *map(_section, sheet.sections)) if block) + "\n"


def _section(section: Section) -> str:
    gap = "\n" if section.form in {"groups", "pairs"} else "\n\n"
    body = gap.join("\n".join(_entry(entry, section.form)) for entry in section.entries)
    return f"{section.heading}\n{'-' * len(section.heading)}\n{body}"


def _entry(entry: Entry, form: str) -> Iterator[str]:
    if form in {"groups", "pairs"}:
        yield ": ".join(filter(None, labelled(entry)))
        return
    employer = " | ".join(filter(None, (entry.subtitle, entry.place)))
    tags = tag_line(entry) if entry.tags else ""
    yield from filter(None, (entry.title, employer, entry.dates, entry.link, entry.note, entry.summary))
    yield from (f"- {bullet}" for bullet in entry.bullets)
    yield from filter(None, (tags,))
