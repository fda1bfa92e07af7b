"""What happens when an answer is given: it is kept, and a follow-up may be asked about it."""

from datetime import datetime

from django.db import transaction

from interviews import conducting, following_up, retrying
from interviews.conducting import Conflict, NotNow
from interviews.models import Answer


def draft(answer: Answer, text: str, *, revision: int, now: datetime) -> int:
    """Returns the new revision. Raises NotNow, Conflict."""
    if answer.attempt > 1:
        return retrying.draft(answer.pk, text, revision=revision)
    return conducting.draft(answer.pk, text, revision=revision, now=now)


def give(answer: Answer, text: str, *, revision: int, now: datetime) -> None:
    """Raises NotNow, Conflict."""
    if answer.attempt > 1:
        retrying.give(answer.pk, text, revision=revision, now=now)
        return
    with transaction.atomic():
        conducting.give(answer.pk, text, revision=revision, now=now)
        answer.refresh_from_db()
        if answer.state == Answer.State.GIVEN:
            following_up.consider(answer, now)


def keep_late(answer: Answer, text: str) -> None:
    """What came when the question was over; shown, and not judged. What counts already isn't kept twice."""
    if text and text != answer.text:
        Answer.objects.filter(pk=answer.pk).update(late_text=text)


def correct(answer: Answer, text: str, *, revision: int) -> None:
    """What was misheard. Only of answers that were spoken and given. Raises NotNow, Conflict."""
    if not (answer.is_spoken and answer.state == Answer.State.GIVEN):
        raise NotNow
    changed = Answer.objects.filter(pk=answer.pk, revision=revision)
    if not changed.update(text=text, revision=revision + 1):
        raise Conflict
