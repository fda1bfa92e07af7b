"""What a person puts right in what was read of a posting: on the page, with and without JavaScript."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from resumes.models import Posting
from resumes.posting_intake import take_in
from resumes.tests.given import read
from resumes.tests.test_postings import TEXT

KAFKA = "Experience with Kafka"


@pytest.fixture
def posting(alice: User) -> Posting:
    return take_in(alice, TEXT)


def asked(posting: Posting) -> dict[str, str]:
    posting.refresh_from_db()
    return {each["text"]: each["priority"] for each in posting.reading["requirements"]}


def send(client: Client, posting: Posting, act: str, *, script: bool = False, **data: str) -> Any:
    headers = {"HX-Request": "true"} if script else {}
    return client.post(f"/postings/{posting.pk}/requirements/{act}/", data, headers=headers)


def test_a_requirement_is_weighed_anew_and_the_match_follows(alices: Client, alice: User, posting: Posting) -> None:
    read(alice)
    answer = send(alices, posting, "weigh", words=KAFKA, priority="preferred")
    assert answer.status_code == 302
    assert asked(posting)[KAFKA] == "preferred"
    assert "Put right by you." in alices.get(f"/postings/{posting.pk}/").text


def test_what_is_taken_out_is_kept_to_be_put_back(alices: Client, posting: Posting) -> None:
    send(alices, posting, "take-out", words=KAFKA)
    assert KAFKA not in asked(posting)
    assert "1 taken out by you" in alices.get(f"/postings/{posting.pk}/").text
    send(alices, posting, "put-back", words=KAFKA)
    assert list(asked(posting))[1] == KAFKA


def test_what_is_missing_is_added_and_marked_in_the_posting(alices: Client, posting: Posting) -> None:
    send(alices, posting, "add", words="Example Payments", priority="preferred")
    send(alices, posting, "add", words="Night shifts, they said", priority="required")
    shown = alices.get(f"/postings/{posting.pk}/").text
    assert "Added by you, in your own words." in shown
    assert shown.count('class="asked-place"') == 5


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(
    ("act", "data", "sentence"),
    [
        ("add", {"words": " ", "priority": "required"}, "Write what they ask for"),
        ("add", {"words": "x" * 601, "priority": "required"}, "Add one thing at a time"),
        ("add", {"words": "Typed", "priority": "most"}, "Say whether it is required"),
        ("add", {"words": KAFKA.upper(), "priority": "required"}, "among them already"),
        ("weigh", {"words": KAFKA, "priority": ""}, "Say whether it is required"),
        ("weigh", {"words": "Rust", "priority": "required"}, "read in another way meanwhile"),
        ("take-out", {}, "read in another way meanwhile"),
        ("put-back", {"words": KAFKA}, "read in another way meanwhile"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_nothing_typed_is_lost(
    alices: Client, posting: Posting, act: str, data: dict[str, str], sentence: str, *, script: bool
) -> None:
    before = asked(posting)
    answer = send(alices, posting, act, script=script, **data)
    assert answer.status_code == (200 if script else 409)
    assert sentence in answer.text
    assert act != "add" or data["words"].strip() in answer.text
    assert asked(posting) == before


def test_htmx_gets_what_changed_and_no_more(alices: Client, posting: Posting) -> None:
    answer = send(alices, posting, "take-out", script=True, words=KAFKA)
    assert "<html" not in answer.text
    for part in ("asked", "posting-text", "posting-names", "adding"):
        assert f'id="{part}" hx-swap-oob="true"' in answer.text.replace(' dir="auto"', "").replace(" open", "")


def test_the_version_held_against_it_stays_chosen(alices: Client, alice: User, posting: Posting) -> None:
    version = read(alice).versions.get()
    address = f"/postings/{posting.pk}/requirements/take-out/?version={version.pk}"
    assert alices.post(address, {"words": KAFKA})["Location"] == f"/postings/{posting.pk}/?version={version.pk}#insight"


def test_names_are_changed_and_read_again_when_emptied(alices: Client, posting: Posting) -> None:
    address = f"/postings/{posting.pk}/names/"
    assert 'value="Backend Engineer"' in alices.get(address).text
    alices.post(address, {"title": "My job", "employer": "Acme", "url": "acme.example"})
    posting.refresh_from_db()
    assert (posting.title, posting.employer, posting.url) == ("My job", "Acme", "https://acme.example")
    assert posting.typed == ["title", "employer"]
    alices.post(address, {"title": "", "employer": "", "url": ""})
    posting.refresh_from_db()
    assert (posting.title, posting.typed) == ("Backend Engineer", [])


def test_names_left_as_they_were_read_are_not_typed(alices: Client, posting: Posting) -> None:
    alices.post(f"/postings/{posting.pk}/names/", {"title": posting.title, "employer": "", "url": ""})
    posting.refresh_from_db()
    assert posting.typed == []


def test_a_name_that_cannot_be_stays_in_the_form(alices: Client, posting: Posting) -> None:
    answer = alices.post(f"/postings/{posting.pk}/names/", {"title": "Mine", "url": "javascript:alert(1)"})
    assert answer.status_code == 422
    assert 'value="Mine"' in answer.text


ACTS = ("improve", "stop", "names", "requirements/add", "requirements/weigh", "requirements/take-out")


@pytest.mark.parametrize("path", [*ACTS, "requirements/put-back", "reading"])
def test_a_stranger_gets_404(charlies: Client, posting: Posting, path: str) -> None:
    before = asked(posting)
    ask = charlies.get if path == "reading" else charlies.post
    data = {"words": KAFKA, "priority": "preferred", "title": "Theirs"}
    assert ask(f"/postings/{posting.pk}/{path}/", data).status_code == 404
    assert asked(posting) == before
