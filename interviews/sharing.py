"""Gives a report a public address for a mentor, and takes it back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from interviews import conducting
from interviews.conducting import NotNow
from interviews.models import Interview, InterviewLink

MOST_ACTIVE = 20
"""Links of one report that work at the same time."""


class TooMany(Exception):
    """As many links of this report work as may work at the same time."""


@transaction.atomic
def share(interview: Interview, *, days: int) -> InterviewLink:
    """Raises TooMany, and NotNow while the interview goes on."""
    held = conducting.held(interview.pk)
    if held.state != Interview.State.ENDED:
        raise NotNow
    if held.links.active().count() >= MOST_ACTIVE:
        raise TooMany
    return InterviewLink.objects.create(interview=held, expires_at=timezone.now() + timedelta(days=days))


def find(token: str) -> InterviewLink | None:
    """The link at this address, while it works."""
    related = InterviewLink.objects.select_related("interview__posting", "interview__version")
    return related.at(token)
