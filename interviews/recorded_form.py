"""What the page says of a recording that is over."""

from django import forms

from interviews.recording import LONGEST_SECONDS, MOST_CHUNKS


class RecordedForm(forms.Form):
    """take: its number. count: of pieces. seconds: how long it was, without pauses."""

    take = forms.IntegerField(min_value=1, max_value=32_000)
    count = forms.IntegerField(min_value=0, max_value=MOST_CHUNKS)
    seconds = forms.FloatField(min_value=0, max_value=LONGEST_SECONDS)
