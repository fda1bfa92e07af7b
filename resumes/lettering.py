"""Writes a cover letter for a version and a posting: by AI as it streams, or by rules; then asks about every claim."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from resume_agent.ai import client
from resume_agent.ai.client import Asked
from resume_agent.ai.errors import BadOutput, LedAstray
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.listening import listen
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resume_agent.jobs.running import Failed, Run
from resumes.document import Document
from resumes.letter_checking import cleaned, told_of
from resumes.matching.matching import match
from resumes.matching.posting import PostingReading
from resumes.models import Letter, LetterText, Posting, Version
from resumes.tailoring.backing import strings
from resumes.tailoring.letter_claims import Doubt, Told, doubts_in
from resumes.tailoring.letter_skeleton import Occasion, Point, skeleton
from resumes.tailoring.plain_words import without_markup

WRITE = "resumes.letter"
PROMPT = Prompt.from_file(Path(__file__).parent / "tailoring" / "prompts" / "letter.v1.txt")
WORDS = {Letter.Length.SHORT: 120, Letter.Length.MEDIUM: 220}
MOST_POSTING = 12_000
"""Characters of a posting that are sent."""
MAX_OUTPUT_TOKENS = 1500
CUT_SHORT = (Job.State.FAILED, Job.State.STOPPED)
GONE = Failed("gone", "This letter was deleted while we wrote it. Your resume and the job are as they were.")


@dataclass(frozen=True)
class Choices:
    tone: str
    length: str
    language: str


@dataclass(frozen=True)
class Outcome:
    text: str
    doubts: list[Doubt]
    model: str


def begin(owner: User, version: Version, posting: Posting, choices: Choices) -> Letter:
    """With a key a letter that is being written, without one put together by rules."""
    letter = Letter(
        version=version, posting=posting, tone=choices.tone, length=choices.length, language=choices.language
    )
    if not client.configured():
        letter.text = by_rules(letter)
        letter.save()
        return letter
    with transaction.atomic():
        letter.job = enqueue(owner=owner, kind=WRITE, subject=letter.pk)
        letter.save()
    return letter


def by_rules(letter: Letter) -> str:
    """The person's own lines beside what the posting asks, with gaps in brackets. Needs `version` and `posting`."""
    document = Document.model_validate(letter.version.document)
    occasion = Occasion(
        name=document.basics.name,
        title=letter.posting.title,
        employer=letter.posting.employer,
        language=letter.language,
        tone=letter.tone,
        short=letter.length == Letter.Length.SHORT,
    )
    return skeleton(occasion, _points(document, letter.posting))


def put_together(letter: Letter) -> None:
    """By rules, in place of what the AI didn't write. Nothing happens if its work was begun again meanwhile."""
    with transaction.atomic():
        over = Letter.objects.filter(pk=letter.pk, job__state__in=CUT_SHORT)
        if over.exists() and letter.text:
            LetterText.objects.keep(letter)
        over.update(job=None, text=by_rules(letter), revision=letter.revision + 1, updated_at=timezone.now())


def take_part(letter: Letter) -> None:
    """What was written until it ended too early, as the letter: held against the resume like a whole one."""
    doubts = [doubt.model_dump() for doubt in doubts_in(letter.text, told_of(letter))]
    over = Letter.objects.filter(pk=letter.pk, job__state__in=CUT_SHORT).exclude(text="")
    made = {"job": None, "prompt": PROMPT.name, "model": settings.OPENAI_MODEL, "reasons": doubts}
    over.update(**made, revision=letter.revision + 1, updated_at=timezone.now())


def throw_away(letter: Letter) -> None:
    """The letter, and the work on it if there still is any."""
    if letter.job:
        letter.job.want_stop(timezone.now())
    letter.delete()


def _points(document: Document, posting: Posting) -> list[Point]:
    """What is shown best goes first; no line is quoted twice."""
    found = match(document, PostingReading.model_validate(posting.reading), today=timezone.localdate()).requirements
    ranks = {("met", "required"): 0, ("met", "preferred"): 1, ("partly", "required"): 2, ("partly", "preferred"): 3}
    points, quoted = [], set()
    for each in sorted(found, key=lambda each: ranks.get((each.status, each.priority), 4)):
        quotes = [proof.quote for proof in each.evidence if proof.quote not in quoted]
        quote = max(quotes, key=len, default="")
        if quote or not each.evidence:
            points.append(Point(" ".join(each.text.split()), " ".join(quote.split())))
            quoted.add(quote)
    return points


def work(run: Run) -> Outcome:
    """The slow part, outside any transaction."""
    run.step("reading")
    letter = _letter(run.subject)
    told = told_of(letter)
    run.step("writing")
    with ai_failures_as_outcomes(run.job):
        text = _heard(run, letter, told)
        if not any(map(str.isalnum, text)):
            raise BadOutput
    run.step("checking")
    return Outcome(text, doubts_in(text, told), settings.OPENAI_MODEL)


def _own_words(told: Told) -> str:
    return "\n".join([*strings(told.document), *told.facts])


def _heard(run: Run, letter: Letter, told: Told) -> str:
    """However it ends, what was heard is put down, for the person to keep if it is stopped there."""
    pieces: list[str] = []
    try:
        for piece in listen(run, partial(client.stream, _asked(letter, run.job))):
            pieces.append(piece)
            run.say(piece)
    except LedAstray:
        pieces.clear()
        raise
    finally:
        heard = cleaned(without_markup("".join(pieces), _own_words(told)))
        if heard:
            mine = Letter.objects.filter(pk=letter.pk, job__fence=run.job.fence)
            mine.update(text=heard, updated_at=timezone.now())
    return heard


def save(job: Job, outcome: Outcome) -> str:
    """Once, in the transaction that ends the job. Returns where the person sees it."""
    letter = _letter(job.subject)
    letter.text, letter.revision = outcome.text, letter.revision + 1
    letter.reasons = [doubt.model_dump() for doubt in outcome.doubts]
    letter.prompt, letter.model = PROMPT.name, outcome.model
    letter.save(update_fields=["text", "revision", "reasons", "prompt", "model", "updated_at"])
    return reverse("letters:detail", args=[letter.posting_id, letter.pk])


def _letter(letter_id: UUID) -> Letter:
    found = Letter.objects.select_related("version__resume__owner", "posting").filter(pk=letter_id).first()
    if found is None:
        raise GONE
    return found


def _asked(letter: Letter, job: Job) -> Asked:
    """Nothing by which the person could be reached: a letter needs no more than their name."""
    document = Document.model_validate(letter.version.document)
    resume = document.to_json_resume()
    for key in ("references", "meta", "$schema"):
        resume.pop(key, None)
    resume["basics"] = document.basics.model_dump(include={"name", "label", "summary"})
    posting = letter.posting
    data = {
        "posting": {"title": posting.title, "employer": posting.employer, "text": posting.text[:MOST_POSTING]},
        "resume": resume,
        "facts": list(told_of(letter).facts),
        "tone": letter.tone,
        "words": WORDS[Letter.Length(letter.length)],
        "language": letter.language,
    }
    owner = letter.version.resume.owner
    return Asked(owner, "letter", PROMPT, data, job=job.pk, max_output_tokens=MAX_OUTPUT_TOKENS)
