"""Names with a dash or slash of their own ("Engineer / Architect"), told from heads that part their cells by one."""

import re
from collections.abc import Sequence

from resumes.parsing.heads import Cell, Entry
from resumes.parsing.places import is_place
from resumes.parsing.quotes import Quote, quote
from resumes.parsing.rows import Row

_WEAK = re.compile(r"\s+[-–—/]\s+")


def with_names_whole(entries: list[Entry], rows: Sequence[Row]) -> list[Entry]:
    """A sign between two cells that stands in few of a section's heads belongs to a name, if enough else is told."""
    paired = [_first_pair(entry, rows) for entry in entries]
    if 2 * sum(pair is not None for pair in paired) > max(2, len(entries)):
        return entries
    for entry, pair in zip(entries, paired, strict=True):
        if pair is not None and _tells_enough(entry, pair):
            first, second = entry.cells[pair : pair + 2]
            first.quote = _between(first, second, rows)
            entry.cells.remove(second)
    return entries


def _first_pair(entry: Entry, rows: Sequence[Row]) -> int | None:
    """The position of the first cell that only such a sign parts from the next."""
    for at in range(len(entry.cells) - 1):
        whole = _between(entry.cells[at], entry.cells[at + 1], rows)
        one, other = entry.cells[at].quote.text, entry.cells[at + 1].quote.text
        if whole.text.startswith(one) and whole.text.endswith(other):
            sign = whole.text[len(one) : len(whole.text) - len(other)]
            if _WEAK.fullmatch(sign) and entry.cells[at].look == entry.cells[at + 1].look:
                return at
    return None


def _between(first: Cell, second: Cell, rows: Sequence[Row]) -> Quote:
    """All that stands from the start of one cell to the end of another in the same row; empty across rows."""
    start = next((mark for mark in first.quote.marks if mark), None)
    end = next((mark for mark in reversed(second.quote.marks) if mark), None)
    if start is None or end is None or start[0] != end[0]:
        return Quote("", ())
    return quote(rows[start[0]], start[0], start[1], end[1] + 1)


def _tells_enough(entry: Entry, at: int) -> bool:
    """Whether the head names two things besides places even when the pair is one of them."""
    others = [cell for cell in entry.cells if not is_place(cell.quote.text)]
    both_named = all(cell in others for cell in entry.cells[at : at + 2])
    return both_named and len(others) >= 3
