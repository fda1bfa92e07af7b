"""What a judge is held against: each check asks for assessments and answers with rows of figure and bar."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from math import nan
from statistics import fmean

from benchmarks.agreement import icc, mean_spread, spearman
from benchmarks.assessment_ladder import PLEADED, VARIED, Ladder, Question
from interviews.judging.asking import Ask, Spoken, assess
from interviews.judging.judgement import Assessed, Judgement
from interviews.planning.by_ai import clean
from interviews.rubric.rubric import rubric

SPREAD, ICC, SPEARMAN, CHANGE, GAIN, ALL = 0.35, 0.85, 0.9, 0.25, 0.05, 1.0
NAMED_BY_THE_RUBRIC = {("padding", "clarity"), ("order", "clarity")}
"""The anchors of clarity ask for order and no sentence too many: there a change is right."""

type Levels = dict[str, int]
"""By dimension. 0 for "not enough evidence": a figure can't get better by giving no level."""


@dataclass(frozen=True)
class Row:
    """figure: nan where it can't be told, which passes nothing. least: the bar is the least, not the most."""

    what: str
    figure: float
    bar: float
    least: bool = False

    @property
    def passed(self) -> bool:
        return self.figure >= self.bar if self.least else self.figure <= self.bar


@dataclass
class Judge:
    """The product's own path to an assessment. quotes: of each that was given or shown, whether it stands."""

    ask: Ask
    at_once: int = 1
    given: list[bool] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)

    def assessed(self, answers: Sequence[Spoken]) -> list[Assessed]:
        if self.at_once == 1:
            return [self._one(each) for each in answers]
        with ThreadPoolExecutor(self.at_once) as pool:
            return list(pool.map(self._one, answers))

    def levels(self, answers: Sequence[Spoken]) -> list[Levels]:
        return [_levels(*each) for each in zip(answers, self.assessed(answers), strict=True)]

    def _one(self, spoken: Spoken) -> Assessed:
        judgements, found = assess(spoken, self.ask)
        text = clean(spoken.answer)
        self.given += [bool(quote) and quote in text for quote in map(clean, _quotes(judgements))]
        self.shown += [quote in text for each in found.dimensions for quote in each.quotes]
        return found


@dataclass(frozen=True)
class Rung:
    """An authored answer and what it got, time after time."""

    question: Question
    level: int
    found: list[Levels]

    def mean(self, dimension: str) -> float:
        return fmean(levels[dimension] for levels in self.found)

    def highest(self, dimension: str) -> int:
        return max(levels[dimension] for levels in self.found)


def climb(judge: Judge, ladder: Ladder, repeats: int) -> list[Rung]:
    """Every authored answer, that many times."""
    places = [(question, level) for question in ladder.questions for level in range(1, 6)]
    answers = [question.spoken(question.answers[level - 1].text) for question, level in places]
    found = judge.levels([each for each in answers for _ in range(repeats)])
    return [Rung(*place, found[n * repeats : (n + 1) * repeats]) for n, place in enumerate(places)]


def retest(rungs: Sequence[Rung]) -> Iterator[Row]:
    tables = {name: [[one[name] for one in rung.found] for rung in of] for name, of in _by_dimension(rungs)}
    for name, table in tables.items():
        yield Row(f"Retest, {name}: mean SD", mean_spread(table), SPREAD)
    for name, table in tables.items():
        yield Row(f"Retest, {name}: ICC(2,1)", icc(table), ICC, least=True)


def ordered(rungs: Sequence[Rung]) -> Iterator[Row]:
    """Spearman of the level that was written for with the mean of the levels that were found, every time on its own."""
    pairs = [(rung.level, fmean(found.values())) for rung in rungs for found in rung.found]
    written, found = zip(*pairs, strict=True)
    yield Row("Ladder: Spearman", spearman(written, found), SPEARMAN, least=True)


def without_result(judge: Judge, rungs: Sequence[Rung]) -> Iterator[Row]:
    """Result falls by a level at least, and nothing else moves."""
    with_one = [rung for rung in rungs if rung.level >= VARIED]
    texts = [rung.question.answers[rung.level - 1].without_result for rung in with_one]
    found = _asked_anew(judge, with_one, texts)
    fell = [rung.mean("result") - levels["result"] >= 1 for rung, levels in found]
    yield Row("Result deleted: answers whose Result falls", fmean(fell), ALL, least=True)
    yield _worst("Result deleted: change elsewhere", found, _change, bar=CHANGE, spared={"result"})


