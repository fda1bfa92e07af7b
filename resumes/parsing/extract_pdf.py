"""A PDF's characters, with box, font and colour, joined into words; and its link annotations."""

import ctypes
import itertools
import re
import statistics
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from resumes.parsing.drawn_bullets import small_shapes, with_bullets
from resumes.parsing.reading import Kind, Link, Page
from resumes.parsing.rows import Extraction, Style, Word

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|sfbx|medi\d", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|cmti|cmsl", re.IGNORECASE)
_HEAVY_WEIGHT = 700
_SPACE_SHARE = 0.13
"""A gap wider than this share of the type size, beyond the text's own letter spacing, is a space."""
_INVISIBLE_MODES = (3, 7)
_LINE_END_HYPHENS = (0x02, 0xFFFE)
"""What PDFium makes of a hyphen at the end of a line."""
_TINY = 2.0


@dataclass(slots=True)
class Glyph:
    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    origin: float
    baseline: float
    style: Style


def extract_pdf(data: bytes) -> Extraction:
    """Pages, words and links of an unencrypted PDF."""
    extraction = Extraction(Kind.PDF)
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(1, len(document) + 1):
            page = document[number - 1]
            width, height = page.get_size()
            extraction.pages.append(Page(number=number, width=width, height=height))
            words = _words(_glyphs(page), number)
            extraction.words += with_bullets(words, small_shapes(page))
            extraction.links += _links(page, number, words)
            page.close()
    finally:
        document.close()
    extraction.words = _show_scanned_layer(extraction.words)
    return extraction


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    text_page = page.get_textpage()
    left, _bottom, _right, top = page.get_bbox()
    reader = _StyleReader(text_page)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0x0D, 0x0A) or pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        char = "-" if code in _LINE_END_HYPHENS else chr(code)
        x0, x1 = box.left - left, box.right - left
        style = reader.style(index)
        glyphs.append(Glyph(char, x0, top - box.top, x1, top - box.bottom, x.value - left, top - y.value, style))
    text_page.close()
    return _with_ligatures_in_place(glyphs)


def _with_ligatures_in_place(glyphs: list[Glyph]) -> list[Glyph]:
    """PDFium misplaces the letters of a ligature in Type 3 fonts: they share one origin, off the line's."""
    at = 1
    while at < len(glyphs):
        before, end = glyphs[at - 1], at + 1
        while end < len(glyphs) and _same_origin(glyphs[end], glyphs[at]):
            end += 1
        after = glyphs[end] if end < len(glyphs) else None
        # A ligature that opens a line stands well: what follows it is on its line.
        opens = after is not None and abs(after.baseline - glyphs[at].baseline) <= 1
        if end > at + 1 and abs(glyphs[at].baseline - before.baseline) > before.style.size and not opens:
            _place_between(before, glyphs[at:end], after)
        at = end
    return glyphs


def _same_origin(one: Glyph, other: Glyph) -> bool:
    return one.origin == other.origin and one.baseline == other.baseline


def _place_between(before: Glyph, letters: list[Glyph], after: Glyph | None) -> None:
    width = 0.3 * before.style.size * len(letters)
    if after and abs(after.baseline - before.baseline) < 1 and 0 < after.x0 - before.x1 < 2 * width:
        width = after.x0 - before.x1
    share = width / len(letters)
    for index, letter in enumerate(letters):
        letter.x0, letter.x1 = before.x1 + index * share, before.x1 + (index + 1) * share
        letter.y0, letter.y1, letter.baseline = before.y0, before.y1, before.baseline
        letter.style = before.style


class _StyleReader:
    """Reads a character's style once per text object and font, as each question costs a call into the library."""

    def __init__(self, text_page: pypdfium2.PdfTextPage) -> None:
        self._page = text_page
        self._by_object: dict[int, Style] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(256)
        self._colour = [ctypes.c_uint() for _ in range(4)]

    def style(self, index: int) -> Style:
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.cast(text_object, ctypes.c_void_p).value or 0
        if key not in self._by_object:
            self._by_object[key] = self._read(index, text_object)
        return self._by_object[key]

    def _read(self, index: int, text_object: object) -> Style:
        size, mode = self._size_and_mode(index, text_object)
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, 256, ctypes.c_int())
        font = _SUBSET.sub("", self._name.value.decode("utf-8", "replace"))
        pdfium.FPDFText_GetFillColor(self._page, index, *self._colour)
        red, green, blue, alpha = (part.value for part in self._colour)
        weight = pdfium.FPDFText_GetFontWeight(self._page, index)
        return Style(
            font=font,
            size=round(size * 2) / 2,
            bold=bool(_BOLD.search(font)) or weight >= _HEAVY_WEIGHT,
            italic=bool(_ITALIC.search(font)),
            colour=red << 16 | green << 8 | blue,
            hidden=mode in _INVISIBLE_MODES or alpha == 0 or size < _TINY,
        )

    def _size_and_mode(self, index: int, text_object: object) -> tuple[float, int]:
        size = pdfium.FPDFText_GetFontSize(self._page, index)
        if not text_object:
            return size, 0
        pdfium.FPDFPageObj_GetMatrix(text_object, self._matrix)
        scale = abs(self._matrix.a * self._matrix.d - self._matrix.b * self._matrix.c) ** 0.5
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._page, index, box)
        return _believable(size * scale, box.top - box.bottom), pdfium.FPDFTextObj_GetTextRenderMode(text_object)


