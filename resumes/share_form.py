"""What a person chooses when they share a version."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format

from resume_agent.lib.mistakes import FocusesMistakes
from resumes.models import Version

DAYS = {"7": "7 days", "30": "30 days", "90": "90 days"}


class ShareForm(FocusesMistakes, forms.Form):
    days = forms.TypedChoiceField(
        label="How long the link works", choices=list(DAYS.items()), coerce=int, initial="30", widget=forms.RadioSelect
    )
    shows_contact = forms.BooleanField(
        label="Show my contact details",
        required=False,
        help_text="E-mail, phone, street address, website and profiles. Your town stays visible either way.",
    )

    def __init__(self, *args: Any, versions: Sequence[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {str(version.pk): version for version in versions}
        self.fields["version"] = forms.TypedChoiceField(
            label="What you share",
            choices=[(key, choice_of(version)) for key, version in named.items()],
            coerce=named.__getitem__,
        )
        self.order_fields(["version"])


def choice_of(version: Version) -> str:
    return f"{version.title}, {date_format(version.created_at, 'j F Y, H:i')}"
