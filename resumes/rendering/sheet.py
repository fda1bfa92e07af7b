"""What is set on a page: the document in words ready to be printed, the same for every format."""

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, Field

Form = Literal["text", "entries", "lines", "groups", "pairs", "quotes"]
"""How a section's entries are set. text: one paragraph (summary). entries: head with dates, then bullets. lines: one
short line each (certificates). groups: a label and its tags (skills). pairs: a label and a note (languages). quotes: a
name and what they said."""


class Contact(BaseModel):
    """href: an address with a harmless scheme (http, https, mailto, tel), or empty."""

    kind: Literal["email", "phone", "url", "location", "profile"]
    text: str
    href: str = ""


class Entry(BaseModel):
    """path: where it comes from in the document, e.g. "work[0]". dates: the range as it is printed; start and end
    are its parts. note: a short addition to the title (a grade, a level). tags: single words set in a row."""

    path: str
    title: str = ""
    subtitle: str = ""
    place: str = ""
    dates: str = ""
    start: str = ""
    end: str = ""
    link: str = ""
    href: str = ""
    note: str = ""
    summary: str = ""
    bullets: list[str] = Field(default_factory=list)
    tags_label: str = ""
    tags: list[str] = Field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Every text of it that is printed."""
        yield from (self.title, self.subtitle, self.place, self.dates, self.link, self.note, self.summary)
        yield from (*self.bullets, self.tags_label, *self.tags)


class Section(BaseModel):
    """key: one of `design.SECTIONS`. heading: in the sheet's language."""

    key: str
    heading: str
    form: Form
    entries: list[Entry]


class Sheet(BaseModel):
    """language: ISO 639-1 of headings and dates. rtl: whether the text runs from right to left."""

    name: str = ""
    label: str = ""
    contacts: list[Contact] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    language: str = "en"
    rtl: bool = False

    def texts(self) -> Iterator[str]:
        """Every text that is printed, in the order of the page."""
        yield from (self.name, self.label, *(contact.text for contact in self.contacts))
        for section in self.sections:
            yield section.heading
            for entry in section.entries:
                yield from entry.texts()
