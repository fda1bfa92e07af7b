"""Suggestions to a resume, what the person said beyond it, and letters."""

from typing import ClassVar

from django.db import models

from resume_agent.jobs.models import Job
from resume_agent.lib.ids import new_id
from resumes.models.library import Resume, Version
from resumes.models.postings import Posting


class Fact(models.Model):
    """What the person typed in answer to a question, in their words; backs suggestions like a line of the resume."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="facts")
    posting = models.ForeignKey(Posting, on_delete=models.SET_NULL, null=True, related_name="facts")
    question = models.CharField(max_length=500)
    text = models.CharField(max_length=1000)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"fact {self.id}"


class RoundQuerySet(models.QuerySet["Round"]):
    """The vocabulary of requests for suggestions."""

    def newest_first(self) -> "RoundQuerySet":
        return self.order_by("-created_at", "-id")

    def under_way(self, posting: Posting | None) -> "RoundQuerySet":
        """Those for the posting, or for any reader, that a job works on or will."""
        return self.filter(posting=posting, job__state__in=[Job.State.QUEUED, Job.State.RUNNING])

    def with_state(self) -> "RoundQuerySet":
        """Brings along what a line about a round needs, with `count` and `open_count` of its suggestions."""
        still_open = models.Q(suggestions__state=Suggestion.State.OPEN)
        return self.select_related("job", "posting", "version").annotate(
            count=models.Count("suggestions"), open_count=models.Count("suggestions", filter=still_open)
        )


class Round(models.Model):
    """One request for suggestions on what the editor holds. prompt and model: of the AI, empty for rules."""

    class Scope(models.TextChoices):
        IMPROVE = "improve"
        TAILOR = "tailor"

    class By(models.TextChoices):
        RULES = "rules"
        AI = "ai"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="rounds")
    posting = models.ForeignKey(Posting, on_delete=models.SET_NULL, null=True, related_name="rounds")
    scope = models.CharField(max_length=8, choices=Scope)
    by = models.CharField(max_length=8, choices=By)
    prompt = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=80, blank=True)
    job = models.OneToOneField(Job, on_delete=models.RESTRICT, null=True, related_name="round")
    version = models.ForeignKey(
        Version, on_delete=models.SET_NULL, null=True, related_name="rounds", help_text="Made of what was accepted."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["resume", "-created_at"], name="round_newest")]

    def __str__(self) -> str:
        return f"round {self.id}"


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """The vocabulary of suggestions."""

    def in_order(self) -> "SuggestionQuerySet":
        return self.order_by("number")

    def undecided(self) -> "SuggestionQuerySet":
        return self.filter(state=Suggestion.State.OPEN)

    def applicable(self) -> "SuggestionQuerySet":
        """Those that say what to write instead, and that the evidence guard let pass."""
        return self.filter(question=False).exclude(after="")

    def of_kind(self, kind: str) -> "SuggestionQuerySet":
        return self.filter(kind=kind)

    def applied(self) -> "SuggestionQuerySet":
        return self.filter(state__in=[Suggestion.State.ACCEPTED, Suggestion.State.EDITED])

    def still(self, suggestion: "Suggestion") -> "SuggestionQuerySet":
        """The suggestion, if nobody decided otherwise since it was read."""
        return self.filter(pk=suggestion.pk, state=suggestion.state)


class Suggestion(models.Model):
    """One change. path: of the draft's outline (`resumes.editing.outline`). after: empty when it only asks.

    A question can't be applied: the evidence guard found something in it that nothing backs.
    """

    class State(models.TextChoices):
        OPEN = "open"
        ACCEPTED = "accepted"
        EDITED = "edited"
        REJECTED = "rejected"
        ANSWERED = "answered"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="suggestions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=32)
    path = models.CharField(max_length=200, blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    written = models.TextField(blank=True, help_text="What was put into the draft, when the person edited it first.")
    why = models.CharField(max_length=500)
    requirement = models.CharField(max_length=500, blank=True, help_text="Of the posting, that it serves.")
    evidence = models.JSONField(default=list, help_text="Quotes.")
    question = models.BooleanField(default=False)
    reasons = models.JSONField(default=list, help_text="resumes.tailoring.suggestion.Reason")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    decided_at = models.DateTimeField(null=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "number"], name="suggestion_number_once")]

    def __str__(self) -> str:
        return f"suggestion {self.number} of {self.round_id}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_applicable(self) -> bool:
        """Whether it can be put into the draft."""
        return bool(self.after) and not self.question

    @property
    def is_applied(self) -> bool:
        return self.state in {self.State.ACCEPTED, self.State.EDITED}

    @property
    def put_in(self) -> str:
        """What the draft holds because of it."""
        return self.written or self.after


class LetterQuerySet(models.QuerySet["Letter"]):
    """The vocabulary of cover letters."""

    def newest_first(self) -> "LetterQuerySet":
        return self.order_by("-created_at", "-id")

    def whole(self) -> "LetterQuerySet":
        """With all that a page or a file of a letter needs, in one query."""
        return self.select_related("version__resume", "posting", "job").defer("version__reading")

    def of_resume(self, resume: Resume) -> "LetterQuerySet":
        return self.filter(version__resume=resume)

    def named(self) -> "LetterQuerySet":
        """Newest first, with what a line about a letter needs: its posting, nothing large."""
        large = ("text", "reasons", "posting__text", "posting__reading")
        return self.newest_first().select_related("posting").defer(*large)


class Letter(models.Model):
    """A cover letter for a version and a posting. reasons: what the guard found that nothing backs."""

    class Tone(models.TextChoices):
        PLAIN = "plain"
        WARM = "warm"
        FORMAL = "formal"

    class Length(models.TextChoices):
        SHORT = "short"
        MEDIUM = "medium"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="letters")
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="letters")
    tone = models.CharField(max_length=8, choices=Tone, default=Tone.PLAIN)
    length = models.CharField(max_length=8, choices=Length, default=Length.MEDIUM)
    language = models.CharField(max_length=2, default="en")
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0, help_text="Counts saved changes of the text.")
    reasons = models.JSONField(default=list, help_text="resumes.tailoring.suggestion.Reason")
    prompt = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=80, blank=True)
    job = models.OneToOneField(Job, on_delete=models.RESTRICT, null=True, related_name="letter")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["posting", "-created_at"], name="letter_newest")]

    def __str__(self) -> str:
        return f"letter {self.id}"

    @property
    def is_by_rules(self) -> bool:
        return self.job_id is None and not self.model

    @property
    def is_written(self) -> bool:
        """Whether there is a text to edit: not while it is being written, nor where that came to nothing."""
        return self.job is None or self.job.state == Job.State.DONE
