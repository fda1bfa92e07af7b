"""What a gutter parts: a rail of section names, columns of their own, a grid, or notes beside entries."""

import itertools
import re
from dataclasses import dataclass, replace

from resumes.parsing.dates import date_ranges, is_duration, only_dates
from resumes.parsing.gutters import Gutter, Rows, gutters, rows_of, sides
from resumes.parsing.places import is_place
from resumes.parsing.segments import Segment
from resumes.parsing.words import known, phrase, section_named, vocabulary

_CONTACT = re.compile(r"@|\+?\d[\d ().-]{7,}\d")
_NARROW = 0.3
"""Of the whole width: wider text is no label and no note."""

Label = list[Segment]
"""A section's name, one segment a line."""


@dataclass(frozen=True, slots=True)
class Split:
    gutter: Gutter
    kind: str
    """"rail", "columns", "grid", "notes left" or "notes right"."""


_PRIORITY = ("rail", "columns", "notes right", "notes left", "grid")


def best_split(rows: Rows) -> Split | None:
    """The gutter that tells most about the reading order, with what it parts."""
    found = [split for gutter in gutters(rows) if (split := _classify(gutter, rows))]
    return min(found, key=lambda split: (_PRIORITY.index(split.kind), -_extent(split.gutter)), default=None)


def _extent(gutter: Gutter) -> int:
    return gutter.last - gutter.first


def _classify(gutter: Gutter, rows: Rows) -> Split | None:
    left, right = sides(gutter, rows)
    if min(len(left), len(right)) < 2:
        return Split(gutter, "notes left") if left and right and _hangs(gutter, rows, left, right) else None
    if _is_rail(left, right):
        return Split(gutter, "rail")
    if _are_columns(left, right):
        return Split(_without_header(_cut_below(gutter, rows), rows), "columns")
    for kind in ("notes right", "notes left"):
        trimmed = _trimmed_to_notes(gutter, rows, right=kind == "notes right")
        if trimmed:
            return Split(trimmed, kind)
    if grid := _grid(gutter, rows):
        return Split(grid, "grid")
    return Split(gutter, "notes left") if _hangs(gutter, rows, left, right) else None


def labels(rail: list[Segment]) -> tuple[list[Label], list[Segment]]:
    """The section names in a narrow column, each maybe over several lines, and the rest."""
    lines = sorted(rail, key=lambda part: (part.y, part.x0))
    found: list[Label] = []
    rest: list[Segment] = []
    at = 0
    while at < len(lines):
        label = next((lines[at : at + n] for n in (3, 2, 1) if _is_label(lines[at : at + n], n)), None)
        if label:
            found.append(label)
        else:
            rest.append(lines[at])
        at += len(label) if label else 1
    return found, rest


def _is_label(lines: list[Segment], length: int) -> bool:
    if len(lines) < length or not section_named(" ".join(line.text for line in lines)):
        return False
    pairs = itertools.pairwise(lines)
    return all(b.words[0].style == a.words[0].style and 0 < b.y - a.y < 2 * a.size for a, b in pairs)


def is_note(text: str) -> bool:
    """Whether a text is what stands beside an entry: its dates, how long, where."""
    return only_dates(text) or is_duration(text) or is_place(text)


def _is_rail(left: list[Segment], right: list[Segment]) -> bool:
    names, rest = labels(left)
    if len({section_named(" ".join(s.text for s in name)) for name in names}) < 2:
        return False
    named = sum(len(name) for name in names)
    notes = sum(len(row) for row in rows_of(rest) if is_note(_text(row)))
    if named + notes < 0.7 * len(left) or len(right) < 2 * len(names):
        return False
    beside = sum(any(_overlaps(name[0], part, 1.0) for part in right) for name in names)
    return beside >= 0.6 * len(names)


def _overlaps(one: Segment, other: Segment, slack: float) -> bool:
    reach = slack * max(one.size, other.size)
    return one.y0 - reach < other.y1 and other.y0 - reach < one.y1


def _are_columns(left: list[Segment], right: list[Segment]) -> bool:
    """Both sides open sections in one style, or one side does so twice while the other holds the contact data."""
    sides_ = (left, right)
    sections = [_sections_by_style(side) for side in sides_]
    if any(style in sections[1] for style in sections[0]):
        return True
    most = [max((len(names) for names in side.values()), default=0) for side in sections]
    if most[0] >= 2 and most[1] >= 2:
        return True
    rows = [{part.row for part in side if _CONTACT.search(part.text) and not date_ranges(part.text)} for side in sides_]
    contact = [len(own - other) for own, other in ((rows[0], rows[1]), (rows[1], rows[0]))]
    tall = [len({part.row for part in side}) for side in sides_]
    if min(tall) < 4:
        return False
    return (most[1] >= 2 and contact[0] >= 1) or (most[0] >= 2 and contact[1] >= 1 and tall[1] >= 5)


