"""What people fill in about a job posting."""

from collections.abc import Sequence
from typing import Any

from django import forms

from resume_agent.ai import client
from resume_agent.lib.mistakes import FocusesMistakes
from resumes.matching.reading_postings import LONGEST_REQUIREMENT
from resumes.models import Posting, Version
from resumes.posting_intake import LONGEST_NAME, MOST_CHARACTERS
from resumes.share_form import choice_of


class PostingForm(FocusesMistakes, forms.Form):
    """text or file; the rest is read from it where it is left empty. ai: only where there is a key."""

    text = forms.CharField(
        label="The posting",
        required=False,
        max_length=2 * MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Paste it whole: we find what they ask for ourselves.",
    )
    file = forms.FileField(label="Or a file with it", required=False, help_text="PDF, Word, plain text or Markdown.")
    title = forms.CharField(
        label="Job title", required=False, max_length=LONGEST_NAME, help_text="Read from the posting if empty."
    )
    employer = forms.CharField(required=False, max_length=LONGEST_NAME, help_text="Read from the posting if empty.")
    url = forms.URLField(
        label="Address", required=False, max_length=500, assume_scheme="https", help_text="So that you find it again."
    )
    ai = forms.BooleanField(label="Let AI read it too", required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not client.configured():
            del self.fields["ai"]


class NamesForm(FocusesMistakes, forms.Form):
    """What a job is called; what is left empty is read from the posting."""

    title = forms.CharField(
        label="Job title", required=False, max_length=LONGEST_NAME, help_text="Read from the posting if empty."
    )
    employer = forms.CharField(required=False, max_length=LONGEST_NAME, help_text="Read from the posting if empty.")
    url = forms.URLField(label="Address", required=False, max_length=500, assume_scheme="https")


class RequirementForm(forms.Form):
    """One requirement: which, and how much they want it."""

    words = forms.CharField(
        max_length=LONGEST_REQUIREMENT,
        error_messages={
            "required": "Write what they ask for, or copy it from the posting.",
            "max_length": f"This is longer than {LONGEST_REQUIREMENT} characters. Add one thing at a time.",
        },
    )
    priority = forms.ChoiceField(choices=[("required", "Required"), ("preferred", "Nice to have")])


class ProgressForm(FocusesMistakes, forms.Form):
    """How far an application is, and which version went out."""

    state = forms.ChoiceField(label="Where it stands", choices=Posting.State.choices)
    note = forms.CharField(required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, versions: Sequence[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {str(version.pk): version for version in versions}
        self.fields["version"] = forms.TypedChoiceField(
            label="The version you sent",
            required=False,
            choices=[("", "None yet")] + [(key, f"{v.resume.title}: {choice_of(v)}") for key, v in named.items()],
            coerce=named.__getitem__,
            empty_value=None,
        )
        self.order_fields(["state", "version"])
