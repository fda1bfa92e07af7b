"""Several judgements make one: the median, the spread, and only what the answer says."""

import hypothesis.strategies as st
from hypothesis import given

from interviews.judging.combining import NO_EVIDENCE, combined
from interviews.judging.judgement import AssessedDimension, DimensionJudgement, Judgement
from interviews.rubric.rubric import rubric

ANSWER = "In March the release broke log-in. I rolled it back. It took 9 minutes instead of 40."
QUOTE = "I rolled it back"
DIMENSIONS = rubric().of_kind("behavioural")


def judged(level: int | None, *quotes: str, dimension: str = "action") -> Judgement:
    said = DimensionJudgement(
        dimension=dimension,
        level=level,
        quotes=list(quotes),
        anchor="whatever the judge wrote",
        missing="You don't say why.",
        next_step="Say why.",
    )
    return Judgement(dimensions=[said])


def action(*judgements: Judgement) -> AssessedDimension:
    found = combined(judgements, DIMENSIONS, ANSWER)
    return next(each for each in found.dimensions if each.dimension == "action")


def test_the_level_is_the_median_and_the_spread_is_shown() -> None:
    found = action(judged(2, QUOTE), judged(4, QUOTE), judged(3, QUOTE))
    assert (found.level, found.low, found.high) == (3, 2, 4)


def test_the_anchor_is_the_rubrics_own() -> None:
    assert action(*[judged(3, QUOTE)] * 3).anchor == "Some steps of your own"


def test_a_quote_that_does_not_stand_in_the_answer_takes_the_level_with_it() -> None:
    found = action(judged(5, "I founded the company"), judged(5, "I am the best"), judged(5, QUOTE))
    assert (found.level, found.quotes) == (None, [])


def test_a_quote_of_one_word_proves_nothing() -> None:
    assert action(*[judged(4, "rolled")] * 3).level is None


def test_what_is_missing_needs_no_quote() -> None:
    found = action(*[judged(1)] * 3)
    assert (found.level, found.missing) == (1, "You don't say why.")


def test_one_judge_alone_is_not_enough() -> None:
    assert action(judged(4, QUOTE), judged(None), judged(None)).level is None


def test_of_two_judges_the_lower_counts() -> None:
    assert action(judged(2, QUOTE), judged(4, QUOTE), judged(None)).level == 2


def test_a_dimension_that_is_not_in_the_rubric_is_dropped() -> None:
    found = combined([judged(5, QUOTE, dimension="charm")] * 3, DIMENSIONS, ANSWER)
    assert "charm" not in {each.dimension for each in found.dimensions}
    assert found.none_because == NO_EVIDENCE


levels = st.one_of(st.none(), st.integers(1, 5))
quotes = st.lists(
    st.sampled_from([QUOTE, "It took 9 minutes", "invented words", "In March\nthe release", ""]), max_size=3
)


@given(st.tuples(*[st.tuples(levels, quotes)] * 3))
def test_whatever_judges_say_no_level_stands_without_words_of_the_answer(
    said: tuple[tuple[int | None, list[str]], ...],
) -> None:
    found = action(*(judged(level, *each) for level, each in said))
    assert all(quote in ANSWER for quote in found.quotes)
    assert found.level in {None, 1} or found.quotes
    if found.level is not None and found.low is not None and found.high is not None:
        assert found.low <= found.level <= found.high
