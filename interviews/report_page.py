"""Lays the report out: each answer with what was found in it, and what stands out over all of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from interviews.judging.judgement import AssessedDimension
from interviews.measuring.measuring import measure
from interviews.measuring.signals import Signals
from interviews.models import Answer, Assessment, Interview, ModelAnswer, Question
from interviews.rubric.rubric import Dimension, rubric
from resume_agent.jobs.models import Job
from resumes.matching.posting import PostingReading

MOST_STANDING_OUT = 2
PACE_HEIGHT, FASTEST = 96, 240


@dataclass(frozen=True)
class Part:
    """A piece of an answer; dimensions: names of those that quote it."""

    text: str
    dimensions: str = ""


@dataclass(frozen=True)
class Judged:
    """A dimension with its level, 1 to 5 or None, and all that explains it."""

    dimension: Dimension
    found: AssessedDimension

    @property
    def is_sure(self) -> bool:
        """Whether all judges found the same."""
        return self.found.low == self.found.high

    @property
    def steps(self) -> list[str]:
        """For the drawing: "on" up to the level, "band" where judges differed, "off" above."""
        level, low, high = self.found.level or 0, self.found.low or 0, self.found.high or 0
        return ["band" if low < step <= high else "on" if step <= level else "off" for step in range(1, 6)]


@dataclass(frozen=True)
class AnswerPart:
    """One answer, as the report shows it."""

    answer: Answer
    question: Question
    language: str
    posting: PostingReading | None

    @cached_property
    def assessment(self) -> Assessment | None:
        """The newest."""
        return max(self.answer.assessments.all(), key=lambda each: each.created_at, default=None)

    @cached_property
    def judged(self) -> list[Judged]:
        if self.assessment is None:
            return []
        known = {each.id: each for each in rubric(_version(self.assessment.rubric)).dimensions}
        return [Judged(known[each.dimension], each) for each in self.assessment.assessed.dimensions]

    @property
    def none_because(self) -> str:
        return self.assessment.assessed.none_because if self.assessment else ""

    @property
    def is_outdated(self) -> bool:
        """Whether the text was changed since it was judged."""
        return self.assessment is not None and self.assessment.revision != self.answer.revision

    @property
    def job(self) -> Job | None:
        """That judges it, unless it is done."""
        job = self.answer.judging
        return job if job and job.state != Job.State.DONE else None

    @property
    def hearing(self) -> Job | None:
        job = self.answer.hearing
        return job if job and job.state != Job.State.DONE else None

    @cached_property
    def signals(self) -> Signals:
        seconds = self.answer.seconds if self.answer.is_spoken else None
        return measure(self.answer.text, language=self.language, seconds=seconds, posting=self.posting)

    @cached_property
    def parts(self) -> list[Part]:
        """The answer with the quotes marked."""
        return list(_marked(self.answer.text, self._quotes))

    @property
    def _quotes(self) -> list[tuple[str, str]]:
        return [(quote, each.dimension.name) for each in self.judged for quote in each.found.quotes]

    @property
    def own_levels(self) -> dict[str, int]:
        own = getattr(self.answer, "self_assessment", None)
        return dict(own.levels) if own else {}

    @property
    def dimensions(self) -> list[Dimension]:
        """Of the rubric as it is now, for the person's own judgement."""
        return rubric().of_kind(self.question.kind)


@dataclass(frozen=True)
class Changes:
    """How levels moved from try to try, by one rubric. rows: a dimension's name with its level in each attempt."""

    attempts: list[int]
    rows: list[tuple[str, list[int | None]]]


@dataclass(frozen=True)
class QuestionPart:
    """answers: those that were given, first attempt first."""

    question: Question
    answers: list[AnswerPart]
    has_open_try: bool

    @property
    def model_answer(self) -> ModelAnswer | None:
        return getattr(self.question, "model_answer", None)

    @property
    def changes(self) -> Changes | None:
        """Of the tries that were judged by the same rubric as the newest; None with fewer than two."""
        judged = [part for part in self.answers if part.assessment and part.judged]
        same = [part for part in judged if _rubric_of(part) == _rubric_of(judged[-1])]
        if len(same) < 2:
            return None
        levels = [{each.dimension.name: each.found.level for each in part.judged} for part in same]
        rows = [(name, [found.get(name) for found in levels]) for name in levels[-1]]
        return Changes([part.answer.attempt for part in same], rows)