def _believable(size: float, height: float) -> float:
    """The type size, or, where nested transformations hide it, one that fits the height of the character's box."""
    return size if height <= 0 or 0.6 <= height / max(size, 0.01) <= 2.2 else height / 1.25


def _words(glyphs: list[Glyph], page: int) -> list[Word]:
    tracking = _tracking(glyphs)
    words: list[Word] = []
    pending: list[Glyph] = []
    for glyph in glyphs:
        if _drawable(glyph):
            if pending and not _continues(pending[-1], glyph, tracking):
                words += _word(pending, page)
                pending = []
            pending.append(glyph)
        else:
            words += _word(pending, page)
            pending = []
    return words + _word(pending, page)


def _drawable(glyph: Glyph) -> bool:
    """Whether a character belongs to a word: spaces part words, icon fonts' private codes say nothing."""
    code = ord(glyph.char)
    return not (glyph.char.isspace() or 0xE000 <= code <= 0xF8FF or code >= 0xF0000)


Tracking = dict[tuple[Style | None, int | None], float]


def _tracking(glyphs: list[Glyph]) -> Tracking:
    """Letter spacing in points, the usual gap between neighbours: per style and baseline, per style, per baseline."""
    gaps: dict[tuple[Style | None, int | None], list[float]] = defaultdict(list)
    for before, after in itertools.pairwise(glyphs):
        gap = after.x0 - before.x1
        near = abs(gap) < max(before.style.size, 1.0) and abs(before.baseline - after.baseline) < 1
        if near and before.style == after.style and not before.char.isspace() and not after.char.isspace():
            line = round(before.baseline)
            for key in ((before.style, line), (before.style, None), (None, line)):
                gaps[key].append(gap)
    return {key: statistics.median(found) for key, found in gaps.items() if len(found) >= 3}


def _spacing(glyph: Glyph, tracking: Tracking) -> float:
    line = round(glyph.baseline)
    keys = ((glyph.style, line), (glyph.style, None), (None, line))
    return next((tracking[key] for key in keys if key in tracking), 0.0)


def _continues(before: Glyph, after: Glyph, tracking: Tracking) -> bool:
    size = max(min(before.style.size, after.style.size), 1.0)
    if abs(before.baseline - after.baseline) > 0.45 * size:
        return False
    gap = after.x0 - before.x1 - _spacing(before, tracking)
    return -1.2 * size < gap < _SPACE_SHARE * size and after.x1 > before.x0


def _word(glyphs: list[Glyph], page: int) -> list[Word]:
    """The word that the glyphs make, if any: undecoded glyphs that stand alone are icons."""
    text = "".join("\ufffd" if ord(glyph.char) < 0x20 else glyph.char for glyph in glyphs)
    text = unicodedata.normalize("NFKC", text) if any(0xFB00 <= ord(c) <= 0xFB06 for c in text) else text
    if not text.strip("\ufffd"):
        return []
    return [
        Word(
            text=text,
            page=page,
            x0=min(glyph.x0 for glyph in glyphs),
            y0=min(glyph.y0 for glyph in glyphs),
            x1=max(glyph.x1 for glyph in glyphs),
            y1=max(glyph.y1 for glyph in glyphs),
            baseline=glyphs[0].baseline,
            style=glyphs[0].style,
        )
    ]


def _show_scanned_layer(words: list[Word]) -> list[Word]:
    """Text recognised in a scan lies invisible under the picture: where all text is invisible, it is the text."""
    if not words or not all(word.style.hidden for word in words):
        return words
    return [_with_style(word, hidden=False) for word in words]


def _with_style(word: Word, *, hidden: bool) -> Word:
    old = word.style
    style = Style(old.font, old.size, old.bold, old.italic, old.colour, hidden, old.name)
    return Word(word.text, word.page, word.x0, word.y0, word.x1, word.y1, word.baseline, style)


def _links(page: pypdfium2.PdfPage, number: int, words: list[Word]) -> Iterator[Link]:
    document, position, annotation = page.pdf, ctypes.c_int(0), pdfium.FPDF_LINK()
    left, _bottom, _right, top = page.get_bbox()
    rectangle = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, annotation):
        url = _target(document, annotation)
        if url and pdfium.FPDFLink_GetAnnotRect(annotation, rectangle):
            area = (rectangle.left - left, top - rectangle.top, rectangle.right - left, top - rectangle.bottom)
            yield Link(page=number, url=url, text=_text_on(area, words))


def _target(document: pypdfium2.PdfDocument, annotation: object) -> str:
    action = pdfium.FPDFLink_GetAction(annotation)
    if not action:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip()


def _text_on(area: tuple[float, float, float, float], words: list[Word]) -> str:
    """The words whose middle lies in the area."""
    x0, y0, x1, y1 = area
    inside = [w.text for w in words if x0 <= (w.x0 + w.x1) / 2 <= x1 and y0 <= (w.y0 + w.y1) / 2 <= y1]
    return " ".join(inside)
