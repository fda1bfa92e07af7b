"""What the fake provider can be told to answer."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

USAGE = {
    "input_tokens": 120,
    "input_tokens_details": {"cached_tokens": 20},
    "output_tokens": 30,
    "output_tokens_details": {"reasoning_tokens": 0},
    "total_tokens": 150,
}
AT = {"item_id": "msg_1", "output_index": 0, "content_index": 0}


@dataclass
class Answer:
    """status and headers of the HTTP answer; body for a plain one, events for a stream; seconds to wait before each.

    silence: seconds before even the headers of a stream.
    """

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    events: Iterable[dict[str, Any]] | None = None
    seconds: float = 0.0
    cut: bool = False
    """Breaks the connection after the last event instead of ending the stream."""
    silence: float = 0.0
    drip: float = 0.0
    """Seconds between single bytes that say nothing, sent after the last event for as long as anybody listens."""


def text(content: str) -> Answer:
    return Answer(body=response([{"type": "output_text", "text": content, "annotations": []}]))


def refusal() -> Answer:
    return Answer(body=response([{"type": "refusal", "refusal": "I can't help with that."}]))


def incomplete(content: str, reason: str) -> Answer:
    body = response([{"type": "output_text", "text": content, "annotations": []}])
    return Answer(body={**body, "status": "incomplete", "incomplete_details": {"reason": reason}})


def problem(status: int, code: str = "", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(
        status=status, headers=named, body={"error": {"message": "no", "type": "error", "code": code or None}}
    )


def streamed(*pieces: str, end: str = "response.completed", **how: Any) -> Answer:
    """how: further fields of the answer."""
    return Answer(events=list(_events(pieces, end)), **how)


def failed_midway(code: str, *pieces: str) -> Answer:
    failed = {**response([]), "status": "failed", "error": {"code": code, "message": "no"}, "usage": None}
    return Answer(events=[*_events(pieces, ""), {"type": "response.failed", "response": failed}])


def as_stream(answer: Answer) -> Answer:
    """A whole response, told piece by piece, for whoever asked for a stream; anything else as it is."""
    if not isinstance(answer.body, dict) or answer.body.get("object") != "response":
        return answer
    return replace(answer, events=list(_retold(answer.body)), silence=answer.seconds, seconds=0.0)


def _retold(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"type": "response.created", "response": {**body, "output": []}}
    for part in (part for message in body["output"] for part in message["content"]):
        if part["type"] == "refusal":
            yield {"type": "response.refusal.delta", "delta": part["refusal"], **AT}
        for at in range(0, len(part.get("text", "")), 40):
            yield {"type": "response.output_text.delta", "delta": part["text"][at : at + 40], "logprobs": [], **AT}
    yield {"type": f"response.{body['status']}", "response": body}


def _events(pieces: tuple[str, ...], end: str) -> Iterator[dict[str, Any]]:
    yield {"type": "response.created", "response": response([])}
    for piece in pieces:
        yield {"type": "response.output_text.delta", "delta": piece, "logprobs": [], **AT}
    if end:
        content = [{"type": "output_text", "text": "".join(pieces), "annotations": []}]
        yield {"type": end, "response": response(content)}


def response(content: list[dict[str, Any]]) -> dict[str, Any]:
    message = {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": content}
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": "fake",
        "status": "completed",
        "output": [message] if content else [],
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
        "usage": USAGE,
    }


def sse(number: int, event: dict[str, Any]) -> bytes:
    return f"event: {event['type']}\ndata: {json.dumps({**event, 'sequence_number': number})}\n\n".encode()
