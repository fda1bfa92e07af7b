"""Addresses and names that were too long for their line, made whole again."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from resumes.parsing.quotes import Quote, join, quote
from resumes.parsing.rows import Row, cells

_TOKEN = re.compile(r"\S{2,200}")
_LINE = 1.7
"""Of the type size: lines of one text lie no further apart."""


def broken_tokens(rows: Sequence[Row], lines: Sequence[int]) -> Iterator[tuple[Quote, Quote]]:
    """Pairs of words without a space that stand alone below each other, as halves of a long word do."""
    for above, below in itertools.pairwise(lines):
        if below != above + 1 or not follows(rows[above], rows[below]):
            continue
        halves = [list(cells(rows[above])), list(cells(rows[below]))]
        if len(halves[0]) == len(halves[1]):
            for (start, end), (start2, end2) in zip(*halves, strict=True):
                pair = quote(rows[above], above, start, end), quote(rows[below], below, start2, end2)
                if all(_TOKEN.fullmatch(part.text) for part in pair):
                    yield pair


def follows(above: Row, row: Row) -> bool:
    """Whether a row is set like the row above and stands close below it."""
    if above.box is None or row.box is None or above.page != row.page or row.bullet:
        return False
    step = min(row.box.y0 - above.box.y0, row.box.y1 - above.box.y1)
    near = 0 < step < _LINE * max(row.style.size, 1.0)
    return near and above.first_style == row.first_style and abs(above.box.x0 - row.box.x0) < row.style.size


def whole(pair: tuple[Quote, Quote]) -> Quote:
    return join(pair, "")


def joined_lines(rows: Sequence[Row], line: int, fits: Callable[[Row], bool]) -> Quote:
    """A line with those directly above and below that are set alike and fit."""
    first = last = line
    while first > 0 and fits(rows[first - 1]) and follows(rows[first - 1], rows[first]):
        first -= 1
    while last + 1 < len(rows) and fits(rows[last + 1]) and follows(rows[last], rows[last + 1]):
        last += 1
    return join([quote(rows[at], at) for at in range(first, last + 1)])
