"""The fake provider as a server: answers in the order told, keeps what it was asked."""

import json
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
    """asked: the JSON bodies of all requests. then: what answers once `queue` is empty."""

    url: str = ""
    queue: deque[Answer] = field(default_factory=deque)
    asked: list[dict[str, Any]] = field(default_factory=list)
    then: Callable[[dict[str, Any]], Answer] = field(default=lambda _: answers.text("{}"))

    def will(self, *given: Answer) -> None:
        self.queue.extend(given)

    def next(self, body: dict[str, Any]) -> Answer:
        self.asked.append(body)
        return self.queue.popleft() if self.queue else self.then(body)


@contextmanager
def provider() -> Iterator[Provider]:
    state = Provider()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            is_json = self.headers.get("Content-Type", "").startswith("application/json")
            answer = state.next(json.loads(raw) if is_json else {"raw": raw})
            if answer.events is None:
                self._plain(answer)
            else:
                self._stream(answer)

        def _plain(self, answer: Answer) -> None:
            time.sleep(answer.seconds)
            body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/json", "x-request-id": "req_1", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self, answer: Answer) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            for number, event in enumerate(answer.events or []):
                time.sleep(answer.seconds)
                self.wfile.write(answers.sse(number, event))
                self.wfile.flush()
            if answer.cut:
                self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            """Nothing: a test's output is its own."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
