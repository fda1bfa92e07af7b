"""Moves an interview from state to state: the only place that does. Each act holds the interview's row meanwhile.

planning -> ready -> running <-> paused -> ended; running -> ended. While it runs, one question is asked at a time.
Time is the server's: `catch_up` brings an interview to where its clock says it is, whoever looks at it next.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from interviews.handing_on import hand_on
from interviews.models import Answer, Chunk, Interview, Question

GRACE = timedelta(seconds=10)
"""What a slow line may take to bring an answer that was sent in time."""
ONE_WAY_PREPARE = timedelta(seconds=30)
ONE_WAY_ANSWER = timedelta(minutes=2)
LONGEST_THOUGHT = timedelta(seconds=20)
"""How long the next question waits for a follow-up that the AI may want to ask."""


class NotNow(Exception):
    """The interview or the question isn't in a state that allows this: it moved on, in this tab or in another."""


class Conflict(Exception):
    """The answer was changed since the person began: in another tab, or on another device."""


def held(interview_id: UUID) -> Interview:
    """The row, which nobody else changes until the transaction ends."""
    return Interview.objects.select_for_update().get(pk=interview_id)


@transaction.atomic
def planned(interview_id: UUID) -> None:
    """Its questions are there. Raises NotNow."""
    interview = _in(interview_id, Interview.State.PLANNING)
    _move(interview, state=Interview.State.READY)


@transaction.atomic
def begin(interview_id: UUID, now: datetime) -> None:
    """Raises NotNow."""
    interview = _in(interview_id, Interview.State.READY)
    timed = interview.rhythm == Interview.Rhythm.REAL
    deadline = now + timedelta(minutes=interview.minutes) if timed else None
    _move(interview, state=Interview.State.RUNNING, started_at=now, deadline=deadline)
    _ask_next(interview, now)


@transaction.atomic
def pause(interview_id: UUID, now: datetime) -> None:
    """While practising only. Raises NotNow."""
    interview = _in(interview_id, Interview.State.RUNNING)
    if interview.is_timed:
        raise NotNow
    _move(interview, state=Interview.State.PAUSED, paused_at=now)


@transaction.atomic
def go_on(interview_id: UUID, now: datetime) -> None:
    """After a pause. Raises NotNow."""
    _go_on(_in(interview_id, Interview.State.PAUSED), now)


@transaction.atomic
def end(interview_id: UUID, now: datetime) -> None:
    """Because the person wants so; what they wrote counts. Raises NotNow."""
    interview = _in(interview_id, Interview.State.RUNNING, Interview.State.PAUSED)
    _end(interview, now, Interview.EndReason.PERSON)


@transaction.atomic
def start_answer(question_id: UUID, now: datetime) -> None:
    """Without the rest of the time to prepare. Raises NotNow."""
    question = _asked(question_id)
    if question.is_preparing(now):
        question.answer_from, question.due_at = now, now + ONE_WAY_ANSWER
        question.save(update_fields=["answer_from", "due_at"])


@transaction.atomic
def draft(answer_id: UUID, text: str, *, revision: int, now: datetime) -> int:
    """Keep what is typed so far. Returns the new revision. Raises NotNow, Conflict."""
    answer = _open(answer_id)
    if _is_late(answer.question, now):
        raise NotNow
    return write(answer, text, revision)


@transaction.atomic
def give(answer_id: UUID, text: str, *, revision: int, now: datetime) -> None:
    """The answer counts, and the next question is asked. Raises NotNow (what came too late is kept), Conflict."""
    answer = _open(answer_id)
    interview = answer.question.interview
    if interview.state == Interview.State.PAUSED:
        _go_on(interview, now)
    if _is_late(answer.question, now):
        Answer.objects.filter(pk=answer.pk).update(late_text=text)
    else:
        write(answer, text, revision)
    _close(answer.question, now)


@transaction.atomic
def skip(question_id: UUID, now: datetime) -> None:
    """What was written stays, and counts if there is any. Raises NotNow."""
    _close(_asked(question_id), now)


@transaction.atomic
def move_on(interview_id: UUID, now: datetime) -> None:
    """Ask the next question, without waiting any longer for a follow-up. Nothing happens while one is asked."""
    interview = _in(interview_id, Interview.State.RUNNING)
    _move(interview, thinking_until=None)
    _ask_next(interview, now)


