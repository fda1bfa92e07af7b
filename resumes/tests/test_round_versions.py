"""Versions made of what was accepted in a round."""

import pytest
from django.test import Client

from accounts.models import User
from resumes.deciding import accept, make_version
from resumes.editing.drafting import change, draft_of
from resumes.editing.operations import Remove
from resumes.models import Resume, Round, Suggestion, Version
from resumes.posting_intake import take_in
from resumes.tests.suggesting import LEDGER, POSTING, held, made, place, url, written
from resumes.tests.suggesting import resume as resume
from resumes.versioning import NothingNew, save_version


def test_what_was_accepted_makes_a_version_named_for_the_employer(alices: Client, alice: User, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Round.objects.update(posting=take_in(alice, POSTING, employer="Example Payments"))
    alices.post(url(suggestion, "accept"))
    alices.post(url(suggestion) + "version/", {"revision": draft_of(resume).revision})
    version = Version.objects.get(origin="rules")
    assert version.name == "Example Payments"
    assert "Released the ledger weekly" in str(version.document)
    assert Round.objects.get().version == version
    assert "With suggestions by rules" in alices.get(f"/resumes/{resume.pk}/versions/").text


def test_nothing_accepted_makes_no_version(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released")
    assert "Make a version" not in alices.get(url(suggestion)).text
    shown = alices.post(url(suggestion) + "version/", {"revision": 0}, follow=True).text
    assert "so there is no new one" in shown
    assert Version.objects.count() == 1


def test_a_version_of_an_ai_round_says_so(resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", by=Round.By.AI)
    accept(suggestion)
    assert make_version(suggestion.round).origin == "ai"


def bullets(version: Version) -> list[str]:
    highlights: list[str] = version.document["work"][0]["highlights"]
    return highlights


def test_without_other_edits_it_holds_what_was_accepted_and_nothing_else(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    accept(suggestion)
    shown = alices.get(url(suggestion)).text
    assert "nothing else is new in it" in shown
    assert 'name="what"' not in shown


def test_other_edits_are_named_and_go_along_by_choice(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    accept(suggestion)
    written(resume, "Engineer of many things", "basics.label")
    written(resume, "My own words", "work[1].highlights[0]")
    shown = alices.get(url(suggestion)).text
    assert "edits that are in no version yet" in shown
    for place_of_an_edit in ('<li dir="auto">Headline</li>', "Engineer, Widget Works</li>"):
        assert place_of_an_edit in shown
    assert "Senior Engineer, Acme Ltd</li>" not in shown


def test_alone_it_leaves_other_edits_in_the_editor(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    accept(suggestion)
    written(resume, "My own words", "work[1].highlights[0]")
    alices.post(url(suggestion) + "version/", {"revision": draft_of(resume).revision, "what": "alone"})
    version = Version.objects.get(origin="rules")
    assert "Released the ledger weekly" in bullets(version)
    assert "My own words" not in str(version.document)
    assert held(resume, "work[1].highlights[0]") == "My own words"
    assert draft_of(resume).base == version
    assert "Make a version" not in alices.get(url(suggestion)).text


def test_alone_it_finds_its_line_in_a_version_whose_rows_have_other_ids(resume: Resume) -> None:
    first = place(resume, "work[0].highlights[0]").removesuffix("/#text")
    change(draft_of(resume), [Remove(path=first)], "Removed a bullet")
    save_version(draft_of(resume))
    suggestion = made(resume, "Halved it", "Released the ledger weekly")
    for number in (1, 2):
        accept(suggestion.round.suggestions.get(number=number))
    written(resume, "Engineer of many things", "basics.label")
    version = make_version(suggestion.round, alone=True)
    assert bullets(version) == ["Released the ledger weekly", "Halved it"]
    assert "Engineer of many things" not in str(version.document)


def test_what_was_accepted_on_top_of_an_edit_goes_only_with_it(alices: Client, resume: Resume) -> None:
    written(resume, "My own words")
    suggestion = made(resume, "My better words")
    accept(suggestion)
    shown = alices.get(url(suggestion)).text
    assert "Make a version" in shown
    assert 'value="alone"' not in shown
    with pytest.raises(NothingNew):
        make_version(suggestion.round, alone=True)
    assert "My better words" in bullets(make_version(suggestion.round))


def test_what_was_written_on_since_is_an_edit_and_not_what_was_accepted(resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services")
    accept(suggestion)
    accept(suggestion.round.suggestions.get(number=2))
    written(resume, "My own words")
    assert bullets(make_version(suggestion.round, alone=True))[:2] == ["Moved 14 services", LEDGER]


def test_an_order_and_a_line_in_it_both_go_in(resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    lines = held(resume, "work[0].highlights").split("\n")
    ordered = Suggestion.objects.create(
        round=suggestion.round,
        number=2,
        kind="order",
        path=place(resume, "work[0].highlights"),
        before="\n".join(lines),
        after="\n".join([lines[2], lines[0], lines[1]]),
    )
    accept(ordered)
    accept(suggestion)
    written(resume, "Engineer of many things", "basics.label")
    assert bullets(make_version(suggestion.round, alone=True)) == [lines[2], lines[0], "Released the ledger weekly"]


def test_an_editor_that_holds_something_else_by_now_makes_none(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    accept(suggestion)
    shown = draft_of(resume).revision
    written(resume, "Engineer of many things", "basics.label")
    for revision in (shown, "x", ""):
        answer = alices.post(url(suggestion) + "version/", {"revision": revision})
        assert answer.status_code == 409
        assert "so no version was made" in answer.text
    assert Version.objects.count() == 1


def test_a_second_click_makes_no_second_version(alices: Client, alice: User, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly")
    Round.objects.update(posting=take_in(alice, POSTING, employer="Example Payments"))
    alices.post(url(suggestion, "accept"))
    for _ in range(2):
        alices.post(url(suggestion) + "version/", {"revision": draft_of(resume).revision})
    assert Version.objects.count() == 2
