"""What a person chooses when they share a report."""

from django import forms

from resume_agent.lib.mistakes import FocusesMistakes
from resumes.share_form import DAYS


class ShareForm(FocusesMistakes, forms.Form):
    days = forms.TypedChoiceField(
        label="How long the link works", choices=list(DAYS.items()), coerce=int, initial="30", widget=forms.RadioSelect
    )
