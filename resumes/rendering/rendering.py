"""A document in a design, as a file of any format that we write."""

from datetime import datetime
from enum import StrEnum

from resumes.document import Document
from resumes.rendering import docx, json_resume, markdown, plain_text, typesetting
from resumes.rendering.design import Design
from resumes.rendering.laying_out import lay_out


class Format(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    JSON = "json"
    TEXT = "txt"
    MARKDOWN = "md"


def render(document: Document, design: Design, form: Format, *, made: datetime | None = None) -> bytes:
    """The same input gives the same bytes. made: what the file says of its own age, where it says so. Raises NotSet."""
    if form is Format.JSON:
        return json_resume.write(document).encode()
    sheet = lay_out(document, design)
    if form is Format.DOCX:
        return docx.write(sheet, design)
    if form is Format.TEXT:
        return plain_text.write(sheet).encode()
    if form is Format.MARKDOWN:
        return markdown.write(sheet).encode()
    return typesetting.pdf(sheet, design, made=made)
