"""An extraction to rows in reading order, with bullets cut, spaces above measured and running lines set apart."""

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import replace

from resumes.parsing.bullets import cut_bullet
from resumes.parsing.columns import reading_order
from resumes.parsing.reading import Page
from resumes.parsing.rows import Extraction, Row, Run
from resumes.parsing.segments import Segment, row_of, segments

_MARGIN = 0.09
"""Share of a page's height at its top and bottom where running lines stand."""
_PAGE_NUMBER = re.compile(r"(?:^|\s)\d{1,3}\s*(?:/|of|von|de|sur|di|van)\s*\d{1,3}$|^(?:\w+\s)?\d{1,3}$")

_CUT = 0.6
"""Of a row's letters: so many are left of one that a page's end cuts."""
_FEWEST_ROWS = 5
"""On a page, for it to count as a copy."""


def rows_in_order(extraction: Extraction) -> tuple[list[Row], list[Page]]:
    """All rows as a reader would follow them, and the pages with their number of columns."""
    if not extraction.words:
        return [_cut(row) for row in extraction.rows], extraction.pages
    parts = segments(extraction.words, extraction.pages)
    running = _running(parts, extraction.pages)
    flowing = [part for part in parts if part.row not in running]
    rows, columns = reading_order(flowing)
    rows = _with_edges(_with_gaps([_cut(row) for row in rows]))
    aside = [replace(row_of([part]), running=True) for part in parts if part.row in running]
    return rows + aside, [page.model_copy(update={"columns": columns}) for page in extraction.pages]


def _running(parts: list[Segment], pages: list[Page]) -> set[int]:
    """Numbers of rows that are a page number, stand at the same edge of two pages, or were cut by a page's end."""
    heights = {page.number: page.height for page in pages}
    texts: dict[int, str] = {}
    edges: dict[int, tuple[int, bool]] = {}
    for part in parts:
        word = part.words[0]
        texts[part.row] = f"{texts.get(part.row, '')} {part.text}".strip()
        if not _MARGIN * heights[word.page] < word.baseline < (1 - _MARGIN) * heights[word.page]:
            edges[part.row] = (word.page, word.baseline < heights[word.page] / 2)
    seen: dict[tuple[str, bool], set[int]] = {}
    for row, (page, at_top) in edges.items():
        seen.setdefault((re.sub(r"\d+", "#", texts[row]), at_top), set()).add(page)
    copies = _are_copies(texts, parts)
    found = {
        row
        for row, (_page, at_top) in edges.items()
        if _PAGE_NUMBER.search(texts[row]) or (len(seen[re.sub(r"\d+", "#", texts[row]), at_top]) > 1 and not copies)
    }
    return found | _cut_rows(texts, {row: edge for row, edge in edges.items() if row not in found})


def _cut_rows(texts: Mapping[int, str], edges: Mapping[int, tuple[int, bool]]) -> set[int]:
    """Rows at a page's end that open the next page as well, whole."""
    firsts: dict[int, int] = {}
    for row, (page, at_top) in edges.items():
        if at_top:
            firsts[page] = min(row, firsts.get(page, row))
    return {
        row
        for row, (page, at_top) in edges.items()
        if not at_top and page + 1 in firsts and _repeats(texts[row], texts[firsts[page + 1]])
    }


def _are_copies(texts: Mapping[int, str], parts: Sequence[Segment]) -> bool:
    """Whether most of some page stands on the page before as well: a resume twice in one file, not running lines."""
    by_page: dict[int, set[str]] = {}
    for part in parts:
        by_page.setdefault(part.words[0].page, set()).add(texts[part.row])
    pairs = ((by_page[page], by_page.get(page - 1, set())) for page in by_page)
    return any(len(own) >= _FEWEST_ROWS and 2 * len(own & before) > len(own) for own, before in pairs)


def _repeats(cut: str, whole: str) -> bool:
    """Whether a row at a page's end comes again on the next page: all its letters are there, in their order.

    Most of the row is left, or only what reached over the edge: an accent here and there.
    """
    left, letters = ([char for char in text if char.isalnum()] for text in (cut, whole))
    rest = iter(letters)
    shape = len(left) >= _CUT * len(letters) or all(len(word) == 1 for word in cut.split())
    return bool(left) and shape and all(char in rest for char in left)


def _cut(row: Row) -> Row:
    bullet, text = cut_bullet(row.text)
    if not bullet:
        return row
    by = len(row.text) - len(text)
    runs = tuple(Run(max(0, run.start - by), run.end - by, run.style) for run in row.runs if run.end > by)
    return replace(row, text=text, bullet=row.bullet or bullet, runs=runs)


def _with_gaps(rows: list[Row]) -> list[Row]:
    """Each row with the space above it, in the document's usual heights of a line."""
    steps: list[float] = []
    above: Row | None = None
    for row in rows:
        steps.append(_step(above, row) if above else 0.0)
        above = row if not row.side or above is None else above
    usual = statistics.median([step for step in steps if step > 0] or [1.0])
    return [replace(row, gap=max(0.0, step / usual - 1)) for row, step in zip(rows, steps, strict=True)]


def _with_edges(rows: list[Row]) -> list[Row]:
    """Each row with the right edge of its column. What stands above the first column counts as one of its own."""
    columns: list[int] = []
    for row in rows:
        columns.append((columns[-1] if columns else 0) + row.opens_column)
    edges: dict[int, float] = {}
    for column, row in zip(columns, rows, strict=True):
        edges[column] = max(edges.get(column, 0.0), row.box.x1 if row.box and not row.side else 0.0)
    return [replace(row, edge=edges[column]) for column, row in zip(columns, rows, strict=True)]


def _step(above: Row, row: Row) -> float:
    if above.box is None or row.box is None or above.page != row.page:
        return 0.0
    return row.box.y1 - above.box.y1
