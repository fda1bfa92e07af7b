"""Gutters: vertical stretches of empty paper with text on both sides, from the ink profile of whole segments."""

import bisect
from dataclasses import dataclass, field

from resumes.parsing.segments import Segment

_MIN_WIDTH = 0.5
"""Of the type size."""
_ACTIVE = 48
"""Gutters followed at once; more are no layout, and the work per row stays bounded."""


@dataclass(slots=True)
class Gutter:
    """Empty from x0 to x1 beside the rows [first, last] (indexes into the list of rows)."""

    x0: float
    x1: float
    first: int
    last: int
    closed: bool = False
    """A row crosses the gutter below; else it runs to the end."""
    both: list[int] = field(default_factory=list)
    """Rows with a segment close by on either side."""

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


Rows = list[list[Segment]]


def rows_of(parts: list[Segment]) -> Rows:
    """Segments by row, top to bottom; a row's segments from left to right."""
    rows: dict[int, list[Segment]] = {}
    for part in parts:
        rows.setdefault(part.row, []).append(part)
    ordered = sorted(rows.values(), key=lambda row: min(part.y for part in row))
    return [sorted(row, key=lambda part: part.x0) for row in ordered]


def gutters(rows: Rows) -> list[Gutter]:
    """Each gutter that some row, or two rows that overlap in height, suggest."""
    active: list[Gutter] = []
    done: list[Gutter] = []
    for index, row in enumerate(rows):
        kept = []
        for gutter in active:
            if _passes(gutter, row):
                gutter.last = index
                kept.append(gutter)
            else:
                gutter.closed = True
                done.append(gutter)
        active = kept
        for x0, x1, size in _gaps(rows, index):
            _note(active, x0, x1, size, index)
    return [_extended_up(gutter, rows) for gutter in done + active]


def _passes(gutter: Gutter, row: list[Segment]) -> bool:
    """Narrows the gutter to what the row leaves free; False if nothing is left."""
    free = [(gutter.x0, gutter.x1)]
    for part in row:
        free = [piece for x0, x1 in free for piece in ((x0, min(x1, part.x0)), (max(x0, part.x1), x1)) if _wide(piece)]
    x0, x1 = max(free, key=lambda piece: piece[1] - piece[0], default=(0.0, 0.0))
    if x1 - x0 < _MIN_WIDTH * max(part.size for part in row):
        return False
    gutter.x0, gutter.x1 = x0, x1
    return True


def _wide(piece: tuple[float, float]) -> bool:
    return piece[1] - piece[0] > 1.0


def _gaps(rows: Rows, index: int) -> list[tuple[float, float, float]]:
    """(x0, x1, type size) between neighbours of the row and of the row before, if the two overlap in height."""
    row = list(rows[index])
    if index and max(part.y1 for part in rows[index - 1]) > min(part.y0 for part in row):
        row = sorted(row + rows[index - 1], key=lambda part: part.x0)
    gaps, reach, size = [], row[0].x1, row[0].size
    for part in row[1:]:
        if part.x0 - reach > _MIN_WIDTH * max(size, part.size):
            gaps.append((reach, part.x0, max(size, part.size)))
        if part.x1 > reach:
            reach, size = part.x1, part.size
    return gaps


def _note(active: list[Gutter], x0: float, x1: float, size: float, index: int) -> None:
    for gutter in active:
        if min(gutter.x1, x1) - max(gutter.x0, x0) >= _MIN_WIDTH * size:
            gutter.both.append(index)
            return
    if len(active) < _ACTIVE:
        active.append(Gutter(x0, x1, index, index, both=[index]))
        active.sort(key=lambda gutter: gutter.x0)


def _extended_up(gutter: Gutter, rows: Rows) -> Gutter:
    """A gutter starts where text first stands beside it; rows above that leave it free belong to it too."""
    first = gutter.first
    while first and _passes(gutter, rows[first - 1]):
        first -= 1
    gutter.first = first
    return gutter


def sides(gutter: Gutter, rows: Rows) -> tuple[list[Segment], list[Segment]]:
    """The segments left and right of the gutter along its rows."""
    parts = [part for row in rows[gutter.first : gutter.last + 1] for part in row]
    left = [part for part in parts if part.x1 <= gutter.middle]
    return left, [part for part in parts if part.x0 > gutter.middle]


def nearest(values: list[float], value: float) -> int:
    """The index of the nearest of sorted values."""
    at = bisect.bisect_left(values, value)
    if at == len(values) or (at and value - values[at - 1] <= values[at] - value):
        return at - 1
    return at
