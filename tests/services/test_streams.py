"""Publishing and following, on a real Valkey."""

import time

import pytest
import redis
from asgiref.sync import async_to_sync

from resume_agent.lib.embedded_valkey import EmbeddedValkey
from resume_agent.lib.streams import BEGINNING, EXPIRY_SECONDS, MAXLEN, Entry, Publisher, StreamUnavailable, following

pytestmark = pytest.mark.services


def publish(*texts: str) -> None:
    with Publisher("s") as publisher:
        for text in texts:
            publisher.publish({"text": text})


@async_to_sync
async def read(after: str, *, seconds: float = 0.01) -> list[Entry]:
    async with following("s", longest_wait=seconds) as follower:
        return await follower.read(after, seconds=seconds)


@async_to_sync
async def last_id() -> str:
    async with following("s", longest_wait=1) as follower:
        return await follower.last_id()


def test_a_stream_is_read_from_any_point_without_a_gap(valkey: EmbeddedValkey) -> None:
    publish("one", "two", "three")
    entries = read(BEGINNING)
    assert [entry.fields["text"] for entry in entries] == ["one", "two", "three"]
    assert read(entries[0].id) == entries[1:]


def test_reading_waits_no_longer_than_asked(valkey: EmbeddedValkey) -> None:
    began = time.monotonic()
    assert read(BEGINNING, seconds=0.3) == []
    assert 0.25 < time.monotonic() - began < 1


def test_the_end_of_a_stream_is_known(valkey: EmbeddedValkey) -> None:
    assert last_id() == BEGINNING
    publish("one", "two")
    assert read(last_id()) == []


def test_a_stream_is_bounded_and_expires(valkey: EmbeddedValkey) -> None:
    publish(*(["x"] * (MAXLEN + 500)))
    with redis.Redis.from_url(valkey.url) as client:
        assert client.xlen("s") < MAXLEN + 200
        assert 0 < client.ttl("s") <= EXPIRY_SECONDS


def test_publishing_without_a_server_is_quick_and_no_error(valkey: EmbeddedValkey) -> None:
    valkey.kill()
    began = time.monotonic()
    publish(*(["x"] * 50))
    assert time.monotonic() - began < 1


def test_following_without_a_server_says_so(valkey: EmbeddedValkey) -> None:
    valkey.kill()
    for ask in (last_id, lambda: read(BEGINNING)):
        with pytest.raises(StreamUnavailable):
            ask()
