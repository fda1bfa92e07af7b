"""Suggestions made to measure, for this app's tests."""

import pytest

from accounts.models import User
from resumes.editing.drafting import change, draft_of
from resumes.editing.operations import Put
from resumes.editing.whole_texts import places_of, text_at
from resumes.models import Resume, Round, Suggestion
from resumes.tests.given import read

POSTING = """Backend Engineer
Example Payments, London

What you bring
- Experience with Kafka
- Experience with Terraform
- Three years with COBOL
"""
LEDGER = "Responsible for the weekly release of the ledger"
BULLET = "work[0].highlights[1]"


@pytest.fixture
def resume(alice: User) -> Resume:
    return read(alice)


def place(resume: Resume, dotted: str = BULLET) -> str:
    return places_of(draft_of(resume).outline)[dotted]


def held(resume: Resume, dotted: str = BULLET) -> str:
    return text_at(draft_of(resume).outline, place(resume, dotted))


def written(resume: Resume, text: str, dotted: str = BULLET) -> None:
    """By the person, in the editor."""
    change(draft_of(resume), [Put(path=place(resume, dotted), value=text)], "Changed a bullet")


def made(resume: Resume, *after: str, by: Round.By = Round.By.RULES, **fields: object) -> Suggestion:
    """The first of suggestions for bullets of the first job, in a round of their own."""
    round_ = Round.objects.create(resume=resume, scope="improve", by=by)
    for at, text in enumerate(after):
        dotted = f"work[0].highlights[{1 - at}]"
        values = {"kind": "wording", "why": "Shorter.", "before": held(resume, dotted), "path": place(resume, dotted)}
        Suggestion.objects.create(round=round_, number=at + 1, after=text, **(values | fields))
    return round_.suggestions.get(number=1)


def url(suggestion: Suggestion, act: str = "") -> str:
    number = f"{suggestion.number}/{act}/" if act else ""
    return f"/resumes/{suggestion.round.resume_id}/suggestions/{suggestion.round_id}/{number}"
