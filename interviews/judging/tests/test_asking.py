"""What judges are shown, how often they are asked, and that rules come first."""

from typing import Any

import pytest

from interviews.judging.asking import Material, Spoken, assess
from interviews.judging.gate import SHORT
from interviews.judging.judgement import DimensionJudgement, Judgement

SPOKEN = Spoken("What went wrong?", "technical", "In March the release broke log-in, so I rolled it back.")


class Judge:
    """Gives levels 2, 3 and 5 in turn, and keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[Material] = []

    def __call__(self, material: Material) -> Judgement:
        level = (2, 3, 5)[len(self.shown)]
        self.shown.append(material)
        fields: dict[str, Any] = {"anchor": "", "missing": "", "next_step": ""}
        said = [
            DimensionJudgement(dimension=each["id"], level=level, quotes=["I rolled it back"], **fields)
            for each in material["rubric"]
        ]
        return Judgement(dimensions=said)


def test_three_judgements_make_one() -> None:
    judgements, found = assess(SPOKEN, Judge())
    assert len(judgements) == 3
    assert {(each.level, each.low, each.high) for each in found.dimensions} == {(3, 2, 5)}


def test_what_is_found_is_in_the_rubrics_order_for_that_kind_of_question() -> None:
    _, found = assess(SPOKEN, Judge())
    assert [each.dimension for each in found.dimensions][:3] == ["correctness", "approach", "result"]


def test_each_judge_sees_the_same_dimensions_in_another_order() -> None:
    judge = Judge()
    assess(SPOKEN, judge)
    orders = [[each["id"] for each in material["rubric"]] for material in judge.shown]
    assert len({order[0] for order in orders}) == 3
    assert len({frozenset(order) for order in orders}) == 1


@pytest.mark.parametrize("posting", [None, {"title": "Engineer"}])
def test_judges_see_question_answer_rubric_and_posting_and_nothing_else(posting: dict[str, str] | None) -> None:
    judge = Judge()
    assess(Spoken(SPOKEN.question, SPOKEN.kind, SPOKEN.answer, posting), judge)
    shown = {key: value for key, value in judge.shown[0].items() if key != "rubric"}
    assert shown == {"question": SPOKEN.question, "answer": SPOKEN.answer} | ({"posting": posting} if posting else {})


def test_what_cannot_be_judged_is_shown_to_nobody() -> None:
    judge, steps = Judge(), list[str]()
    judgements, found = assess(Spoken("Why?", "screening", "No idea."), judge, steps.append)
    assert (judgements, found.dimensions, found.none_because) == ([], [], SHORT)
    assert (judge.shown, steps) == ([], [])


def test_it_tells_how_far_it_is() -> None:
    steps: list[str] = []
    assess(SPOKEN, Judge(), steps.append)
    assert steps == ["judging", "checking"]
