"""Following a job as server-sent events: live from its stream, from the database when that is gone."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Mapping
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.template.loader import render_to_string
from django.utils import timezone

from resume_agent.jobs import progress
from resume_agent.jobs.models import Job
from resume_agent.lib.streams import Follower, StreamUnavailable, following

# A server that is told to stop waits for its open streams: short lives, and a browser that comes back by itself.
LIFE_SECONDS = 25.0
IDLE_SECONDS = 5.0
POLL_SECONDS = 1.0
AT_ONCE = 0.01
PING = ": ping\n\n"
COME_BACK = "retry: 500\n\n"
ENTRY_ID = re.compile(r"\d{1,20}-\d{1,20}")


async def events(job_id: UUID, *, after: str) -> AsyncIterator[str]:
    """How the job stands and what happens from here on; with the id of an entry, exactly what came after it."""
    deadline = time.monotonic() + LIFE_SECONDS
    yield COME_BACK
    try:
        async with following(progress.stream_of(job_id), longest_wait=IDLE_SECONDS) as follower:
            position = after if ENTRY_ID.fullmatch(after) else await follower.last_id()
            async for message in _live(job_id, follower, position, deadline):
                yield message
    except StreamUnavailable:
        async for message in _from_database(job_id, deadline):
            yield message


async def _live(job_id: UUID, follower: Follower, position: str, deadline: float) -> AsyncIterator[str]:
    """Entries carry ids; what is read from the row in between doesn't, so that resuming never skips an entry."""
    shown, wait = "", AT_ONCE
    while time.monotonic() < deadline:
        entries = await follower.read(position, seconds=wait)
        for entry in entries:
            position = entry.id
            fields = await _true_now(job_id, entry.fields)
            if fields is None:
                continue
            if fields["type"] != "text":
                shown = fields["data"]
            yield _message(fields, entry_id=entry.id)
            if _is_last(fields):
                return
        wait = IDLE_SECONDS
        if not entries:
            standing = await _standing(job_id)
            if standing is None:
                return
            yield PING if standing["data"] == shown else _message(standing)
            if _is_last(standing):
                return
            shown = standing["data"]


async def _true_now(job_id: UUID, fields: dict[str, str]) -> dict[str, str] | None:
    """None for the end of an earlier try, which whoever reads from the beginning must not take for this one's."""
    if not _is_last(fields):
        return fields
    standing = await _standing(job_id)
    return standing if standing and _is_last(standing) else None


async def _from_database(job_id: UUID, deadline: float) -> AsyncIterator[str]:
    shown = ""
    while time.monotonic() < deadline:
        standing = await _standing(job_id)
        if standing is None:
            return
        yield PING if standing["data"] == shown else _message(standing)
        if _is_last(standing):
            return
        shown = standing["data"]
        await asyncio.sleep(POLL_SECONDS)


@sync_to_async
def _standing(job_id: UUID) -> dict[str, str] | None:
    """How the job stands by its row; None if it is gone."""
    try:
        job = Job.objects.filter(pk=job_id).first()
        return progress.event(job, timezone.now()) if job else None
    finally:
        # A stream is long and reads seldom: it must not keep one of the pool's few connections meanwhile.
        close_old_connections()


def _is_last(fields: Mapping[str, str]) -> bool:
    return fields["type"] in {Job.State.DONE, Job.State.FAILED, Job.State.STOPPED}


def _message(fields: Mapping[str, str], *, entry_id: str = "") -> str:
    """One server-sent event: the steps rendered as on the page, so that there is one template for both."""
    if fields["type"] == "text":
        return f"id: {entry_id}\nevent: text\ndata: {fields['data']}\n\n"
    standing = json.loads(fields["data"])
    steps = render_to_string("components/steps.html", {"steps": standing["steps"]})
    data = json.dumps({"sentence": standing["sentence"], "steps": steps, "result": standing["result_url"]})
    return (f"id: {entry_id}\n" if entry_id else "") + f"event: {fields['type']}\ndata: {data}\n\n"
