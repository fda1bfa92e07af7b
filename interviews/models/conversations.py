"""Interviews and their questions. What moves them from state to state is `interviews.conducting`, and nothing else."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models

from accounts.models import User
from interviews.planning.competencies import Competency
from interviews.planning.plan import Source
from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id
from resumes.models import Posting, Version


class InterviewQuerySet(models.QuerySet["Interview"]):
    """The vocabulary of a person's interviews."""

    def newest_first(self) -> "InterviewQuerySet":
        return self.order_by("-created_at", "-id")

    def whole(self) -> "InterviewQuerySet":
        """With all that a page needs of its resume, posting and jobs, in one query."""
        related = ("version__resume", "posting", "plan_job", "follow_job")
        return self.select_related(*related).defer("version__reading", "posting__text")

    def listed(self) -> "InterviewQuerySet":
        """As a list shows them, with `answered` and `asked`, newest first."""
        answered = models.Count("questions", filter=models.Q(questions__state=Question.State.ANSWERED))
        rows = self.select_related("posting", "plan_job").defer("posting__text", "posting__reading")
        return rows.annotate(asked=models.Count("questions"), answered=answered).newest_first()

    def ended(self) -> "InterviewQuerySet":
        return self.filter(state=Interview.State.ENDED)


class Interview(models.Model):
    """One practice interview. title: as shown in lists, kept when version and posting are gone."""

    class State(models.TextChoices):
        PLANNING = "planning"
        READY = "ready"
        RUNNING = "running"
        PAUSED = "paused"
        ENDED = "ended"

    class Kind(models.TextChoices):
        BEHAVIOURAL = "behavioural"
        TECHNICAL = "technical"
        CASE = "case"
        SCREENING = "screening"
        MIXED = "mixed"

    class Seniority(models.TextChoices):
        ENTRY = "entry", "Entry level"
        MID = "mid", "Some years of experience"
        SENIOR = "senior"
        LEAD = "lead", "Leading others"

    class Minutes(models.IntegerChoices):
        FIVE = 5
        FIFTEEN = 15
        THIRTY = 30
        FORTY_FIVE = 45

    class Style(models.TextChoices):
        FRIENDLY = "friendly"
        NEUTRAL = "neutral"
        SCEPTICAL = "sceptical"

    class Medium(models.TextChoices):
        TEXT = "text"
        VOICE = "voice"

    class Rhythm(models.TextChoices):
        PRACTICE = "practice"
        REAL = "real"
        ONE_WAY = "one_way", "One-way video rhythm"

    class EndReason(models.TextChoices):
        FINISHED = "finished", "All questions were asked"
        TIME = "time", "The time was up"
        PERSON = "person", "You ended it"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="interviews")
    version = models.ForeignKey(Version, on_delete=models.SET_NULL, null=True, related_name="interviews")
    posting = models.ForeignKey(Posting, on_delete=models.SET_NULL, null=True, related_name="interviews")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.MIXED)
    seniority = models.CharField(max_length=8, choices=Seniority, default=Seniority.MID)
    minutes = models.PositiveSmallIntegerField(choices=Minutes, default=Minutes.FIFTEEN)
    style = models.CharField(max_length=10, choices=Style, default=Style.NEUTRAL)
    language = models.CharField(max_length=2, default="en")
    medium = models.CharField(max_length=5, choices=Medium, default=Medium.TEXT)
    rhythm = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.PRACTICE)
    state = models.CharField(max_length=8, choices=State, default=State.PLANNING)
    end_reason = models.CharField(max_length=8, choices=EndReason, blank=True)
    prompt = models.CharField(max_length=80, blank=True, help_text="That made the questions; empty for our own bank.")
    model = models.CharField(max_length=80, blank=True)
    plan_job = models.OneToOneField(Job, on_delete=models.RESTRICT, null=True, related_name="planned_interview")
    follow_job = models.OneToOneField(
        Job, on_delete=models.RESTRICT, null=True, related_name="followed_interview", help_text="The newest."
    )
    thinking_until = models.DateTimeField(null=True, help_text="How long the next question waits for a follow-up.")
    started_at = models.DateTimeField(null=True)
    deadline = models.DateTimeField(null=True, help_text="When it ends by itself; never while practising.")
    paused_at = models.DateTimeField(null=True)
    paused_seconds = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "-created_at"], name="interview_newest")]

    def __str__(self) -> str:
        return f"interview {self.id}"

    @property
    def is_by_rules(self) -> bool:
        return not self.prompt

    @property
    def is_timed(self) -> bool:
        return self.rhythm != self.Rhythm.PRACTICE

    @property
    def gives_hints(self) -> bool:
        return self.rhythm == self.Rhythm.PRACTICE

    @property
    def standing(self) -> str:
        """In a word or two, for lists."""
        if self.plan_job and self.state == self.State.PLANNING and self.plan_job.is_over:
            return "Not planned"
        return {self.State.PLANNING: "Being planned", self.State.READY: "Planned", self.State.RUNNING: "Under way"}.get(
            self.State(self.state), self.get_state_display()
        )

    @property
    def is_spoken(self) -> bool:
        return self.medium == self.Medium.VOICE


class QuestionQuerySet(models.QuerySet["Question"]):
    """The vocabulary of questions."""

    def in_order(self) -> "QuestionQuerySet":
        return self.order_by("number")

    def ahead(self) -> "QuestionQuerySet":
        return self.filter(state=Question.State.AHEAD).in_order()

    def asked_of(self, owner: User) -> "QuestionQuerySet":
        """Every question that the person ever saw in a plan."""
        return self.filter(interview__owner=owner)


class Question(models.Model):
    """number: tens for planned questions, so that follow-ups stand between. strong: what a strong answer shows.

    seconds: planned for the answer. asked_at: when the person saw it; answer_from: when answering begins (after the
    time to prepare); due_at: when the server takes what there is; None for no limit.
    """

    class State(models.TextChoices):
        AHEAD = "ahead"
        ASKED = "asked"
        ANSWERED = "answered"
        SKIPPED = "skipped"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Interview.Kind)
    competency = models.CharField(max_length=24)
    text = models.CharField(max_length=1000)
    strong = models.JSONField(default=list)
    hints = models.JSONField(default=list)
    source = models.JSONField(help_text="interviews.planning.plan.Source")
    bank_id = models.CharField(max_length=40, blank=True)
    fingerprint = models.CharField(max_length=64, help_text="interviews.planning.plan.fingerprint of the text.")
    follows = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="follow_ups")
    seconds = models.PositiveSmallIntegerField(default=150)
    state = models.CharField(max_length=8, choices=State, default=State.AHEAD)
    asked_at = models.DateTimeField(null=True)
    answer_from = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["interview", "number"], name="question_number_once")]
        indexes: ClassVar = [models.Index(fields=["fingerprint"], name="question_fingerprint")]

    def __str__(self) -> str:
        return f"question {self.number} of {self.interview_id}"

    @property
    def comes_from(self) -> Source:
        return Source.model_validate(self.source)

    @property
    def competency_label(self) -> str:
        return Competency(self.competency).label

    def is_preparing(self, now: datetime) -> bool:
        """Whether the person still thinks before the answer counts."""
        return self.state == self.State.ASKED and self.answer_from is not None and now < self.answer_from
