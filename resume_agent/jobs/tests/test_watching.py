"""Server-sent events of a job while Redis is away: everything comes from the row."""

import json
from uuid import UUID, uuid4

import pytest
from asgiref.sync import async_to_sync, sync_to_async

from accounts.models import User
from resume_agent.jobs import watching
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import run
from resume_agent.jobs.tests.making import a_job

# A stream gives its connection back between two looks, which would end the transaction around an ordinary test.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LIFE_SECONDS", 0.2)
    monkeypatch.setattr(watching, "POLL_SECONDS", 0.05)


@async_to_sync
async def watch(job_id: UUID) -> list[str]:
    return [message async for message in watching.events(job_id, after="")]


def test_an_open_stream_repeats_nothing_and_ends_by_itself(alice: User) -> None:
    come_back, progress, *pings = watch(a_job(owner=alice).pk)
    assert come_back.startswith("retry: ")
    assert progress.startswith("event: progress\n")
    assert pings
    assert set(pings) == {watching.PING}


def test_the_end_closes_the_stream(alice: User) -> None:
    job = a_job(owner=alice)
    run(job.pk)
    last = watch(job.pk)[-1]
    assert last.startswith("event: done\n")
    assert json.loads(last.partition("data: ")[2])["result"] == "/results/1/"


def test_a_change_is_told(alice: User) -> None:
    job = a_job(owner=alice)

    @async_to_sync
    async def watch_while_it_fails() -> list[str]:
        messages = []
        async for message in watching.events(job.pk, after=""):
            messages.append(message)
            await sync_to_async(Job.objects.filter(pk=job.pk).update)(state="failed", error="Sorry.")
        return messages

    assert "Sorry." in watch_while_it_fails()[-1]


def test_a_job_that_is_gone_ends_the_stream(db: None) -> None:
    assert watch(uuid4()) == [watching.COME_BACK]
