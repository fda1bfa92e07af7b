"""The clock and the ledger."""

from datetime import timedelta

import time_machine
from django.conf import settings
from django.utils import timezone

from accounts.models import User
from resume_agent.ai import ledger
from resume_agent.ai.models import Call
from resume_agent.ai.tasks import settle_forgotten


def test_forgotten_calls_are_settled_by_the_clock(alice: User) -> None:
    ledger.reserve(Call(owner=alice, purpose="test", prompt="p@1", model="m"), text="x", max_output_tokens=9)
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        settle_forgotten()
    assert Call.objects.get().state == "failed"


def test_the_clock_knows_the_task() -> None:
    assert settle_forgotten.name in {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
