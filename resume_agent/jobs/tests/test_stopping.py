"""Stopping work that a person no longer wants."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import retry
from resume_agent.jobs.running import Run, TryLater, run
from resume_agent.jobs.tests.making import LEASE, a_job, a_kind, save_nothing


def test_queued_work_stops_at_once(alices: Client, alice: User) -> None:
    job = a_job(owner=alice)
    alices.post(f"/jobs/{job.pk}/stop/")
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("stopped", 0)


def asked_to_stop(run: Run) -> str:
    run.check_stop()
    Job.objects.get(pk=run.job.pk).want_stop(timezone.now())
    run.check_stop()
    return "too late"


def test_running_work_stops_where_it_looks(alice: User) -> None:
    saved: list[object] = []

    def save(job: Job, result: object) -> str:
        saved.append(result)
        return save_nothing(job, result)

    job = a_job(owner=alice, kind=a_kind(work=asked_to_stop, save=save))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.lease_until, saved) == ("stopped", None, [])


def put_off_after_the_wish(run: Run) -> str:
    Job.objects.get(pk=run.job.pk).want_stop(timezone.now())
    raise TryLater("Busy.", timedelta(seconds=1))


def test_work_that_would_be_tried_again_stops_instead(alice: User) -> None:
    job = a_job(owner=alice, kind=a_kind(work=put_off_after_the_wish))
    run(job.pk)
    job.refresh_from_db()
    assert job.state == "stopped"


def test_work_that_is_over_stays_as_it_ended(alices: Client, alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    alices.post(f"/jobs/{job.pk}/stop/")
    job.refresh_from_db()
    assert (job.state, job.stop_wanted_at) == ("done", None)


def test_stopped_work_can_be_started_again(alice: User) -> None:
    job = a_job(owner=alice, kind=a_kind(work=asked_to_stop))
    run(job.pk)
    job.refresh_from_db()
    assert job.can_retry
    assert retry(job)
    assert (job.state, job.stop_wanted_at) == ("queued", None)


def test_a_stranger_stops_nothing(charlies: Client, alice: User) -> None:
    job = a_job(owner=alice)
    assert charlies.post(f"/jobs/{job.pk}/stop/").status_code == 404
    job.refresh_from_db()
    assert job.state == "queued"


def test_the_page_offers_to_stop_only_what_can_be_stopped(alices: Client, alice: User) -> None:
    for stoppable in (True, False):
        job = a_job(owner=alice, kind=a_kind(stoppable=stoppable))
        shown = alices.get(f"/jobs/{job.pk}/").text
        assert (f"/jobs/{job.pk}/stop/" in shown) is stoppable


def test_the_page_of_stopped_work_says_so_and_offers_to_start_again(alices: Client, alice: User) -> None:
    job = a_job(owner=alice)
    alices.post(f"/jobs/{job.pk}/stop/")
    shown = alices.get(f"/jobs/{job.pk}/").text
    assert "Stopped, as you asked." in shown
    assert "Start again" in shown


def test_a_worker_that_was_replaced_cannot_stop_it(alice: User) -> None:
    job = a_job(owner=alice)
    assert job.claim(timezone.now(), lease=LEASE, steps=[])
    late = Job.objects.get(pk=job.pk)
    Job.objects.filter(pk=job.pk).update(fence=job.fence + 1)
    assert not late.stop(now=timezone.now())


@pytest.mark.parametrize("act", ["stop", "retry"])
@pytest.mark.parametrize(
    ("back", "expected"),
    [("/resumes/1/", "/resumes/1/"), ("//evil.example/", None), ("https://evil.example/", None), ("jobs:stop", None)],
)
def test_the_click_leads_back_to_the_page_it_was_on_and_nowhere_else(
    alices: Client, alice: User, act: str, back: str, expected: str | None
) -> None:
    job = a_job(owner=alice)
    answer = alices.post(f"/jobs/{job.pk}/{act}/", {"next": back})
    assert answer.headers["Location"] == (expected or f"/jobs/{job.pk}/")