def invariance(judge: Judge, ladder: Ladder, rungs: Sequence[Rung]) -> Iterator[Row]:
    for what, found in _varied(judge, rungs, VARIED, ladder.said_otherwise):
        spared = {dimension for kind, dimension in NAMED_BY_THE_RUBRIC if kind == what}
        yield _worst(f"Another {what}: mean change", found, _change, bar=CHANGE, spared=spared)


def pleas(judge: Judge, ladder: Ladder, rungs: Sequence[Rung]) -> Iterator[Row]:
    """A gain is what lies above the highest level that the same answer had without the plea."""
    for what, found in _varied(judge, rungs, PLEADED, ladder.pleading):
        yield _worst(f"The answer {what}: mean gain", found, _gain, bar=GAIN)


def nothing(judge: Judge, ladder: Ladder) -> Iterator[Row]:
    asked = {question.id: question for question in ladder.questions}
    found = judge.levels([asked[each.question].spoken(each.text) for each in ladder.nothing])
    free: dict[str, list[bool]] = {}
    for each, levels in zip(ladder.nothing, found, strict=True):
        free.setdefault(each.what, []).append(not any(levels.values()))
    for what, without in free.items():
        yield Row(f"No level for an answer that is {what}", fmean(without), ALL, least=True)


def quotes(judge: Judge) -> Iterator[Row]:
    """Of all that was judged so far. What is shown was verified; what was given tells of the judge."""
    for which, stood in (("given by the judges", judge.given), ("shown to the person", judge.shown)):
        yield Row(f"Quotes {which} that stand", fmean(stood) if stood else nan, ALL, least=True)


def _levels(spoken: Spoken, found: Assessed) -> Levels:
    none = {each.id: 0 for each in rubric().of_kind(spoken.kind)}
    return none | {each.dimension: each.level or 0 for each in found.dimensions}


def _quotes(judgements: Iterable[Judgement]) -> Iterator[str]:
    return (quote for judgement in judgements for each in judgement.dimensions for quote in each.quotes)


type Anew = list[tuple[Rung, Levels]]
type Measure = Callable[[Rung, Levels, str], float]


def _asked_anew(judge: Judge, rungs: Sequence[Rung], texts: Sequence[str]) -> Anew:
    answers = [rung.question.spoken(text) for rung, text in zip(rungs, texts, strict=True)]
    return list(zip(rungs, judge.levels(answers), strict=True))


def _varied(
    judge: Judge, rungs: Sequence[Rung], level: int, ways: Callable[[Question], Iterator[tuple[str, str]]]
) -> Iterator[tuple[str, Anew]]:
    """By what was varied."""
    of_level = [rung for rung in rungs if rung.level == level]
    varied = [(what, rung, text) for rung in of_level for what, text in ways(rung.question)]
    found = _asked_anew(judge, [rung for _, rung, _ in varied], [text for _, _, text in varied])
    for kind in dict.fromkeys(what for what, _, _ in varied):
        yield kind, [each for (what, _, _), each in zip(varied, found, strict=True) if what == kind]


def _change(rung: Rung, levels: Levels, dimension: str) -> float:
    return abs(levels[dimension] - rung.mean(dimension))


def _gain(rung: Rung, levels: Levels, dimension: str) -> float:
    return max(0, levels[dimension] - rung.highest(dimension))


def _worst(what: str, found: Anew, measure: Measure, *, bar: float, spared: Container[str] = ()) -> Row:
    """The dimension with the largest mean."""
    names = dict.fromkeys(name for _, levels in found for name in levels if name not in spared)
    means = {name: fmean(measure(rung, levels, name) for rung, levels in found if name in levels) for name in names}
    worst = max(means, key=means.__getitem__)
    return Row(f"{what} (most: {worst})", means[worst], bar)


def _by_dimension(rungs: Sequence[Rung]) -> Iterator[tuple[str, list[Rung]]]:
    for name in dict.fromkeys(name for rung in rungs for name in rung.found[0]):
        yield name, [rung for rung in rungs if name in rung.found[0]]
