"""What the provider says of interviews, in the shapes that are asked for; and what is done of a job that waits."""

import json
from typing import Any
from uuid import UUID

from resume_agent.jobs.models import Job
from resume_agent.jobs.running import run
from tests.provider import answers
from tests.provider.answers import Answer

LINE = "Wrote the incident guide that 4 teams use"
ANSWER = (
    "In March the release broke log-in for everybody.\nI rolled it back, because waiting was worse. "
    "As a result it took 9 minutes instead of 40."
)
QUOTE = "I rolled it back"
BEHAVIOURAL = ("situation", "action", "result", "relevance", "reasoning", "clarity")


def proposed(text: str, **fields: Any) -> dict[str, Any]:
    usual = {"kind": "behavioural", "competency": "quality", "strong": ["Says why"], "hints": ["When was it?"]}
    return {"text": text, **usual, "source": "resume", "quote": LINE, **fields}


def plan(*questions: dict[str, Any]) -> Answer:
    return answers.text(json.dumps({"questions": questions}))


def follow_up(text: str = "Why was waiting worse?", quote: str = "waiting was worse", *, ask: bool = True) -> Answer:
    return answers.text(json.dumps({"ask": ask, "quote": quote, "text": text}))


def judgement(level: int | None = 3, quote: str = QUOTE, **levels: int | None) -> Answer:
    """One level for all dimensions, but for those that are named."""
    found = {dimension: levels.get(dimension, level) for dimension in BEHAVIOURAL}
    said = {"quotes": [quote], "anchor": "as they say", "missing": "You don’t say who.", "next_step": "Say who."}
    return answers.text(json.dumps({"dimensions": [{"dimension": d, "level": n, **said} for d, n in found.items()]}))


def done(job_id: UUID | None) -> Job:
    """After one attempt."""
    assert job_id
    run(job_id)
    return Job.objects.get(pk=job_id)
