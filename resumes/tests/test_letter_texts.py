"""A letter's text over time: saved while it is written, and what stood there before is kept."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from resume_agent.ai.tests.conftest import fake as fake  # a fixture
from resume_agent.jobs.models import Job
from resumes.models import Letter, LetterText
from resumes.tests.test_letters import doubtful
from resumes.tests.writing import DOUBTFUL, HONEST, INVENTED, a_letter, address
from tests.provider.server import Provider

BY_ITSELF = {"HX-Request": "true"}


def save(client: Client, letter: Letter, text: str, revision: int) -> str:
    data = {"text": text, "revision": str(revision)}
    return client.post(address(letter, "save/"), data, headers=BY_ITSELF).text


def test_a_save_by_itself_answers_with_what_is_around_the_text(alices: Client, alice: User) -> None:
    letter = doubtful(alice)
    answer = alices.post(address(letter, "save/"), {"text": HONEST, "revision": "0"}, headers=BY_ITSELF)
    assert answer.headers["X-Letter"] == "1"
    assert "data-clock" in answer.text
    assert "export/pdf/" in answer.text
    assert "<textarea" not in answer.text
    assert "words of about 220" in answer.text


def test_a_conflict_by_itself_brings_the_saved_text(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text="From another device.", revision=3)
    answer = alices.post(address(letter, "save/"), {"text": "Mine.", "revision": "2"}, headers=BY_ITSELF)
    assert (answer.status_code, answer.headers["X-Letter"]) == (409, "3")
    assert "From another device." in answer.text
    assert 'name="over" value="3"' in answer.text


def test_the_same_text_told_twice_is_no_conflict(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text=HONEST, revision=3)
    assert alices.post(address(letter, "save/"), {"text": HONEST, "revision": "2"}).status_code == 302
    letter.refresh_from_db()
    assert letter.revision == 3


def test_a_long_letter_says_so(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text="word " * 300)
    assert "longer than the 220 you chose" in alices.get(address(letter)).text


def test_what_was_first_written_is_kept_and_a_sitting_is_one_change(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text=HONEST)
    save(alices, letter, "One.", 0)
    save(alices, letter, "Two.", 1)
    assert [kept.text for kept in letter.earlier.newest_first()] == [HONEST]
    Letter.objects.update(updated_at=timezone.now() - timedelta(hours=1))
    save(alices, letter, "Three.", 2)
    assert [kept.text for kept in letter.earlier.newest_first()] == ["Two.", HONEST]


def test_a_doubtful_sentence_that_was_cut_and_pasted_is_still_asked(alices: Client, alice: User) -> None:
    letter = doubtful(alice)
    save(alices, letter, HONEST, 0)
    assert INVENTED not in alices.get(address(letter)).text
    save(alices, letter, DOUBTFUL, 1)
    letter.refresh_from_db()
    assert [each["claim"] for each in letter.reasons] == ["12 engineers"]


def test_an_earlier_text_is_taken_back_and_the_one_there_is_kept(alices: Client, alice: User) -> None:
    letter = a_letter(alice, text=HONEST)
    save(alices, letter, "Something else.", 0)
    kept = letter.earlier.get()
    path = address(letter, f"earlier/{kept.pk}/")
    shown = alices.get(path).text
    assert "Take this text" in shown
    assert "Something else." in shown
    alices.post(path)
    letter.refresh_from_db()
    assert letter.text == HONEST
    assert {each.text for each in letter.earlier.all()} == {HONEST, "Something else."}
    assert f"earlier/{kept.pk}/" in alices.get(address(letter)).text


def test_what_was_there_when_it_was_stopped_is_shown_and_can_be_kept(
    fake: Provider, alices: Client, alice: User
) -> None:
    letter = a_letter(alice, text=DOUBTFUL)
    Job.objects.update(state="stopped")
    assert INVENTED in alices.get(address(letter)).text
    assert "Keep this part" in alices.get(address(letter)).text
    alices.post(address(letter, "keep-part/"))
    shown = alices.get(address(letter)).text
    assert "It is true" in shown
    assert "By AI" in shown


def test_rules_in_place_of_a_part_keep_the_part(fake: Provider, alices: Client, alice: User) -> None:
    letter = a_letter(alice, text="Dear hir")
    Job.objects.update(state="stopped")
    alices.post(address(letter, "by-rules/"))
    assert LetterText.objects.get().text == "Dear hir"


def test_another_letter_begins_with_the_choices_of_this_one(alices: Client, alice: User) -> None:
    letter = a_letter(alice)
    shown = alices.get(f"/postings/{letter.posting_id}/letters/new/?tone=formal&length=short&language=fr").text
    assert shown.count("selected>") >= 3
    assert 'value="formal" selected' in shown


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_strangers_earlier_text_is_not_found(charlies: Client, alices: Client, alice: User, method: str) -> None:
    letter = a_letter(alice, text=HONEST)
    save(alices, letter, "One.", 0)
    for text_id in (letter.earlier.get().pk, uuid4()):
        assert getattr(charlies, method)(address(letter, f"earlier/{text_id}/")).status_code == 404
    assert alices.get(address(letter, f"earlier/{uuid4()}/")).status_code == 404
    assert charlies.post(address(letter, "keep-part/")).status_code == 404
