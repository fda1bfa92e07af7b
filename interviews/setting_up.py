"""Sets an interview up: its questions come from our bank at once, or from the AI as a job."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from interviews import conducting
from interviews.bank.choosing import COUNT, ONE_WAY_COUNT, History, Wanted, choose
from interviews.bank.material import Material, material_of
from interviews.models import Interview, Question
from interviews.planning.by_ai import Given, Proposed, accepted
from interviews.planning.competencies import Competency
from interviews.planning.places import texts_in
from interviews.planning.plan import PlannedQuestion, fingerprint
from interviews.telling import MOST_POSTING, document_of, told
from resume_agent.ai import client
from resume_agent.ai.client import Asked
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.asking import ask
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resume_agent.jobs.running import Failed, Run
from resumes.matching.posting import PostingReading
from resumes.models import Posting, Version
from resumes.sharing import without_contact

PLAN = "interviews.plan"
PROMPT = Prompt.from_file(Path(__file__).parent / "prompts" / "plan.v1.txt")
MAX_OUTPUT_TOKENS = 8000
MOST_ASKED = 150
"""Earlier questions that are sent, newest first."""
GONE = Failed("gone", "This interview was deleted while we planned it.")
NOT_ENOUGH = Failed(
    "not_enough", "There was nothing new to ask. Choose another kind or level, or add a job that you want."
)


@dataclass(frozen=True)
class Choices:
    """As in the fields of Interview."""

    kind: str
    seniority: str
    minutes: int
    style: str
    language: str
    medium: str
    rhythm: str


class NothingToAsk(Exception):
    """Our bank has nothing of this kind and level that the person wasn't asked before."""


def begin(owner: User, version: Version, posting: Posting | None, choices: Choices) -> Interview:
    """With a key an interview that is being planned, without one a planned one. Raises NothingToAsk."""
    interview = Interview(owner=owner, version=version, posting=posting, title=_title(version, posting))
    for name, value in vars(choices).items():
        setattr(interview, name, value)
    if not client.configured():
        return _by_rules(interview)
    with transaction.atomic():
        interview.plan_job = enqueue(owner=owner, kind=PLAN, subject=interview.pk)
        interview.save()
    return interview


@transaction.atomic
def _by_rules(interview: Interview) -> Interview:
    interview.save()
    keep(interview, by_bank(interview))
    return interview


@transaction.atomic
def plan_by_rules(interview_id: UUID, now: datetime) -> None:
    """In place of what the AI plans or didn't. Nothing happens once it is planned. Raises NothingToAsk."""
    interview = conducting.held(interview_id)
    if interview.state == Interview.State.PLANNING:
        if interview.plan_job:
            interview.plan_job.want_stop(now)
        keep(interview, by_bank(interview))


def by_bank(interview: Interview, *, besides: Iterable[PlannedQuestion] = ()) -> list[PlannedQuestion]:
    """besides: what is asked already. Raises NothingToAsk when nothing at all comes of both."""
    besides = list(besides)
    history = history_of(interview.owner)
    history.texts |= {fingerprint(each.text) for each in besides}
    wanted = Wanted(
        kind=interview.kind,  # type: ignore[arg-type] # Django's choices are what the bank knows.
        level=interview.seniority,  # type: ignore[arg-type]
        language=interview.language,
        count=count_of(interview) - len(besides),
        seed=str(interview.owner.interviews.count()),
    )
    found = [*besides, *choose(material(interview), wanted, history)]
    if not found:
        raise NothingToAsk
    return found


def count_of(interview: Interview) -> int:
    counts = ONE_WAY_COUNT if interview.rhythm == Interview.Rhythm.ONE_WAY else COUNT
    return counts[interview.minutes]


def material(interview: Interview) -> Material:
    posting = interview.posting
    return material_of(
        without_contact(document_of(interview)),
        PostingReading.model_validate(posting.reading) if posting else None,
        title=posting.title if posting else "",
        employer=posting.employer if posting else "",
    )


def history_of(owner: User) -> History:
    asked = Question.objects.asked_of(owner).values_list("fingerprint", "bank_id")
    return History({text for text, _ in asked}, {bank_id for _, bank_id in asked if bank_id})


def keep(interview: Interview, questions: list[PlannedQuestion]) -> None:
    """And the interview is ready. Runs inside a transaction. Raises NotNow."""
    Question.objects.bulk_create(
        Question(
            interview=interview,
            number=10 * place,
            fingerprint=fingerprint(each.text),
            **each.model_dump(mode="json"),
        )
        for place, each in enumerate(questions, 1)
    )
    conducting.planned(interview.pk)


def work(run: Run) -> list[PlannedQuestion]:
    """The slow part, outside any transaction."""
    run.step("reading")
    interview = _interview(run.subject)
    asked = _asked(interview, run.job)
    run.step("asking")
    with ai_failures_as_outcomes(run.job):
        answer = ask(run, asked, Proposed)
    run.step("checking")
    most = count_of(interview)
    found = accepted(answer, _given(interview), kind=interview.kind, most=most)
    if len(found) == most:
        return found
    try:
        return by_bank(interview, besides=found)
    except NothingToAsk:
        raise NOT_ENOUGH from None


def save(job: Job, questions: list[PlannedQuestion]) -> str:
    """Once, in the transaction that ends the job. Returns where the person sees the plan."""
    interview = _interview(job.subject)
    if conducting.held(interview.pk).state != Interview.State.PLANNING:
        return reverse("interviews:detail", args=[interview.pk])
    if not all(each.bank_id for each in questions):
        interview.prompt, interview.model = PROMPT.name, settings.OPENAI_MODEL
        interview.save(update_fields=["prompt", "model"])
    keep(interview, questions)
    return reverse("interviews:plan", args=[interview.pk])


def _asked(interview: Interview, job: Job) -> Asked:
    earlier = Question.objects.asked_of(interview.owner).order_by("-interview__created_at", "number")
    data = told(interview) | {
        "kind": interview.kind,
        "count": count_of(interview),
        "style": interview.style,
        "competencies": [each.value for each in Competency],
        "asked_before": list(earlier.values_list("text", flat=True)[:MOST_ASKED]),
    }
    return Asked(interview.owner, "interview_plan", PROMPT, data, job=job.pk, max_output_tokens=MAX_OUTPUT_TOKENS)


def _given(interview: Interview) -> Given:
    lines = dict(texts_in(told(interview)["resume"]))
    posting = interview.posting.text[:MOST_POSTING] if interview.posting else ""
    return Given(lines, posting, history_of(interview.owner).texts)


def _title(version: Version, posting: Posting | None) -> str:
    if posting is None:
        return version.resume.title[:200]
    return (f"{posting.title} at {posting.employer}" if posting.employer else posting.title)[:200]


def _interview(interview_id: UUID) -> Interview:
    found = Interview.objects.select_related("owner", "version__resume", "posting").filter(pk=interview_id).first()
    if found is None:
        raise GONE
    return found
