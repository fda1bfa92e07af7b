"""The jobs a person looks at."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from resume_agent.lib.ids import new_id
from resumes.models.library import Version


class PostingQuerySet(models.QuerySet["Posting"]):
    """The vocabulary of a person's job postings."""

    def newest_first(self) -> "PostingQuerySet":
        return self.order_by("-updated_at", "-id")

    def in_state(self, state: str) -> "PostingQuerySet":
        return self.filter(state=state) if state in Posting.State.values else self

    def counted(self) -> dict[str, int]:
        """How many stand in each state; states without any are left out."""
        return dict(self.order_by().values_list("state").annotate(models.Count("pk")))


class Posting(models.Model):
    """A job that the person looks at, in the words of whoever offers it."""

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
