"""Changes of a letter: what the person writes over it, and what they say about its doubtful sentences."""

import re

from django.db import transaction
from django.utils import timezone

from resumes.document import Document
from resumes.models import Fact, Letter
from resumes.rendering.letters import tidied
from resumes.tailoring.letter_claims import Doubt, Told, alike, still_doubted

MOST_CHARACTERS = 10_000
LONGEST_QUESTION = 500
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Conflict(Exception):
    """The letter was changed since the person began: in another tab, or on another device."""


def cleaned(text: str) -> str:
    """Plain line ends, one blank line between paragraphs, nothing invisible."""
    return tidied(_CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))[:MOST_CHARACTERS].strip()


def doubts_of(letter: Letter) -> list[Doubt]:
    return [Doubt.model_validate(each) for each in letter.reasons]


def told_of(letter: Letter) -> Told:
    """Needs `version` and `posting`. One query."""
    facts = list(Fact.objects.filter(resume=letter.version.resume_id).order_by("created_at"))
    return Told(
        document=Document.model_validate(letter.version.document),
        language=letter.language,
        title=letter.posting.title,
        employer=letter.posting.employer,
        facts=tuple(fact.text for fact in facts),
        confirmed=tuple(fact.question for fact in facts),
    )


def write_over(letter: Letter, text: str, *, revision: int) -> None:
    """What was asked about and still stands there is still asked. Raises Conflict."""
    text = cleaned(text)
    left = still_doubted(text, doubts_of(letter), told_of(letter))
    _set(letter, revision, text=text, reasons=[doubt.model_dump() for doubt in left])


def confirm(letter: Letter, sentence: str, where: str) -> bool:
    """Keeps what the person says about a sentence as a fact. False if it isn't asked about (any more)."""
    doubts = doubts_of(letter)
    left = [doubt for doubt in doubts if alike(doubt.where) != alike(sentence)]
    if len(left) == len(doubts):
        return False
    with transaction.atomic():
        Fact.objects.create(
            resume_id=letter.version.resume_id,
            posting=letter.posting,
            question=sentence[:LONGEST_QUESTION],
            text=where,
        )
        _set(letter, letter.revision, reasons=[doubt.model_dump() for doubt in left])
    return True


def _set(letter: Letter, revision: int, **changes: object) -> None:
    """By compare-and-set. Raises Conflict."""
    now = timezone.now()
    changes |= {"revision": revision + 1, "updated_at": now}
    if not Letter.objects.filter(pk=letter.pk, revision=revision).update(**changes):
        raise Conflict
    for name, value in changes.items():
        setattr(letter, name, value)
