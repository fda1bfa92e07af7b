"""How the person wants the interview to be."""

from collections.abc import Sequence
from typing import Any

from django import forms

from interviews.models import Interview
from resume_agent.lib.mistakes import FocusesMistakes
from resumes.letter_form import LANGUAGES
from resumes.models import Posting, Version
from resumes.share_form import choice_of

KINDS = [
    ("mixed", "Mixed: some of each"),
    ("behavioural", "Behavioural: what you did, and how"),
    ("technical", "Technical: the knowledge of your field"),
    ("case", "Case: a situation to think through"),
    ("screening", "Screening: motivation and fit"),
]
RHYTHMS = [
    ("practice", "Practice: hints, pauses, no clock that ends it"),
    ("real", "Real: the clock runs, no hints, no pause"),
    ("one_way", "One-way video rhythm: 30 seconds to prepare, 2 minutes to answer each question"),
]
MEDIA = [("text", "I type"), ("voice", "I speak, and can type wherever I like")]
MINUTES = [(value, f"{value} minutes") for value in Interview.Minutes.values]


class SetupForm(FocusesMistakes, forms.Form):
    kind = forms.ChoiceField(label="Kind of interview", choices=KINDS, initial="mixed", widget=forms.RadioSelect)
    rhythm = forms.ChoiceField(label="Practice or real", choices=RHYTHMS, initial="practice", widget=forms.RadioSelect)
    minutes = forms.TypedChoiceField(label="Length", choices=MINUTES, coerce=int, initial=15)
    seniority = forms.ChoiceField(label="Level of the job", choices=Interview.Seniority.choices, initial="mid")
    style = forms.ChoiceField(label="Interviewer", choices=Interview.Style.choices, initial="neutral")
    language = forms.ChoiceField(label="Language of the interview", choices=LANGUAGES, initial="en")
    medium = forms.ChoiceField(label="How you answer", choices=MEDIA, initial="text", widget=forms.RadioSelect)

    def __init__(self, *args: Any, versions: Sequence[Version], postings: Sequence[Posting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions_by_id = {str(version.pk): version for version in versions}
        postings_by_id = {str(posting.pk): posting for posting in postings}
        self.fields["version"] = forms.TypedChoiceField(
            label="Your resume",
            choices=[(key, f"{v.resume.title}: {choice_of(v)}") for key, v in versions_by_id.items()],
            coerce=versions_by_id.__getitem__,
        )
        self.fields["posting"] = forms.TypedChoiceField(
            label="The job",
            choices=[("", "No certain job"), *((key, _named(p)) for key, p in postings_by_id.items())],
            coerce=postings_by_id.__getitem__,
            required=False,
            empty_value=None,
        )
        self.order_fields(["version", "posting"])


def _named(posting: Posting) -> str:
    return f"{posting.title}, {posting.employer}" if posting.employer else posting.title
