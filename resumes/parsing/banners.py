"""Headings on rows of their own: they end whatever stands in columns or beside entries above them."""

from collections.abc import Sequence

from resumes.parsing.gutters import Rows
from resumes.parsing.rows import Style
from resumes.parsing.segments import Segment
from resumes.parsing.words import section_named

_ALIGNED = 0.5
"""Of the type size: how far apart edges may lie that count as one."""
_MOST = 0.8
"""Share of all section names that must be set as banners, so that no column has headings of its own."""


def banners(rows: Rows) -> list[int]:
    """Indexes of the rows that hold a section's name and nothing beside it, if that is how sections are named."""
    named = [(at, part) for at, row in enumerate(rows) for part in row if section_named(part.text)]
    alike: dict[Style, list[tuple[int, Segment]]] = {}
    for at, part in named:
        alike.setdefault(part.words[0].style, []).append((at, part))
    best = max(alike.values(), key=len, default=[])
    names = {section_named(part.text) for _at, part in best}
    if len(names) < 2 or len(best) < _MOST * len(named) or not _share_an_edge([part for _at, part in best]):
        return []
    return [at for at, part in best] if all(_stands_alone(rows, at, part) for at, part in best) else []


def _share_an_edge(parts: Sequence[Segment]) -> bool:
    edges = ([part.x0 for part in parts], [part.x1 for part in parts], [part.x0 + part.x1 for part in parts])
    slack = _ALIGNED * parts[0].size
    return any(max(edge) - min(edge) <= slack for edge in edges)


def _stands_alone(rows: Rows, at: int, heading: Segment) -> bool:
    """Whether no other text is on the heading's row or reaches into its height."""
    near = [part for row in rows[max(0, at - 1) : at + 2] for part in row if part is not heading]
    middle = (heading.y0 + heading.y1) / 2
    return len(rows[at]) == 1 and not any(part.y0 < middle < part.y1 for part in near)
