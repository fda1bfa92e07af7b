"""Named streams in Redis that one process writes and others follow, live or from where they were cut off."""

import logging
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self, cast

import redis
import redis.asyncio
from django.conf import settings

log = logging.getLogger(__name__)

MAXLEN = 2000
EXPIRY_SECONDS = 3600
RENEWAL_SECONDS = 10.0
"""Between two renewals of a stream's expiry: one with each piece would double the cost of a piece."""
ANSWER_WITHIN = 1.0
QUIET_SECONDS = 5.0
BEGINNING = "0-0"

# redis-py types every shape that the two protocols and both encodings may give; this is the one asked for below.
type _Raw = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Entry:
    """One thing published; its id says where to go on from."""

    id: str
    fields: dict[str, str]


class StreamUnavailable(Exception):
    """Redis can't be reached: what matters is in the database."""


class Publisher:
    """Writes to one stream. A Redis that is away costs a second now and then, and never an error."""

    def __init__(self, stream: str) -> None:
        self._stream = stream
        self._quiet_until = self._renew_at = 0.0
        self._redis = redis.Redis.from_url(
            settings.CELERY_BROKER_URL, socket_connect_timeout=ANSWER_WITHIN, socket_timeout=ANSWER_WITHIN, retry=None
        )

    def publish(self, fields: Mapping[str, str]) -> None:
        now = time.monotonic()
        if now < self._quiet_until:
            return
        try:
            self._redis.xadd(self._stream, dict(fields.items()), maxlen=MAXLEN, approximate=True)
            if now >= self._renew_at:
                self._redis.expire(self._stream, EXPIRY_SECONDS)
                self._renew_at = now + RENEWAL_SECONDS
        except redis.RedisError as error:
            self._quiet_until = time.monotonic() + QUIET_SECONDS
            log.warning("stream %s: not published, %s", self._stream, type(error).__name__)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._redis.close()


class Follower:
    """Reads one stream."""

    def __init__(self, stream: str, client: redis.asyncio.Redis) -> None:
        self._stream = stream
        self._redis = client

    async def last_id(self) -> str:
        """Where the stream ends now, to follow it from there. Raises StreamUnavailable."""
        try:
            newest = cast(list[_Raw], await self._redis.xrevrange(self._stream, count=1))
        except redis.RedisError as error:
            raise StreamUnavailable from error
        return newest[0][0] if newest else BEGINNING

    async def read(self, after: str, *, seconds: float) -> list[Entry]:
        """Entries after this id, as soon as there are any; none after `seconds` without. Raises StreamUnavailable."""
        try:
            answer = await self._redis.xread({self._stream: after}, block=max(1, int(seconds * 1000)))
        except redis.RedisError as error:
            raise StreamUnavailable from error
        found = cast(list[tuple[str, list[_Raw]]], answer)
        return [Entry(entry_id, fields) for _stream, entries in found for entry_id, fields in entries]


@asynccontextmanager
async def following(stream: str, *, longest_wait: float) -> AsyncIterator[Follower]:
    """A follower with its own connection. `longest_wait`: the most seconds that one `read` will be asked to wait."""
    client = redis.asyncio.Redis.from_url(
        settings.CELERY_BROKER_URL,
        decode_responses=True,
        protocol=2,
        socket_connect_timeout=ANSWER_WITHIN,
        socket_timeout=longest_wait + ANSWER_WITHIN,
        retry=None,
    )
    try:
        yield Follower(stream, client)
    finally:
        await client.aclose()
