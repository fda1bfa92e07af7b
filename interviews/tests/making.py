"""Interviews made to measure, for this app's tests."""

from datetime import UTC, datetime
from typing import Any

from accounts.models import User
from interviews import conducting
from interviews.judging.judgement import Assessed, AssessedDimension
from interviews.models import Answer, Assessment, Interview, Question
from interviews.planning.plan import fingerprint
from interviews.rubric.rubric import rubric

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
QUESTIONS = ("Tell me about a release that went wrong.", "Why this job?", "What do you do when you disagree?")


def planned(owner: User, *questions: str, **fields: Any) -> Interview:
    """Ready to begin."""
    interview = Interview.objects.create(owner=owner, title="Engineer at Acme", **fields)
    for place, text in enumerate(questions or QUESTIONS, 1):
        Question.objects.create(
            interview=interview,
            number=10 * place,
            kind="behavioural",
            competency="ownership",
            text=text,
            hints=["Name the place and the time."],
            source={"kind": "role"},
            fingerprint=fingerprint(text),
        )
    conducting.planned(interview.pk)
    interview.refresh_from_db()
    return interview


def begun(owner: User, *questions: str, now: datetime = NOON, **fields: Any) -> Interview:
    """The first question is asked."""
    interview = planned(owner, *questions, **fields)
    conducting.begin(interview.pk, now)
    interview.refresh_from_db()
    return interview


def asked(interview: Interview) -> tuple[Question, Answer]:
    """The question that is asked now, with its answer."""
    question = conducting.current_question(interview)
    assert question
    return question, conducting.answer_to(question)


def ended(owner: User, *texts: str, **fields: Any) -> Interview:
    """All its questions answered so. Without a key nobody judges them."""
    interview = begun(owner, *QUESTIONS[: len(texts)], **fields)
    for text in texts:
        conducting.give(asked(interview)[1].pk, text, revision=0, now=NOON)
        conducting.catch_up(interview.pk, NOON)
    interview.refresh_from_db()
    return interview


def judged(answer: Answer, *dimensions: AssessedDimension, by: str = "", **fields: Any) -> Assessment:
    """by: the rubric, if not the current one."""
    result = Assessed(dimensions=list(dimensions)).model_dump()
    usual = {"revision": answer.revision, "prompt": "judge@1", "model": "a-model", "judgements": []}
    return Assessment.objects.create(
        **usual | {"answer": answer, "rubric": by or rubric().name, "result": result} | fields
    )


def found(dimension: str, level: int | None, *quotes: str, **fields: Any) -> AssessedDimension:
    usual = {"low": level, "high": level, "anchor": "Some steps of your own", "next_step": f"Next for {dimension}."}
    return AssessedDimension(dimension=dimension, level=level, quotes=list(quotes), **usual | fields)


def answer_in(interview: Interview, number: int = 10, attempt: int = 1) -> Answer:
    return Answer.objects.select_related("question").get(
        question__interview=interview, question__number=number, attempt=attempt
    )
