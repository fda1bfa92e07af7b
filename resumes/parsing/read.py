"""A file's bytes to its reading: extract, order the lines, find the sections, read the fields."""

from collections.abc import Sequence

from resumes.parsing.assembly import assemble
from resumes.parsing.extract_docx import extract_docx
from resumes.parsing.extract_json import read_json_resume
from resumes.parsing.extract_pdf import extract_pdf
from resumes.parsing.extract_text import extract_text
from resumes.parsing.file_facts import words_in
from resumes.parsing.lines import rows_in_order
from resumes.parsing.odd_text import Piece
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.parsing.rows import Extraction
from resumes.parsing.unseen import parted


def read_document(data: bytes, kind: Kind, facts: FileFacts, hidden: Sequence[Piece] = ()) -> Reading:
    """The reading of a file that opens. hidden: of a PDF, found at a first look. Raises Unreadable for JSON or a Word
    file that doesn't.
    """
    if kind is Kind.JSON:
        reading = read_json_resume(data, facts)
    else:
        seen, unseen = parted(extract(data, kind), list(hidden), image_share=facts.image_share or 0)
        rows, pages = rows_in_order(seen)
        reading = assemble(rows, pages, seen.links, facts)
        reading.lines += unseen
    if not reading.facts.words:
        reading.facts = facts.model_copy(update={"words": words_in(reading.lines)})
    return reading


def extract(data: bytes, kind: Kind) -> Extraction:
    """What stands in the file, before it is understood."""
    if kind is Kind.PDF:
        return extract_pdf(data)
    if kind is Kind.DOCX:
        return extract_docx(data)
    return extract_text(data, kind)
