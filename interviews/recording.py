"""Recordings: kept piece by piece as they come, put together to be heard, and forgotten when they have served."""

import io
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, QuerySet, Sum
from django.utils import timezone

from interviews.handing_on import HEAR
from interviews.models import Answer, Chunk
from resume_agent.ai import client
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue

MOST_BYTES = 1_000_000
"""Of a piece."""
MOST_IN_ALL = 40_000_000
"""Bytes of a take: some two hours of speech."""
MOST_CHUNKS = 2_000
LONGEST_SECONDS = 3 * 3600.0
KEPT = timedelta(days=7)
TYPES = ((b"\x1aE\xdf\xa3", "webm"), (b"OggS", "ogg"), (b"RIFF", "wav"))


class Refused(Exception):
    """The piece can't be taken; the text says why."""


class Missing(Exception):
    """Pieces that haven't come yet."""

    def __init__(self, numbers: list[int]) -> None:
        super().__init__("missing")
        self.numbers = numbers


def begin_take(answer: Answer) -> int:
    """A new recording, in place of what was recorded before. Returns its number. Raises Refused."""
    if answer.state != Answer.State.OPEN:
        raise Refused("This question is over.")
    Answer.objects.filter(pk=answer.pk).update(take=F("take") + 1, seconds=None, hearing=None)
    answer.refresh_from_db(fields=["take", "seconds", "hearing"])
    forget(answer, before=answer.take)
    return answer.take


def keep(answer: Answer, *, take: int, number: int, data: bytes) -> None:
    """The same piece may come twice. Pieces of a take may come late, as long as it is the newest. Raises Refused."""
    if take != answer.take or not 0 <= number < MOST_CHUNKS or not 0 < len(data) <= MOST_BYTES:
        raise Refused("This piece of the recording can’t be taken.")
    own = answer.chunks.filter(take=take)
    if own.filter(number=number).exists():
        return
    if (own.aggregate(all=Sum("size"))["all"] or 0) + len(data) > MOST_IN_ALL:
        raise Refused("This recording is too long. What came so far is kept.")
    chunk = Chunk(answer=answer, take=take, number=number, size=len(data))
    chunk.file.save(str(number), ContentFile(data), save=False)
    Chunk.objects.bulk_create([chunk], ignore_conflicts=True)


def finish(answer: Answer, *, take: int, count: int, seconds: float) -> None:
    """All pieces are there; it is heard now, if there is an ear. Raises Refused, Missing."""
    if take != answer.take or not 0 <= count <= MOST_CHUNKS:
        raise Refused("Another recording was begun since.")
    there = set(answer.chunks.filter(take=take).values_list("number", flat=True))
    if missing := [number for number in range(count) if number not in there]:
        raise Missing(missing)
    with transaction.atomic():
        held = Answer.objects.select_for_update(of=["self"]).select_related("hearing").get(pk=answer.pk)
        held.seconds = min(max(seconds, 0.0), LONGEST_SECONDS)
        if there and client.configured() and not _is_heard(held):
            held.hearing = enqueue(owner=answer.question.interview.owner, kind=HEAR, subject=answer.pk)
        held.save(update_fields=["seconds", "hearing"])


def _is_heard(answer: Answer) -> bool:
    """Or will be: said twice that it is over, a recording is still heard once."""
    return answer.hearing is not None and answer.hearing.state not in {Job.State.FAILED, Job.State.STOPPED}


def audio_of(answer: Answer) -> tuple[io.BytesIO, str]:
    """The newest take in one piece, with the ending of its kind. Stops at a gap: what follows can't be played."""
    whole = io.BytesIO()
    for chunk in _unbroken(answer):
        with chunk.file.open("rb") as piece:
            whole.write(piece.read())
    whole.seek(0)
    return whole, ending_of(whole.getvalue()[:12])


def ending_of(head: bytes) -> str:
    """By its first bytes; "mp4" for what Safari records."""
    return next((ending for magic, ending in TYPES if head.startswith(magic)), "mp4")


def _unbroken(answer: Answer) -> Iterator[Chunk]:
    for place, chunk in enumerate(answer.chunks.filter(take=answer.take).order_by("number")):
        if chunk.number != place:
            return
        yield chunk


def forget(answer: Answer, *, before: int | None = None) -> None:
    """All pieces, or those of takes before one. Files first: no file is ever left without its row."""
    chunks = answer.chunks.all() if before is None else answer.chunks.filter(take__lt=before)
    _erase(chunks)


def forget_old(now: datetime | None = None) -> int:
    """What nobody needed for a week. Returns how many pieces went."""
    old = Chunk.objects.filter(created_at__lt=(now or timezone.now()) - KEPT)
    return _erase(old)


def _erase(chunks: QuerySet[Chunk]) -> int:
    found = list(chunks)
    for chunk in found:
        chunk.file.storage.delete(str(chunk.file.name))
    Chunk.objects.filter(pk__in=[chunk.pk for chunk in found]).delete()
    return len(found)
