"""Facts about a PDF, by PDFium."""

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image
from pypdfium2 import PdfDocument, PdfPage, PdfTextPage, raw

from resumes.parsing.odd_text import UNDECODED, Found, Piece
from resumes.parsing.opening import largest_picture, opened_pdf
from resumes.parsing.reading import Box, FileFacts, FontUse, Link

COPY, READ_ALOUD = 1 << 4, 1 << 9
"""Permission bits 5 and 10 (ISO 32000-1, table 22)."""
SMALLEST_VISIBLE = 2.0
"""Points."""
PALE = 200
"""Of 255: paler fills are looked at on the drawn page."""
FAINT = 24
"""Of 255: less difference between ink and ground can't be seen."""
DRAWN_SCALE = 2
LARGEST_DRAWING = 3000
"""Pixels."""


@dataclass(frozen=True)
class Run:
    """Text that one text object sets. size: points. box: left, bottom, right, top in PDF's own coordinates."""

    text: str
    font: str
    size: float
    shade: int
    """The fill's lightness, 0 to 255; transparent counts as 255."""
    mode: int
    box: tuple[float, float, float, float]


def look_at_pdf(data: bytes, facts: FileFacts) -> Found:
    """Fills in what a PDF can tell without being read, and returns its odd text. Raises Unreadable."""
    with opened_pdf(data) as document:
        facts.pages = len(document)
        facts.restricted = _restricted(document)
        facts.tagged = bool(document.is_tagged())
        facts.form_fields, facts.image_share = 0, 0.0
        shares: Counter[tuple[str, float]] = Counter()
        found = Found()
        for number, page in enumerate(document, start=1):
            facts.form_fields += _form_fields(page)
            facts.image_share = max(facts.image_share, round(largest_picture(page), 3))
            text = page.get_textpage()
            facts.links += _links(page, text, number)
            runs = list(_runs(text))
            found.hidden.extend(_hidden(page, runs, number))
            found.undecoded.extend(_undecoded(page, runs, number))
            for run in runs:
                shares[run.font, round(run.size * 2) / 2] += len(run.text.strip())
            page.close()
        facts.fonts = fonts_by_share(shares)
    return found


def fonts_by_share(characters: Counter[tuple[str, float]]) -> list[FontUse]:
    """From a count of characters by font and size in points, most used first."""
    total = max(1, characters.total())
    return [
        FontUse(name=name, size=size, share=round(count / total, 4))
        for (name, size), count in sorted(characters.items(), key=lambda item: (-item[1], item[0]))
        if count
    ]


class _Drawing:
    """A page as a person sees it, drawn when first asked about."""

    def __init__(self, page: PdfPage) -> None:
        self.page = page
        self.scale = min(DRAWN_SCALE, LARGEST_DRAWING / max(1, *page.get_size()))
        self.image: Image.Image | None = None

    def contrast(self, box: Box) -> int:
        """Between the lightest and the darkest dot of a rectangle, 0 to 255."""
        if self.image is None:
            self.image = self.page.render(scale=self.scale, grayscale=True).to_pil().convert("L")
        width, height = self.image.size
        start = (_within(box.x0 * self.scale, width), _within(box.y0 * self.scale, height))
        end = (_within(math.ceil(box.x1 * self.scale), width), _within(math.ceil(box.y1 * self.scale), height))
        dots = self.image.crop((*start, *end)).tobytes()
        return max(dots, default=0) - min(dots, default=0)


def _within(place: float, most: int) -> int:
    """Broken files set letters light years off the page."""
    return int(min(max(place, 0), most))


def _pieces(page: PdfPage, runs: list[Run], number: int, *, of: Callable[[Run, Box], bool]) -> Iterator[Piece]:
    left, _, _, top = page.get_bbox()
    for run in runs:
        x0, y0, x1, y1 = run.box
        box = Box(x0=x0 - left, y0=top - y1, x1=x1 - left, y1=top - y0)
        if of(run, box):
            yield Piece(run.text.strip(), number, box)


