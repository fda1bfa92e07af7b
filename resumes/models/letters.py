"""What letters said before."""

from typing import ClassVar

from django.db import models

from resume_agent.lib.ids import new_id
from resumes.models.tailoring import Letter


class LetterTextQuerySet(models.QuerySet["LetterText"]):
    """The vocabulary of earlier texts."""

    def keep(self, letter: Letter) -> None:
        """The text as it is now, once for each revision."""
        said = {"text": letter.text, "reasons": letter.reasons, "written_at": letter.updated_at}
        self.get_or_create(letter=letter, revision=letter.revision, defaults=said)

    def newest_first(self) -> "LetterTextQuerySet":
        return self.order_by("-revision")

    def first_of(self, letter: Letter) -> "LetterText | None":
        """As it was first written."""
        return self.filter(letter=letter).order_by("revision").first()


class LetterText(models.Model):
    """An earlier text of a letter: its first, and what stood there before a sitting or before another took over."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="earlier")
    revision = models.PositiveIntegerField()
    text = models.TextField()
    reasons = models.JSONField(default=list, help_text="resumes.tailoring.letter_claims.Doubt")
    written_at = models.DateTimeField(help_text="When this text was last changed.")

    objects = LetterTextQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["letter", "revision"], name="letter_text_once")]

    def __str__(self) -> str:
        return f"earlier text of {self.letter_id}"

    @property
    def words(self) -> int:
        return len(self.text.split())
