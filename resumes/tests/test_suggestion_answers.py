"""Questions in place of suggestions, and what an answer backs."""

import pytest
from django.test import Client

from resumes.editing.drafting import change, draft_of
from resumes.editing.operations import Put
from resumes.models import Fact, Resume
from resumes.tests.suggesting import LEDGER, held, made, place, url
from resumes.tests.suggesting import resume as resume


def test_an_answer_backs_no_change_of_a_text_that_is_another_by_now(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly with Jenkins", question=True)
    change(draft_of(resume), [Put(path=place(resume), value="My own words")], "Changed a bullet")
    alices.post(url(suggestion, "answer"), {"answer": "I released the ledger weekly with Jenkins"})
    suggestion.refresh_from_db()
    assert (suggestion.question, suggestion.state) == (True, "answered")


def test_an_answer_is_kept_as_a_dated_fact_and_can_be_forgotten(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "", kind="asked", question=True, why="They ask for “COBOL”. Where?")
    alices.post(url(suggestion, "answer"), {"answer": "Two years at Widget Works"})
    suggestion.refresh_from_db()
    fact = Fact.objects.get(resume=resume)
    assert (suggestion.state, fact.text) == ("answered", "Two years at Widget Works")
    assert "Two years at Widget Works" in alices.get(f"/resumes/{resume.pk}/suggestions/").text
    alices.post(f"/resumes/{resume.pk}/suggestions/facts/{fact.pk}/forget/")
    assert not Fact.objects.exists()


def test_an_answer_that_backs_the_change_lets_it_be_accepted(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly with Jenkins", question=True)
    alices.post(url(suggestion, "answer"), {"answer": "I released the ledger weekly with Jenkins"})
    alices.post(url(suggestion, "accept"))
    assert held(resume) == "Released the ledger weekly with Jenkins"


def test_an_answer_that_backs_nothing_leaves_the_change_out(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly with Jenkins", question=True)
    alices.post(url(suggestion, "answer"), {"answer": "No, never"})
    alices.post(url(suggestion, "accept"))
    assert held(resume) == LEDGER


@pytest.mark.parametrize(("text", "sentence"), [(" ", "Write a line about it"), ("x" * 1001, "Say it shorter")])
def test_an_answer_that_cannot_be_gets_a_sentence(alices: Client, resume: Resume, text: str, sentence: str) -> None:
    answer = alices.post(url(made(resume, "", question=True), "answer"), {"answer": text})
    assert answer.status_code == 409
    assert sentence in answer.text
    assert not Fact.objects.exists()