def _hidden(page: PdfPage, runs: list[Run], number: int) -> Iterator[Piece]:
    """Text that the drawn page doesn't show."""
    left, bottom, right, top = page.get_bbox()
    drawing = _Drawing(page)
    upright = page.get_rotation() == 0

    def unseen(run: Run, box: Box) -> bool:
        if box.x1 < 0 or box.x0 > right - left or box.y1 < 0 or box.y0 > top - bottom:
            return True
        if run.mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE or run.size < SMALLEST_VISIBLE:
            return True
        return upright and run.shade >= PALE and drawing.contrast(box) < FAINT

    return _pieces(page, runs, number, of=unseen)


def _undecoded(page: PdfPage, runs: list[Run], number: int) -> Iterator[Piece]:
    return _pieces(page, runs, number, of=lambda run, _: UNDECODED.fullmatch("".join(run.text.split())) is not None)


def _restricted(document: PdfDocument) -> bool:
    """Encrypted files that open without a password may still forbid taking their text."""
    if raw.FPDF_GetSecurityHandlerRevision(document) < 0:
        return False
    allowed = raw.FPDF_GetDocPermissions(document)
    return not (allowed & COPY and allowed & READ_ALOUD)


def _form_fields(page: PdfPage) -> int:
    count = 0
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        count += raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET
        raw.FPDFPage_CloseAnnot(annotation)
    return count


def _links(page: PdfPage, text: PdfTextPage, number: int) -> list[Link]:
    """One for each target: a link that goes over icons or several lines has several areas."""
    texts: dict[str, list[str]] = {}
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        if url := _target(page, link):
            area = raw.FS_RECTF()
            raw.FPDFLink_GetAnnotRect(link, area)
            covered = UNDECODED.sub("", text.get_text_bounded(area.left, area.bottom, area.right, area.top))
            texts.setdefault(url, []).extend(covered.split())
    return [Link(page=number, url=url, text=" ".join(words)) for url, words in texts.items()]


def _target(page: PdfPage, link: object) -> str:
    action = raw.FPDFLink_GetAction(link)
    size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
    if not size:
        return ""
    address = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(page.pdf, action, address, size)
    return address.value.decode("utf-8", errors="replace").strip()


def _runs(text: PdfTextPage) -> Iterator[Run]:
    """The page's text, cut where the text object changes."""
    start, owner = 0, None
    count = text.count_chars()
    for at in range(count + 1):
        current = None if at == count else _address(raw.FPDFText_GetTextObject(text, at))
        if at < count and (current is None or current == owner):
            continue
        if owner is not None and (run := _run(text, start, at)):
            yield run
        start, owner = at, current


def _address(pointer: object) -> int | None:
    """None for characters that PDFium made up, such as the space between two objects."""
    return ctypes.cast(pointer, ctypes.c_void_p).value if pointer else None  # type: ignore[arg-type]


def _run(text: PdfTextPage, start: int, end: int) -> Run | None:
    words = text.get_text_range(start, end - start)
    if not words.strip():
        return None
    piece = raw.FPDFText_GetTextObject(text, start)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, start, matrix)
    size = raw.FPDFText_GetFontSize(text, start) * math.hypot(matrix.c, matrix.d)
    box = _box(text, start, end)
    if not all(map(math.isfinite, (size, *box))):
        return None
    return Run(
        text=words,
        font=_font(text, start),
        size=size,
        shade=_shade(text, start),
        mode=raw.FPDFTextObj_GetTextRenderMode(piece),
        box=box,
    )


def _font(text: PdfTextPage, at: int) -> str:
    """Without the tag of a subset ("ABCDEF+")."""
    size = raw.FPDFText_GetFontInfo(text, at, None, 0, None)
    name = ctypes.create_string_buffer(max(1, size))
    raw.FPDFText_GetFontInfo(text, at, name, size, None)
    return name.value.decode("utf-8", errors="replace").split("+")[-1]


def _shade(text: PdfTextPage, at: int) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, at, red, green, blue, alpha)
    light = (299 * red.value + 587 * green.value + 114 * blue.value) // 1000
    return 255 - alpha.value * (255 - light) // 255


def _box(text: PdfTextPage, start: int, end: int) -> tuple[float, float, float, float]:
    boxes = [text.get_charbox(at) for at in {start, end - 1}]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)
