"""What people fill in about suggestions."""

from typing import Any

from django import forms

from accounts.models import User
from resume_agent.ai import client
from resume_agent.ai.errors import NoKey
from resume_agent.lib.mistakes import FocusesMistakes
from resumes.deciding import LONGEST_ANSWER
from resumes.models import Posting, Round

MOST_POSTINGS = 100
IMPROVE = "improve"


class StartForm(FocusesMistakes, forms.Form):
    """For which reader, and by what."""

    posting = forms.ChoiceField(label="What for", required=False)
    by = forms.ChoiceField(choices=Round.By.choices, initial=Round.By.RULES)

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.postings = {str(each.pk): each for each in owner.postings.newest_first()[:MOST_POSTINGS]}
        self.has_ai = client.configured()
        self.fields["posting"] = forms.ChoiceField(
            label="What for",
            required=False,
            choices=[("", "For any reader"), *((key, f"For {_called(each)}") for key, each in self.postings.items())],
            help_text="For a job, we compare what they ask for with what your resume shows.",
            error_messages={"invalid_choice": "This job is not among yours any more. Choose another."},
        )

    def clean_by(self) -> str:
        by: str = self.cleaned_data["by"]
        if by == Round.By.AI and not self.has_ai:
            raise forms.ValidationError(NoKey.sentence)
        return by

    def chosen(self) -> Posting | None:
        return self.postings.get(self.cleaned_data["posting"])


class AnswerForm(forms.Form):
    answer = forms.CharField(
        max_length=LONGEST_ANSWER,
        error_messages={
            "required": "Write a line about it, or leave the question.",
            "max_length": f"This is longer than {LONGEST_ANSWER:,} characters. Say it shorter.",
        },
    )


def _called(posting: Posting) -> str:
    return f"{posting.title}, {posting.employer}" if posting.employer else posting.title
