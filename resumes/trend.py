"""How the score moved from version to version, as a chart and as the table under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from resumes.models import Version

MOST = 40
"""The newest versions that the chart shows."""
TOP, HEIGHT = 24, 132
"""Of the plot, in pixels; across, places are shares of whatever width there is."""
LEFT, RIGHT = 5.0, 95.0
ALL_NUMBERED = 9
"""With more points than these only the first and the last are written out."""
PIXELS_EACH = 28


@dataclass(frozen=True)
class Point:
    """x: percent of the width. y: pixels from the top. change: since the one before, None where none can be said."""

    version: Version
    total: int | None
    x: float
    y: float
    change: int | None
    new_rubric: bool
    numbered: bool = False

    @property
    def fallen(self) -> int:
        """For a true minus sign before it."""
        return -(self.change or 0)


@dataclass(frozen=True)
class Stroke:
    """A straight line from one point to the next by the same rubric."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Trend:
    """points: oldest first, also those that could not be judged and have no dot."""

    points: list[Point]
    left_out: int

    @cached_property
    def dots(self) -> list[Point]:
        return [point for point in self.points if point.total is not None]

    @cached_property
    def strokes(self) -> list[Stroke]:
        pairs = pairwise(self.dots)
        return [Stroke(a.x, a.y, b.x, b.y) for a, b in pairs if _rubric(a.version) == _rubric(b.version)]

    @cached_property
    def breaks(self) -> list[float]:
        """Where the rubric changed, in percent of the width."""
        pairs = pairwise(self.dots)
        return [round((a.x + b.x) / 2, 2) for a, b in pairs if _rubric(a.version) != _rubric(b.version)]

    @property
    def newest_first(self) -> list[Point]:
        return self.points[::-1]

    @property
    def grid(self) -> list[tuple[int, float]]:
        """Values of the axis and where they stand."""
        return [(total, _y(total)) for total in (0, 50, 100)]

    @property
    def width(self) -> int:
        """The least that lets each dot be hit, in pixels."""
        return max(240, PIXELS_EACH * len(self.points))

    @property
    def sentence(self) -> str:
        first, last = self.dots[0], self.dots[-1]
        return f"Score from {first.total} to {last.total} over {len(self.dots)} versions, oldest to newest."


def trend(versions: Iterable[Version]) -> Trend:
    """versions: newest first, with their reports; those without one are left out."""
    reported = [version for version in versions if version.is_scored]
    shown = reported[:MOST][::-1]
    step = (RIGHT - LEFT) / max(len(shown) - 1, 1)
    points = [_point(shown, i, step) for i in range(len(shown))]
    return Trend(points, left_out=len(reported) - len(shown))


def _point(shown: list[Version], i: int, step: float) -> Point:
    version, before = shown[i], shown[i - 1] if i else None
    total = version.report.total
    x = LEFT + step * i if len(shown) > 1 else (LEFT + RIGHT) / 2
    new_rubric = before is not None and _rubric(before) != _rubric(version)
    old = before.report.total if before and not new_rubric else None
    change = total - old if total is not None and old is not None else None
    numbered = len(shown) <= ALL_NUMBERED or i in {0, len(shown) - 1}
    return Point(version, total, round(x, 2), _y(total or 0), change, new_rubric, numbered)


def _y(total: int) -> float:
    return TOP + HEIGHT * (100 - total) / 100


def _rubric(version: Version) -> str:
    return str(version.report.rubric)
