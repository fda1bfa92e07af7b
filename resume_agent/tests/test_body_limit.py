"""A request body larger than any form of ours needs is refused before it is kept anywhere."""

import asyncio
from typing import Any

from asgiref.testing import ApplicationCommunicator

from resume_agent.lib.body_limit import Receive, Send, limit_body


async def reads_everything(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    while True:
        event = await receive()
        if event["type"] != "http.request" or not event["more_body"]:
            break
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"fine"})


def answer_to(*chunks: bytes, declared: int | None = None, kind: str = "http") -> list[Any]:
    headers = [(b"content-length", str(declared).encode())] if declared is not None else []

    async def ask() -> list[Any]:
        app = ApplicationCommunicator(limit_body(reads_everything, limit=10), {"type": kind, "headers": headers})
        for chunk in chunks:
            await app.send_input({"type": "http.request", "body": chunk, "more_body": chunk is not chunks[-1]})
        return [await app.receive_output(), await app.receive_output()]

    return asyncio.run(ask())


def status_of(*chunks: bytes, declared: int | None = None, kind: str = "http") -> Any:
    return answer_to(*chunks, declared=declared, kind=kind)[0]["status"]


def test_a_small_body_passes() -> None:
    assert status_of(b"12345", b"67890") == 200


def test_a_declared_length_over_the_limit_is_refused_unread() -> None:
    assert status_of(declared=11) == 413


def test_a_body_that_lies_about_its_length_is_cut_off() -> None:
    assert status_of(b"123456", b"789012", declared=3) == 413


def test_what_is_not_http_passes_untouched() -> None:
    assert status_of(b"123456789012", kind="lifespan") == 200


def test_the_refusal_is_a_page_that_leads_back() -> None:
    start, body = answer_to(declared=11)
    headers = dict(start["headers"])
    assert headers[b"content-type"].startswith(b"text/html")
    assert int(headers[b"content-length"]) == len(body["body"])
    assert b'href="/resumes/upload/"' in body["body"]
    assert b"None of it was kept" in body["body"]
