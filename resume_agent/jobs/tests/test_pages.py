"""The pages of background work."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs.models import Job
from resume_agent.jobs.progress import STEP_LONG, WAITING, WAITING_LONG
from resume_agent.jobs.running import run
from resume_agent.jobs.steps import Step, all_ahead, begin
from resume_agent.jobs.tests.making import LEASE, STEPS, a_job, a_kind


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def _started(owner: User, step: str, *, seconds_ago: int = 0) -> Job:
    then = timezone.now() - timedelta(seconds=seconds_ago)
    job = a_job(owner=owner)
    assert job.claim(timezone.now(), lease=LEASE, steps=begin(all_ahead(STEPS, then), step, then))
    return job


def test_queued_work_shows_every_step_waiting(alice: User, alices: Client) -> None:
    page = text(alices, f"/jobs/{a_job(owner=alice).pk}/")
    assert page.count('data-state="waiting"') == 2
    assert WAITING in page


def test_the_step_that_is_going_on_is_named(alice: User, alices: Client) -> None:
    page = text(alices, f"/jobs/{_started(alice, 'scoring').pk}/")
    assert 'data-state="now" aria-current="step"' in page
    assert "Step 2 of 2: Scoring it." in page


def test_a_step_that_ended_shows_the_time_it_took(alice: User, alices: Client) -> None:
    job = _started(alice, "reading", seconds_ago=4)
    job.advance(begin(job.steps, "scoring", timezone.now()), timezone.now() + LEASE)
    assert "4.0 s" in text(alices, f"/jobs/{job.pk}/")


def test_a_long_wait_is_told_honestly(alice: User, alices: Client) -> None:
    job = a_job(owner=alice, run_at=timezone.now() - timedelta(seconds=16))
    assert WAITING_LONG in text(alices, f"/jobs/{job.pk}/")


def test_a_long_step_is_told_honestly(alice: User, alices: Client) -> None:
    assert STEP_LONG in text(alices, f"/jobs/{_started(alice, 'reading', seconds_ago=16).pk}/")


def test_work_that_waits_for_something_says_for_what(alice: User, alices: Client) -> None:
    assert "It is busy." in text(alices, f"/jobs/{a_job(owner=alice, error='It is busy.').pk}/")


def test_an_accident_shows_its_sentence_and_a_way_to_try_again(alice: User, alices: Client) -> None:
    job = a_job(owner=alice, state="failed", error_code="gave_up", error="Something went wrong on our side.")
    page = text(alices, f"/jobs/{job.pk}/")
    assert "Something went wrong on our side." in page
    assert f'action="/jobs/{job.pk}/retry/"' in page
    assert "progress.js" not in page


def test_a_verdict_offers_no_second_try(alice: User, alices: Client) -> None:
    job = a_job(owner=alice, state="failed", error_code="encrypted", error="The file has a password.")
    page = text(alices, f"/jobs/{job.pk}/")
    assert "The file has a password." in page
    assert "/retry/" not in page


def test_the_step_that_failed_is_marked(alice: User, alices: Client) -> None:
    job = _started(alice, "reading")
    job.fail("corrupt", "It is damaged.", now=timezone.now())
    assert '<li class="step" data-state="failed"' in text(alices, f"/jobs/{job.pk}/")


def test_finished_work_leads_to_its_result(alice: User, alices: Client) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    answer = alices.get(f"/jobs/{job.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/results/1/")


def test_without_javascript_the_page_refreshes_until_the_end(alice: User, alices: Client) -> None:
    refresh = '<noscript><meta http-equiv="refresh" content="2"></noscript>'
    waiting, over = a_job(owner=alice), a_job(owner=alice, state="failed")
    assert refresh in text(alices, f"/jobs/{waiting.pk}/").partition("</head>")[0]
    assert refresh not in text(alices, f"/jobs/{over.pk}/")


def test_the_block_alone_can_be_polled(alice: User, alices: Client) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    block = text(alices, f"/jobs/{job.pk}/progress/")
    assert 'data-state="done" data-result="/results/1/"' in block
    assert "<html" not in block


def test_progress_of_an_unknown_kind_shows_no_steps(alice: User, alices: Client) -> None:
    assert 'class="step"' not in text(alices, f"/jobs/{a_job(owner=alice, kind='from.tomorrow').pk}/")


def test_the_button_queues_it_again_and_leads_to_its_progress(alice: User, alices: Client) -> None:
    job = a_job(owner=alice, kind=a_kind(), state="failed", error_code="gave_up", error="Sorry.")
    answer = alices.post(f"/jobs/{job.pk}/retry/")
    job.refresh_from_db()
    assert (answer.headers["Location"], job.state) == (f"/jobs/{job.pk}/", "queued")


@pytest.mark.parametrize("page", ["", "progress/", "stream/"])
def test_a_stranger_gets_404(alice: User, charlies: Client, page: str) -> None:
    assert charlies.get(f"/jobs/{a_job(owner=alice).pk}/{page}").status_code == 404


def test_staff_are_strangers_too(alice: User, bobs: Client) -> None:
    assert bobs.get(f"/jobs/{a_job(owner=alice).pk}/").status_code == 404


def test_a_stranger_cannot_try_again(alice: User, charlies: Client) -> None:
    job = a_job(owner=alice, state="failed")
    assert charlies.post(f"/jobs/{job.pk}/retry/").status_code == 404
    job.refresh_from_db()
    assert job.state == "failed"


@pytest.mark.parametrize("page", ["", "progress/", "stream/"])
def test_nobody_sees_anything_without_logging_in(alice: User, client: Client, page: str) -> None:
    answer = client.get(f"/jobs/{a_job(owner=alice).pk}/{page}")
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/accounts/login/")


def test_looking_never_starts_it_again(alice: User, alices: Client) -> None:
    assert alices.get(f"/jobs/{a_job(owner=alice, state='failed').pk}/retry/").status_code == 405


def test_what_came_with_the_work_is_done_before_it_starts() -> None:
    received = all_ahead((Step("received", "Received", given=True), *STEPS), timezone.now())
    assert [bool(record["ended"]) for record in received] == [True, False, False]