@transaction.atomic
def catch_up(interview_id: UUID, now: datetime) -> Interview:
    """Bring it to where the clock says it is, and return it."""
    interview = held(interview_id)
    if interview.state != Interview.State.RUNNING:
        return interview
    current = current_question(interview)
    late = current is not None and _is_late(current, now)
    if current and late:
        _close(current, now)
    if interview.deadline and now > interview.deadline + GRACE:
        _end(interview, now, Interview.EndReason.TIME)
    elif (late or not current) and not _is_thinking(interview, now):
        _ask_next(interview, now)
    return interview


def current_question(interview: Interview) -> Question | None:
    return interview.questions.filter(state=Question.State.ASKED).first()


def answer_to(question: Question) -> Answer:
    """That of the interview; made when the question is asked."""
    return question.answers.select_related("hearing").get(attempt=1)


def _is_thinking(interview: Interview, now: datetime) -> bool:
    """Whether a follow-up may still come."""
    waits = interview.thinking_until is not None and now < interview.thinking_until
    return waits and interview.follow_job is not None and not interview.follow_job.is_over


def _ask_next(interview: Interview, now: datetime) -> None:
    """Or end, when there is none left. Nothing happens while one is asked."""
    if current_question(interview):
        return
    question = interview.questions.ahead().first()
    if question is None:
        _end(interview, now, Interview.EndReason.FINISHED)
        return
    one_way = interview.rhythm == Interview.Rhythm.ONE_WAY
    question.state, question.asked_at = Question.State.ASKED, now
    question.answer_from = now + ONE_WAY_PREPARE if one_way else now
    question.due_at = question.answer_from + ONE_WAY_ANSWER if one_way else interview.deadline
    question.save(update_fields=["state", "asked_at", "answer_from", "due_at"])
    Answer.objects.get_or_create(question=question, attempt=1)


def _close(question: Question, now: datetime) -> None:
    """What its answer holds, written or recorded, counts; without anything it was skipped."""
    holds = ~Q(text="") | Exists(Chunk.objects.filter(answer=OuterRef("pk"), take=OuterRef("take")))
    answer = Answer.objects.filter(holds, question=question, attempt=1, state=Answer.State.OPEN).first()
    question.state = Question.State.ANSWERED if answer else Question.State.SKIPPED
    question.save(update_fields=["state"])
    if answer:
        answer.state, answer.given_at = Answer.State.GIVEN, now
        answer.save(update_fields=["state", "given_at", "updated_at"])
        hand_on(answer, question.interview.owner)


def _end(interview: Interview, now: datetime, reason: Interview.EndReason) -> None:
    current = current_question(interview)
    if current:
        _close(current, now)
    _move(interview, state=Interview.State.ENDED, ended_at=now, end_reason=reason, thinking_until=None)


def _go_on(interview: Interview, now: datetime) -> None:
    paused = int((now - interview.paused_at).total_seconds()) if interview.paused_at else 0
    seconds = interview.paused_seconds + paused
    _move(interview, state=Interview.State.RUNNING, paused_at=None, paused_seconds=seconds)


def _in(interview_id: UUID, *states: Interview.State) -> Interview:
    interview = held(interview_id)
    if interview.state not in states:
        raise NotNow
    return interview


def _asked(question_id: UUID) -> Question:
    """With its interview's row held."""
    question = Question.objects.get(pk=question_id)
    question.interview = _in(question.interview_id, Interview.State.RUNNING, Interview.State.PAUSED)
    question.refresh_from_db(fields=["state", "answer_from", "due_at"])
    if question.state != Question.State.ASKED:
        raise NotNow
    return question


def _open(answer_id: UUID) -> Answer:
    """With its interview's row held."""
    answer = Answer.objects.get(pk=answer_id)
    answer.question = _asked(answer.question_id)
    answer.refresh_from_db(fields=["state", "text", "revision"])
    if answer.state != Answer.State.OPEN:
        raise NotNow
    return answer


def _is_late(question: Question, now: datetime) -> bool:
    return question.due_at is not None and now > question.due_at + GRACE


def write(answer: Answer, text: str, revision: int) -> int:
    """By compare-and-set. To write what is there already is harmless. Raises Conflict."""
    if answer.text == text:
        return answer.revision
    if answer.revision != revision:
        raise Conflict
    answer.text, answer.revision = text, revision + 1
    answer.save(update_fields=["text", "revision", "updated_at"])
    return answer.revision


def _move(interview: Interview, **changes: object) -> None:
    for name, value in changes.items():
        setattr(interview, name, value)
    interview.save(update_fields=list(changes))
