"""What became of a version is named: jobs that it was sent for, letters, and what goes when it is deleted."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.models import Fact, Letter, Posting, Resume, Round, Version
from resumes.tests.given import read
from resumes.tests.writing import a_letter


@pytest.fixture
def letter(alice: User) -> Letter:
    letter = a_letter(alice)
    Posting.objects.update(version=letter.version)
    return letter


def paths(letter: Letter) -> dict[str, str]:
    resume, version = letter.version.resume_id, letter.version_id
    Version.objects.create(resume_id=resume, origin="edit", document={})
    return {
        "list": f"/resumes/{resume}/versions/",
        "version": f"/resumes/{resume}/versions/{version}/delete/",
        "resume": f"/resumes/{resume}/delete/",
        "posting": f"/postings/{letter.posting_id}/delete/",
    }


@pytest.mark.parametrize("page", ["list", "version", "resume", "posting"])
def test_a_letter_is_linked_wherever_it_is_used_or_would_go(alices: Client, letter: Letter, page: str) -> None:
    assert f'href="/postings/{letter.posting_id}/letters/{letter.pk}/"' in alices.get(paths(letter)[page]).text


@pytest.mark.parametrize(("page", "words"), [("list", "Sent for"), ("version", "You sent this version for")])
def test_the_job_that_a_version_was_sent_for_is_linked(alices: Client, letter: Letter, page: str, words: str) -> None:
    shown = alices.get(paths(letter)[page]).text
    assert words in shown
    assert f'href="/postings/{letter.posting_id}/">Backend Engineer, Example Payments</a>' in shown


def test_deleting_a_resume_names_suggestions_and_answers(alices: Client, alice: User) -> None:
    resume: Resume = read(alice)
    page = f"/resumes/{resume.pk}/delete/"
    assert "With it go" not in alices.get(page).text
    Round.objects.create(resume=resume, scope="improve", by="rules")
    Fact.objects.create(resume=resume, question="?", text="Yes")
    assert "With it go 1 round of suggestions and 1 answer that you gave us." in alices.get(page).text


def test_deleting_a_job_names_the_suggestions_that_stay(alices: Client, letter: Letter) -> None:
    made = Round.objects.create(resume=letter.version.resume, posting=letter.posting, scope="tailor", by="rules")
    shown = alices.get(f"/postings/{letter.posting_id}/delete/").text
    assert f'href="/resumes/{made.resume_id}/suggestions/{made.pk}/"' in shown
    alices.post(f"/postings/{letter.posting_id}/delete/")
    assert Round.objects.exists()
    assert not Letter.objects.exists()


def test_many_letters_take_no_more_queries(
    alices: Client, alice: User, letter: Letter, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        a_letter(alice)
    for path in paths(letter).values():
        with django_assert_max_num_queries(8):
            alices.get(path)
    assert "and 2 more" in alices.get(paths(letter)["list"]).text
