"""Bullets that a PDF draws as small shapes rather than as text."""

from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium

from resumes.parsing.rows import Word

_LARGEST = 0.75
"""Of the type size of the text beside it."""
_SMALLEST = 1.0
"""Points: less is a hairline."""
_REACH = 2.5
"""Of the type size: how far left of its text a bullet stands."""
_DEEPEST = 3

Shape = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the page's top left."""


def small_shapes(page: pypdfium2.PdfPage) -> list[Shape]:
    """Filled shapes and images about as wide as high and no larger than a letter."""
    left, _bottom, _right, top = page.get_bbox()
    found = []
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]
    for shape in page.get_objects(filter=kinds, max_depth=_DEEPEST):
        x0, y0, x1, y1 = shape.get_bounds()
        width, height = x1 - x0, y1 - y0
        if _SMALLEST < width < 12 and _SMALLEST < height < 12 and 0.7 < width / height < 1.43:
            found.append((x0 - left, top - y1, x1 - left, top - y0))
    return found


def with_bullets(words: list[Word], shapes: list[Shape]) -> list[Word]:
    """The words, with a bullet in front of each that has a shape at its left; a bullet comes at least twice."""
    sizes = Counter(_size(shape) for shape in shapes)
    found: list[Word] = []
    for shape in shapes:
        word = _word_beside(shape, words) if sizes[_size(shape)] >= 2 else None
        if word:
            x0, y0, x1, y1 = shape
            found.append(Word("•", word.page, x0, y0, x1, y1, word.baseline, word.style))
    return words + found


def _size(shape: Shape) -> tuple[int, int]:
    return round((shape[2] - shape[0]) * 2), round((shape[3] - shape[1]) * 2)


def _word_beside(shape: Shape, words: list[Word]) -> Word | None:
    """The nearest word right of a shape on its height, if no other word stands close before it."""
    x0, y0, x1, y1 = shape
    middle = (y0 + y1) / 2
    beside = [w for w in words if w.y0 < middle < w.y1 and x1 - x0 < _LARGEST * w.style.size]
    right = [w for w in beside if 0 <= w.x0 - x1 < _REACH * w.style.size]
    if not right or any(0 <= x0 - w.x1 < w.style.size or w.x0 < x0 < w.x1 for w in beside):
        return None
    return min(right, key=lambda word: word.x0)
