"""Progress over interviews: a line for each dimension of each rubric, and what to practise next."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from interviews.judging.judgement import AssessedDimension
from interviews.models import Interview
from interviews.progress_page import ProgressPage
from interviews.rubric.rubric import rubric
from interviews.tests.making import answer_in, ended, found, judged
from interviews.tests.saying import ANSWER, QUOTE


def assessed(owner: User, *dimensions: AssessedDimension, by: str = "") -> Interview:
    interview = ended(owner, ANSWER)
    judged(answer_in(interview), *dimensions, by=by)
    return interview


def lines(owner: User) -> dict[tuple[str, str], list[float]]:
    return {
        (each.rubric, each.dimension.id): [point.level for point in each.points] for each in ProgressPage(owner).series
    }


def test_before_anything_is_judged_there_is_nothing_to_draw(alices: Client, alice: User) -> None:
    ended(alice, ANSWER)
    assert "Nothing to draw yet" in alices.get("/interviews/progress/").text


def test_each_dimension_has_a_line_oldest_first(alices: Client, alice: User) -> None:
    assessed(alice, found("action", 2, QUOTE), found("result", None))
    assessed(alice, found("action", 4, QUOTE), found("result", 3, "of 40"))
    assert lines(alice) == {("rubric@1", "action"): [2, 4], ("rubric@1", "result"): [3]}
    assert 'aria-label="Own action: 2, 4 of 5"' in alices.get("/interviews/progress/").text


def test_a_point_is_the_median_of_an_interviews_answers(alice: User) -> None:
    interview = ended(alice, ANSWER, ANSWER)
    judged(answer_in(interview, 10), found("action", 2, QUOTE))
    judged(answer_in(interview, 20), found("action", 5, QUOTE))
    assert lines(alice) == {("rubric@1", "action"): [3.5]}


def test_of_an_answer_that_was_judged_twice_the_newest_counts(alice: User) -> None:
    interview = assessed(alice, found("action", 2, QUOTE))
    judged(answer_in(interview), found("action", 5, QUOTE))
    assert lines(alice) == {("rubric@1", "action"): [5]}


def test_rubrics_are_never_mixed_in_one_line(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def either(version: int = 1) -> object:
        return rubric(1)

    monkeypatch.setattr("interviews.progress_page.rubric", either)
    assessed(alice, found("action", 2, QUOTE), by="rubric@0")
    assessed(alice, found("action", 4, QUOTE))
    assert lines(alice) == {("rubric@1", "action"): [4], ("rubric@0", "action"): [2]}


def test_what_is_lowest_lately_is_to_be_practised_next(alices: Client, alice: User) -> None:
    interview = assessed(alice, found("action", 4, QUOTE), found("result", 2, "of 40"))
    page = alices.get("/interviews/progress/").text
    assert "Practise this next: Result" in page
    question = answer_in(interview).question
    assert f"/interviews/{interview.pk}/questions/{question.pk}/retry/" in page


def test_at_the_top_there_is_nothing_to_practise(alice: User) -> None:
    assessed(alice, found("action", 5, QUOTE))
    assert ProgressPage(alice).next is None


def test_a_strangers_levels_are_not_among_them(alice: User, charlie: User) -> None:
    assessed(charlie, found("action", 5, QUOTE))
    assert lines(alice) == {}


def test_progress_asks_the_database_little(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(6):
        assessed(alice, found("action", 4, QUOTE), found("result", 2, "of 40"))
    with django_assert_max_num_queries(10):
        alices.get("/interviews/progress/")
