"""Really opens a file and decides its kind by that. Runs only in the sandboxed child: the bytes may be hostile."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import docx
import pypdfium2
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml import etree
from pypdfium2 import raw

from resumes.parsing import refusals
from resumes.parsing.envelope import check_envelope
from resumes.parsing.extract_json import document_in
from resumes.parsing.odd_text import UNDECODED
from resumes.parsing.plain_text import decode_text
from resumes.parsing.reading import Kind
from resumes.parsing.zip_directory import directory, is_xml

FEWEST_WORDS = 30
"""Under this, a PDF that shows a large picture is a scan with a stamp on it."""
LARGE_PICTURE = 0.4
"""Share of a page."""
MOST_CHARACTERS = 250_000
"""More than 40 full pages."""
MOST_UNDECODED = 0.5
"""Share of the characters that have no meaning, from which nothing can be read."""
CHUNK = 64 * 1024
LOCKED = {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
DECLARATIONS = tuple(
    word.encode(form) for word in ("<!DOCTYPE", "<!ENTITY") for form in ("ascii", "utf-16-le", "utf-16-be")
)
BROKEN_WORD = (
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
)
BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def open_file(data: bytes, name: str) -> Kind:
    """The kind of a file that really opens and has text in it. Raises Unreadable."""
    kind = check_envelope(data, name)
    match kind:
        case Kind.PDF:
            _check_pdf(data)
        case Kind.DOCX:
            _check_word(data)
        case Kind.JSON:
            _check_json(data)
        case _:
            check_length(decode_text(data) or "")
    return kind


@contextmanager
def opened_pdf(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Raises Unreadable for a file that PDFium can't open."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (refusals.encrypted_pdf() if error.err_code in LOCKED else refusals.corrupt("PDF")) from None
    try:
        yield document
    finally:
        document.close()


def open_word(data: bytes) -> WordDocument:
    """Raises Unreadable for a file that python-docx can't open."""
    try:
        document = docx.Document(BytesIO(data))
        # Opening alone doesn't look at these; parts of the wrong type have none to give.
        _ = document.styles.element
        if document.element.body is None:
            raise refusals.corrupt("Word file")
    except BROKEN_WORD as error:
        if "macroEnabled" in str(error) or "template" in str(error):
            raise refusals.word_variant() from None
        raise refusals.corrupt("Word file") from None
    return document


def largest_picture(page: pypdfium2.PdfPage) -> float:
    """The share of a page, 0 to 1, that its largest image covers."""
    width, height = page.get_size()
    shares = [0.0]
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = image.get_bounds()
        across = min(right, width) - max(left, 0)
        up = min(top, height) - max(bottom, 0)
        shares.append(max(0, across) * max(0, up) / max(1, width * height))
    return min(1.0, max(shares))


def check_length(text: str) -> None:
    """Of a file without pages. Raises Unreadable."""
    if len(text) > MOST_CHARACTERS:
        raise refusals.too_long()
    if not text.strip():
        raise refusals.no_words()


def _check_pdf(data: bytes) -> None:
    with opened_pdf(data) as document:
        pages = len(document)
        if pages > refusals.MAX_PAGES:
            raise refusals.too_many_pages(pages)
        if pages == 0:
            raise refusals.corrupt("PDF")
        try:
            _check_text(document)
        except pypdfium2.PdfiumError:
            raise refusals.corrupt("PDF") from None


def _check_text(document: pypdfium2.PdfDocument) -> None:
    text, picture, drawn = "", 0.0, False
    for page in document:
        text += page.get_textpage().get_text_range() + "\n"
        picture = max(picture, largest_picture(page))
        drawn = drawn or raw.FPDFPage_CountObjects(page) > 0
        page.close()
    words = len(text.split())
    if words == 0 and not drawn:
        raise refusals.no_words()
    if words == 0 or (words < FEWEST_WORDS and picture > LARGE_PICTURE):
        raise refusals.image_only()
    if len("".join(UNDECODED.findall(text))) > MOST_UNDECODED * len("".join(text.split())):
        raise refusals.undecodable()


def _check_word(data: bytes) -> None:
    _check_parts(data)
    document = open_word(data)
    text = "".join(str(piece.text or "") for piece in document.element.iter("{*}t"))
    if not text.strip() and next(document.element.iter("{*}drawing", "{*}pict"), None) is not None:
        raise refusals.image_only_word()
    check_length(text)


def _check_parts(data: bytes) -> None:
    """Unpacks every part for real, in pieces, and looks for entity declarations, which no word processor writes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in directory(data):
                _check_part(archive, entry)
    except BROKEN_ARCHIVE:
        raise refusals.corrupt("Word file") from None


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    size, tail = 0, b""
    with archive.open(entry) as part:
        while piece := part.read(CHUNK):
            size += len(piece)
            window = tail + piece
            if size > entry.file_size or (is_xml(entry) and any(word in window for word in DECLARATIONS)):
                raise refusals.bomb()
            tail = piece[-20:]


def _check_json(data: bytes) -> None:
    check_length(document_in(data).model_dump_json(exclude_defaults=True).strip("{}"))
