"""The circuit breaker: after several failures in a row, over all workers, nobody calls for a while."""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from resume_agent.ai.errors import ProviderDown
from resume_agent.ai.models import Circuit

FAILURES = 5
PAUSE = timedelta(seconds=30)


def check(provider: str, now: datetime) -> None:
    """Raises ProviderDown, with the time left, while the circuit is open. After that one failure opens it again."""
    if until := Circuit.objects.closed_until(provider, now):
        error = ProviderDown()
        error.retry_after = until - now
        raise error


def record_failure(provider: str) -> None:
    Circuit.objects.get_or_create(provider=provider)
    Circuit.objects.filter(provider=provider).update(failures=F("failures") + 1)
    enough = Circuit.objects.filter(provider=provider, failures__gte=FAILURES)
    enough.update(open_until=timezone.now() + PAUSE)


def record_success(provider: str) -> None:
    Circuit.objects.filter(provider=provider, failures__gt=0).update(failures=0, open_until=None)
