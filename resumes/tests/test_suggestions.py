"""Rounds of suggestions: asked for, shown, and whose they are."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.models import Fact, Resume, Round, Suggestion
from resumes.posting_intake import take_in
from resumes.suggestion_rounds import start
from resumes.tests.suggesting import LEDGER, POSTING, held, made, url
from resumes.tests.suggesting import resume as resume


def test_rules_suggest_at_once_and_say_that_they_are_rules(alices: Client, resume: Resume) -> None:
    shown = alices.post(f"/resumes/{resume.pk}/suggestions/", {"by": "rules", "posting": ""}, follow=True).text
    assert "By rules" in shown
    assert "By AI" not in shown
    assert LEDGER.split()[0] in re.sub(r"<[^>]+>", "", shown)


def test_for_a_job_what_is_not_shown_becomes_a_question(alices: Client, alice: User, resume: Resume) -> None:
    posting = take_in(alice, POSTING)
    assert f"/resumes/{resume.pk}/suggestions/?posting={posting.pk}" in alices.get(f"/postings/{posting.pk}/").text
    assert (
        f'value="{posting.pk}" selected' in alices.get(f"/resumes/{resume.pk}/suggestions/?posting={posting.pk}").text
    )
    shown = alices.post(f"/resumes/{resume.pk}/suggestions/", {"by": "rules", "posting": posting.pk}, follow=True).text
    assert "COBOL" in shown
    assert not Suggestion.objects.filter(requirement__contains="COBOL").exclude(question=True, after="").exists()


def test_without_a_key_ai_is_off_and_says_so(alices: Client, resume: Resume) -> None:
    shown = alices.get(f"/resumes/{resume.pk}/suggestions/").text
    assert 'value="ai" aria-describedby="by-ai" disabled' in shown
    answer = alices.post(f"/resumes/{resume.pk}/suggestions/", {"by": "ai", "posting": ""})
    assert answer.status_code == 422
    assert "AI is not set up on this site." in answer.text
    assert not Round.objects.exists()


def test_nothing_found_is_said(alices: Client, resume: Resume) -> None:
    round_ = Round.objects.create(resume=resume, scope="improve", by="rules")
    assert "Nothing to suggest" in alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text


def test_what_stands_in_a_suggestion_is_escaped(alices: Client, resume: Resume) -> None:
    suggestion = made(
        resume, "<script>alert(1)</script>", why="<b>why</b>", evidence=["<i>x</i>"], requirement="<u>r</u>"
    )
    shown = alices.get(url(suggestion)).text
    for tag in ("<script>alert", "<b>why", "<i>x", "<u>r"):
        assert tag not in shown


ACTS = ("accept", "edit", "reject", "undo", "rebase", "answer")
PATHS = ("", "accept-kind/", "reject-kind/", "version/", *(f"1/{act}/" for act in ACTS))


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_gets_404(charlies: Client, resume: Resume, path: str) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    ask = charlies.post if path else charlies.get
    assert ask(url(suggestion) + path, {"written": "x", "answer": "x", "kind": "wording"}).status_code == 404
    assert held(resume) == LEDGER


def test_a_stranger_sees_no_start_page_and_forgets_nothing(charlies: Client, resume: Resume) -> None:
    fact = Fact.objects.create(resume=resume, question="?", text="Mine")
    assert charlies.get(f"/resumes/{resume.pk}/suggestions/").status_code == 404
    assert charlies.post(f"/resumes/{resume.pk}/suggestions/facts/{fact.pk}/forget/").status_code == 404
    assert Fact.objects.exists()


def test_a_strangers_posting_cannot_be_chosen(alices: Client, charlie: User, resume: Resume) -> None:
    strange = take_in(charlie, POSTING)
    answer = alices.post(f"/resumes/{resume.pk}/suggestions/", {"by": "rules", "posting": strange.pk})
    assert answer.status_code == 422
    assert not Round.objects.exists()


def test_pages_take_few_queries(
    alices: Client, alice: User, resume: Resume, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    round_ = start(resume, by=Round.By.RULES, posting=take_in(alice, POSTING))
    for _ in range(5):
        start(resume, by=Round.By.RULES)
        Fact.objects.create(resume=resume, question="?", text="Yes")
    for path in ("", f"{round_.pk}/"):
        with django_assert_max_num_queries(8):
            alices.get(f"/resumes/{resume.pk}/suggestions/{path}")


def test_a_round_says_that_its_job_was_deleted(alices: Client, alice: User, resume: Resume) -> None:
    posting = take_in(alice, POSTING)
    round_ = start(resume, by=Round.By.RULES, posting=posting)
    posting.delete()
    for path in ("", f"{round_.pk}/"):
        assert "For a job that you deleted" in alices.get(f"/resumes/{resume.pk}/suggestions/{path}").text
