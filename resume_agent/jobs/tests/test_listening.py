"""Listening to what speaks slowly: its pieces, its errors, and being stopped or superseded meanwhile."""

import threading
from collections.abc import Iterator

import pytest
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs import listening
from resume_agent.jobs.listening import listen
from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import find
from resume_agent.jobs.running import Run, Stopped, Superseded
from resume_agent.jobs.tests.making import LEASE, a_job
from resume_agent.lib.streams import Publisher

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def attempt(alice: User, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Of a job that is being worked on, looked after at once."""
    monkeypatch.setattr(listening, "LOOK_SECONDS", 0.01)
    job = a_job(owner=alice)
    assert job.claim(timezone.now(), lease=LEASE, steps=[])
    kind = find(job.kind)
    assert kind
    return Run(job, kind, Publisher("test"))


def test_pieces_come_in_order(attempt: Run) -> None:
    assert "".join(listen(attempt, lambda: iter(["a", "b", "c"]))) == "abc"


def test_a_quick_speaker_is_passed_on_in_few_pieces(attempt: Run) -> None:
    heard = list(listen(attempt, lambda: (f"{number} " for number in range(1000))))
    assert "".join(heard).split() == [str(number) for number in range(1000)]
    assert len(heard) < 500


def test_an_error_is_raised_where_it_is_listened_to(attempt: Run) -> None:
    def speak() -> Iterator[str]:
        yield "a"
        raise KeyError("gone")

    heard = listen(attempt, speak)
    assert next(heard) == "a"
    with pytest.raises(KeyError):
        next(heard)


def test_silence_does_not_keep_it_from_being_stopped(attempt: Run) -> None:
    spoken, closed = threading.Event(), threading.Event()

    def speak() -> Iterator[str]:
        try:
            spoken.wait(20)
            yield "too late"
            yield "never heard"
        finally:
            closed.set()

    Job.objects.get(pk=attempt.job.pk).want_stop(timezone.now())
    with pytest.raises(Stopped):
        list(listen(attempt, speak))
    assert not spoken.is_set()
    spoken.set()
    assert closed.wait(20)


def test_a_long_silence_renews_the_lease(attempt: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "RENEW_SECONDS", 0.0)
    before = attempt.job.lease_until
    assert before
    assert list(listen(attempt, lambda: iter(["a"]))) == ["a"]
    attempt.job.refresh_from_db()
    assert attempt.job.lease_until
    assert attempt.job.lease_until > before


def test_a_worker_that_was_replaced_stops_listening(attempt: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "RENEW_SECONDS", 0.0)
    Job.objects.filter(pk=attempt.job.pk).update(fence=attempt.job.fence + 1)
    with pytest.raises(Superseded):
        list(listen(attempt, lambda: iter(["a"])))


def test_a_stop_is_honoured_within_two_seconds() -> None:
    looked_last, waits_for_a_piece = listening.LOOK_SECONDS, listening.LOOK_SECONDS
    assert looked_last + waits_for_a_piece + listening.PARTING_SECONDS < 2


class Endless:
    """Says these pieces and then nothing until it is cut short, as a call to a provider may."""

    def __init__(self, *pieces: str) -> None:
        self.ended = threading.Event()
        self._pieces = list(pieces)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._pieces:
            return self._pieces.pop(0)
        self.ended.wait(20)
        raise RuntimeError("cut")

    def cut(self) -> None:
        self.ended.set()


def test_what_can_be_cut_short_ends_with_the_work(attempt: Run) -> None:
    speaker, before = Endless(), threading.active_count()
    Job.objects.get(pk=attempt.job.pk).want_stop(timezone.now())
    with pytest.raises(Stopped):
        list(listen(attempt, lambda: speaker))
    assert speaker.ended.is_set()
    assert threading.active_count() == before


def test_a_listener_who_leaves_cuts_it_short_too(attempt: Run) -> None:
    speaker = Endless("a")
    heard = listen(attempt, lambda: speaker)
    assert next(heard) == "a"
    heard.close()
    assert speaker.ended.is_set()
