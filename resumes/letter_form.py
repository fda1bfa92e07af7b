"""What people fill in about a cover letter."""

from collections.abc import Sequence
from typing import Any

from django import forms

from resume_agent.lib.mistakes import FocusesMistakes
from resumes.letter_checking import MOST_CHARACTERS
from resumes.models import Letter, Version
from resumes.share_form import choice_of

LANGUAGES = [("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish")]
MOST_TYPED = 50_000
MOST_REVISIONS = 2**31 - 1
LENGTHS = [(Letter.Length.SHORT, "Short, about 120 words"), (Letter.Length.MEDIUM, "Medium, about 220 words")]


class LetterForm(FocusesMistakes, forms.Form):
    """How a new letter is to be."""

    tone = forms.ChoiceField(choices=Letter.Tone.choices, initial=Letter.Tone.PLAIN)
    length = forms.ChoiceField(choices=LENGTHS, initial=Letter.Length.MEDIUM)
    language = forms.ChoiceField(choices=LANGUAGES, help_text="That of the posting, unless you choose another.")

    def __init__(self, *args: Any, versions: Sequence[Version], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = {str(version.pk): version for version in versions}
        self.fields["version"] = forms.TypedChoiceField(
            label="For this version of your resume",
            choices=[(key, f"{v.resume.title}: {choice_of(v)}") for key, v in named.items()],
            coerce=named.__getitem__,
        )
        self.order_fields(["version"])


class TextForm(FocusesMistakes, forms.Form):
    """revision: the one that the person began with. over: the one that they were shown and save theirs over."""

    text = forms.CharField(label="Your letter", max_length=MOST_TYPED, widget=forms.Textarea(attrs={"rows": 22}))
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_REVISIONS)
    over = forms.IntegerField(required=False, min_value=0, max_value=MOST_REVISIONS)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["lang"] = language

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > MOST_CHARACTERS:
            most = f"a letter can have {MOST_CHARACTERS:,}. Yours is kept here; shorten it and save again."
            raise forms.ValidationError(f"This is {len(text):,} characters; {most}")
        return text


class ConfirmForm(forms.Form):
    """sentence: of the letter, word for word. where: what backs it, in the person's words."""

    sentence = forms.CharField(max_length=MOST_CHARACTERS, widget=forms.HiddenInput)
    where = forms.CharField(max_length=1000)
