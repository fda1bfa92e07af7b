"""One attempt at a job, in this process and without a broker."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import Kind, find, register
from resume_agent.jobs.running import LONGEST_WAIT, OUR_FAULT, Failed, Run, TryLater, backoff, run
from resume_agent.jobs.tests.making import LEASE, STEPS, a_job, a_kind, walk_through

PRIVATE = "Alice Example, +44 20 7946 0000"


def test_work_ends_with_its_result(alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result_url, job.attempts) == ("done", "/results/1/", 1)


def test_each_step_keeps_when_it_began_and_ended(alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    job.refresh_from_db()
    assert [record["name"] for record in job.steps] == ["reading", "scoring"]
    assert all(record["started"] <= record["ended"] for record in job.steps)


def saving_to(saved: list[object]) -> Callable[[Job, object], str]:
    def save(job: Job, result: object) -> str:
        saved.append(result)
        return "/results/1/"

    return save


def test_a_message_delivered_twice_works_once(alice: User) -> None:
    saved: list[object] = []
    job = a_job(owner=alice, kind=a_kind(save=saving_to(saved)))
    run(job.pk)
    run(job.pk)
    assert saved == ["read"]


def test_a_second_worker_leaves_work_that_is_being_done(alice: User) -> None:
    job = a_job(owner=alice)
    assert job.claim(timezone.now(), lease=LEASE, steps=[])
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("running", 1)


def test_of_two_workers_that_read_the_same_row_one_claims_it(alice: User) -> None:
    first = a_job(owner=alice)
    second = Job.objects.get(pk=first.pk)
    claims = [job.claim(timezone.now(), lease=LEASE, steps=[]) for job in (first, second)]
    assert claims == [True, False]


def test_a_row_read_before_another_attempt_cannot_be_claimed(alice: User) -> None:
    first = a_job(owner=alice)
    second = Job.objects.get(pk=first.pk)
    assert first.claim(timezone.now(), lease=LEASE, steps=[])
    assert first.requeue(timezone.now())
    assert not second.claim(timezone.now(), lease=LEASE, steps=[])


def test_work_is_not_taken_before_its_time(alice: User) -> None:
    job = a_job(owner=alice, run_at=timezone.now() + timedelta(minutes=1))
    run(job.pk)
    job.refresh_from_db()
    assert job.state == "queued"


def _claimed_by_another(run: Run) -> None:
    """What happens to a worker that stood still for longer than its lease."""
    other = Job.objects.get(pk=run.job.pk)
    assert other.requeue(timezone.now())
    assert other.claim(timezone.now(), lease=LEASE, steps=[])


def test_the_result_of_a_stale_worker_is_discarded(alice: User) -> None:
    saved: list[object] = []
    job = a_job(owner=alice, kind=a_kind(work=_claimed_by_another, save=saving_to(saved)))
    run(job.pk)
    job.refresh_from_db()
    assert (saved, job.state, job.fence) == ([], "running", 2)


@pytest.mark.parametrize("sign_of_life", [lambda run: run.step("reading"), lambda run: run.renew()])
def test_a_stale_worker_stops_at_its_next_sign_of_life(alice: User, sign_of_life: Callable[[Run], None]) -> None:
    went_on: list[bool] = []

    def work(run: Run) -> None:
        _claimed_by_another(run)
        sign_of_life(run)
        went_on.append(True)

    run(a_job(owner=alice, kind=a_kind(work=work)).pk)
    assert went_on == []


def test_a_stale_worker_that_breaks_changes_nothing(alice: User) -> None:
    def work(run: Run) -> None:
        _claimed_by_another(run)
        raise Failed("corrupt", "No.")

    job = a_job(owner=alice, kind=a_kind(work=work))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.fence, job.error) == ("running", 2, "")


def test_each_sign_of_life_renews_the_lease(alice: User) -> None:
    leases: list[datetime | None] = []

    def work(run: Run) -> None:
        run.step("reading")
        leases.append(Job.objects.get(pk=run.job.pk).lease_until)
        run.renew()
        leases.append(Job.objects.get(pk=run.job.pk).lease_until)

    before = timezone.now()
    run(a_job(owner=alice, kind=a_kind(work=work)).pk)
    first, second = leases
    assert first
    assert second
    assert before + LEASE <= first < second


def test_a_verdict_is_final_and_keeps_its_sentence(alice: User) -> None:
    def work(run: Run) -> None:
        raise Failed("encrypted", "The file has a password.")

    job = a_job(owner=alice, kind=a_kind(work=work))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_code, job.error) == ("failed", "encrypted", "The file has a password.")
    assert not job.can_retry


def test_work_that_has_to_wait_says_so_and_keeps_its_moment(alice: User) -> None:
    def work(run: Run) -> None:
        raise TryLater("It is busy. We try again in a minute.", timedelta(minutes=1))

    job = a_job(owner=alice, kind=a_kind(work=work))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == ("queued", "It is busy. We try again in a minute.")
    assert job.run_at > timezone.now() + timedelta(seconds=50)


def test_work_that_waited_in_vain_ends_with_the_last_reason(alice: User) -> None:
    def work(run: Run) -> None:
        raise TryLater("It is busy.", timedelta(0))

    job = a_job(owner=alice, kind=a_kind(work=work, max_attempts=2))
    run(job.pk)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_code, job.error, job.can_retry) == ("failed", "gave_up", "It is busy.", True)


def _break(run: Run) -> None:
    raise ValueError(PRIVATE)


def test_an_accident_is_tried_again_after_a_while(alice: User) -> None:
    job = a_job(owner=alice, kind=a_kind(work=_break))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == ("queued", "")
    assert job.run_at > timezone.now()
    assert job.send_at == job.run_at


def test_the_last_accident_is_told_honestly(alice: User) -> None:
    job = a_job(owner=alice, kind=a_kind(work=_break, max_attempts=1))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, job.can_retry) == ("failed", OUR_FAULT, True)


def test_the_log_says_where_it_broke_and_nothing_about_the_person(
    alice: User, caplog: pytest.LogCaptureFixture
) -> None:
    job = a_job(owner=alice, kind=a_kind(work=_break))
    run(job.pk)
    assert str(job.pk) in caplog.text
    assert "ValueError" in caplog.text
    assert "in _break" in caplog.text
    assert PRIVATE not in caplog.text


def test_a_result_that_cannot_be_saved_leaves_nothing_behind(alice: User) -> None:
    def save(job: Job, result: object) -> str:
        User.objects.create_user("half@example.com")
        raise ValueError("the second half did not work")

    job = a_job(owner=alice, kind=a_kind(save=save))
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, User.objects.filter(email="half@example.com").exists()) == ("queued", False)


def test_a_step_that_was_never_declared_is_a_mistake_of_ours(alice: User) -> None:
    job = a_job(owner=alice, kind=a_kind(work=lambda run: run.step("dancing")))
    run(job.pk)
    job.refresh_from_db()
    assert job.state == "queued"


def test_a_job_that_is_gone_is_nothing_to_do(db: None) -> None:
    run(uuid4())
    assert Job.objects.count() == 0


def test_an_unknown_kind_is_left_for_a_worker_that_knows_it(alice: User) -> None:
    job = a_job(owner=alice, kind="from.tomorrow")
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("queued", 0)


def test_waits_grow_up_to_a_limit_and_differ() -> None:
    assert backoff(1) < backoff(2) < backoff(3)
    assert backoff(50) <= LONGEST_WAIT * 1.2
    assert len({backoff(1) for _ in range(10)}) > 1


def test_two_kinds_cannot_share_a_name() -> None:
    known = find(a_kind())
    assert known is not None
    with pytest.raises(ValueError, match="two kinds"):
        register(Kind(name=known.name, steps=STEPS, work=walk_through, save=known.save, lease=LEASE * 2))
