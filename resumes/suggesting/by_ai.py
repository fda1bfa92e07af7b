"""The job that asks the AI for changes; each is judged by the evidence guard before anybody sees it."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from pydantic import BaseModel, ValidationError

from resume_agent.ai import client, leaks
from resume_agent.ai.arriving import items
from resume_agent.ai.errors import BadOutput
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.listening import listen
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, Run
from resumes.matching.matching import match
from resumes.matching.posting import PostingReading
from resumes.models import Round, Suggestion
from resumes.suggesting.by_rules import questions
from resumes.suggesting.material import MOST, Material, material_of
from resumes.tailoring import suggestion
from resumes.tailoring.plain_words import adds_markup, plain, without_markup

SUGGEST = "resumes.suggest"
PROMPTS = Path(suggestion.__file__).parent / "prompts"
PROMPT = {
    Round.Scope.IMPROVE: Prompt.from_file(PROMPTS / "improve.v1.txt"),
    Round.Scope.TAILOR: Prompt.from_file(PROMPTS / "tailor.v1.txt"),
}
MAX_OUTPUT_TOKENS = 8000
LONGEST_TEXT = 2000
LONGEST_QUOTE = 300
MOST_QUOTES = 5
GONE = Failed("gone", "These suggestions were deleted while the AI was at work. Your resume is as it was.")


class Change(BaseModel):
    """path: of the document. after: the whole new text."""

    path: str
    after: str
    why: str
    requirement: str
    evidence: list[str]
    kind: Literal["wording", "shorter", "stronger", "summary"]


class Changes(BaseModel):
    changes: list[Change]


def work(run: Run) -> list[Suggestion]:
    """The slow part, outside any transaction."""
    round_ = _round(run.subject)
    run.step("reading")
    material = material_of(round_.resume)
    run.step("asking")
    asked = client.Asked(
        owner=round_.resume.owner,
        purpose=f"suggest_{round_.scope}",
        prompt=_prompt(round_),
        data=_data(material, round_),
        job=run.job.pk,
        max_output_tokens=MAX_OUTPUT_TOKENS,
    )
    found = _found(run, asked, material, _requirements(round_))
    run.step("checking")
    found += _questions(material, round_)
    run.check_stop()
    return found[:MOST]


def _found(run: Run, asked: client.Asked, material: Material, requirements: list[str]) -> list[Suggestion]:
    """Each is shown to whoever watches as soon as it is whole, if the guard lets it pass."""
    found = []
    listened = listen(run, partial(client.stream, asked, Changes))
    with ai_failures_as_outcomes(run.job), closing(listened) as pieces:
        for suggestion in judged(material, _changes(pieces, asked.prompt), requirements):
            found.append(suggestion)
            if not suggestion.question:
                run.say(suggestion.after)
    return found


def _changes(pieces: Iterable[str], prompt: Prompt) -> Iterator[Change]:
    """Raises BadOutput at the first that isn't one."""
    for item in items(pieces, "changes"):
        try:
            change = Change.model_validate(item)
        except ValidationError:
            raise BadOutput from None
        leaks.check(change, prompt)
        yield change


def save(job: Job, found: list[Suggestion]) -> str:
    """Returns where the person decides on them. Runs inside a transaction."""
    round_ = _round(job.subject)
    round_.prompt, round_.model = _prompt(round_).name, settings.OPENAI_MODEL
    round_.save(update_fields=["prompt", "model"])
    keep(round_, found)
    return reverse("suggestions:round", args=[round_.resume_id, round_.pk])


def keep(round_: Round, found: list[Suggestion]) -> None:
    for number, each in enumerate(found, 1):
        each.round, each.number = round_, number
    Suggestion.objects.bulk_create(found)


def judged(material: Material, changes: Iterable[Change], requirements: list[str]) -> Iterator[Suggestion]:
    """What changes a text that is there, once each; everything else the AI may have said is dropped."""
    seen: set[str] = set()
    writable = material.writable
    for change in changes:
        after, before = plain(change.after), writable.get(change.path, "")
        if not before or not after or after == before or len(after) > LONGEST_TEXT or change.path in seen:
            continue
        if adds_markup(after, before):
            continue
        seen.add(change.path)
        made = Suggestion(
            kind=change.kind,
            path=material.places[change.path],
            before=before,
            after=after,
            why=without_markup(change.why, before)[:500],
            requirement=change.requirement[:500] if change.requirement in requirements else "",
            evidence=[quote for each in change.evidence[:MOST_QUOTES] if (quote := plain(each)[:LONGEST_QUOTE])],
        )
        yield material.judged(made, change.path)


def _data(material: Material, round_: Round) -> dict[str, Any]:
    """Nothing that says how the person is reached."""
    texts = [{"path": path, "text": text} for path, text in material.writable.items()]
    data: dict[str, Any] = {"texts": texts, "context": material.context, "facts": material.facts}
    return data | {"requirements": _requirements(round_)} if round_.posting else data


def _requirements(round_: Round) -> list[str]:
    return [each.text for each in _reading(round_).requirements]


def _reading(round_: Round) -> PostingReading:
    """What the posting asks; nothing without one, or after it was deleted."""
    return PostingReading.model_validate(round_.posting.reading) if round_.posting else PostingReading()


def _questions(material: Material, round_: Round) -> list[Suggestion]:
    """By rules: what isn't shown is a fact about the resume, and no matter of opinion."""
    return questions(match(material.document, _reading(round_), today=timezone.localdate()).requirements)


def _prompt(round_: Round) -> Prompt:
    return PROMPT[Round.Scope(round_.scope)]


def _round(round_id: UUID) -> Round:
    try:
        return Round.objects.select_related("resume__owner", "posting").get(pk=round_id)
    except Round.DoesNotExist:
        raise GONE from None
