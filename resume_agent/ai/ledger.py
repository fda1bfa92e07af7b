"""Money before and after a call: reserved by estimate, settled by use, caps that concurrent calls can't pass."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from resume_agent.ai.errors import SITE_USED_UP, OverBudget
from resume_agent.ai.models import SITE, Budget, Call
from resume_agent.ai.prices import Usage, cost, estimate

FORGOTTEN_AFTER = timedelta(minutes=15)
"""Longer than any call may take."""
LOST = "worker_died"


def reserve(call: Call, *, text: str, max_output_tokens: int) -> None:
    """Books the most that the call can cost, on the person's day and the site's. Raises OverBudget."""
    call.day = datetime.now(UTC).date()
    call.reserved = estimate(text, max_output_tokens, settings.AI_PRICE)
    with transaction.atomic():
        for scope, cap in _caps(call.owner_id):
            if not Budget.objects.take(scope, call.day, call.reserved, cap):
                raise OverBudget(SITE_USED_UP if scope == SITE else "")
        call.save(force_insert=True)


def settle(call: Call, *, usage: Usage, state: Call.State, error_code: str = "", request_id: str = "") -> None:
    """Replaces the reservation by what was used, once: a second settlement of the same call changes nothing."""
    spent = cost(usage, settings.AI_PRICE)
    with transaction.atomic():
        mine = Call.objects.filter(pk=call.pk, state=Call.State.RESERVED)
        changed = mine.update(
            state=state,
            cost=spent,
            error_code=error_code,
            request_id=request_id[:80],
            input_tokens=usage.input,
            cached_tokens=usage.cached,
            output_tokens=usage.output,
            ended_at=timezone.now(),
        )
        if changed:
            for scope, _ in _caps(call.owner_id):
                Budget.objects.give_back(scope, call.day, call.reserved - spent)


def settle_forgotten(now: datetime) -> int:
    """Calls that nobody can still be making. Returns how many."""
    return _settle_lost(Call.objects.reserved_before(now - FORGOTTEN_AFTER))


def settle_earlier(job: UUID, before: datetime) -> int:
    """What earlier attempts at a job left open when a new one began, at `before`. Returns how many."""
    return _settle_lost(Call.objects.reserved_before(before).filter(job=job))


def _settle_lost(calls: Iterable[Call]) -> int:
    """Their workers died: nobody knows what the provider charges, so the site keeps the most, and the person nothing.

    The work is done again, and a person's budget pays for it once.
    """
    return sum(_settle_one_lost(call) for call in calls)


@transaction.atomic
def _settle_one_lost(call: Call) -> bool:
    mine = Call.objects.filter(pk=call.pk, state=Call.State.RESERVED)
    ended = timezone.now()
    if not mine.update(state=Call.State.FAILED, error_code=LOST, cost=F("reserved"), ended_at=ended):
        return False
    if call.owner_id:
        Budget.objects.give_back(str(call.owner_id), call.day, call.reserved)
    return True


def _caps(owner_id: object) -> list[tuple[str, int]]:
    caps = [(SITE, settings.AI_DAILY_CAP_SITE)]
    return [(str(owner_id), settings.AI_DAILY_CAP_PERSON), *caps] if owner_id else caps
