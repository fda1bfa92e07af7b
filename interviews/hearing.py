"""The job that writes down what was said."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from interviews.models import Answer, Interview
from interviews.recording import audio_of
from resume_agent.ai import client
from resume_agent.ai.client import Asked
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, Run

# Nothing is said to whoever transcribes; the name is for the ledger.
PROMPT = Prompt("transcribe@1", "")
LEASE = timedelta(seconds=90)
"""Longer than the longest call."""
GONE = Failed("gone", "This answer was deleted while it was transcribed.")
SILENCE = Failed("silence", "Nothing was heard in this recording. Record it again, or type what you said.")


def work(run: Run) -> str:
    """The slow part, outside any transaction."""
    run.step("hearing")
    answer = _answer(run.subject)
    audio, ending = audio_of(answer)
    if not audio.getbuffer().nbytes:
        raise SILENCE
    asked = Asked(answer.question.interview.owner, "interview_transcribe", PROMPT, {}, job=run.job.pk)
    with ai_failures_as_outcomes(run.job):
        heard = client.transcribe(asked, audio, f"answer.{ending}").strip()
    if not any(map(str.isalnum, heard)):
        raise SILENCE
    return heard


def save(job: Job, heard: str) -> str:
    """Once, in the transaction that ends the job. What was typed stays before it; an earlier transcript goes. Of a
    recording that another one has replaced since nothing is kept."""
    with transaction.atomic():
        answer = _answer(job.subject, held=True)
        if answer.hearing_id == job.pk:
            typed = answer.text.removesuffix(answer.heard).strip()
            answer.text, answer.heard = f"{typed}\n\n{heard}".strip(), heard
            answer.revision += 1
            answer.save(update_fields=["text", "heard", "revision", "updated_at"])
    interview = answer.question.interview
    ended = interview.state == Interview.State.ENDED
    return reverse("interviews:report" if ended else "interviews:room", args=[interview.pk])


def _answer(answer_id: UUID, *, held: bool = False) -> Answer:
    answers = Answer.objects.select_related("question__interview__owner")
    found = (answers.select_for_update(of=["self"]) if held else answers).filter(pk=answer_id).first()
    if found is None:
        raise GONE
    return found
