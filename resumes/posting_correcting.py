"""Writes what a person corrects in the reading of a posting, on top of whatever it holds by then."""

from collections.abc import Callable

from django.db import transaction

from resumes.matching.posting import PostingReading
from resumes.models import Posting
from resumes.posting_intake import NAMES, keep

Correction = Callable[[PostingReading], PostingReading]


@transaction.atomic
def correct(posting: Posting, correction: Correction) -> None:
    """Raises what the correction raises."""
    held = Posting.objects.select_for_update().get(pk=posting.pk)
    keep(held, correction(PostingReading.model_validate(held.reading)))
    held.save(update_fields=["reading", "title", "employer", "updated_at"])


@transaction.atomic
def rename(posting: Posting, *, title: str, employer: str, url: str) -> None:
    """What is emptied is what was read again."""
    held = Posting.objects.select_for_update().get(pk=posting.pk)
    given = {"title": title, "employer": employer}
    held.typed = [name for name in NAMES if given[name] and (name in held.typed or given[name] != getattr(held, name))]
    held.title, held.employer, held.url = title, employer, url
    keep(held, PostingReading.model_validate(held.reading))
    held.save(update_fields=["title", "employer", "url", "typed", "updated_at"])
