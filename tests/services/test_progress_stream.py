"""Watching work live, through the real server: worker, stream, server-sent events."""

import http.client
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
import redis
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs.models import Job
from resume_agent.jobs.progress import stream_of
from resume_agent.jobs.queueing import enqueue
from resume_agent.lib.embedded_valkey import EmbeddedValkey, free_port
from tests.services.valkey import flush
from tests.services.worker import Process
from tests.waiting import wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@dataclass(frozen=True)
class Message:
    id: str
    event: str
    data: str


@pytest.fixture(scope="module")
def port(processes: Callable[..., Process]) -> int:
    """Of the product's own server."""
    chosen = free_port()
    command = ["gunicorn", "resume_agent.asgi:application", "-k", "asgi", "--workers", "1"]
    processes([*command, "--bind", f"127.0.0.1:{chosen}"], ready="Booting worker").start()
    return chosen


@dataclass
class Watcher:
    """A browser with its session."""

    port: int
    cookie: str

    def open(self, job: Job, after: str = "", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", f"/jobs/{job.pk}/stream/?after={after}", headers={"Cookie": self.cookie, **headers})
        return connection.getresponse()

    def messages(self, job: Job, after: str = "", **headers: str) -> Iterator[Message]:
        answer = self.open(job, after, **headers)
        found: dict[str, str] = {}
        for raw in answer:
            name, _, value = raw.decode().rstrip("\n").partition(": ")
            if name:
                found[name] = value
            elif "data" in found:
                yield Message(found.get("id", ""), found["event"], found["data"])
                found = {}
        answer.close()


@pytest.fixture
def watcher(port: int, valkey: EmbeddedValkey, alice: User) -> Watcher:
    browser = Client()
    browser.force_login(alice)
    return Watcher(port, f"sessionid={browser.cookies['sessionid'].value}")


def queue(owner: User, kind: str = "slow") -> Job:
    with transaction.atomic():
        return enqueue(owner=owner, kind=f"test.{kind}", subject=uuid4())


def test_the_steps_arrive_as_they_happen_and_end_with_the_result(
    worker: Process, watcher: Watcher, alice: User
) -> None:
    job = queue(alice)
    messages = list(watcher.messages(job, after="0-0"))
    sentences = [json.loads(message.data)["sentence"] for message in messages]
    assert sentences[-4:] == [
        "Step 1 of 3: Received.",
        "Step 2 of 3: Reading your file.",
        "Step 3 of 3: Scoring it.",
        "Done.",
    ]
    assert messages[-1].event == "done"
    assert json.loads(messages[-1].data)["result"] == f"/results/{job.subject}/"


@pytest.mark.parametrize("way", ["address", "header"])
def test_a_watcher_that_was_cut_off_goes_on_without_a_gap_or_a_double(
    worker: Process, watcher: Watcher, valkey: EmbeddedValkey, alice: User, way: str
) -> None:
    job = queue(alice)
    seen: list[Message] = []
    for message in watcher.messages(job, after="0-0"):
        if message.id:
            seen.append(message)
            break
    after = seen[-1].id
    wait_until(lambda: Job.objects.get(pk=job.pk).is_over)
    resumed = watcher.messages(job, **{"Last-Event-ID": after}) if way == "header" else watcher.messages(job, after)
    seen += resumed
    with redis.Redis.from_url(valkey.url, decode_responses=True) as client:
        wait_until(lambda: client.xlen(stream_of(job.pk)) == 5)
        published = [entry_id for entry_id, _fields in client.xrange(stream_of(job.pk))]
    assert [message.id for message in seen] == published[published.index(seen[0].id) :]


@pytest.mark.parametrize("after", ["", "1-0"])
def test_an_expired_stream_is_served_from_the_database(
    worker: Process, watcher: Watcher, valkey: EmbeddedValkey, alice: User, after: str
) -> None:
    job = queue(alice, "plain")
    wait_until(lambda: Job.objects.get(pk=job.pk).is_over)
    flush(valkey)
    assert [message.event for message in watcher.messages(job, after)] == ["done"]


def test_a_stream_without_its_server_is_served_from_the_database(
    watcher: Watcher, valkey: EmbeddedValkey, alice: User
) -> None:
    valkey.kill()
    job = queue(alice)
    messages = watcher.messages(job)
    assert next(messages).event == "progress"
    Job.objects.filter(pk=job.pk).update(state="failed", error="Sorry.")
    last = next(messages)
    assert (last.event, json.loads(last.data)["sentence"]) == ("failed", "Sorry.")


def test_nothing_between_may_keep_or_hold_back_the_stream(watcher: Watcher, alice: User) -> None:
    answer = watcher.open(queue(alice))
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert (answer.headers["Cache-Control"], answer.headers["X-Accel-Buffering"]) == ("no-cache", "no")
    answer.close()


def test_text_arrives_piece_by_piece_and_starts_anew_with_a_new_attempt(
    worker: Process, watcher: Watcher, alice: User
) -> None:
    job = queue(alice, "speaking")
    pieces = [json.loads(m.data) for m in watcher.messages(job, after="0-0") if m.event == "text"]
    assert [(p["attempt"], p["at"], p["piece"]) for p in pieces] == [
        (1, 0, "Dear "),
        (1, 5, "hiring "),
        (2, 0, "Dear "),
        (2, 5, "hiring "),
        (2, 12, "team,"),
    ]


def test_a_reader_who_comes_back_gets_the_text_without_a_gap_or_a_double(
    worker: Process, watcher: Watcher, alice: User
) -> None:
    job = queue(alice, "speaking")
    first = next(m for m in watcher.messages(job, after="0-0") if m.event == "text")
    wait_until(lambda: Job.objects.get(pk=job.pk).is_over)
    rest = [json.loads(m.data) for m in watcher.messages(job, after=first.id) if m.event == "text"]
    text = "".join(p["piece"] for p in rest if p["attempt"] == 2)
    assert text == "Dear hiring team,"


def test_work_stops_while_it_speaks(worker: Process, watcher: Watcher, alice: User) -> None:
    job = queue(alice, "endless")
    messages = watcher.messages(job, after="0-0")
    assert next(m for m in messages if m.event == "text")
    Job.objects.get(pk=job.pk).want_stop(timezone.now())
    assert [m.event for m in messages][-1] == "stopped"
    assert Job.objects.get(pk=job.pk).attempts == 1
