"""Suggestions by rules, and what the person decides on them."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.deciding import accept, make_version
from resumes.editing import drafting
from resumes.editing.drafting import change, draft_of, steps
from resumes.editing.operations import Put
from resumes.editing.whole_texts import places_of, text_at
from resumes.models import Fact, Resume, Round, Suggestion, Version
from resumes.posting_intake import take_in
from resumes.suggestion_rounds import start
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


def made(resume: Resume, *after: str, by: Round.By = Round.By.RULES, **fields: object) -> Suggestion:
    """The first of suggestions for bullets of the first job."""
    round_ = Round.objects.create(resume=resume, scope="improve", by=by)
    for at, text in enumerate(after):
        dotted = f"work[0].highlights[{1 - at}]"
        values = {"kind": "wording", "why": "Shorter.", "before": held(resume, dotted), "path": place(resume, dotted)}
        Suggestion.objects.create(round=round_, number=at + 1, after=text, **(values | fields))
    return round_.suggestions.get(number=1)


def url(suggestion: Suggestion, act: str = "") -> str:
    number = f"{suggestion.number}/{act}/" if act else ""
    return f"/resumes/{suggestion.round.resume_id}/suggestions/{suggestion.round_id}/{number}"


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


def test_for_a_job_what_they_ask_for_comes_first(alice: User, resume: Resume) -> None:
    round_ = start(resume, by=Round.By.RULES, posting=take_in(alice, POSTING))
    ordered = round_.suggestions.get(kind="order", path__endswith="keywords")
    accept(ordered)
    words = held(resume, "skills[0].keywords").split(", ")
    assert sorted(words) == sorted(ordered.before.split(", "))
    assert {"Kafka", "Terraform"} == set(words[:2])


def test_without_a_key_ai_is_off_and_says_so(alices: Client, resume: Resume) -> None:
    shown = alices.get(f"/resumes/{resume.pk}/suggestions/").text
    assert 'value="ai" aria-describedby="by-ai" disabled' in shown
    answer = alices.post(f"/resumes/{resume.pk}/suggestions/", {"by": "ai", "posting": ""})
    assert answer.status_code == 422
    assert "AI is not set up on this site." in answer.text
    assert not Round.objects.exists()


def test_a_change_is_accepted_into_the_editor_and_taken_back_by_its_undo(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "accept"))
    assert held(resume) == "Released the ledger weekly"
    assert "In the editor" in alices.get(url(suggestion)).text
    alices.post(url(suggestion, "undo"))
    assert held(resume) == LEDGER
    assert steps(draft_of(resume)).redo
    suggestion.refresh_from_db()
    assert suggestion.is_open


def test_a_change_under_another_is_taken_back_alone(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "accept"))
    change(draft_of(resume), [Put(path="basics/label", value="Engineer")], "Changed the headline")
    alices.post(url(suggestion, "undo"))
    assert held(resume) == LEDGER
    assert held(resume, "basics.label") == "Engineer"


def test_what_was_written_on_since_is_not_taken_back(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "accept"))
    change(draft_of(resume), [Put(path=place(resume), value="My own")], "Changed a bullet")
    answer = alices.post(url(suggestion, "undo"))
    assert answer.status_code == 409
    assert "You went on writing there" in answer.text
    assert held(resume) == "My own"
    suggestion.refresh_from_db()
    assert suggestion.is_applied


def test_an_edited_change_goes_in_as_the_person_wrote_it(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "edit"), {"written": "Shipped the ledger every week"})
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.written) == ("edited", "Shipped the ledger every week")
    assert held(resume) == "Shipped the ledger every week"


@pytest.mark.parametrize(("written", "sentence"), [("", "or reject the suggestion"), ("x" * 5001, "Shorten it")])
def test_an_edit_that_cannot_be_gets_a_sentence_and_stays(
    alices: Client, resume: Resume, written: str, sentence: str
) -> None:
    answer = alices.post(url(made(resume, "Released the ledger weekly"), "edit"), {"written": written})
    assert answer.status_code == 409
    assert sentence in answer.text
    assert written in answer.text
    assert held(resume) == LEDGER


def test_a_rejected_change_changes_nothing_and_can_be_opened_again(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "reject"))
    assert "Rejected" in alices.get(url(suggestion)).text
    alices.post(url(suggestion, "undo"))
    suggestion.refresh_from_db()
    assert suggestion.is_open
    assert held(resume) == LEDGER


def test_a_text_changed_meanwhile_refuses_with_both_texts(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    change(draft_of(resume), [Put(path=place(resume), value="My own words")], "Changed a bullet")
    answer = alices.post(url(suggestion, "accept"))
    assert answer.status_code == 409
    assert "My own words" in answer.text
    assert "Released the ledger weekly" in answer.text
    assert held(resume) == "My own words"
    suggestion.refresh_from_db()
    assert suggestion.is_open


def test_a_line_removed_meanwhile_refuses(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Suggestion.objects.update(path="work/999/highlights/1/#text")
    answer = alices.post(url(suggestion, "accept"))
    assert "was removed from your resume" in answer.text


def test_what_the_guard_refused_cannot_be_put_in_by_post(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Led 40 people with Kafka", question=True, reasons=[{"sentence": "Did you lead?"}])
    for act, data in (("accept", {}), ("edit", {"written": "Led 40 people"})):
        answer = alices.post(url(suggestion, act), data)
        assert answer.status_code == 409
        assert "Answer the question instead" in answer.text
    alices.post(url(suggestion) + "accept-kind/", {"kind": "wording"})
    assert held(resume) == LEDGER


def test_all_of_a_kind_go_in_at_once(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services to Kubernetes")
    assert "Accept all 2" in alices.get(url(suggestion)).text
    alices.post(url(suggestion) + "accept-kind/", {"kind": "wording"})
    assert held(resume) == "Released the ledger weekly"
    assert held(resume, "work[0].highlights[0]") == "Moved 14 services to Kubernetes"
    assert draft_of(resume).edits.count() == 1


def test_of_a_kind_what_does_not_fit_any_more_stays_open(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services to Kubernetes")
    change(draft_of(resume), [Put(path=place(resume), value="My own words")], "Changed a bullet")
    shown = alices.post(url(suggestion) + "accept-kind/", {"kind": "wording"}, follow=True).text
    assert "1 left open" in shown
    assert held(resume) == "My own words"


def test_of_a_kind_what_is_gone_stays_open(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Suggestion.objects.update(path="work/999/highlights/1/#text")
    assert "1 left open" in alices.post(url(suggestion) + "accept-kind/", {"kind": "wording"}, follow=True).text


def test_of_a_kind_too_much_for_a_resume_is_refused_with_a_sentence(
    alices: Client, resume: Resume, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggestion = made(resume, "Released the ledger weekly " * 20)
    monkeypatch.setattr(drafting, "MOST_BYTES", 10)
    assert (
        "larger than we can keep"
        in alices.post(url(suggestion) + "accept-kind/", {"kind": "wording"}, follow=True).text
    )
    assert held(resume) == LEDGER


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


def test_what_was_accepted_makes_a_version_named_for_the_employer(alices: Client, alice: User, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Round.objects.update(posting=take_in(alice, POSTING, employer="Example Payments"))
    alices.post(url(suggestion, "accept"))
    alices.post(url(suggestion) + "version/")
    version = Version.objects.get(origin="rules")
    assert version.name == "Example Payments"
    assert "Released the ledger weekly" in str(version.document)
    assert Round.objects.get().version == version
    assert "With suggestions by rules" in alices.get(f"/resumes/{resume.pk}/versions/").text


def test_nothing_accepted_makes_no_version(alices: Client, resume: Resume) -> None:
    shown = alices.post(url(made(resume, "Released")) + "version/", follow=True).text
    assert "so there is no new one" in shown
    assert Version.objects.count() == 1


def test_a_version_of_an_ai_round_says_so(resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", by=Round.By.AI)
    accept(suggestion)
    assert make_version(suggestion.round).origin == "ai"


def test_a_second_click_counts_once(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "accept"))
    answer = alices.post(url(suggestion, "accept"))
    assert answer.status_code == 409
    assert draft_of(resume).edits.count() == 1


def test_htmx_shows_a_refusal_on_the_card(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    answer = alices.post(url(suggestion, "edit"), {"written": " "}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "or reject the suggestion" in answer.text
    assert held(resume) == LEDGER


@pytest.mark.parametrize("act", ["accept", "reject", "answer"])
def test_what_was_decided_is_not_decided_again(alices: Client, resume: Resume, act: str) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Suggestion.objects.update(state="rejected")
    answer = alices.post(url(suggestion, act), {"answer": "Yes"})
    assert "decided on already" in answer.text
    assert held(resume) == LEDGER
    assert not Fact.objects.exists()


def test_what_is_open_is_not_taken_back(alices: Client, resume: Resume) -> None:
    assert "decided on already" in alices.post(url(made(resume, "Released"), "undo")).text


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


def test_htmx_gets_the_card_and_the_sum(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services")
    answer = alices.post(url(suggestion, "accept"), headers={"HX-Request": "true"})
    assert answer.text.count("<article") == 1
    assert 'id="sum" hx-swap-oob="true"' in answer.text
    assert "<html" not in answer.text


PATHS = ("", "accept-kind/", "version/", "1/accept/", "1/edit/", "1/reject/", "1/undo/", "1/answer/")


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
