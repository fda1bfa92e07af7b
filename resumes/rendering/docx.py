"""The sheet as a Word file: one column of styled paragraphs that a person goes on editing and any machine can read."""

import re

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from resumes.rendering.design import Design
from resumes.rendering.docx_looks import look_of
from resumes.rendering.docx_package import bytes_of, empty_document, name_document
from resumes.rendering.docx_scripts import is_east_asian, scripts_of
from resumes.rendering.entry_words import labelled, tag_line
from resumes.rendering.sheet import Entry, Section, Sheet
from resumes.rendering.written_in import runs_right_to_left

Piece = tuple[str, str, str]
"""A text, its address and its style; the last two may be empty."""

UNBROKEN = "\u00a0"
BETWEEN = f"{UNBROKEN}· "
_IMPOSSIBLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML can't hold."""


def write(sheet: Sheet, design: Design) -> bytes:
    """The same bytes for the same sheet and design."""
    scripts = scripts_of(sheet)
    document = empty_document(look_of(design), design, scripts, rtl=sheet.rtl)
    title = f"{sheet.name}, resume" if sheet.name else "Resume"
    name_document(document, title=_possible(title), author=_possible(sheet.name), language=scripts.language)
    page = Page(document, rtl=sheet.rtl)
    page.head(sheet)
    for section in sheet.sections:
        page.section(section)
    return bytes_of(document)


class Page:
    """Paragraphs, one after the other."""

    def __init__(self, document: WordDocument, *, rtl: bool) -> None:
        self._document = document
        self._rtl = rtl

    def head(self, sheet: Sheet) -> None:
        for text, style in ((sheet.name, "Title"), (sheet.label, "Subtitle")):
            self._add(style, text)
        contacts = [(each.text, each.href, "Contact Link" if each.href else "") for each in sheet.contacts]
        self._add_pieces("Contact Details", contacts)

    def section(self, section: Section) -> None:
        self._add("Heading 1", section.heading)
        for entry in section.entries:
            if section.form in {"groups", "pairs"}:
                self._labelled(entry)
            elif section.form == "lines":
                self._line(entry)
            else:
                self._entry(entry, prose="Quote" if section.form == "quotes" else "Normal")

    def _labelled(self, entry: Entry) -> None:
        name, rest = labelled(entry)
        paragraph = self._new("Keywords")
        if name and rest:
            _run(paragraph, f"{name}:", "Strong")
            _run(paragraph, f" {rest}")
        else:
            _run(paragraph, name or rest)

    def _line(self, entry: Entry) -> None:
        pieces = [(entry.title, "", "Strong"), (entry.subtitle, "", ""), _link(entry)]
        self._add_pieces("Entry Line", pieces, dates=entry.dates)
        self._paragraphs(entry.summary, "Normal")

    def _entry(self, entry: Entry, *, prose: str) -> None:
        details = [(entry.subtitle, "", "Employer"), (entry.place, "", ""), _link(entry)]
        if entry.title:
            self._add_pieces("Heading 2", [(entry.title, "", "")], dates=entry.dates)
            self._add_pieces("Entry Details", details)
        else:
            self._add_pieces("Entry Details", details, dates=entry.dates)
        if entry.note:
            # In italics, which tell what an employer is from what the person did there.
            _run(self._new("Entry Details"), entry.note).italic = True
        self._paragraphs(entry.summary, prose)
        for bullet in entry.bullets:
            self._add("List Bullet", bullet)
        if entry.tags:
            # At the top of the next page, no one would know what they belong to.
            self._last.paragraph_format.keep_with_next = True
            self._add("Keywords", tag_line(entry))

    def _paragraphs(self, text: str, style: str) -> None:
        for paragraph in text.split("\n\n"):
            self._add(style, paragraph)

    def _new(self, style: str) -> Paragraph:
        self._last = self._document.add_paragraph(style=style)
        return self._last

    def _add(self, style: str, text: str) -> None:
        if text:
            _run(self._new(style), text)

    def _add_pieces(self, style: str, pieces: list[Piece], *, dates: str = "") -> None:
        """One paragraph with dots between the pieces, and the dates at its end."""
        told = [piece for piece in pieces if piece[0]]
        if not told and not dates:
            return
        paragraph = self._new(style)
        for at, (text, href, own) in enumerate(told):
            if at:
                # Its own direction keeps Latin addresses on both sides from swapping their places.
                _run(paragraph, BETWEEN).font.rtl = self._rtl or None
            run = _run(paragraph, text, own)
            if href:
                _link_run(paragraph, run, href)
        if dates:
            paragraph.add_run().add_tab()
            _run(paragraph, dates.replace(" ", UNBROKEN), "Entry Dates")


def _link(entry: Entry) -> Piece:
    return entry.link, entry.href, "Hyperlink" if entry.href else ""


def _run(paragraph: Paragraph, text: str, style: str = "") -> Run:
    run = paragraph.add_run(_possible(text), style=style or None)
    # Bold by its character style alone is overlooked by many readers.
    run.bold = True if style == "Strong" else None
    if runs_right_to_left([text]):
        run.font.rtl = True
    if is_east_asian(text):
        fonts = OxmlElement("w:rFonts")
        fonts.set(qn("w:hint"), "eastAsia")
        run._r.get_or_add_rPr()._insert_rFonts(fonts)
    return run


def _link_run(paragraph: Paragraph, run: Run, href: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(_possible(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.set(qn("w:history"), "1")
    link.append(run._r)
    paragraph._p.append(link)


def _possible(text: str) -> str:
    return _IMPOSSIBLE.sub("", text)
