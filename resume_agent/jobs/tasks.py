"""What Celery runs: nothing but the ids go over the wire, and no logic lives here."""

from uuid import UUID

from celery import shared_task

from resume_agent.jobs import running, sweeping
from resume_agent.jobs.queueing import RUN_JOB


@shared_task(name=RUN_JOB)
def run_job(job_id: str) -> None:
    running.run(UUID(job_id))


@shared_task(name="resume_agent.jobs.sweep")
def sweep() -> None:
    sweeping.sweep()
