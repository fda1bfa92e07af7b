"""Judges an answer by the rubric: three judgements by the AI, their median, and no number without evidence."""

from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from interviews import recording
from interviews.handing_on import ASSESS
from interviews.judging.asking import Material, Spoken, assess
from interviews.judging.judgement import Assessed, Judgement
from interviews.models import Answer, Assessment, SelfAssessment
from interviews.rubric.rubric import rubric
from interviews.telling import told
from resume_agent.ai.client import Asked
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs import queueing
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.asking import ask
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resume_agent.jobs.running import Failed, Run

PROMPT = Prompt.from_file(Path(__file__).parent / "prompts" / "judge.v1.txt")
MAX_OUTPUT_TOKENS = 2500
GONE = Failed("gone", "This answer was deleted while it was judged.")


class NothingToJudge(Exception):
    """There is no text; what was spoken has to be heard or typed first."""


@transaction.atomic
def begin(answer: Answer) -> None:
    """Judge it, or judge it again as it stands now. Nothing happens while it is being judged. Raises NothingToJudge."""
    answer = (
        Answer.objects.select_for_update(of=["self"])
        .select_related("judging", "question__interview__owner")
        .get(pk=answer.pk)
    )
    if not answer.text.strip():
        raise NothingToJudge
    if answer.judging and not answer.judging.is_over:
        return
    if answer.judging and answer.judging.state != Job.State.DONE:
        queueing.retry(answer.judging)
        return
    answer.judging = enqueue(owner=answer.question.interview.owner, kind=ASSESS, subject=answer.pk)
    answer.save(update_fields=["judging"])


def assess_oneself(answer: Answer, levels: dict[str, int]) -> None:
    """What the person thinks of it, by the same rubric."""
    SelfAssessment.objects.update_or_create(answer=answer, defaults={"rubric": rubric().name, "levels": levels})


def work(run: Run) -> tuple[Answer, list[Judgement], Assessed]:
    """The slow part, outside any transaction. The answer as it was judged comes along."""
    run.step("reading")
    answer = _answer(run.subject)
    owner = answer.question.interview.owner

    def judge(material: Material) -> Judgement:
        return ask(run, asked(owner, material, run.job.pk), Judgement)

    with ai_failures_as_outcomes(run.job):
        return answer, *assess(_spoken(answer), judge, run.step)


def save(_job: Job, outcome: tuple[Answer, list[Judgement], Assessed]) -> str:
    """Once, in the transaction that ends the job. Returns where the person sees it."""
    answer, judgements, assessed = outcome
    if not Answer.objects.filter(pk=answer.pk).exists():
        raise GONE
    Assessment.objects.create(
        answer=answer,
        revision=answer.revision,
        rubric=rubric().name,
        prompt=PROMPT.name if judgements else "",
        model=settings.OPENAI_MODEL if judgements else "",
        judgements=[each.model_dump() for each in judgements],
        result=assessed.model_dump(),
    )
    if judgements:
        transaction.on_commit(partial(_forget_recording, answer.pk), robust=True)
    return reverse("interviews:report", args=[answer.question.interview_id]) + f"#question-{answer.question.number}"


def _forget_recording(answer_id: UUID) -> None:
    """The person has read and sent what was heard: it has served. Unless it is still to be heard."""
    answer = Answer.objects.select_related("hearing").filter(pk=answer_id).first()
    if answer and (answer.hearing is None or answer.hearing.state == Job.State.DONE):
        recording.forget(answer)


def asked(owner: User, material: Material, job: UUID | None = None) -> Asked:
    """The call that makes one judgement."""
    return Asked(owner, "interview_judge", PROMPT, material, job=job, max_output_tokens=MAX_OUTPUT_TOKENS)


def _spoken(answer: Answer) -> Spoken:
    question = answer.question
    return Spoken(question.text, question.kind, answer.text, told(question.interview).get("posting"))


def _answer(answer_id: UUID) -> Answer:
    related = ("question__interview__owner", "question__interview__version", "question__interview__posting")
    found = Answer.objects.select_related(*related).filter(pk=answer_id).first()
    if found is None:
        raise GONE
    return found
