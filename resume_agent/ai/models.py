"""The ledger of AI calls, the budgets that they draw on, and the circuit breaker that all workers share."""

from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F

from resume_agent.lib.ids import new_id

SITE = "site"


class CallQuerySet(models.QuerySet["Call"]):
    def reserved_before(self, moment: datetime) -> "CallQuerySet":
        """Begun before then, and not settled."""
        return self.filter(state=Call.State.RESERVED, created_at__lt=moment)


class Call(models.Model):
    """One call to the provider, also a failed one. Amounts are millionths of a US dollar."""

    class State(models.TextChoices):
        RESERVED = "reserved"
        DONE = "done"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="ai_calls")
    day = models.DateField(help_text="UTC; whose budgets it draws on.")
    job = models.UUIDField(null=True)
    purpose = models.CharField(max_length=40)
    prompt = models.CharField(max_length=80, help_text="Name and version.")
    model = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State, default=State.RESERVED)
    error_code = models.CharField(max_length=32, blank=True)
    reserved = models.PositiveBigIntegerField()
    cost = models.PositiveBigIntegerField(default=0)
    input_tokens = models.PositiveIntegerField(default=0)
    cached_tokens = models.PositiveIntegerField(default=0)
    output_tokens = models.PositiveIntegerField(default=0)
    request_id = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["day", "model"], name="ai_call_day"),
            models.Index(fields=["state", "created_at"], name="ai_call_open"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.id} ({self.state})"


class BudgetQuerySet(models.QuerySet["Budget"]):
    """Takes and gives back in one statement each, so that calls at the same time can't pass a cap together."""

    def take(self, scope: str, day: date, amount: int, cap: int) -> bool:
        self.get_or_create(scope=scope, day=day)
        row = self.filter(scope=scope, day=day, used__lte=cap - amount)
        return row.update(used=F("used") + amount) == 1

    def give_back(self, scope: str, day: date, amount: int) -> None:
        self.filter(scope=scope, day=day).update(used=F("used") - amount)


class Budget(models.Model):
    """What a person, or the whole site, has used on a day: settled calls plus reservations of those under way."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scope = models.CharField(max_length=40, help_text="site, or a person's id.")
    day = models.DateField(help_text="UTC.")
    used = models.BigIntegerField(default=0)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["scope", "day"], name="ai_budget_once")]

    def __str__(self) -> str:
        return f"budget of {self.day}"


class CircuitQuerySet(models.QuerySet["Circuit"]):
    def closed_until(self, provider: str, now: datetime) -> datetime | None:
        return self.filter(provider=provider, open_until__gt=now).values_list("open_until", flat=True).first()


class Circuit(models.Model):
    """failures: in a row, over all workers. open_until: no calls before that moment."""

    provider = models.CharField(primary_key=True, max_length=200)
    failures = models.PositiveIntegerField(default=0)
    open_until = models.DateTimeField(null=True)

    objects = CircuitQuerySet.as_manager()

    def __str__(self) -> str:
        return f"circuit of {self.provider}"
