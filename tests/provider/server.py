"""The fake provider as a server: answers in the order told, keeps what it was asked."""

import json
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.provider import answers
from tests.provider.answers import Answer


@dataclass
class Provider:
    """asked: the JSON bodies of all requests. then: what answers once `queue` is empty.

    told: streams that were sent to their end. left: streams that the client hung up on before that.
    """

    url: str = ""
    queue: deque[Answer] = field(default_factory=deque)
    asked: list[dict[str, Any]] = field(default_factory=list)
    told: int = 0
    left: int = 0
    then: Callable[[dict[str, Any]], Answer] = field(default=lambda _: answers.text("{}"))

    def will(self, *given: Answer) -> None:
        self.queue.extend(given)

    def next(self, body: dict[str, Any]) -> Answer:
        self.asked.append(body)
        return self.queue.popleft() if self.queue else self.then(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, state: Provider) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.state = state


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body go out one after the other; without this each answer costs 40 ms.
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        is_json = self.headers.get("Content-Type", "").startswith("application/json")
        body = json.loads(raw) if is_json else {"raw": raw}
        answer = self.server.state.next(body)
        if body.get("stream") and answer.events is None:
            answer = answers.as_stream(answer)
        if answer.events is None:
            self._plain(answer)
        else:
            self._stream_while_heard(answer)

    def _plain(self, answer: Answer) -> None:
        time.sleep(answer.seconds)
        body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        self._head(answer, {"Content-Type": "application/json", "Content-Length": str(len(body))})
        self.wfile.write(body)

    def _stream_while_heard(self, answer: Answer) -> None:
        self.close_connection = True
        try:
            self._stream(answer)
        except OSError:
            self.server.state.left += 1
        else:
            self.server.state.told += 1

    def _stream(self, answer: Answer) -> None:
        self._wait(answer.silence)
        self._head(answer, {"Content-Type": "text/event-stream", "Connection": "close"})
        for number, event in enumerate(answer.events or []):
            self._wait(answer.seconds)
            self.wfile.write(answers.sse(number, event))
            self.wfile.flush()
        while answer.drip:
            self._wait(answer.drip)
            self.wfile.write(b":")
        if answer.cut:
            self.connection.shutdown(socket.SHUT_RDWR)

    def _head(self, answer: Answer, headers: dict[str, str]) -> None:
        self.send_response(answer.status)
        for name, value in {"x-request-id": "req_1", **headers, **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _wait(self, seconds: float) -> None:
        """Raises ConnectionError as soon as the client hangs up."""
        if seconds and select.select([self.connection], [], [], seconds)[0]:
            raise ConnectionAbortedError

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Nothing: a test's output is its own."""


@contextmanager
def provider() -> Iterator[Provider]:
    state = Provider()
    server = _Server(state)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
