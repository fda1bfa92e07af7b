"""What was found in answers: by the judges, by the person, and an answer made of their own facts."""

from typing import ClassVar

from django.db import models

from interviews.judging.judgement import Assessed
from interviews.models.answers import Answer
from interviews.models.conversations import Question
from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """The vocabulary of assessments."""

    def newest_first(self) -> "AssessmentQuerySet":
        return self.order_by("-created_at", "-id")


class Assessment(models.Model):
    """Of one answer, as it stood at `revision`; the newest counts, earlier ones stay. Several judgements make one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="assessments")
    revision = models.PositiveIntegerField()
    rubric = models.CharField(max_length=40, help_text="As in interviews.rubric.rubric.Rubric.name.")
    prompt = models.CharField(max_length=80)
    model = models.CharField(max_length=80)
    judgements = models.JSONField(help_text="A list of interviews.judging.judgement.Judgement, as they came.")
    result = models.JSONField(help_text="interviews.judging.judgement.Assessed")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["answer", "-created_at"], name="assessment_newest")]

    def __str__(self) -> str:
        return f"assessment of {self.answer_id}"

    @property
    def assessed(self) -> Assessed:
        return Assessed.model_validate(self.result)


class SelfAssessment(models.Model):
    """The person's own levels. levels: dimension to 1 to 5."""

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, primary_key=True, related_name="self_assessment")
    rubric = models.CharField(max_length=40)
    levels = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"self-assessment of {self.answer_id}"


class ModelAnswer(models.Model):
    """How an answer to the question could sound, made only of what the person gave us.

    quotes: of the resume, facts and answers it stands on. reasons: resumes.tailoring.letter_claims.Doubt.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="model_answer")
    text = models.TextField(blank=True)
    quotes = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    prompt = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=80, blank=True)
    job = models.OneToOneField(Job, on_delete=models.RESTRICT, null=True, related_name="model_answer")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"model answer to {self.question_id}"
