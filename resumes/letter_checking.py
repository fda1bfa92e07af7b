"""Changes of a letter: what the person writes over it, and what they say about its doubtful sentences."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from resumes.document import Document
from resumes.models import Fact, Letter, LetterText
from resumes.rendering.letters import tidied
from resumes.tailoring.letter_claims import Doubt, Told, alike, still_doubted
from resumes.tailoring.plain_words import plain

MOST_CHARACTERS = 10_000
LONGEST_QUESTION = 500
SITTING = timedelta(minutes=10)
"""Without a change, after which the text that stands there is kept before it is written over."""


class Conflict(Exception):
    """The letter was changed since the person began: in another tab, or on another device."""


def cleaned(text: str) -> str:
    """Plain line ends, one blank line between paragraphs, nothing invisible."""
    return tidied(plain(text))[:MOST_CHARACTERS].strip()


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


def write_over(letter: Letter, text: str, *, revision: int, keep: bool = False) -> None:
    """What was ever asked about and stands there is asked, also if it went and came back. keep: the text that is
    written over, even within a sitting. The same text told twice is saved once. Raises Conflict.
    """
    text = cleaned(text)
    if text == letter.text:
        return
    if letter.revision != revision:
        raise Conflict
    with transaction.atomic():
        if keep or _begins_sitting(letter):
            LetterText.objects.keep(letter)
        told = told_of(letter)
        left = still_doubted(text, _ever_doubted(letter, told), told)
        _set(letter, revision, text=text, reasons=[doubt.model_dump() for doubt in left])


def _begins_sitting(letter: Letter) -> bool:
    return timezone.now() - letter.updated_at > SITTING or not letter.earlier.exists()


def _ever_doubted(letter: Letter, told: Told) -> list[Doubt]:
    """Once each: an answer ends a doubt for good, a text that isn't there for a moment doesn't."""
    confirmed = {alike(each) for each in told.confirmed}
    found = [Doubt.model_validate(each) for text in letter.earlier.all() for each in text.reasons]
    known = [*doubts_of(letter), *(each for each in found if alike(each.where) not in confirmed)]
    return list({(doubt.where, doubt.kind, doubt.claim): doubt for doubt in known}.values())


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
