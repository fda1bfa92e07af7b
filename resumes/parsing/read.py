"""A file's bytes to its reading: extract, order the lines, find the sections, read the fields."""

from resumes.parsing.assembly import assemble
from resumes.parsing.extract_docx import extract_docx
from resumes.parsing.extract_json import read_json_resume
from resumes.parsing.extract_pdf import extract_pdf
from resumes.parsing.extract_text import extract_text
from resumes.parsing.lines import rows_in_order
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.parsing.rows import Extraction


def read_document(data: bytes, kind: Kind, facts: FileFacts) -> Reading:
    """The reading of a file that opens. Raises Unreadable for JSON or a Word file that doesn't."""
    if kind is Kind.JSON:
        reading = read_json_resume(data, facts)
    else:
        extraction = extract(data, kind)
        rows, pages = rows_in_order(extraction)
        reading = assemble(rows, pages, extraction.links, facts)
    if not reading.facts.words:
        reading.facts = facts.model_copy(update={"words": sum(len(line.text.split()) for line in reading.lines)})
    return reading


def extract(data: bytes, kind: Kind) -> Extraction:
    """What stands in the file, before it is understood."""
    if kind is Kind.PDF:
        return extract_pdf(data)
    if kind is Kind.DOCX:
        return extract_docx(data)
    return extract_text(data, kind)
