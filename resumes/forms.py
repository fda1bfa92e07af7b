"""What people fill in about their resumes."""

from typing import Any

from django import forms
from django.http import Http404

from accounts.models import User
from resume_agent.lib.mistakes import FocusesMistakes
from resumes.models import Resume, Version


class UploadForm(forms.Form):
    """A file, and the resume it is a newer file of, if any. What the file holds is judged by `receiving`."""

    file = forms.FileField(required=False)
    resume = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner

    def into(self) -> Resume | None:
        """The resume that the file belongs to. Raises Http404 for one that isn't this person's."""
        value = self["resume"].value()
        if not value:
            return None
        try:
            return self.owner.resumes.get(pk=forms.UUIDField().clean(value))
        except (Resume.DoesNotExist, forms.ValidationError):
            raise Http404 from None


class RenameForm(FocusesMistakes, forms.Form):
    title = forms.CharField(
        label="Name",
        max_length=Resume._meta.get_field("title").max_length,
        help_text="Only you see it. Up to 120 characters.",
    )


class VersionForm(FocusesMistakes, forms.Form):
    name = forms.CharField(
        required=False,
        max_length=Version._meta.get_field("name").max_length,
        help_text="What it is for, such as “Acme backend”. Only you see it.",
    )
    note = forms.CharField(required=False, max_length=Version._meta.get_field("note").max_length)
