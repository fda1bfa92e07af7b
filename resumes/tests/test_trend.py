"""The chart of the score."""

import pytest
from django.utils import timezone

from resumes.models import Report, Version
from resumes.trend import ALL_NUMBERED, HEIGHT, MOST, TOP, Trend, trend


def chart(*totals: int | None, rubrics: str = "") -> Trend:
    """Oldest first."""
    versions: list[Version] = []
    for total, rubric in zip(totals, rubrics or "a" * len(totals), strict=True):
        version = Version(created_at=timezone.now())
        version.report = Report(version=version, total=total, rubric=rubric)
        versions.insert(0, version)
    return trend(versions)


def test_points_stand_oldest_first_and_higher_is_better() -> None:
    low, high = chart(0, 100).dots
    assert low.x < high.x
    assert (low.y, high.y) == (TOP + HEIGHT, TOP)


def test_each_point_tells_its_change() -> None:
    assert [point.change for point in chart(60, 72, 70).points] == [None, 12, -2]
    assert chart(72, 70).points[1].fallen == 2


def test_scores_of_two_rubrics_are_never_joined() -> None:
    found = chart(60, 70, 50, 55, rubrics="aabb")
    assert [point.change for point in found.points] == [None, 10, None, 5]
    assert [point.new_rubric for point in found.points] == [False, False, True, False]
    assert len(found.strokes) == 2
    assert len(found.breaks) == 1


def test_what_could_not_be_judged_has_no_dot() -> None:
    found = chart(60, None, 70)
    assert [point.total for point in found.points] == [60, None, 70]
    assert len(found.dots) == 2
    assert [point.change for point in found.points] == [None, None, None]


@pytest.mark.django_db
def test_versions_without_a_report_are_left_out() -> None:
    assert trend([Version()]).points == []


def test_only_the_newest_are_drawn() -> None:
    found = chart(*range(MOST + 2))
    assert (len(found.points), found.left_out, found.points[0].total) == (MOST, 2, 2)


def test_many_points_are_numbered_only_at_the_ends() -> None:
    found = chart(*[50] * (ALL_NUMBERED + 1))
    assert [point.numbered for point in found.points] == [True, *[False] * (ALL_NUMBERED - 1), True]


def test_the_chart_speaks() -> None:
    assert chart(61, 78).sentence == "Score from 61 to 78 over 2 versions, oldest to newest."
