"""What the editor holds, and what it can take back."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from resume_agent.lib.ids import new_id
from resumes.models.library import Resume, Version


class DraftQuerySet(models.QuerySet["Draft"]):
    """The vocabulary of drafts."""

    def at(self, draft: "Draft") -> "DraftQuerySet":
        """The draft, if nobody changed it since it was read."""
        return self.filter(pk=draft.pk, revision=draft.revision)

    def write(self, **values: object) -> bool:
        """Gives the draft its next revision; says whether there was one to change."""
        return bool(self.update(**values, revision=F("revision") + 1, updated_at=timezone.now()))


class Draft(models.Model):
    """What the editor holds: the outline of a document (`resumes.editing.outline`) and its design.

    revision: counts every accepted change; a change is written by compare-and-set on it.
    """

    resume = models.OneToOneField(Resume, on_delete=models.CASCADE, primary_key=True, related_name="draft")
    base = models.ForeignKey(Version, on_delete=models.SET_NULL, null=True, related_name="+")
    outline = models.JSONField()
    design = models.JSONField(default=dict, help_text="resumes.rendering.design.Design")
    revision = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    objects = DraftQuerySet.as_manager()

    def __str__(self) -> str:
        return f"draft of {self.resume_id}"


class EditQuerySet(models.QuerySet["Edit"]):
    """The vocabulary of a draft's undo log. The next two, because whoever takes one wants to know if there's more."""

    def next_to_undo(self) -> "EditQuerySet":
        return self.filter(undone=False).order_by("-number")[:2]

    def next_to_redo(self) -> "EditQuerySet":
        return self.filter(undone=True).order_by("number")[:2]

    def out_of_reach(self, *, oldest_kept: int) -> "EditQuerySet":
        """What a new change makes impossible to do again, and what is too old to undo."""
        return self.filter(Q(undone=True) | Q(number__lte=oldest_kept))


class Edit(models.Model):
    """One change of a draft, kept so that it can be undone and done again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="edits")
    number = models.PositiveIntegerField(help_text="The revision it made.")
    label = models.CharField(max_length=120, help_text="What it did, in words for the person, without their text.")
    forward = models.JSONField(help_text="resumes.editing.operations")
    backward = models.JSONField(help_text="resumes.editing.operations")
    undone = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EditQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["draft", "number"], name="edit_number_once")]

    def __str__(self) -> str:
        return f"edit {self.number} of {self.draft_id}"
