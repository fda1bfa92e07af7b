"""Letters written at once, each with its reader: `main()` prints when which text arrived. Run by benchmarks.ai."""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.test import Client

from accounts.models import User
from benchmarks.ai_calls import resumes
from benchmarks.ai_processes import web, worker
from resume_agent.jobs.models import Job
from resume_agent.jobs.queueing import enqueue
from resume_agent.lib.embedded_valkey import free_port
from resumes.lettering import WRITE
from resumes.matching.posting import PostingReading
from resumes.models import Letter, Posting, Resume

COME_BACK = 0.5
"""Seconds until a browser whose stream ended asks again, as the stream tells it."""
ENDS = {Job.State.DONE, Job.State.FAILED, Job.State.STOPPED}


@dataclass
class Reader:
    """Of one letter. arrived: how many characters were there by which monotonic nanosecond."""

    employer: str
    path: str = ""
    cookie: str = ""
    arrived: list[tuple[int, int]] = field(default_factory=list)
    after: str = ""
    over: bool = False

    def hear(self, event: str, data: str) -> None:
        if event == "text":
            piece = json.loads(data)
            assert piece["attempt"] == 1, "tried again"
            self.arrived.append((piece["at"] + len(piece["piece"]), time.monotonic_ns()))
        self.over = event in ENDS


def letter_of(resume: Resume) -> tuple[Letter, Reader]:
    """In the queue, and who will read it."""
    employer = f"Employer {uuid4().hex}"
    posting = Posting.objects.create(
        owner=resume.owner, text="Backend engineer", title="x", employer=employer, reading=PostingReading().model_dump()
    )
    version = resume.versions.get()
    letter = Letter(version=version, posting=posting, tone="plain", length="short", language="en")
    with transaction.atomic():
        letter.job = enqueue(owner=resume.owner, kind=WRITE, subject=letter.pk)
        letter.save()
    return letter, Reader(employer, f"/jobs/{letter.job.pk}/stream/?after=", cookie_of(resume.owner))


def cookie_of(owner: User) -> str:
    browser = Client()
    browser.force_login(owner)
    return f"Cookie: sessionid={browser.cookies['sessionid'].value}\r\n"


async def lines(port: int, request: str) -> AsyncIterator[str]:
    """Of the answer, its headers and the sizes of its chunks included: no event looks like them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    try:
        writer.write(request.encode())
        while raw := await reader.readline():
            yield raw.decode().rstrip("\r\n")
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def read(port: int, reader: Reader) -> None:
    """One connection's worth."""
    event = ""
    request = f"GET {reader.path}{reader.after} HTTP/1.1\r\nHost: localhost\r\n{reader.cookie}\r\n"
    async for line in lines(port, request):
        name, _, value = line.partition(": ")
        match name:
            case "id":
                reader.after = value
            case "event":
                event = value
            case "data":
                reader.hear(event, value)
        if reader.over or line == "0":
            return


async def by_events(port: int, reader: Reader) -> None:
    while not reader.over:
        await read(port, reader)
        if not reader.over:
            await asyncio.sleep(COME_BACK)


async def by_polling(port: int, reader: Reader) -> None:
    """The rival: asks each second for what is new, and takes what there is at once."""
    reader.after = "0-0"
    await asyncio.sleep(hash(reader.employer) % 1000 / 1000)
    while not reader.over:
        began = time.monotonic()
        with suppress(TimeoutError):
            await asyncio.wait_for(read(port, reader), 0.25)
        await asyncio.sleep(max(0.0, 1 - (time.monotonic() - began)))


async def directly(port: int, reader: Reader) -> None:
    """The rival that can't be beaten: what the provider says, with nothing between."""
    body = json.dumps({"stream": True, "input": f'"employer": "{reader.employer}"'})
    head = "POST /v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    length = 0
    async for line in lines(port, f"{head}Content-Length: {len(body)}\r\n\r\n{body}"):
        if line.startswith("data: ") and (piece := json.loads(line[6:]).get("delta")):
            length += len(piece)
            reader.arrived.append((length, time.monotonic_ns()))


type Way = Callable[[int, Reader], Coroutine[None, None, None]]


async def all_at_once(port: int, readers: list[Reader], way: Way, begin: Callable[[], None]) -> None:
    """All are there before the first word is."""
    async with asyncio.TaskGroup() as group:
        for reader in readers:
            group.create_task(way(port, reader))
        await asyncio.sleep(1)
        begin()


def through_the_product(many: int, way: Way, concurrency: int) -> tuple[list[Reader], dict[str, float]]:
    port, of = free_port(), resumes(many)
    with worker("--concurrency", str(concurrency)) as working, web(port) as serving:
        _, reader = letter_of(of[0])
        asyncio.run(by_events(port, reader))
        working.signal(signal.SIGSTOP)
        readers = [letter_of(resume)[1] for resume in of]
        began, used = time.monotonic(), {"worker": working.processor_seconds(), "web": serving.processor_seconds()}
        asyncio.run(all_at_once(port, readers, way, lambda: working.signal(signal.SIGCONT)))
        taken = time.monotonic() - began
        return readers, {
            "worker": 100 * (working.processor_seconds() - used["worker"]) / taken,
            "web": 100 * (serving.processor_seconds() - used["web"]) / taken,
        }


def main() -> None:
    many, way, concurrency = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]) or settings.CELERY_WORKER_CONCURRENCY
    if way == "direct":
        readers, used = [Reader(f"Employer {uuid4().hex}") for _ in range(many)], {"worker": 0.0, "web": 0.0}
        port = urlsplit(os.environ["OPENAI_BASE_URL"]).port or 0
        asyncio.run(all_at_once(port, readers, directly, lambda: None))
    else:
        readers, used = through_the_product(many, {"events": by_events, "polling": by_polling}[way], concurrency)
    arrived = {reader.employer: reader.arrived for reader in readers}
    sys.stdout.write(json.dumps({"arrived": arrived, **used}) + "\n")
