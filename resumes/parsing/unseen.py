"""Sets apart what a person can't see, before anything is understood: it is told, and it counts for nothing.

Where all of a scan's page is invisible, it is the recognised text of the picture, and stays.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from itertools import groupby

from resume_agent.lib.hidden_characters import INVISIBLE, told_by_tags, without_invisible
from resumes.parsing.lines import rows_in_order
from resumes.parsing.odd_text import Piece
from resumes.parsing.reading import Box, Line
from resumes.parsing.rows import Extraction, Row, Word

PALE = 200
"""Of 255, each part of a colour: what a darker one hides is not white text."""
SCAN_SHARE = 0.8
"""Of a page, that one picture covers."""
_STRIPE = 8
"""Points: boxes are looked up by the stripes of the page that they touch."""
MOST_STRIPES = 200
_RUN = re.compile(f"(?:{INVISIBLE.pattern}){{16,}}")

type Stripes = dict[tuple[int, int], list[Box]]


def parted(extraction: Extraction, hidden: list[Piece], *, image_share: float) -> tuple[Extraction, list[Line]]:
    """What can be seen, and the lines that can't."""
    texts = _texts(extraction)
    told = [tag for text in texts for tag in (*told_by_tags(text), *_silent(text))]
    rows = list(extraction.hidden)
    words, unseen = _words(extraction, hidden, image_share)
    if unseen:
        rows += rows_in_order(replace(extraction, words=unseen, rows=[]))[0]
    seen = replace(extraction, words=_clean_words(words), rows=_clean_rows(extraction.rows))
    return seen, [*map(_line, rows), *(Line(text=tag, hidden=True) for tag in dict.fromkeys(told) if tag)]


def _silent(text: str) -> list[str]:
    """Long runs of other characters that draw nothing, which may be a code."""
    found = [match[0] for match in _RUN.finditer(text) if not told_by_tags(match[0])]
    return [f"[{len(run)} characters that draw nothing]" for run in found]


def _texts(extraction: Extraction) -> list[str]:
    """Words of a page are joined: one that says nothing but tags may be written in many pieces."""
    pages = groupby(extraction.words, key=lambda word: word.page)
    return [" ".join(word.text for word in words) for _page, words in pages] + [row.text for row in extraction.rows]


def _words(extraction: Extraction, hidden: list[Piece], image_share: float) -> tuple[list[Word], list[Word]]:
    stripes = _stripes(hidden)
    widths = {page.number: page.width for page in extraction.pages}
    heights = {page.number: page.height for page in extraction.pages}

    def is_unseen(word: Word) -> bool:
        off = word.x0 > widths[word.page] or word.y0 > heights[word.page] or word.x1 < 0 or word.y1 < 0
        return (off or _can_hide(word)) and _lies_in(word, stripes)

    unseen = [word for word in extraction.words if is_unseen(word)]
    if image_share >= SCAN_SHARE or len(unseen) == len(extraction.words):
        shown = {word.page for word in extraction.words} - _seen_pages(extraction.words, unseen)
        unseen = [word for word in unseen if word.page not in shown]
    apart = set(map(id, unseen))
    return [word for word in extraction.words if id(word) not in apart], unseen


def _seen_pages(words: list[Word], unseen: list[Word]) -> set[int]:
    """Pages on which at least one word can be seen."""
    apart = set(map(id, unseen))
    return {word.page for word in words if id(word) not in apart}


def _stripes(hidden: list[Piece]) -> Stripes:
    found: Stripes = defaultdict(list)
    for piece in hidden:
        if piece.box:
            first, last = int(piece.box.y0 // _STRIPE), int(piece.box.y1 // _STRIPE)
            for stripe in range(first, min(last, first + MOST_STRIPES) + 1):
                found[piece.page, stripe].append(piece.box)
    return found


def _can_hide(word: Word) -> bool:
    """By itself: a black word on the page can't, whatever lies over it."""
    shade = word.style.colour
    return word.style.hidden or min(shade >> 16, shade >> 8 & 255, shade & 255) >= PALE


def _lies_in(word: Word, stripes: Stripes) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    boxes = stripes.get((word.page, int(y // _STRIPE)), ())
    return any(box.x0 - 1 <= x <= box.x1 + 1 and box.y0 - 1 <= y <= box.y1 + 1 for box in boxes)


def _clean_words(words: list[Word]) -> list[Word]:
    return [replace(word, text=text) if text != word.text else word for word in words if (text := _clean(word.text))]


def _clean_rows(rows: list[Row]) -> list[Row]:
    return [_clean_row(row) for row in rows if _clean(row.text)]


def _clean_row(row: Row) -> Row:
    """Without its hidden characters, its runs counted anew."""
    gone = [match.start() for match in INVISIBLE.finditer(row.text)]
    if not gone:
        return row
    runs = (replace(run, start=_moved(run.start, gone), end=_moved(run.end, gone)) for run in row.runs)
    return replace(row, text=without_invisible(row.text), runs=tuple(run for run in runs if run.start < run.end))


def _moved(at: int, gone: list[int]) -> int:
    return at - bisect_left(gone, at)


def _clean(text: str) -> str:
    return without_invisible(text).strip()


def _line(row: Row) -> Line:
    return Line(page=row.page, text=row.text, box=row.box, size=row.style.size, bold=row.style.bold, hidden=True)
