"""The connection of one call, which any thread can cut at any moment, and which cuts itself when it takes too long."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from ssl import SSLContext
from threading import Lock, Timer
from typing import Any

import httpx2
from openai import OpenAI

from resume_agent.ai.errors import AIError, TimedOut

SECONDS = 60.0
"""Between two signs of life of the provider."""
CONNECT_SECONDS = 5.0
LONGEST_CALL = 180.0
"""Seconds for a whole call: one that drips a byte now and then must not hold a worker for ever."""
_FRESH = (".connect_tcp.complete", ".start_tls.complete")


class Line:
    """why: the reason it was cut for. may_cost: the request has left, and no error was the answer."""

    def __init__(self) -> None:
        self.why: AIError | None = None
        self.may_cost = False
        self._socket: socket.socket | None = None
        self._lock = Lock()

    def cut(self, why: AIError) -> None:
        """From any thread: whoever waits for the provider gets an error at once. The first reason stays."""
        with self._lock:
            self.why = self.why or why
            self._hang_up()

    @contextmanager
    def opened(self, client: OpenAI) -> Iterator[OpenAI]:
        """The client, with a connection for this call alone. Raises the reason if the line was cut before."""
        if self.why:
            raise self.why
        clock = Timer(LONGEST_CALL, self.cut, [TimedOut()])
        clock.daemon = True
        hooks: dict[str, list[Any]] = {"request": [self._asking], "response": [self._answered]}
        with httpx2.Client(verify=_trusted(), event_hooks=hooks) as http:
            clock.start()
            try:
                yield client.with_options(http_client=http)
            finally:
                clock.cancel()

    def _asking(self, request: httpx2.Request) -> None:
        request.extensions["trace"] = self._trace

    def _trace(self, event: str, info: dict[str, Any]) -> None:
        if event.endswith(_FRESH):
            with self._lock:
                self._socket = info["return_value"].get_extra_info("socket")
                if self.why:
                    self._hang_up()
        elif event.endswith(".send_request_body.complete"):
            self.may_cost = True

    def _answered(self, response: httpx2.Response) -> None:
        self.may_cost = response.is_success

    def _hang_up(self) -> None:
        """By shutdown: to close it would not wake the thread that reads. TLS's own isn't made for two threads."""
        if self._socket is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


@cache
def _trusted() -> SSLContext:
    """Certificates take longer to read than everything else of a call takes to prepare."""
    return httpx2.create_ssl_context()


def patience() -> httpx2.Timeout:
    return httpx2.Timeout(SECONDS, connect=min(CONNECT_SECONDS, SECONDS))
