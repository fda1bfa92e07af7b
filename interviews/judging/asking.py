"""Has an answer judged: rules first, then three judgements, then what they come to. Who judges is the caller's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interviews.judging.combining import JUDGES, combined
from interviews.judging.gate import why_not
from interviews.judging.judgement import Assessed, Judgement
from interviews.rubric.rubric import Dimension, rubric

type Material = dict[str, Any]
type Ask = Callable[[Material], Judgement]


@dataclass(frozen=True)
class Spoken:
    """All that judges may know: neither the resume nor anything else about who answers. kind: of the question."""

    question: str
    kind: str
    answer: str
    posting: Mapping[str, Any] | None = None


def assess(spoken: Spoken, ask: Ask, step: Callable[[str], None] = lambda _: None) -> tuple[list[Judgement], Assessed]:
    """The judgements as they were given, and what holds of them. What can't be judged is shown to nobody.

    step: told "judging" and "checking" as these begin.
    """
    if reason := why_not(spoken.answer, spoken.question):
        return [], Assessed(none_because=reason)
    dimensions = rubric().of_kind(spoken.kind)
    step("judging")
    judgements = [ask(material) for material in _materials(spoken, dimensions)]
    step("checking")
    return judgements, combined(judgements, dimensions, spoken.answer)


def _materials(spoken: Spoken, dimensions: Sequence[Dimension]) -> Iterator[Material]:
    """For each judge the dimensions in another order, so that none always comes first."""
    for turn in range(JUDGES):
        start = turn * len(dimensions) // JUDGES
        material: Material = {
            "question": spoken.question,
            "answer": spoken.answer,
            "rubric": [each.model_dump() for each in (*dimensions[start:], *dimensions[:start])],
        }
        yield material | ({"posting": dict(spoken.posting)} if spoken.posting else {})
