"""What somebody answers."""

from django import forms

MOST_CHARACTERS = 20_000
TOO_LONG = f"An answer can have {MOST_CHARACTERS:,} characters. Yours is kept here; shorten it and send it again."


class AnswerForm(forms.Form):
    """revision: the one that the person began with."""

    text = forms.CharField(
        label="Your answer",
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"max_length": TOO_LONG},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
