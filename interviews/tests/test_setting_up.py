"""Setting an interview up, and our own bank that plans it where there is no AI."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from interviews.models import Interview, Question
from interviews.tests.wanting import CHOICES, a_posting, set_up, wanted
from resumes.posting_intake import take_in
from resumes.tests.given import RESUME, read
from resumes.tests.writing import POSTING


def test_without_a_resume_there_is_nothing_to_plan_from(alices: Client) -> None:
    assert "there is none yet" in alices.get("/interviews/new/").text
    assert alices.post("/interviews/new/", CHOICES).status_code == 422


def test_without_a_key_the_bank_plans_at_once_and_says_so(alices: Client, alice: User) -> None:
    data = wanted(alice, posting=str(a_posting(alice).pk))
    assert "No AI is set up on this site" in alices.get("/interviews/new/").text
    page = set_up(alices, data)
    interview = Interview.objects.get()
    assert (interview.state, interview.title, interview.questions.count()) == (
        "ready",
        "Backend Engineer at Example Payments",
        5,
    )
    assert "Questions from our own bank." in page
    assert "From your resume" in page
    assert "They ask" in page


def test_every_question_quotes_what_stands_in_resume_or_posting(alices: Client, alice: User) -> None:
    set_up(alices, wanted(alice, minutes="45", posting=str(a_posting(alice).pk)))
    quotes = [each.comes_from.quote for each in Question.objects.all() if each.comes_from.quote]
    assert quotes
    assert [quote for quote in quotes if quote not in RESUME and quote not in POSTING] == []


def test_a_second_interview_repeats_no_question(alices: Client, alice: User) -> None:
    data = wanted(alice)
    set_up(alices, data)
    set_up(alices, data)
    assert Question.objects.count() == 10
    assert Question.objects.values("fingerprint").distinct().count() == 10


def test_a_line_with_contact_data_is_not_quoted_with_it(alices: Client, alice: User) -> None:
    line = "Ran the help desk at help@acme.example for 40 people every week"
    text = RESUME.replace("Wrote the incident guide that 4 teams use", line)
    version = read(alice, text=text, name="b.txt").versions.get()
    set_up(alices, {**CHOICES, "version": str(version.pk), "minutes": "45"})
    assert not Question.objects.filter(text__contains="help@acme.example").exists()
    assert "help@acme.example" not in str(list(Question.objects.values_list("source", flat=True)))


def test_when_nothing_is_left_to_ask_the_form_says_so_and_keeps_the_choices(alices: Client, alice: User) -> None:
    data = wanted(alice, kind="screening", minutes="45", language="fr")
    while Interview.objects.count() < 9 and "nothing left to ask" not in (page := set_up(alices, data)):
        pass
    assert "nothing left to ask" in page
    assert 'value="fr" selected' in page
    assert not Interview.objects.filter(questions=None).exists()


@pytest.mark.parametrize("field", ["kind", "rhythm", "minutes", "seniority", "style", "language", "medium", "version"])
def test_a_choice_that_is_not_offered_is_refused(alices: Client, alice: User, field: str) -> None:
    assert alices.post("/interviews/new/", wanted(alice, **{field: "7"})).status_code == 422
    assert not Interview.objects.exists()


def test_a_strangers_version_or_posting_is_refused(alices: Client, alice: User, charlie: User) -> None:
    strange, posting = read(charlie).versions.get(), a_posting(charlie)
    assert alices.post("/interviews/new/", wanted(alice, version=str(strange.pk))).status_code == 422
    assert alices.post("/interviews/new/", wanted(alice, posting=str(posting.pk))).status_code == 422
    assert not Interview.objects.exists()


def test_the_job_that_was_come_from_and_its_language_are_chosen(alices: Client, alice: User) -> None:
    read(alice)
    text = "Wir suchen Sie als Entwickler\n\nIhr Profil\n- Erfahrung mit PostgreSQL und Kubernetes\n- Sie sind im Team"
    posting = take_in(alice, text)
    page = alices.get(f"/interviews/new/?posting={posting.pk}").text
    assert f'value="{posting.pk}" selected' in page
    assert 'value="de" selected' in page


@pytest.mark.parametrize("address", ["/interviews/", "/interviews/new/", "/interviews/{}/plan/"])
def test_pages_ask_the_database_little(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    set_up(alices, wanted(alice, minutes="45", posting=str(a_posting(alice).pk)))
    with django_assert_max_num_queries(10):
        assert alices.get(address.format(Interview.objects.get().pk)).status_code == 200
