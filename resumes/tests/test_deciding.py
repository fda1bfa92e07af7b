"""What the person decides on one suggestion: accepted, edited, rejected, taken back."""

import pytest
from django.test import Client

from accounts.models import User
from resumes.deciding import accept
from resumes.editing.drafting import change, draft_of, steps, undo
from resumes.editing.operations import Put
from resumes.models import Fact, Resume, Round, Suggestion
from resumes.posting_intake import take_in
from resumes.suggestion_rounds import start
from resumes.tests.suggesting import LEDGER, POSTING, held, made, place, url, written
from resumes.tests.suggesting import resume as resume


def test_for_a_job_what_they_ask_for_comes_first(alice: User, resume: Resume) -> None:
    round_ = start(resume, by=Round.By.RULES, posting=take_in(alice, POSTING))
    ordered = round_.suggestions.get(kind="order", path__endswith="keywords")
    accept(ordered)
    words = held(resume, "skills[0].keywords").split(", ")
    assert sorted(words) == sorted(ordered.before.split(", "))
    assert {"Kafka", "Terraform"} == set(words[:2])


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


@pytest.mark.parametrize(("text", "sentence"), [("", "or reject the suggestion"), ("x" * 5001, "Shorten it")])
def test_an_edit_that_cannot_be_gets_a_sentence_and_stays(
    alices: Client, resume: Resume, text: str, sentence: str
) -> None:
    answer = alices.post(url(made(resume, "Released the ledger weekly"), "edit"), {"written": text})
    assert answer.status_code == 409
    assert sentence in answer.text
    assert text in answer.text
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


def test_htmx_gets_the_card_and_the_sum(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services")
    answer = alices.post(url(suggestion, "accept"), headers={"HX-Request": "true"})
    assert answer.text.count("<article") == 1
    assert 'id="sum" hx-swap-oob="true"' in answer.text
    assert "<html" not in answer.text


def test_of_two_rounds_on_one_line_the_second_is_refused_with_both_texts(alices: Client, resume: Resume) -> None:
    first, second = made(resume, "Released the ledger weekly"), made(resume, "Shipped the ledger each week")
    alices.post(url(first, "accept"))
    answer = alices.post(url(second, "accept"))
    assert answer.status_code == 409
    assert "Stands there now" in answer.text
    assert '<dd dir="auto">Released the ledger weekly</dd>' in answer.text
    assert '<dd dir="auto">Shipped the ledger each week</dd>' in answer.text
    assert 'href="#suggestion-1"' in answer.text
    assert held(resume) == "Released the ledger weekly"
    alices.post(url(first, "undo"))
    alices.post(url(second, "accept"))
    assert held(resume) == "Shipped the ledger each week"


def test_what_another_round_put_on_top_is_not_taken_back_from_under_it(alices: Client, resume: Resume) -> None:
    first = made(resume, "Released the ledger weekly")
    alices.post(url(first, "accept"))
    second = made(resume, "Shipped the ledger each week")
    alices.post(url(second, "accept"))
    answer = alices.post(url(first, "undo"))
    assert "Put in before" in answer.text
    assert held(resume) == "Shipped the ledger each week"
    for suggestion in (second, first):
        alices.post(url(suggestion, "undo"))
    assert held(resume) == LEDGER


def test_an_edit_that_comes_too_late_keeps_what_was_typed(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    written(resume, "My own words")
    answer = alices.post(url(suggestion, "edit"), {"written": "Typed meanwhile"})
    assert "Typed meanwhile" in answer.text
    assert held(resume) == "My own words"


def test_what_was_undone_in_the_editor_is_said_and_can_be_opened_again(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "accept"))
    undo(draft_of(resume))
    assert "Accepted, changed since" in alices.get(url(suggestion)).text
    alices.post(url(suggestion, "undo"))
    suggestion.refresh_from_db()
    assert suggestion.is_open
    assert held(resume) == LEDGER


def test_what_is_gone_since_cannot_be_taken_back(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    alices.post(url(suggestion, "accept"))
    Suggestion.objects.update(path="work/999/highlights/1/#text")
    assert "there is nothing to take back" in alices.post(url(suggestion, "undo")).text


def test_a_change_of_a_text_changed_since_can_be_held_against_the_new_one(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    written(resume, "Released the ledger weekly, by hand")
    assert "Suggest it for what stands there now" in alices.post(url(suggestion, "accept")).text
    alices.post(url(suggestion, "rebase"))
    assert '<span class="visually-hidden">removed: </span>, by hand</del>' in alices.get(url(suggestion)).text
    alices.post(url(suggestion, "accept"))
    assert held(resume) == "Released the ledger weekly"
    alices.post(url(suggestion, "undo"))
    assert held(resume) == "Released the ledger weekly, by hand"


def test_held_against_another_text_it_may_have_become_a_question(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    written(resume, "My own words")
    alices.post(url(suggestion, "rebase"))
    suggestion.refresh_from_db()
    assert suggestion.question
    assert "Accept</button>" not in alices.get(url(suggestion)).text


@pytest.mark.parametrize("fields", [{"kind": "order"}, {"question": True}, {"state": "rejected"}, {"path": "work/999"}])
def test_what_cannot_be_held_against_another_text_gets_a_sentence(
    alices: Client, resume: Resume, fields: dict[str, str]
) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Suggestion.objects.update(**fields)
    assert alices.post(url(suggestion, "rebase")).status_code == 409
    assert Suggestion.objects.get().before == LEDGER
