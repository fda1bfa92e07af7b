"""Progress over interviews, dimension by dimension, never mixing rubrics; and what to practise next."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from accounts.models import User
from interviews.models import Answer, Assessment, Interview, Question
from interviews.rubric.rubric import Dimension, rubric

WIDTH, HEIGHT, EDGE = 240, 64, 6
"""Of a chart, in its own units."""
MOST = 30
"""The newest interviews that are looked at."""
RECENT = 3
"""Interviews whose answers decide what to practise next."""


@dataclass(frozen=True)
class Point:
    """Of one interview: the median level of its answers. x and y: in the chart."""

    interview: Interview
    level: float
    answers: int
    x: float
    y: float

    @property
    def shown(self) -> str:
        return f"{self.level:g}"


@dataclass(frozen=True)
class Series:
    """A dimension by one rubric, oldest first."""

    dimension: Dimension
    rubric: str
    points: list[Point]

    @property
    def line(self) -> str:
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)

    @property
    def change(self) -> float | None:
        """From the first to the newest; None with a single one."""
        return self.points[-1].level - self.points[0].level if len(self.points) > 1 else None


@dataclass(frozen=True)
class Next:
    """What to practise: the dimension that is lowest lately, and the question where it was lowest."""

    dimension: Dimension
    level: float
    question: Question


@dataclass(frozen=True)
class ProgressPage:
    owner: User

    @cached_property
    def assessments(self) -> list[Assessment]:
        """The newest of each answer of the last interviews; oldest interview first."""
        recent = self.owner.interviews.ended().newest_first().values_list("pk", flat=True)[:MOST]
        of_answers = Answer.objects.given().filter(question__interview__in=list(recent), attempt=1)
        found = Assessment.objects.filter(answer__in=of_answers).select_related("answer__question__interview")
        newest = {each.answer_id: each for each in found.order_by("created_at", "pk")}
        return sorted(newest.values(), key=lambda each: each.answer.question.interview.created_at)

    @cached_property
    def series(self) -> list[Series]:
        """Of the current rubric first."""
        levels: dict[tuple[str, str], dict[Interview, list[int]]] = defaultdict(lambda: defaultdict(list))
        for assessment in self.assessments:
            for each in assessment.assessed.dimensions:
                if each.level is not None:
                    key = (assessment.rubric, each.dimension)
                    levels[key][assessment.answer.question.interview].append(each.level)
        made = [_series(name, dimension, by_interview) for (name, dimension), by_interview in levels.items()]
        order = {each.id: place for place, each in enumerate(rubric().dimensions)}
        return sorted(
            made, key=lambda each: (each.rubric != rubric().name, each.rubric, order.get(each.dimension.id, 99))
        )

    @cached_property
    def next(self) -> Next | None:
        """None while nothing is assessed by the current rubric, or all is at the top."""
        recent = list(dict.fromkeys(each.answer.question.interview for each in reversed(self.assessments)))[:RECENT]
        judged = [
            (each, assessment.answer.question)
            for assessment in self.assessments
            if assessment.rubric == rubric().name and assessment.answer.question.interview in recent
            for each in assessment.assessed.dimensions
            if each.level is not None
        ]
        levels: dict[str, list[int]] = defaultdict(list)
        for each, _ in judged:
            levels[each.dimension].append(each.level or 0)
        lowest = min(levels, key=lambda name: (median(levels[name]), name), default=None)
        if lowest is None or median(levels[lowest]) >= 5:
            return None
        worst = min((each for each in judged if each[0].dimension == lowest), key=lambda each: each[0].level or 0)
        known = {each.id: each for each in rubric().dimensions}
        return Next(known[lowest], float(median(levels[lowest])), worst[1])


def _series(name: str, dimension: str, by_interview: dict[Interview, list[int]]) -> Series:
    known = {each.id: each for each in rubric(int(name.rpartition("@")[2])).dimensions}
    gap = (WIDTH - 2 * EDGE) / max(1, len(by_interview) - 1)
    points = [
        Point(
            interview=interview,
            level=(level := float(median(found))),
            answers=len(found),
            x=round(EDGE + place * gap, 1),
            y=round(HEIGHT - EDGE - (level - 1) / 4 * (HEIGHT - 2 * EDGE), 1),
        )
        for place, (interview, found) in enumerate(by_interview.items())
    ]
    return Series(known[dimension], name, points)
