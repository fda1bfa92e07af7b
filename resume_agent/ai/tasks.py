"""What the clock runs for the ledger."""

from celery import shared_task
from django.utils import timezone

from resume_agent.ai import ledger


@shared_task(name="resume_agent.ai.settle_forgotten")
def settle_forgotten() -> None:
    ledger.settle_forgotten(timezone.now())
