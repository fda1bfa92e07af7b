"""Another try at a question: an answer of its own beside the first, at any time, without a clock."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from interviews import conducting
from interviews.conducting import NotNow
from interviews.handing_on import hand_on
from interviews.models import Answer, Chunk, Interview, Question

MOST = 20
"""Tries at one question."""


@transaction.atomic
def begin(question: Question) -> Answer:
    """The try that is under way, or a new one. Raises NotNow."""
    interview = conducting.held(question.interview_id)
    open_to_it = interview.state == Interview.State.ENDED or not interview.is_timed
    question.refresh_from_db(fields=["state"])
    if not open_to_it or question.state not in {Question.State.ANSWERED, Question.State.SKIPPED}:
        raise NotNow
    if found := under_way(question):
        return found
    last = question.answers.order_by("-attempt").first()
    number = last.attempt + 1 if last else 2
    if number > MOST:
        raise NotNow
    return Answer.objects.create(question=question, attempt=number)


def under_way(question: Question) -> Answer | None:
    return question.answers.filter(attempt__gt=1, state=Answer.State.OPEN).select_related("hearing").first()


@transaction.atomic
def draft(answer_id: UUID, text: str, *, revision: int) -> int:
    """Returns the new revision. Raises NotNow, Conflict."""
    return conducting.write(_open(answer_id), text, revision)


@transaction.atomic
def give(answer_id: UUID, text: str, *, revision: int, now: datetime) -> None:
    """Raises NotNow, Conflict."""
    answer = _open(answer_id)
    conducting.write(answer, text, revision)
    if not answer.text and not Chunk.objects.filter(answer=answer, take=answer.take).exists():
        answer.delete()
        return
    answer.state, answer.given_at = Answer.State.GIVEN, now
    answer.save(update_fields=["state", "given_at", "updated_at"])
    hand_on(answer, answer.question.interview.owner)


def _open(answer_id: UUID) -> Answer:
    """With its interview's row held. Raises NotNow."""
    answer = Answer.objects.select_related("question").get(pk=answer_id)
    answer.question.interview = conducting.held(answer.question.interview_id)
    answer.refresh_from_db(fields=["state", "text", "revision", "take"])
    if answer.state != Answer.State.OPEN:
        raise NotNow
    return answer
