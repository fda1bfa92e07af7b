"""Follow-up questions on an answer: by the AI, which may think for some seconds, or by rules at once."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from pydantic import BaseModel

from interviews import conducting
from interviews.measuring.probing import Probe, probe
from interviews.models import Answer, Interview, Question
from interviews.planning.by_ai import clean, stands_in
from interviews.planning.plan import Source, fingerprint
from interviews.telling import told
from resume_agent.ai import client
from resume_agent.ai.client import Asked
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.asking import ask
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resume_agent.jobs.running import Failed, Run

FOLLOW = "interviews.follow_up"
PROMPT = Prompt.from_file(Path(__file__).parent / "prompts" / "follow_up.v1.txt")
MAX_OUTPUT_TOKENS = 400
LONGEST = 400
EVERY = 2
"""At most one follow-up to every second planned question, by rules."""
GONE = Failed("gone", "This interview was deleted meanwhile.")


class FollowUp(BaseModel):
    """quote: of the answer, word for word."""

    ask: bool
    quote: str
    text: str


def consider(answer: Answer, now: datetime) -> None:
    """Runs inside the transaction that gives the answer. Nothing is asked after a follow-up, nor in the one-way rhythm,
    where nobody listens."""
    question = answer.question
    interview = Interview.objects.get(pk=question.interview_id)
    runs = interview.state == Interview.State.RUNNING
    if not runs or question.follows_id or not answer.text or interview.rhythm == Interview.Rhythm.ONE_WAY:
        return
    if client.configured():
        interview.follow_job = enqueue(owner=interview.owner, kind=FOLLOW, subject=answer.pk)
        interview.thinking_until = now + conducting.LONGEST_THOUGHT
        interview.save(update_fields=["follow_job", "thinking_until"])
    elif interview.questions.filter(follows__isnull=False).count() * EVERY < question.number // 10:
        found = probe(answer.text, language=interview.language, style=interview.style)
        if found:
            _ask(question, found)


def work(run: Run) -> Probe | None:
    """The slow part, outside any transaction."""
    answer = _answer(run.subject)
    run.step("thinking")
    with ai_failures_as_outcomes(run.job):
        said = ask(run, _asked(answer, run.job), FollowUp)
    text, quote = clean(said.text), clean(said.quote)
    if not said.ask or not text or len(text) > LONGEST or not quote or not stands_in(clean(answer.text), quote):
        return None
    return Probe(text=text, quote=quote)


def save(job: Job, found: Probe | None) -> str:
    """Only while the interview still waits for it. Returns where the person goes on."""
    answer = _answer(job.subject)
    interview = conducting.held(answer.question.interview_id)
    waits = interview.thinking_until is not None and timezone.now() < interview.thinking_until
    if found and waits and interview.follow_job_id == job.pk and not conducting.current_question(interview):
        _ask(answer.question, found)
    return reverse("interviews:room", args=[interview.pk])


def _ask(question: Question, found: Probe) -> None:
    """It stands between its question and the next, with what a strong answer to its question shows."""
    with transaction.atomic():
        Question.objects.create(
            interview_id=question.interview_id,
            number=question.number + 1,
            kind=question.kind,
            competency=question.competency,
            text=found.text,
            strong=question.strong,
            source=Source(kind="answer", quote=found.quote).model_dump(),
            fingerprint=fingerprint(found.text),
            follows=question,
            seconds=90,
        )


def _asked(answer: Answer, job: Job) -> Asked:
    interview = answer.question.interview
    data = {key: value for key, value in told(interview).items() if key != "resume"}
    data |= {"question": answer.question.text, "answer": answer.text, "style": interview.style}
    return Asked(interview.owner, "interview_follow_up", PROMPT, data, job=job.pk, max_output_tokens=MAX_OUTPUT_TOKENS)


def _answer(answer_id: UUID) -> Answer:
    related = ("question__interview__owner", "question__interview__version", "question__interview__posting")
    found = Answer.objects.select_related(*related).filter(pk=answer_id).first()
    if found is None:
        raise GONE
    return found
