"""How an answer could sound, made of the person's own facts: what the evidence guard doubts is left out."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from interviews.models import Answer, ModelAnswer, Question
from interviews.telling import document_of, told
from resume_agent.ai import client
from resume_agent.ai.client import Asked
from resume_agent.ai.errors import BadOutput
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs import queueing
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.listening import listen
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resume_agent.jobs.running import Failed, Run
from resumes.letter_checking import cleaned
from resumes.models import Fact
from resumes.tailoring.letter_claims import Doubt, Told, doubts_in
from resumes.tailoring.letter_sentences import sentences_of

WRITE = "interviews.model_answer"
PROMPT = Prompt.from_file(Path(__file__).parent / "prompts" / "model_answer.v1.txt")
MAX_OUTPUT_TOKENS = 1200
GONE = Failed("gone", "This question was deleted while the answer was written.")
NOTHING = Failed(
    "nothing",
    "Nothing of it could be backed by your resume and answers. Answer the question yourself first, in detail.",
)


@dataclass(frozen=True)
class Outcome:
    """text: without the sentences that are doubted. doubts: what was left out, and why."""

    text: str
    doubts: list[Doubt]


@transaction.atomic
def begin(question: Question) -> None:
    """Write one, or write it anew. Nothing happens while one is being written."""
    owner = question.interview.owner
    made, _ = ModelAnswer.objects.select_for_update().get_or_create(question=question)
    if made.job and not made.job.is_over:
        return
    if made.job and made.job.state != Job.State.DONE:
        queueing.retry(made.job)
        return
    made.job = enqueue(owner=owner, kind=WRITE, subject=question.pk)
    made.save(update_fields=["job"])


def work(run: Run) -> Outcome:
    """The slow part, outside any transaction."""
    run.step("reading")
    question = _question(run.subject)
    backing = _told(question)
    run.step("writing")
    with ai_failures_as_outcomes(run.job):
        text = cleaned("".join(listen(run, partial(client.stream, _asked(question, backing, run.job)))))
        if not any(map(str.isalnum, text)):
            raise BadOutput
    run.step("checking")
    doubts = doubts_in(text, backing)
    kept = _without({doubt.where for doubt in doubts}, text)
    if not kept:
        raise NOTHING
    return Outcome(kept, doubts)


def save(job: Job, outcome: Outcome) -> str:
    """Once, in the transaction that ends the job. Returns where the person reads it."""
    question = _question(job.subject)
    ModelAnswer.objects.filter(question=question).update(
        text=outcome.text,
        reasons=[doubt.model_dump() for doubt in outcome.doubts],
        prompt=PROMPT.name,
        model=settings.OPENAI_MODEL,
    )
    return reverse("interviews:report", args=[question.interview_id]) + f"#question-{question.number}"


def _without(doubted: set[str], text: str) -> str:
    return " ".join(each.text for each in sentences_of(text) if each.text not in doubted)


def _told(question: Question) -> Told:
    """What it is held against: the resume, the facts, and what the person answered."""
    interview = question.interview
    answers = Answer.objects.given().filter(question=question).exclude(text="").in_order()
    facts = list(answers.values_list("text", flat=True))
    if interview.version:
        facts += Fact.objects.filter(resume=interview.version.resume_id).values_list("text", flat=True)
    return Told(
        document=document_of(interview),
        language=interview.language,
        title=interview.posting.title if interview.posting else "",
        employer=interview.posting.employer if interview.posting else "",
        facts=tuple(sentence.text for fact in facts for sentence in sentences_of(fact)),
    )


def _asked(question: Question, backing: Told, job: Job) -> Asked:
    data = told(question.interview) | {"question": question.text, "strong": question.strong}
    data |= {"facts": list(backing.facts)}
    owner = question.interview.owner
    return Asked(owner, "interview_model_answer", PROMPT, data, job=job.pk, max_output_tokens=MAX_OUTPUT_TOKENS)


def _question(question_id: UUID) -> Question:
    related = ("interview__owner", "interview__version", "interview__posting")
    found = Question.objects.select_related(*related).filter(pk=question_id).first()
    if found is None:
        raise GONE
    return found
