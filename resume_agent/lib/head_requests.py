"""Answers HEAD as HTTP wants it: the headers of GET and no body, which Django leaves to the server under ASGI."""

from typing import Any

from resume_agent.lib.body_limit import Application, Event, Receive, Send


def without_body(app: Application) -> Application:
    """Wraps an ASGI application: what it sends as the body of a HEAD is dropped, its headers stay."""

    async def answered(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        async def send_headers(event: Event) -> None:
            await send({**event, "body": b""} if event["type"] == "http.response.body" else event)

        await app(scope, receive, send_headers if scope.get("method") == "HEAD" else send)

    return answered
