"""A cover letter as a file: under the head of its resume, in the resume's design."""

import re
from datetime import datetime
from enum import StrEnum

from docx.shared import Pt

from resumes.document import Document
from resumes.rendering import typesetting
from resumes.rendering.design import Design
from resumes.rendering.docx import Page
from resumes.rendering.docx_looks import AIR, look_of
from resumes.rendering.docx_package import bytes_of, empty_document, name_document
from resumes.rendering.docx_scripts import scripts_of
from resumes.rendering.laying_out import lay_out, one_line
from resumes.rendering.sheet import Entry, Section, Sheet
from resumes.rendering.written_in import runs_right_to_left

PARAGRAPH_GAP = 9
"""Points after a paragraph in a Word file."""


class LetterFormat(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"


def render_letter(
    text: str, document: Document, design: Design, form: LetterFormat, *, language: str, made: datetime | None = None
) -> bytes:
    """The same input gives the same bytes. language: the letter's. Raises NotSet."""
    if form is LetterFormat.TEXT:
        return f"{tidied(text)}\n".encode()
    sheet = letter_sheet(text, document, design, language)
    if form is LetterFormat.DOCX:
        return _docx(sheet, design)
    return typesetting.pdf(sheet, design, made=made, page="letter")


def letter_sheet(text: str, document: Document, design: Design, language: str) -> Sheet:
    """The head of the resume, and the letter as its only section."""
    head, said = lay_out(document, design), tidied(text)
    letter = Section(key="letter", heading="", form="text", entries=[Entry(path="letter", summary=said)])
    rtl = runs_right_to_left([said, head.name])
    return head.model_copy(update={"sections": [letter], "language": language, "rtl": rtl})


def tidied(text: str) -> str:
    """Paragraphs parted by one blank line, without characters that can't or mustn't be printed; a letter's own line
    breaks stay."""
    paragraphs = ["\n".join(filter(None, map(one_line, part.split("\n")))) for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(filter(None, paragraphs))


def _docx(sheet: Sheet, design: Design) -> bytes:
    scripts = scripts_of(sheet)
    document = empty_document(look_of(design), design, scripts, rtl=sheet.rtl)
    title = f"{sheet.name}, cover letter" if sheet.name else "Cover letter"
    name_document(document, title=title, author=sheet.name, language=scripts.language)
    document.styles["Normal"].paragraph_format.space_after = Pt(PARAGRAPH_GAP * AIR[design.spacing])
    page = Page(document, rtl=sheet.rtl)
    page.head(sheet)
    for section in sheet.sections:
        page.section(section)
    return bytes_of(document)
