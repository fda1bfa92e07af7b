"""Recordings come piece by piece, in any order, twice or late, and are forgotten when they have served."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews import recording
from interviews.models import Answer, Chunk, Interview
from interviews.tests.making import asked, begun

FIRST, SECOND = b"\x1aE\xdf\xa3first", b"second"


@pytest.fixture
def interview(alice: User) -> Interview:
    return begun(alice, now=timezone.now(), medium="voice")


def address(interview: Interview, act: str) -> str:
    return f"/interviews/{interview.pk}/answers/{asked(interview)[1].pk}/{act}"


def take(client: Client, interview: Interview) -> int:
    return int(client.post(address(interview, "take/")).json()["take"])


def send(client: Client, interview: Interview, number: int, data: bytes = FIRST, *, take: object = 1) -> Any:
    place = address(interview, f"chunks/{number}/?take={take}")
    return client.post(place, data, content_type="audio/webm")


def finish(client: Client, interview: Interview, **said: object) -> Any:
    return client.post(address(interview, "recorded/"), {"take": 1, "count": 2, "seconds": "7.5", **said})


def recorded(client: Client, interview: Interview) -> Answer:
    take(client, interview)
    send(client, interview, 0)
    send(client, interview, 1, SECOND)
    assert finish(client, interview).status_code == 200
    return asked(interview)[1]


def stored(answer: Answer) -> list[str]:
    """The files of its recordings; a local folder may be gone, one of an object storage never was."""
    try:
        return default_storage.listdir(f"recordings/{answer.pk}")[1]
    except FileNotFoundError:
        return []


def test_pieces_out_of_order_become_one_recording(alices: Client, interview: Interview) -> None:
    take(alices, interview)
    send(alices, interview, 1, SECOND)
    send(alices, interview, 0, FIRST)
    assert finish(alices, interview).status_code == 200
    response = alices.get(address(interview, "recording/"))
    assert (response.content, response["Content-Type"]) == (FIRST + SECOND, "audio/webm")
    assert response["Cache-Control"] == "private, no-store"
    assert Answer.objects.get().seconds == 7.5


def test_a_piece_that_comes_twice_is_kept_once(alices: Client, interview: Interview) -> None:
    take(alices, interview)
    assert [send(alices, interview, 0, data).status_code for data in (FIRST, SECOND)] == [200, 200]
    assert stored(asked(interview)[1]) == ["1-0"]
    assert alices.get(address(interview, "recording/")).content == FIRST


def test_what_is_missing_is_told_and_can_be_sent_then(alices: Client, interview: Interview) -> None:
    take(alices, interview)
    send(alices, interview, 1)
    response = finish(alices, interview, count=3)
    assert (response.status_code, response.json()) == (409, {"missing": [0, 2]})
    assert Answer.objects.get().seconds is None
    send(alices, interview, 0)
    send(alices, interview, 2)
    assert finish(alices, interview, count=3).status_code == 200


@pytest.mark.parametrize("wrong", ["0", "2", "", "x", "-1", "²", "9" * 30])
def test_a_piece_of_another_take_is_refused(alices: Client, interview: Interview, wrong: str) -> None:
    take(alices, interview)
    assert send(alices, interview, 0, take=wrong).status_code == 422
    assert not Chunk.objects.exists()


@pytest.mark.parametrize(
    ("number", "data", "status"),
    [(0, b"", 422), (2_000, FIRST, 422), (10**20, FIRST, 422), (0, b"x" * 1_000_001, 413)],
)
def test_a_piece_that_is_no_piece_is_refused(
    alices: Client, interview: Interview, number: int, data: bytes, status: int
) -> None:
    take(alices, interview)
    assert send(alices, interview, number, data).status_code == status
    assert not Chunk.objects.exists()


def test_a_recording_has_an_end(alices: Client, interview: Interview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "MOST_IN_ALL", len(FIRST) + 1)
    take(alices, interview)
    assert send(alices, interview, 0).status_code == 200
    response = send(alices, interview, 1)
    assert (response.status_code, "What came so far is kept" in response.json()["problem"]) == (422, True)


@pytest.mark.parametrize(
    "said", [{"take": 2}, {"take": "x"}, {"count": -1}, {"count": 9_999}, {"seconds": "nan"}, {"seconds": -1}]
)
def test_an_end_that_cannot_be_is_refused(alices: Client, interview: Interview, said: dict[str, Any]) -> None:
    take(alices, interview)
    send(alices, interview, 0)
    assert finish(alices, interview, **said).status_code == 422
    assert Answer.objects.get().seconds is None


def test_recording_again_replaces_what_was_there(alices: Client, interview: Interview) -> None:
    answer = recorded(alices, interview)
    assert take(alices, interview) == 2
    assert (Chunk.objects.count(), stored(answer)) == (0, [])
    assert alices.get(address(interview, "recording/")).status_code == 404


def test_a_gap_ends_what_can_be_heard(alices: Client, interview: Interview) -> None:
    take(alices, interview)
    send(alices, interview, 0)
    send(alices, interview, 2, SECOND)
    assert alices.get(address(interview, "recording/")).content == FIRST


def test_when_the_question_is_over_no_recording_begins_but_late_pieces_are_kept(
    alices: Client, interview: Interview
) -> None:
    take(alices, interview)
    send(alices, interview, 0)
    answer = asked(interview)[1]
    place = f"/interviews/{interview.pk}/answers/{answer.pk}"
    alices.post(f"{place}/give/", {"text": "Typed", "revision": 0})
    assert alices.post(f"{place}/take/").status_code == 410
    assert alices.post(f"{place}/chunks/1/?take=1", SECOND, content_type="audio/webm").status_code == 200


def test_a_recording_alone_is_an_answer(alices: Client, interview: Interview) -> None:
    answer = recorded(alices, interview)
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": "", "revision": 0})
    answer.refresh_from_db()
    assert (answer.state, answer.question.interview_id) == ("given", interview.pk)


def test_only_its_owner_hears_it(alices: Client, charlies: Client, bobs: Client, interview: Interview) -> None:
    recorded(alices, interview)
    place = address(interview, "recording/")
    assert [client.get(place).status_code for client in (charlies, bobs)] == [404, 404]
    assert Client().get(place).status_code == 302


def test_after_a_week_it_is_forgotten(alices: Client, interview: Interview) -> None:
    answer = recorded(alices, interview)
    assert recording.forget_old(timezone.now() + timedelta(days=6)) == 0
    assert len(stored(answer)) == 2
    assert recording.forget_old(timezone.now() + timedelta(days=8)) == 2
    assert stored(answer) == []


def test_it_goes_with_its_interview(alices: Client, interview: Interview) -> None:
    answer = recorded(alices, interview)
    alices.post(f"/interviews/{interview.pk}/delete/")
    assert (Chunk.objects.count(), stored(answer)) == (0, [])
