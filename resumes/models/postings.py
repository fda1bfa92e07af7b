"""The jobs a person looks at."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id
from resumes.models.library import Version


class PostingQuerySet(models.QuerySet["Posting"]):
    """The vocabulary of a person's job postings."""

    def newest_first(self) -> "PostingQuerySet":
        return self.order_by("-updated_at", "-id")

    def named(self) -> "PostingQuerySet":
        """Newest first, with what a line about a posting needs: nothing large."""
        return self.newest_first().defer("text", "reading")

    def in_state(self, state: str) -> "PostingQuerySet":
        return self.filter(state=state) if state in Posting.State.values else self

    def counted(self) -> dict[str, int]:
        """How many stand in each state; states without any are left out."""
        return dict(self.order_by().values_list("state").annotate(models.Count("pk")))


class Posting(models.Model):
    """A job that the person looks at, in the words of whoever offers it. prompt and model: of the AI that improved the
    reading, empty as long as none has.
    """

    class State(models.TextChoices):
        SAVED = "saved"
        APPLIED = "applied"
        INTERVIEWING = "interviewing"
        OFFER = "offer"
        REJECTED = "rejected"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="postings")
    title = models.CharField(max_length=160)
    employer = models.CharField(max_length=160, blank=True)
    url = models.URLField(max_length=500, blank=True)
    text = models.TextField(help_text="As it was given.")
    reading = models.JSONField(help_text="resumes.matching.posting.PostingReading, whose places count in `text`.")
    typed = models.JSONField(
        default=list,
        db_default=models.Value([], models.JSONField()),
        help_text="Which of title and employer the person wrote: never read over.",
    )
    prompt = models.CharField(max_length=80, blank=True, default="", db_default="")
    model = models.CharField(max_length=80, blank=True, default="", db_default="")
    job = models.OneToOneField(
        Job, on_delete=models.RESTRICT, null=True, related_name="posting", help_text="The newest that asks the AI."
    )
    state = models.CharField(max_length=12, choices=State, default=State.SAVED)
    version = models.ForeignKey(
        Version, on_delete=models.SET_NULL, null=True, related_name="postings", help_text="The one that was sent."
    )
    note = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "-updated_at"], name="posting_newest")]

    def __str__(self) -> str:
        return f"posting {self.id}"

    @property
    def is_by_ai(self) -> bool:
        """Whether an AI had a part in the reading."""
        return bool(self.prompt)

    @property
    def is_being_read(self) -> bool:
        """Whether an AI is at it, or will be."""
        return self.job is not None and not self.job.is_over
