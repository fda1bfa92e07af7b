"""Readings made from text or from a page drawn for the test."""

from fpdf import FPDF

from resumes.parsing.columns import reading_order
from resumes.parsing.extract_pdf import extract_pdf
from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.parsing.rows import Row
from resumes.parsing.segments import segments


def read_text(text: str, kind: Kind = Kind.TEXT) -> Reading:
    return read_document(text.encode(), kind, FileFacts(kind=kind))


class Sheet:
    """A PDF page to write on; positions are in millimetres."""

    def __init__(self) -> None:
        self.pdf = FPDF()
        self.pdf.add_page()

    def put(self, x: float, y: float, text: str, *, size: float = 10, bold: bool = False) -> "Sheet":
        self.pdf.set_font("helvetica", "B" if bold else "", size)
        self.pdf.text(x, y, text)
        return self

    def page(self) -> "Sheet":
        self.pdf.add_page()
        return self

    @property
    def data(self) -> bytes:
        return bytes(self.pdf.output())

    def read(self) -> Reading:
        return read_document(self.data, Kind.PDF, FileFacts(kind=Kind.PDF))

    def rows(self) -> list[Row]:
        extraction = extract_pdf(self.data)
        return reading_order(segments(extraction.words, extraction.pages))[0]

    def texts(self) -> list[str]:
        return [row.text for row in self.rows()]
