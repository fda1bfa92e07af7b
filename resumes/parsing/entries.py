"""Dated entries: the one form that jobs, studies, projects and voluntary work share."""

import itertools
import re
from collections.abc import Sequence

from resumes.parsing.bodies import Ink, body_flags
from resumes.parsing.dates import date_ranges, is_duration, only_dates
from resumes.parsing.heads import Entry, goes_on, read_entry
from resumes.parsing.names_with_dashes import with_names_whole
from resumes.parsing.places import is_place
from resumes.parsing.rows import CELL, Row
from resumes.parsing.words import known

_BLANK = 0.2
"""Of a line's height: so much more space than usual parts entries."""


def entries(rows: Sequence[Row], lines: Sequence[int], usual: Ink, *, wordy: bool = False) -> list[Entry]:
    """The entries of a section, in order. Every line goes into exactly one. wordy: their heads may be long."""
    flags = body_flags(rows, lines, usual, wordy=wordy)
    starts = _starts(rows, lines, flags)
    bounds = [*starts, len(lines)]
    if starts and starts[0] > 0:
        bounds[0] = 0
    found = [read_entry(rows, lines[a:b], flags[a:b]) for a, b in itertools.pairwise(bounds) if a < b]
    return with_names_whole(found, rows)


def _anchors(rows: Sequence[Row], lines: Sequence[int], flags: Sequence[bool]) -> list[int]:
    """Positions of the lines that tell an entry's dates; a range over several lines counts once."""
    found: list[int] = []
    for at, line in enumerate(lines):
        bare = only_dates(rows[line].text) and not date_ranges(rows[line].text)
        if bare and found and found[-1] == at - 1 and rows[line].side:
            found[-1] = at
            continue
        if flags[at] or not _has_date(rows[line].text):
            continue
        if found and found[-1] == at - 1 and only_dates(rows[line].text) and _completes(rows, lines, found[-1], at):
            found[-1] = at
            continue
        found.append(at)
    return _without_followers(rows, lines, found)


def _without_followers(rows: Sequence[Row], lines: Sequence[int], found: list[int]) -> list[int]:
    """An anchor that a second line completed counts at its first line."""
    firsts = []
    for at in found:
        first = at
        while first and only_dates(rows[lines[first]].text) and _completes(rows, lines, first - 1, first):
            first -= 1
        firsts.append(first)
    return firsts


def _completes(rows: Sequence[Row], lines: Sequence[int], above: int, at: int) -> bool:
    """Whether two date lines are one range: a dash between them, or both stand alone in a narrow column."""
    first, second = rows[lines[above]], rows[lines[at]]
    if not only_dates(first.text) or not only_dates(second.text):
        return False
    dashed = re.match(r"\s*[-–—]", second.text) or re.search(r"[-–—]\s*$", first.text)
    if dashed or not date_ranges(second.text) or not date_ranges(first.text):
        return True
    both = date_ranges(f"{first.text} - {second.text}")
    alone = all(len(part) == 1 and part[0].single for part in (date_ranges(first.text), date_ranges(second.text)))
    alike = first.style == second.style and bool(first.box)
    return ((first.side and second.side) or (alone and alike)) and len(both) == 1


def _has_date(text: str) -> bool:
    """Whether a head line carries an entry's dates: alone, in a cell, or at the line's start or end."""
    for part in text.split(CELL):
        if only_dates(part) and date_ranges(part):
            return True
        for found in date_ranges(part):
            rest = (part[: found.start].strip(" (,|·–—-"), part[found.end :].strip(" ),|·–—-:"))
            if not rest[1] or is_duration(rest[1]) or is_place(rest[1]) or (not rest[0] and len(rest[1].split()) <= 12):
                return True
            if not found.single and len(text.split()) <= 16:
                return True
    return False


