"""What another program finds in a PDF."""

import pypdfium2


def text_of(data: bytes) -> str:
    """The text of all pages, in one line."""
    pdf = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def is_pdf_ua(data: bytes) -> bool:
    """Whether the file says that it keeps to PDF/UA-1."""
    return b"<pdfuaid:part>1</pdfuaid:part>" in data
