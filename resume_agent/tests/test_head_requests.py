"""HEAD gets the headers of GET and not one byte of its body, through the application that the server runs."""

import asyncio
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator

from resume_agent.lib.body_limit import Receive, Send
from resume_agent.lib.head_requests import without_body


async def answers(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"4")]})
    await send({"type": "http.response.body", "body": b"fine"})


def asked(method: str) -> list[Any]:
    async def ask() -> list[Any]:
        app = ApplicationCommunicator(without_body(answers), {"type": "http", "method": method})
        await app.send_input({"type": "http.request", "body": b"", "more_body": False})
        return [await app.receive_output(), await app.receive_output()]

    return asyncio.run(ask())


@pytest.mark.parametrize(("method", "body"), [("HEAD", b""), ("GET", b"fine")])
def test_only_head_loses_the_body(method: str, body: bytes) -> None:
    start, rest = asked(method)
    assert start["headers"] == [(b"content-length", b"4")]
    assert rest["body"] == body
