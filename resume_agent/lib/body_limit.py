"""Refuses a request body that no form of ours can need, before it fills the disk."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

type Event = Mapping[str, Any]
type Receive = Callable[[], Awaitable[Event]]
type Send = Callable[[Event], Awaitable[None]]
type Application = Callable[[dict[str, Any], Receive, Send], Awaitable[None]]

MAX_BODY = 32 * 1024 * 1024
# On its own: nothing of Django, its templates and its headers stands behind this answer.
PAGE = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This is too large</title>
</head>
<body>
<main>
<h1>This is too large</h1>
<p>This is more than 32 MB, far above the 10 MB that a file may have. None of it was kept. Try a smaller file.</p>
<p><a href="/resumes/upload/">Choose another file</a></p>
</main>
</body>
</html>
"""
HEADERS = [
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-length", str(len(PAGE)).encode()),
    (b"content-security-policy", b"default-src 'none'; base-uri 'none'; frame-ancestors 'none'"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"connection", b"close"),
]


class _TooLarge(Exception):
    """More arrived than the limit allows."""


def limit_body(app: Application, limit: int = MAX_BODY) -> Application:
    """Wraps an ASGI application: over `limit` bytes, declared or sent, the answer is 413 with a small page."""

    async def limited(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > limit:
            await _refuse(send)
            return
        try:
            await app(scope, _counted(receive, limit), send)
        except _TooLarge:
            await _refuse(send)

    return limited


def _counted(receive: Receive, limit: int) -> Receive:
    received = 0

    async def counted() -> Event:
        nonlocal received
        event = await receive()
        if event["type"] == "http.request":
            received += len(event.get("body", b""))
            if received > limit:
                raise _TooLarge
        return event

    return counted


async def _refuse(send: Send) -> None:
    await send({"type": "http.response.start", "status": 413, "headers": HEADERS})
    await send({"type": "http.response.body", "body": PAGE})
