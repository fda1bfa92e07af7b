"""Makes one assessment of several judgements: the median, the spread, and only quotes that stand in the answer."""

from collections.abc import Sequence
from statistics import median_low

from interviews.judging.judgement import Assessed, AssessedDimension, DimensionJudgement, Judgement
from interviews.planning.by_ai import clean
from interviews.rubric.rubric import Dimension

JUDGES = 3
ENOUGH = 2
"""Judges that must have found a level; with fewer there is not enough evidence."""
MOST_QUOTES = 3
LEAST_WORDS = 2
LONGEST = 400
NO_EVIDENCE = "The judges found nothing in this answer that they could judge by the rubric."


def combined(judgements: Sequence[Judgement], dimensions: Sequence[Dimension], answer: str) -> Assessed:
    """In the rubric's order; what isn't in the rubric is dropped."""
    text = clean(answer)
    found = [_dimension(each, [_of(judgement, each.id, text) for judgement in judgements]) for each in dimensions]
    nothing = all(each.level is None for each in found)
    return Assessed(dimensions=found, none_because=NO_EVIDENCE if nothing else "")


def _of(judgement: Judgement, dimension: str, answer: str) -> DimensionJudgement | None:
    """With the quotes that stand; without a level if none does. That something is missing has no words to quote."""
    said = next((each for each in judgement.dimensions if each.dimension == dimension), None)
    if said is None or said.level is None:
        return None
    quotes = [quote for each in said.quotes if stands(quote := clean(each), answer)]
    if not quotes and said.level > 1:
        return None
    return said.model_copy(update={"quotes": quotes})


def stands(quote: str, answer: str) -> bool:
    """Word for word, and more than a word."""
    return len(quote.split()) >= LEAST_WORDS and quote in answer


def _dimension(dimension: Dimension, said: list[DimensionJudgement | None]) -> AssessedDimension:
    judged = [(each, each.level) for each in said if each is not None and each.level is not None]
    if len(judged) < min(ENOUGH, len(said)):
        return AssessedDimension(dimension=dimension.id)
    levels = [level for _, level in judged]
    level = median_low(levels)
    fitting = [each for each, its in judged if its == level]
    quotes = dict.fromkeys(quote for each in fitting for quote in each.quotes)
    return AssessedDimension(
        dimension=dimension.id,
        level=level,
        low=min(levels),
        high=max(levels),
        quotes=list(quotes)[:MOST_QUOTES],
        anchor=dimension.anchors[level - 1],
        missing=clean(fitting[0].missing)[:LONGEST] if level < len(dimension.anchors) else "",
        next_step=clean(fitting[0].next_step)[:LONGEST],
    )
