"""What the person decides on all suggestions of a kind at once."""

import pytest
from django.test import Client

from resumes.editing import drafting
from resumes.editing.drafting import change, draft_of
from resumes.editing.operations import Put
from resumes.models import Resume, Suggestion
from resumes.tests.suggesting import LEDGER, held, made, place, url
from resumes.tests.suggesting import resume as resume


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


def test_each_of_a_kind_is_taken_back_alone(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services to Kubernetes")
    alices.post(url(suggestion) + "accept-kind/", {"kind": "wording"})
    alices.post(url(suggestion, "undo"))
    assert held(resume) == LEDGER
    assert held(resume, "work[0].highlights[0]") == "Moved 14 services to Kubernetes"


def test_all_of_a_kind_are_rejected_and_can_be_opened_again(alices: Client, resume: Resume) -> None:
    suggestion = made(resume, "Released the ledger weekly", "Moved 14 services to Kubernetes")
    assert "Reject all 2" in alices.get(url(suggestion)).text
    shown = alices.post(url(suggestion) + "reject-kind/", {"kind": "wording"}, follow=True).text
    assert "Rejected: 2 of the kind “wording”" in shown
    assert set(Suggestion.objects.values_list("state", flat=True)) == {"rejected"}
    assert held(resume) == LEDGER
    alices.post(url(suggestion, "undo"))
    assert Suggestion.objects.undecided().count() == 1


def test_all_questions_are_dismissed_at_once_and_refused_changes_are_no_part_of_a_kind(
    alices: Client, resume: Resume
) -> None:
    suggestion = made(resume, "", "", kind="asked", question=True)
    assert "Dismiss all 2" in alices.get(url(suggestion)).text
    alices.post(url(suggestion) + "reject-kind/", {"kind": "asked"})
    assert not Suggestion.objects.undecided().exists()
    refused = made(resume, "Led 40 people", question=True)
    alices.post(url(refused) + "reject-kind/", {"kind": "wording"})
    assert Suggestion.objects.undecided().get() == refused
