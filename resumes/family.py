"""The family tree of a resume's versions, newest first: which lane each stands in, and the lines between them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from resumes.models import Version

MOST_LANES = 6
"""Branches beyond these share the last lane."""
STEP = 14
FIRST = 9
MIDDLE = 27
"""Where the dots stand, in pixels from the top of a row."""


@dataclass(frozen=True)
class Line:
    """A version and its piece of the drawing, x in pixels: lanes that run `through`, lines `up` to a child in its own
    lane and `down` to its parent, and lanes of other children that end here.
    """

    version: Version
    x: int
    through: list[int]
    up: bool
    down: bool
    ending: list[int]
    width: int
    branches: bool
    """Its parent isn't the version next to it, so that the drawing alone would say where it comes from."""

    @property
    def curves(self) -> list[str]:
        return [f"M{x} 0C{x} {MIDDLE - 9} {self.x} 4 {self.x} {MIDDLE}" for x in self.ending]


def family(versions: Iterable[Version]) -> list[Line]:
    """versions: newest first."""
    rows = list(versions)
    known = {version.pk for version in rows}
    lanes: list[UUID | None] = []
    drawn = [_placed(lanes, version, known) for version in rows]
    width = 2 * FIRST + STEP * (max((_lane(lane) for _, lane, _, _ in drawn), default=0))
    return [
        Line(
            version,
            _x(lane),
            sorted({_x(other) for other in through}),
            lane in ending,
            version.parent_id in known,
            sorted({_x(other) for other in ending if other != lane}),
            width,
            version.parent_id is not None and version.parent_id != _next(rows, i),
        )
        for i, (version, lane, through, ending) in enumerate(drawn)
    ]


def _placed(lanes: list[UUID | None], version: Version, known: set[UUID]) -> tuple[Version, int, list[int], list[int]]:
    """Takes the first lane that waits for the version, or else a free one; from there on it waits for the parent."""
    ending = [i for i, awaited in enumerate(lanes) if awaited == version.pk]
    through = [i for i, awaited in enumerate(lanes) if awaited and awaited != version.pk]
    lane = ending[0] if ending else _free(lanes)
    for i in ending:
        lanes[i] = None
    lanes[lane] = version.parent_id if version.parent_id in known else None
    return version, lane, through, ending


def _free(lanes: list[UUID | None]) -> int:
    if None not in lanes:
        lanes.append(None)
    return lanes.index(None)


def _lane(lane: int) -> int:
    return min(lane, MOST_LANES - 1)


def _x(lane: int) -> int:
    return FIRST + STEP * _lane(lane)


def _next(rows: list[Version], i: int) -> UUID | None:
    return rows[i + 1].pk if i + 1 < len(rows) else None