@dataclass(frozen=True)
class StandsOut:
    """The strongest or the weakest: a dimension of one answer, with its words."""

    part: AnswerPart
    judged: Judged


@dataclass(frozen=True)
class Bar:
    """Of the chart of pace, in its own units."""

    pace: int
    x: int
    height: int

    @property
    def y(self) -> int:
        return PACE_HEIGHT - self.height

    @property
    def middle(self) -> int:
        return self.x + 14

    @property
    def label_y(self) -> int:
        return self.y - 4


@dataclass(frozen=True)
class ReportPage:
    interview: Interview

    @cached_property
    def questions(self) -> list[Question]:
        """Those that were asked, with the answer made of the person's facts."""
        asked = self.interview.questions.in_order().exclude(state=Question.State.AHEAD)
        return list(asked.select_related("model_answer__job"))

    @cached_property
    def items(self) -> list[QuestionPart]:
        """A few queries for all."""
        reading = PostingReading.model_validate(self.interview.posting.reading) if self.interview.posting else None
        related = ("judging", "hearing", "self_assessment")
        made = Answer.objects.filter(question__in=self.questions).select_related(*related)
        answers: dict[UUID, list[Answer]] = defaultdict(list)
        for answer in made.prefetch_related("assessments").in_order():
            answers[answer.question_id].append(answer)
        language = self.interview.language
        return [
            QuestionPart(
                question,
                [AnswerPart(each, question, language, reading) for each in answers[question.pk] if each.is_given],
                has_open_try=any(each.attempt > 1 and not each.is_given for each in answers[question.pk]),
            )
            for question in self.questions
        ]

    @cached_property
    def firsts(self) -> list[AnswerPart]:
        """The answers that were given in the interview itself."""
        return [part for item in self.items for part in item.answers if part.answer.attempt == 1]

    @property
    def is_waiting(self) -> bool:
        """Whether something is still being heard or judged."""
        parts = [part for item in self.items for part in item.answers]
        jobs = [job for part in parts for job in (part.job, part.hearing) if job]
        jobs += [made.job for item in self.items if (made := item.model_answer) and made.job]
        return any(not job.is_over for job in jobs)

    @cached_property
    def strongest(self) -> list[StandsOut]:
        return self._standing_out(lowest=False)

    @cached_property
    def weakest(self) -> list[StandsOut]:
        found = self._standing_out(lowest=True)
        return [each for each in found if (each.judged.found.level or 5) < 5 and each not in self.strongest]

    def _standing_out(self, *, lowest: bool) -> list[StandsOut]:
        judged = [StandsOut(part, each) for part in self.firsts for each in part.judged if each.found.level]
        if not lowest:
            judged = [each for each in judged if each.judged.found.quotes and (each.judged.found.level or 0) > 2]
        judged.sort(key=lambda each: each.judged.found.level or 0, reverse=not lowest)
        return judged[:MOST_STANDING_OUT]

    @property
    def pace_bars(self) -> list[Bar]:
        """240 words a minute fill the chart."""
        paces = [part.signals.pace or 0 for part in self.paces]
        heights = [min(PACE_HEIGHT, pace * PACE_HEIGHT // FASTEST) for pace in paces]
        return [Bar(pace, 40 * place, high) for place, (pace, high) in enumerate(zip(paces, heights, strict=True))]

    @property
    def pace_width(self) -> int:
        return max(40 * len(self.paces), 240)

    @property
    def answered(self) -> int:
        return len(self.firsts)

    @property
    def paces(self) -> list[AnswerPart]:
        """The spoken answers, in order."""
        return [part for part in self.firsts if part.signals.pace]


def _rubric_of(part: AnswerPart) -> str:
    return part.assessment.rubric if part.assessment else ""


def _version(name: str) -> int:
    return int(name.rpartition("@")[2])


def _anywhere(quote: str) -> re.Pattern[str]:
    """A quote stands on one line, an answer on as many as it likes."""
    return re.compile(r"\s+".join(map(re.escape, quote.split())) or "(?!)")


def _marked(text: str, quotes: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """Quotes may overlap; a stretch that several quote names them all."""
    spans = [(*found.span(), name) for quote, name in quotes if (found := _anywhere(quote).search(text))]
    edges = sorted({0, len(text), *(edge for begin, end, _ in spans for edge in (begin, end))})
    for begin, end in pairwise(edges):
        names = dict.fromkeys(name for first, last, name in spans if first <= begin and end <= last)
        yield Part(text[begin:end], ", ".join(names))