def _sections_by_style(side: list[Segment]) -> dict[object, set[str]]:
    """The sections named in each style, for styles that mostly name sections."""
    names: dict[object, set[str]] = {}
    uses: dict[object, int] = {}
    hits: dict[object, int] = {}
    for part in side:
        style = part.words[0].style
        key = (style.font, style.size, style.colour, part.text.isupper())
        uses[key] = uses.get(key, 0) + 1
        name = section_named(part.text)
        if name and name != "other":
            names.setdefault(key, set()).add(name)
            hits[key] = hits.get(key, 0) + 1
    return {key: found for key, found in names.items() if 2 * hits[key] >= uses[key]}


def _cut_below(gutter: Gutter, rows: Rows) -> Gutter:
    """Where one column has ended and a heading starts what then runs over the full width, the columns end."""
    if not gutter.closed:
        return gutter
    last = [0, 0]
    for index in range(gutter.first, gutter.last + 1):
        for part in rows[index]:
            last[part.x0 > gutter.middle] = index
    for index in range(min(last) + 1, gutter.last + 1):
        if any(section_named(part.text) for part in rows[index]):
            return replace(gutter, last=index - 1)
    return gutter


def _without_header(gutter: Gutter, rows: Rows) -> Gutter:
    """What stands above the first heading on one side only runs over the full width."""
    for index in range(gutter.first, gutter.last + 1):
        row = rows[index]
        if any(section_named(part.text) for part in row):
            return replace(gutter, first=index)
        if any(part.x0 > gutter.middle for part in row):
            return gutter
    return gutter


def _trimmed_to_notes(gutter: Gutter, rows: Rows, *, right: bool) -> Gutter | None:
    """The gutter's stretch whose narrow side holds notes, if there is one."""
    index_of = {part.row: index for index, row in enumerate(rows) for part in row}
    side = sides(gutter, rows)[right]
    found = [(stack, _is_note_stack(stack)) for stack in stacks(side)]
    notes = [at for at, (_stack, note) in enumerate(found) if note]
    if not notes or sum(len(found[at][0]) for at in notes) < 2:
        return None
    inside = found[notes[0] : notes[-1] + 1]
    if len(notes) < 0.7 * len(inside):
        return None
    first = index_of[inside[0][0][0][0].row]
    after = found[notes[-1] + 1 :]
    last = index_of[after[0][0][0][0].row] - 1 if after else gutter.last
    main = [part for row in rows[first : last + 1] for part in row if (part.x0 > gutter.middle) != right]
    noted = sum(len(part.text) for stack, _note in inside for row in stack for part in row)
    return replace(gutter, first=first, last=last) if sum(len(p.text) for p in main) > 1.5 * noted else None


def _is_note_stack(stack: Rows) -> bool:
    """Whether lines that follow each other closely tell when and where, at least half of them for certain."""
    texts = [part.text for row in stack for part in row]
    if only_dates(" ".join(texts)):
        return True
    return 2 * sum(is_note(text) for text in texts) >= len(texts) and all(len(text) <= 45 for text in texts)


def _hangs(gutter: Gutter, rows: Rows, left: list[Segment], right: list[Segment]) -> bool:
    """A narrow column of labels at the left, at least one of them over several lines."""
    width = max(part.x1 for part in right) - min(part.x0 for part in left)
    if max(part.x1 - part.x0 for part in left) > _NARROW * width or any(section_named(part.text) for part in left):
        return False
    if all(is_note(part.text) for part in right) or any(_has_own_value(part.text) for part in left):
        return False
    shared = {part.row for part in right}
    found = stacks(left)
    aligned = all(stack[0][0].row in shared for stack in found)
    return aligned and any(len(stack) > 1 for stack in found) and len(gutter.both) >= 1 and len(rows) > 1


def _text(row: list[Segment]) -> str:
    return " ".join(part.text for part in row)


def _has_own_value(text: str) -> bool:
    """Whether a label is one of those whose value stands in the same row: "Phone", "City", a language."""
    return phrase(text) in vocabulary().labels or known("languages", text)


def stacks(notes: list[Segment]) -> list[Rows]:
    """Rows of a narrow column that follow each other closely."""
    found: list[Rows] = []
    for row in rows_of(notes):
        if found and row[0].y - found[-1][-1][0].y < 1.9 * max(row[0].size, 1.0):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _grid(gutter: Gutter, rows: Rows) -> Gutter | None:
    """Cells with titles of one style beside each other and other text below, up to the next heading."""
    for first in gutter.both:
        halves = [[p for p in rows[first] if (p.x0 > gutter.middle) == right] for right in (False, True)]
        if not all(halves) or halves[0][-1].words[0].style != halves[1][0].words[0].style:
            continue
        last = first
        while last < gutter.last and not any(section_named(part.text) for part in rows[last + 1]):
            last += 1
        title = halves[1][0]
        below = [part for row in rows[first + 1 : last + 1] for part in row if part.x0 > gutter.middle]
        aligned = below and abs(min(part.x0 for part in below) - title.x0) < 0.8 * title.size
        if aligned and below[0].words[0].style != title.words[0].style and not is_note(title.text):
            return replace(gutter, first=first, last=last)
    return None
