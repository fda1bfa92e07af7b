"""Reading order: which text stands in columns of its own, which beside an entry, and which in one line."""

from dataclasses import replace

from resumes.parsing.banners import banners
from resumes.parsing.dates import date_ranges, only_dates
from resumes.parsing.gutters import Rows, nearest, rows_of, sides
from resumes.parsing.rows import CELL, Row
from resumes.parsing.segments import Segment, row_of
from resumes.parsing.splits import Label, Split, best_split, labels, stacks

_DEPTH = 6


def reading_order(parts: list[Segment]) -> tuple[list[Row], int]:
    """The rows as a reader would follow them, and the number of columns."""
    order = _Order()
    order.read(parts, _DEPTH)
    return order.rows, order.columns


class _Order:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.columns = 1

    def read(self, parts: list[Segment], depth: int) -> None:
        rows = rows_of(parts)
        split = best_split(rows) if depth else None
        if depth and (cuts := _cuts(rows, split)):
            self._read_between(rows, cuts, depth - 1)
            return
        if split is None:
            self.rows += [row_of(row) for row in rows]
            return
        gutter = split.gutter
        self.read([part for row in rows[: gutter.first] for part in row], depth - 1)
        left, right = sides(gutter, rows)
        if split.kind == "columns":
            self._read_columns(left, right, depth - 1)
        elif split.kind == "rail":
            self._read_rail(left, right, depth - 1)
        elif split.kind == "grid":
            self.read(left, depth - 1)
            self.read(right, depth - 1)
        elif split.kind == "notes left":
            self._read_beside(right, left, depth - 1)
        else:
            self._read_beside(left, right, depth - 1)
        self.read([part for row in rows[gutter.last + 1 :] for part in row], depth - 1)

    def _read_between(self, rows: Rows, cuts: list[int], depth: int) -> None:
        """Each heading that stands alone, and what lies between it and the next."""
        self.read([part for row in rows[: cuts[0]] for part in row], depth)
        for cut, following in zip(cuts, [*cuts[1:], len(rows)], strict=True):
            self.rows.append(row_of(rows[cut]))
            self.read([part for row in rows[cut + 1 : following] for part in row], depth)

    def _read_columns(self, left: list[Segment], right: list[Segment], depth: int) -> None:
        """The column with the name comes first: it has the largest type, near its top. Else the left one."""
        self.columns += 1
        named_right = _largest(right) > 1.05 * _largest(left) and _top_is_largest(right)
        for column in (right, left) if named_right else (left, right):
            before = len(self.rows)
            self.read(column, depth)
            if len(self.rows) > before:
                self.rows[before] = replace(self.rows[before], opens_column=True)

    def _read_rail(self, rail: list[Segment], main: list[Segment], depth: int) -> None:
        """Each section's name, then what stands beside it. Dates in the rail go to the row they stand at."""
        names, rest = labels(rail)
        blocks = _blocks_beside(names, rows_of(main))
        edges = [min(part.y for part in block[0]) if block else float("inf") for block in blocks]
        for number, block in enumerate(blocks):
            if number:
                self.rows.append(_label_row(names[number - 1]))
            notes = [part for part in rest if _block_of(part, edges) == number]
            self._read_beside([part for row in block for part in row], notes, depth)

    def _read_beside(self, main: list[Segment], notes: list[Segment], depth: int) -> None:
        """Main text, with each stack of notes put behind the main row at which it starts."""
        inner = _Order()
        inner.read(main, depth)
        self.columns += inner.columns - 1
        baselines = rows_of(main)
        heights = [min(part.y for part in row) for row in baselines]
        waiting: dict[int, list[Row]] = {}
        for stack in stacks(notes):
            number = baselines[nearest(heights, stack[0][0].y)][0].row if baselines else 0
            waiting.setdefault(number, []).extend(_note_rows(stack))
        for row in inner.rows:
            self.rows.append(row)
            self.rows += waiting.pop(row.number, [])
        self.rows += [note for notes_ in waiting.values() for note in notes_]


def _cuts(rows: Rows, split: Split | None) -> list[int]:
    """Headings on rows of their own that would otherwise be taken for a column's, for notes, or hide a column."""
    if split is None:
        return banners(rows)
    gutter = split.gutter
    inside = [at for at in banners(rows) if gutter.first <= at <= gutter.last]
    if not inside or split.kind in ("rail", "grid"):
        return []
    at_right = rows[inside[0]][0].x0 > gutter.middle
    return inside if split.kind == "columns" or at_right == (split.kind == "notes right") else []


def _largest(parts: list[Segment]) -> float:
    return max((part.size for part in parts), default=0.0)


def _top_is_largest(parts: list[Segment]) -> bool:
    top, bottom = min(part.y for part in parts), max(part.y for part in parts)
    return max(parts, key=lambda part: part.size).y <= top + (bottom - top) / 3


def _note_rows(stack: Rows) -> list[Row]:
    """A row for each line; one for all if they hold a single date that was too long for the column."""
    lines = [row_of(line, side=True) for line in stack]
    whole = _label_row([part for line in stack for part in line])
    if only_dates(whole.text) and len(date_ranges(whole.text)) == 1 and not all(only_dates(row.text) for row in lines):
        return [replace(whole, side=True)]
    return lines


def _label_row(label: Label) -> Row:
    row = row_of(label)
    return replace(row, text=row.text.replace(CELL, " "))


def _block_of(part: Segment, edges: list[float]) -> int:
    """The last block that starts no lower than the part, give or take a line."""
    starts = [number for number, edge in enumerate(edges) if edge <= part.y + part.size]
    return starts[-1] if starts else 0


def _blocks_beside(names: list[Label], rows: Rows) -> list[Rows]:
    """The main rows that belong to each name; the first block stands above the first name."""
    heights = [min(part.y for part in row) for row in rows]
    starts = [next((i for i, y in enumerate(heights) if y > n[0].y - 0.7 * n[0].size), len(rows)) for n in names]
    starts = [_block_start(heights, above, at) for above, at in zip([0, *starts], starts, strict=False)]
    cuts = [0, *starts]
    return [rows[start:end] for start, end in zip(cuts, [*starts, len(rows)], strict=True)]


def _block_start(heights: list[float], above: int, at: int) -> int:
    """The row beside a name, if it opens a block; else the name stands in the middle of one that starts higher."""
    if not 0 < at < len(heights):
        return at
    gap = heights[at] - heights[at - 1]
    below = heights[at + 1] - heights[at] if at + 1 < len(heights) else 0.0
    widest = _after_widest_gap(heights, above, at)
    opens = gap > 1.15 * below or gap >= 0.9 * (heights[widest] - heights[widest - 1])
    return at if opens else widest


def _after_widest_gap(heights: list[float], above: int, at: int) -> int:
    """The row after the widest gap between the row beside the name above and the row beside this name."""
    rows = range(above + 1, min(at, len(heights) - 1) + 1)
    return max(rows, key=lambda row: heights[row] - heights[row - 1], default=at)
