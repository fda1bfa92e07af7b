"""Background work as a row: nothing is lost while the row is there."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone

from resume_agent.jobs.steps import StepRecord, end_all
from resume_agent.lib.ids import new_id

GAVE_UP = "gave_up"


class JobQuerySet(models.QuerySet["Job"]):
    """The vocabulary of background work."""

    def of(self, owner: AbstractBaseUser | AnonymousUser) -> "JobQuerySet":
        return self.filter(owner_id=owner.pk)

    def claimable(self, now: datetime) -> "JobQuerySet":
        """Work that a worker may take."""
        return self.filter(state=Job.State.QUEUED, run_at__lte=now)

    def due(self, now: datetime) -> "JobQuerySet":
        """Queued work that nobody took although it is time: its message was never sent, got lost, or waits."""
        return self.filter(state=Job.State.QUEUED, send_at__lte=now).order_by("send_at")

    def lapsed(self, now: datetime) -> "JobQuerySet":
        """Work whose worker went silent: it died, or lost touch with the database."""
        return self.filter(state=Job.State.RUNNING, lease_until__lte=now).order_by("lease_until")

    def held(self, job: "Job") -> "JobQuerySet":
        """This job's row, as long as nobody claimed it after `job` was read."""
        return self.filter(pk=job.pk, state=Job.State.RUNNING, fence=job.fence)


class Job(models.Model):
    """One piece of work. `fence` grows at each claim; only the worker that holds the newest may write the result."""

    class State(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        STOPPED = "stopped"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=64)
    subject = models.UUIDField(help_text="The id of the object that the work is for.")
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    fence = models.PositiveBigIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    run_at = models.DateTimeField(default=timezone.now, help_text="Not before this moment.")
    send_at = models.DateTimeField(default=timezone.now, help_text="When the sweep sends its message (again).")
    steps = models.JSONField(default=list, help_text="A list of StepRecord.")
    error_code = models.CharField(max_length=64, blank=True)
    error = models.CharField(max_length=500, blank=True, help_text="A sentence for the person.")
    result_url = models.CharField(max_length=200, blank=True)
    tried_since = models.DateTimeField(null=True, blank=True, help_text="When the first of its attempts began.")
    stop_wanted_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["state", "send_at"], name="job_due"),
            models.Index(fields=["state", "lease_until"], name="job_lapsed"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id} ({self.state})"

    @property
    def is_over(self) -> bool:
        return self.state in {self.State.DONE, self.State.FAILED, self.State.STOPPED}

    @property
    def can_retry(self) -> bool:
        """Whether trying again may help: a verdict on what the person gave stays the same, an accident may not."""
        return self.state == self.State.STOPPED or (self.state == self.State.FAILED and self.error_code == GAVE_UP)

    def claim(self, now: datetime, *, lease: timedelta, steps: list[StepRecord]) -> bool:
        """Take the work by compare-and-set on the fence as it was read. False if another worker was faster."""
        return self._move(
            Job.objects.claimable(now).filter(pk=self.pk, fence=self.fence),
            state=self.State.RUNNING,
            fence=self.fence + 1,
            attempts=self.attempts + 1,
            lease_until=now + lease,
            steps=steps,
            started_at=now,
            tried_since=self.tried_since if self.attempts else now,
            error_code="",
            error="",
        )

    def advance(self, steps: list[StepRecord], lease_until: datetime) -> bool:
        """Record progress and renew the lease. False if another worker has claimed it meanwhile."""
        return self._move(self._held, steps=steps, lease_until=lease_until)

    def requeue(self, run_at: datetime, *, sentence: str = "") -> bool:
        """Give the work back, to be done from `run_at` on. False if another worker has claimed it meanwhile."""
        return self._move(
            self._held, state=self.State.QUEUED, run_at=run_at, send_at=run_at, lease_until=None, error=sentence[:500]
        )

    def fail(self, code: str, sentence: str, *, now: datetime) -> bool:
        """End it with a sentence for the person. False if another worker has claimed it meanwhile."""
        return self._move(
            self._held,
            state=self.State.FAILED,
            error_code=code,
            error=sentence[:500],
            finished_at=now,
            lease_until=None,
        )

    def want_stop(self, now: datetime) -> bool:
        """End it if nobody works on it, else ask whoever does to stop. False if it is over."""
        queued = Job.objects.filter(pk=self.pk, state=self.State.QUEUED)
        running = Job.objects.filter(pk=self.pk, state=self.State.RUNNING)
        ended = {"state": self.State.STOPPED, "finished_at": now, "error": ""}
        return self._move(queued, **ended) or self._move(running, stop_wanted_at=now)

    def is_stop_wanted(self) -> bool:
        """Whether the person asked to stop this attempt."""
        return self._held.filter(stop_wanted_at__isnull=False).exists()

    def stop(self, *, now: datetime) -> bool:
        """End it because the person wanted so. False if another worker has claimed it meanwhile."""
        return self._move(self._held, state=self.State.STOPPED, finished_at=now, lease_until=None, error="")

    def finish(self, *, now: datetime) -> bool:
        """Mark it done. False if another worker has claimed it meanwhile; then nothing may be saved."""
        steps = end_all(self.steps, now)
        return self._move(self._held, state=self.State.DONE, steps=steps, finished_at=now, lease_until=None)

    def revive(self, now: datetime, *, send_at: datetime) -> bool:
        """Queue failed or stopped work anew, with all its attempts. False if it is neither."""
        failed = Job.objects.filter(pk=self.pk, state__in=[self.State.FAILED, self.State.STOPPED])
        return self._move(
            failed,
            state=self.State.QUEUED,
            attempts=0,
            run_at=now,
            send_at=send_at,
            steps=[],
            error_code="",
            error="",
            finished_at=None,
            stop_wanted_at=None,
        )

    def postpone_sending(self, send_at: datetime) -> bool:
        """Reserve the right to send its message now. False if another sweep has, or a worker took it."""
        queued = Job.objects.filter(pk=self.pk, state=self.State.QUEUED, send_at=self.send_at)
        return self._move(queued, send_at=send_at)

    @property
    def _held(self) -> JobQuerySet:
        return Job.objects.held(self)

    def _move(self, rows: JobQuerySet, **changes: Any) -> bool:
        """One UPDATE that changes the row, and this object, only if the row is still among `rows`."""
        if not rows.update(**changes):
            return False
        for name, value in changes.items():
            setattr(self, name, value)
        return True
