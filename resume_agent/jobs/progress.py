"""How a job stands, in words for the person who waits for it."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID

from resume_agent.jobs.models import Job
from resume_agent.jobs.registry import find
from resume_agent.jobs.steps import StepRecord, all_ahead

SLOW = timedelta(seconds=15)
STOPPED = "Stopped, as you asked. What was there before is unchanged."
WAITING = "Waiting to start."
WAITING_LONG = (
    "Still waiting for a free worker. What you gave us is safe and its turn will come; you can leave this page."
)
STEP_LONG = "This step is taking longer than usual. What you gave us is safe; you can leave this page and come back."


@dataclass(frozen=True)
class StepProgress:
    """state: waiting, now, done or failed. time: how long it took, or nothing."""

    name: str
    label: str
    state: str
    time: str


@dataclass(frozen=True)
class Progress:
    """What the page shows. The same whether it is rendered, polled or streamed."""

    state: str
    sentence: str
    steps: list[StepProgress]
    result_url: str
    stoppable: bool


def stream_of(job_id: UUID) -> str:
    """The name of the stream that a job's progress is published to."""
    return f"job:{job_id}"


def event(job: Job, now: datetime) -> dict[str, str]:
    """The job's progress as an entry of its stream. `type` is progress, or how it ended: done, failed, stopped."""
    return {"type": job.state if job.is_over else "progress", "data": json.dumps(asdict(progress_of(job, now)))}


def text_event(job: Job, *, at: int, piece: str) -> dict[str, str]:
    """A piece of text as an entry of the job's stream; `at` counts the characters before it in this attempt."""
    return {"type": "text", "data": json.dumps({"attempt": job.fence, "at": at, "piece": piece})}


def progress_of(job: Job, now: datetime) -> Progress:
    kind = find(job.kind)
    ahead = all_ahead(kind.steps if kind else (), job.created_at)
    records = ahead if job.state == Job.State.QUEUED else job.steps or ahead
    steps = [_step_progress(record, job) for record in records]
    stoppable = bool(kind and kind.stoppable and not job.is_over)
    return Progress(job.state, _sentence(job, steps, now), steps, job.result_url, stoppable)


def _step_progress(record: StepRecord, job: Job) -> StepProgress:
    started, ended = _moment(record["started"]), _moment(record["ended"])
    if started is None:
        return StepProgress(record["name"], record["label"], "waiting", "")
    if ended is None:
        state = "failed" if job.state in {Job.State.FAILED, Job.State.STOPPED} else "now"
        return StepProgress(record["name"], record["label"], state, "")
    return StepProgress(record["name"], record["label"], "done", _time(ended - started))


def _time(taken: timedelta) -> str:
    return f"{taken.total_seconds():.1f} s" if taken else ""


def _sentence(job: Job, steps: list[StepProgress], now: datetime) -> str:
    match job.state:
        case Job.State.DONE:
            return "Done."
        case Job.State.FAILED:
            return job.error
        case Job.State.STOPPED:
            return STOPPED
        case Job.State.QUEUED:
            return job.error or (WAITING_LONG if now - job.run_at > SLOW else WAITING)
    if now - _last_move(job) > SLOW:
        return STEP_LONG
    current = [(number, step) for number, step in enumerate(steps, 1) if step.state == "now"]
    return "".join(f"Step {number} of {len(steps)}: {step.label}." for number, step in current) or WAITING


def _last_move(job: Job) -> datetime:
    moments = [moment for record in job.steps if (moment := _moment(record["started"]))]
    return max(moments, default=job.started_at or job.run_at)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
