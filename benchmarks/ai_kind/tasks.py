"""A kind of job that is one call to the provider and nothing else: what any work by AI pays before it does its own."""

from datetime import timedelta
from functools import partial

from pydantic import BaseModel

from accounts.models import User
from resume_agent.ai import client
from resume_agent.ai.client import Asked
from resume_agent.ai.prompts import Prompt
from resume_agent.jobs.ai_failures import ai_failures_as_outcomes
from resume_agent.jobs.listening import listen
from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import Kind, Step, register
from resume_agent.jobs.running import Run

CALL = "benchmarks.call"
PROMPT = Prompt("benchmark@1", "Propose changes.")


class Changes(BaseModel):
    changes: list[dict[str, str | list[str]]]


def work(run: Run) -> str:
    run.step("asking")
    owner = User.objects.get(pk=run.job.owner_id)
    asked = Asked(owner, "benchmark", PROMPT, {}, job=run.job.pk)
    with ai_failures_as_outcomes(run.job):
        answer = "".join(listen(run, partial(client.stream, asked)))
    return Changes.model_validate_json(answer).model_dump_json()


def save(_job: Job, _answer: str) -> str:
    return "/"


register(Kind(CALL, (Step("asking", "Asking"),), work, save, lease=timedelta(seconds=45), stoppable=True, waits=True))