def _starts(rows: Sequence[Row], lines: Sequence[int], flags: Sequence[bool]) -> list[int]:
    """Positions at which an entry begins."""
    anchors = _anchors(rows, lines, flags)
    if not anchors:
        return _undated_starts(rows, lines, flags)
    lead = _group_start(flags, anchors[0])
    opening = rows[lines[lead]]
    undated = _undated_above(rows, lines, range(lead, anchors[0] + 1))
    lead = max(lead, *undated) if undated else lead
    offset = anchors[0] - lead
    starts: list[int] = []
    previous = -1
    for anchor in anchors:
        start = max(_group_start(flags, anchor), previous + 1)
        if starts and start <= previous + 1:
            start = _start_within(rows, lines, previous + 1, anchor, opening, offset)
        elif starts:
            start = _skip_leftovers(rows, lines, start, anchor, opening)
        starts.append(start)
        previous = anchor
    if undated:
        starts[0] = lead
        starts += [start for start in (_group_start(flags, anchors[0]), *undated) if start < lead]
    return sorted(set(starts) | set(_undated_between(rows, lines, flags, starts, anchors, opening)))


def _undated_above(rows: Sequence[Row], lines: Sequence[int], positions: range) -> list[int]:
    """Of the lines above the first dates those that begin an entry, where entries without dates come before it."""
    opening = rows[lines[positions[0]]]
    if not (opening.level or opening.first_style.bold):
        return []
    alike = _openings(rows, lines, positions[1:], opening)
    return [at for at in alike if rows[lines[at]].level or rows[lines[at]].gap > _BLANK]


def _group_start(flags: Sequence[bool], at: int) -> int:
    """The first line of the run of head lines that holds a position."""
    while at and not flags[at - 1]:
        at -= 1
    return at


def _start_within(rows: Sequence[Row], lines: Sequence[int], low: int, anchor: int, opening: Row, offset: int) -> int:
    """Where an entry starts whose head follows the previous one's directly."""
    if low >= anchor:
        return anchor
    alike = _openings(rows, lines, range(low, anchor + 1), opening)
    if offset and alike and anchor - offset not in alike and len(alike) < anchor - low + 1:
        return alike[0]
    start = max(low, anchor - offset)
    # Dates set beside a title belong to the line that they stand beside.
    return start - 1 if rows[lines[start]].side and start - 1 in alike else start


def _skip_leftovers(rows: Sequence[Row], lines: Sequence[int], start: int, anchor: int, opening: Row) -> int:
    """Lines behind the last entry's text that look unlike any entry's first line still belong to it."""
    alike = _openings(rows, lines, range(start, anchor + 1), opening)
    return alike[0] if alike and (rows[lines[start]].style.size or rows[lines[start]].level) else start


def _openings(rows: Sequence[Row], lines: Sequence[int], positions: range, opening: Row) -> list[int]:
    """Positions whose line is set like an entry's first one and doesn't go on with the head line above."""
    found = []
    for at in positions:
        row = rows[lines[at]]
        if row.side or not _alike(row, opening):
            continue
        above = next((rows[lines[back]] for back in range(at - 1, -1, -1) if not rows[lines[back]].side), None)
        if above is None or not goes_on(above, row):
            found.append(at)
    return found


def _alike(row: Row, opening: Row) -> bool:
    return (
        row.first_style == opening.first_style
        and row.level == opening.level
        and bool(row.bullet) == bool(opening.bullet)
    )


def _undated_between(
    rows: Sequence[Row],
    lines: Sequence[int],
    flags: Sequence[bool],
    starts: list[int],
    anchors: list[int],
    opening: Row,
) -> list[int]:
    """Heads without dates that look just like the others' first lines."""
    usual = opening.first_style
    if not usual.size and not usual.bold and not opening.level:
        return []
    found = []
    for at in range(1, len(lines)):
        row = rows[lines[at]]
        if flags[at] or row.side or at in starts or not flags[at - 1] or not _alike(row, opening):
            continue
        near = any(at <= anchor and not any(flags[at:anchor]) for anchor in anchors)
        if not near and not known("subheads", row.text):
            found.append(at)
    return found


def _undated_starts(rows: Sequence[Row], lines: Sequence[int], flags: Sequence[bool]) -> list[int]:
    """Without any dates: each run of head lines opens an entry, or each line that looks like the first one."""
    if not lines:
        return []
    opening = rows[lines[0]]
    starts = [0]
    for at in range(1, len(lines)):
        row = rows[lines[at]]
        if flags[at] or row.side or known("subheads", row.text):
            continue
        if flags[at - 1] or (_alike(row, opening) and bool(opening.first_style.bold or opening.level)):
            starts.append(at)
    return starts
