"""Suggestions and a letter by a real provider: whatever it writes, nothing that the resume doesn't back is applied."""

from uuid import UUID

import pytest
from django.test import Client

from accounts.models import User
from resume_agent.ai.models import Call
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import run
from resumes.models import Round, Suggestion
from resumes.posting_intake import take_in
from resumes.suggestion_rounds import start
from resumes.tests.given import read
from resumes.tests.writing import POSTING, a_letter, address

pytestmark = [pytest.mark.live, pytest.mark.django_db(transaction=True)]


def finished(job_id: UUID | None) -> Job:
    assert job_id
    job = Job.objects.get(pk=job_id)
    run(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.DONE, job.error
    return job


@pytest.mark.parametrize("posting", ["", POSTING])
def test_suggestions_are_judged_and_accepted(alices: Client, alice: User, posting: str) -> None:
    resume = read(alice)
    round_ = start(resume, by=Round.By.AI, posting=take_in(alice, posting) if posting else None)
    page = finished(round_.job_id).result_url
    assert "By AI" in alices.get(page).text
    written = list(round_.suggestions.exclude(kind="asked"))
    assert written
    for each in written:
        alices.post(f"{page}{each.number}/accept/")
        each.refresh_from_db()
        assert (each.state == Suggestion.State.OPEN) == each.question
    assert Call.objects.get().state == Call.State.DONE


def test_a_letter_is_written_and_each_doubt_points_at_a_sentence(alices: Client, alice: User) -> None:
    letter = a_letter(alice)
    finished(letter.job_id)
    letter = type(letter).objects.get(pk=letter.pk)
    assert len(letter.text.split()) > 20
    assert all(each["where"] in letter.text for each in letter.reasons)
    assert alices.get(address(letter)).status_code == 200
    assert Call.objects.get().state == Call.State.DONE
