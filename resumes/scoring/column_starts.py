"""Where the columns of a page begin, for quoting: found again from the places of the lines."""

from resumes.parsing.reading import Box
from resumes.scoring.subject import Subject

Placed = list[tuple[int, Box]]


def column_starts(subject: Subject, columns: int) -> list[int]:
    """The first line of each column on the first page with that many, from left to right."""
    page = next(page.number for page in subject.reading.pages if page.columns == columns)
    placed = [(i, line.box) for i, line in enumerate(subject.reading.lines) if line.box and line.page == page]
    groups = [placed]
    while len(groups) < columns:
        widest = max(groups, key=len)
        left, right = _split(widest)
        if not left or not right:
            break
        at = groups.index(widest)
        groups[at : at + 1] = [left, right]
    return _firsts(groups) if len(groups) > 1 else []


def _split(placed: Placed) -> tuple[Placed, Placed]:
    """The lines left and right of the gutter that parts most of them and that fewest cross."""
    sides = [_sides(placed, box.x0) for _, box in placed]
    return max(sides, key=lambda pair: min(map(len, pair)) + (len(pair[0]) + len(pair[1])) / 2, default=([], []))


def _sides(placed: Placed, gutter: float) -> tuple[Placed, Placed]:
    return [(i, b) for i, b in placed if b.x1 <= gutter], [(i, b) for i, b in placed if b.x0 >= gutter]


def _firsts(groups: list[Placed]) -> list[int]:
    """The top line of each column, below whatever stands above the others (a picture, a name)."""
    top = max(min(box.y0 for _, box in group) for group in groups)
    return [min(group, key=lambda one: (one[1].y1 < top, one[1].y0))[0] for group in groups]
