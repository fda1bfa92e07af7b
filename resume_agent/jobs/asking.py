"""Work that asks the AI: how its kind is, and how it asks so that it can be stopped meanwhile."""

from datetime import timedelta
from functools import partial

from pydantic import BaseModel

from resume_agent.ai import client
from resume_agent.jobs.ai_failures import ATTEMPTS
from resume_agent.jobs.listening import listen
from resume_agent.jobs.registry import Kind
from resume_agent.jobs.running import Run

# Such work mostly waits, can be stopped midway, and is tried again as often as the AI's failures allow.
ai_kind = partial(Kind, lease=timedelta(seconds=45), max_attempts=ATTEMPTS, stoppable=True, waits=True)


def ask[Answer: BaseModel](run: Run, asked: client.Asked, shape: type[Answer]) -> Answer:
    """Raises AIError, Stopped, Superseded."""
    return shape.model_validate_json("".join(listen(run, partial(client.stream, asked, shape))))
