"""Server-sent events of a job, read within this process, on a real Valkey."""

from uuid import UUID, uuid4

import pytest
from asgiref.sync import async_to_sync

from accounts.models import User
from resume_agent.jobs import watching
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import retry
from resume_agent.jobs.running import Run, run
from resume_agent.jobs.tests.making import a_job, a_kind
from resume_agent.lib.embedded_valkey import EmbeddedValkey
from resume_agent.lib.streams import BEGINNING

# A stream gives its connection back between two looks, which would end the transaction around an ordinary test.
pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LIFE_SECONDS", 0.3)
    monkeypatch.setattr(watching, "IDLE_SECONDS", 0.05)


@async_to_sync
async def watch(job_id: UUID, after: str = "") -> list[str]:
    return [message async for message in watching.events(job_id, after=after)][1:]


def kinds(messages: list[str]) -> list[str]:
    return [line.removeprefix("event: ") for message in messages for line in message.splitlines() if "event:" in line]


def test_nothing_new_is_told_once_and_then_kept_alive(valkey: EmbeddedValkey, alice: User) -> None:
    standing, *pings = watch(a_job(owner=alice).pk)
    assert standing.startswith("event: progress\n")
    assert set(pings) == {watching.PING}


def test_all_that_was_published_can_be_read_again(valkey: EmbeddedValkey, alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    messages = watch(job.pk, BEGINNING)
    assert kinds(messages) == ["progress", "progress", "progress", "done"]
    assert all(message.startswith("id: ") for message in messages)


def test_a_first_look_at_finished_work_is_its_end_alone(valkey: EmbeddedValkey, alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    assert kinds(watch(job.pk)) == ["done"]


def test_an_address_with_nonsense_in_it_is_a_first_look(valkey: EmbeddedValkey, alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    assert kinds(watch(job.pk, "$; DROP")) == ["done"]


def test_a_message_of_the_end_that_got_lost_is_made_up_for(valkey: EmbeddedValkey, alice: User) -> None:
    job = a_job(owner=alice)
    Job.objects.filter(pk=job.pk).update(state="failed", error="Sorry.")
    assert kinds(watch(job.pk, "1-0")) == ["failed"]


def test_the_end_of_an_earlier_try_is_not_told_as_the_end_of_this_one(valkey: EmbeddedValkey, alice: User) -> None:
    job = a_job(owner=alice, kind=a_kind(max_attempts=1, work=break_down))
    run(job.pk)
    job.refresh_from_db()
    assert kinds(watch(job.pk, BEGINNING))[-1] == "failed"
    assert retry(job)
    messages = watch(job.pk, BEGINNING)
    assert "failed" not in kinds(messages)
    assert messages[-1] == watching.PING


def break_down(_run: Run) -> None:
    raise RuntimeError


def test_a_job_that_is_gone_ends_the_stream(valkey: EmbeddedValkey, db: None) -> None:
    assert watch(uuid4()) == []
