"""The editor for two at once, without a script, and where it has to ask."""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from resumes.editing import drafting
from resumes.editing.tests.given import DOCUMENT, resume
from resumes.models import Edit, Resume, Version
from resumes.tests.sending import HTMX, body, outline, rename, send


@pytest.fixture
def made(alice: User) -> Resume:
    return resume(alice)


def test_the_same_save_twice_is_one_change(alices: Client, made: Resume) -> None:
    rename(alices, made, "Alice Sample")

    assert rename(alices, made, "Alice Sample").status_code == 200
    assert Edit.objects.count() == 1


def test_a_save_over_an_unseen_change_is_refused_with_both_texts(alices: Client, made: Resume) -> None:
    rename(alices, made, "Theirs")

    answer = send(
        alices, made, basics__name="Mine", seen__basics__name="Alice Example", basics__phone="1", seen__basics__phone=""
    )

    assert answer.status_code == 409
    assert "Changed elsewhere since you opened this." in body(answer)
    assert "<dd>Theirs</dd>" in body(answer)
    assert "<dd>Mine</dd>" in body(answer)
    assert outline(made)["basics"] == {**DOCUMENT["basics"], "name": "Theirs", "phone": "1"}  # type: ignore[dict-item]


def test_a_conflict_stays_until_the_person_chooses(alices: Client, made: Resume) -> None:
    rename(alices, made, "Theirs")
    shown = body(rename(alices, made, "Mine"))
    seen = re.search(r'name="seen:basics/name" value="([^"]*)"', shown)
    assert seen

    assert rename(alices, made, "Mine", seen=seen[1]).status_code == 409


def test_mine_is_kept_when_the_person_says_so(alices: Client, made: Resume) -> None:
    rename(alices, made, "Theirs")
    chosen = {"keep": "basics/name", "theirs:basics/name": "Theirs"}

    assert rename(alices, made, "Mine", **chosen).status_code == 200
    assert outline(made)["basics"]["name"] == "Mine"


def test_mine_is_not_kept_over_what_the_person_was_not_shown(alices: Client, made: Resume) -> None:
    rename(alices, made, "Theirs")
    chosen = {"keep": "basics/name", "theirs:basics/name": "Something older"}

    assert rename(alices, made, "Mine", **chosen).status_code == 409


def test_the_other_text_is_taken_when_the_person_says_so(alices: Client, made: Resume) -> None:
    rename(alices, made, "Theirs")

    answer = rename(alices, made, "Mine", take="basics/name")

    assert answer.status_code == 200
    assert re.search(r'<input class="edit-input" id="basics-name"[^>]*value="Theirs"[^>]*hx-swap-oob', body(answer))
    assert outline(made)["basics"]["name"] == "Theirs"


def test_without_script_a_save_leads_back_to_its_row(alices: Client, made: Resume) -> None:
    answer = send(alices, made, script=False, work__1__position="Lead", seen__work__1__position="Engineer")

    assert answer.status_code == 302
    assert answer["Location"] == f"/resumes/{made.pk}/edit/?at=work/1#row-work-1"
    assert "Saved." in body(alices.get(answer["Location"]))


def test_without_script_a_conflict_keeps_what_was_typed(alices: Client, made: Resume) -> None:
    rename(alices, made, "Theirs")

    answer = rename(alices, made, "Mine", script=False)

    assert answer.status_code == 409
    assert 'value="Mine"' in body(answer)
    assert "<dd>Theirs</dd>" in body(answer)


def test_without_script_a_mistake_keeps_what_was_typed(alices: Client, made: Resume) -> None:
    answer = send(alices, made, script=False, work__1__startDate="soonish", seen__work__1__startDate="Mar 2020")

    assert answer.status_code == 422
    assert 'value="soonish"' in body(answer)
    assert "We can’t read this as a date." in body(answer)


def test_without_script_undo_leads_back_and_says_what_it_did(alices: Client, made: Resume) -> None:
    rename(alices, made, "A")

    answer = send(alices, made, "undo", script=False)

    assert "Undone: changed “Name”." in body(alices.get(answer["Location"]))
    assert "There is nothing left to undo." in body(send(alices, made, "undo"))
    send(alices, made, "redo")
    assert "There is nothing to do again." in body(send(alices, made, "redo"))


def test_what_was_removed_elsewhere_is_put_back_with_the_text(alices: Client, made: Resume) -> None:
    send(alices, made, "remove", remove="work/1")
    typed: dict[str, Any] = {"work__1__name": "Acme Ltd", "work__1__startDate": "no date"}

    refused = send(alices, made, **typed)
    assert refused.status_code == 409
    assert "This was removed elsewhere while you wrote it" in body(refused)
    assert "Acme Ltd" in body(refused)
    assert send(alices, made, "add", put_back="1", **typed).status_code == 200
    assert {"#": "1", "name": "Acme Ltd"} in outline(made)["work"]


def test_a_bullet_that_was_removed_elsewhere_is_put_back(alices: Client, made: Resume) -> None:
    alices.get(f"/resumes/{made.pk}/edit/")
    send(alices, made, "add", add="work/1/highlights/b2")
    send(alices, made, "remove", remove="work/1/highlights/b2")

    typed = {"work/1/highlights/b2/#text": "Baked"}
    answer = alices.post(f"/resumes/{made.pk}/edit/add/", {**typed, "put_back": "1"}, headers=HTMX)

    assert answer.status_code == 200
    assert outline(made)["work"][0]["highlights"][-1] == {"#": "b2", "#text": "Baked"}


def test_what_went_elsewhere_can_be_removed_again_but_not_moved(alices: Client, made: Resume) -> None:
    send(alices, made, "remove", remove="work/1")

    assert send(alices, made, "remove", remove="work/1").status_code == 200
    moved = send(alices, made, "move", up="work/1")
    assert (moved.status_code, "That was removed elsewhere" in body(moved)) == (422, True)


def test_a_change_that_always_loses_the_race_is_told(
    alices: Client, made: Resume, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(alices, made, "A")
    monkeypatch.setattr(drafting, "RETRIES", 0)

    for answer in (rename(alices, made, "B", seen="A"), send(alices, made, "undo")):
        assert "changed in several places at once" in body(answer)
    assert outline(made)["basics"]["name"] == "A"


def unsure(owner: User) -> Resume:
    fields = [
        {"path": "basics.name", "value": "Alice Example", "confidence": 0.4},
        {"path": "skills[0].keywords[1]", "value": "Go", "confidence": 0.5},
        {"path": "work[0].position", "value": "Engineer", "confidence": 0.9},
    ]
    return resume(owner, origin=Version.Origin.UPLOAD, reading={"fields": fields})


def test_what_the_parser_was_unsure_of_is_asked_first(alices: Client, alice: User) -> None:
    page = body(alices.get(f"/resumes/{unsure(alice).pk}/edit/"))

    asked = page.split('id="asks"')[1].split('id="fields"')[0]
    assert re.findall(r'name="sure" value="([^"]*)"', asked) == ["basics/name", "skills/5/keywords"]


def test_an_answer_takes_the_question_away(alices: Client, alice: User) -> None:
    made = unsure(alice)

    confirmed = rename(alices, made, "Alice Example", sure="basics/name")
    assert 'value="basics/name"' not in body(confirmed).split('id="asks"')[1].split('id="preview"')[0].split("seen:")[0]
    assert outline(made)["#"] == {"ask": ["skills/5/keywords"]}
    send(alices, made, skills__5__keywords="Python", seen__skills__5__keywords="Python, Go")
    assert outline(made)["#"] == {"ask": []}
