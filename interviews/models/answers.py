"""What a person answers: typed or spoken, saved as it is given, tried again later."""

from typing import ClassVar

from django.db import models

from interviews.models.conversations import Question
from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id


def stored_chunk(chunk: "Chunk", _name: str) -> str:
    return f"recordings/{chunk.answer_id}/{chunk.take}-{chunk.number}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    """The vocabulary of answers."""

    def given(self) -> "AnswerQuerySet":
        return self.filter(state=Answer.State.GIVEN)

    def in_order(self) -> "AnswerQuerySet":
        return self.order_by("question__number", "attempt")


class Answer(models.Model):
    """attempt: 1 is that of the interview, more are tries afterwards. text: what counts, whether typed or heard.

    heard: the transcript as it came. seconds: of the recording. late_text: what came after the time; kept, not judged.
    take: the recording that counts; a new one begins with the next number.
    """

    class State(models.TextChoices):
        OPEN = "open"
        GIVEN = "given"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    attempt = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=5, choices=State, default=State.OPEN)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0, help_text="Counts saved changes of the text.")
    heard = models.TextField(blank=True)
    seconds = models.FloatField(null=True)
    take = models.PositiveSmallIntegerField(default=0)
    late_text = models.TextField(blank=True)
    hearing = models.OneToOneField(
        Job, on_delete=models.RESTRICT, null=True, related_name="heard_answer", help_text="The newest transcription."
    )
    judging = models.OneToOneField(
        Job, on_delete=models.RESTRICT, null=True, related_name="judged_answer", help_text="The newest assessment."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    given_at = models.DateTimeField(null=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["question", "attempt"], name="answer_attempt_once")]

    def __str__(self) -> str:
        return f"answer {self.attempt} to {self.question_id}"

    @property
    def is_given(self) -> bool:
        return self.state == self.State.GIVEN

    @property
    def is_spoken(self) -> bool:
        return self.take > 0


class Chunk(models.Model):
    """A piece of a recording as it came. The stored name carries nothing of the person's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="chunks")
    take = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(help_text="Counts from 0.")
    file = models.FileField(upload_to=stored_chunk, max_length=200)
    size = models.PositiveIntegerField(help_text="Bytes.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["answer", "take", "number"], name="chunk_once")]

    def __str__(self) -> str:
        return f"chunk {self.number} of {self.answer_id}"
