"""The background work of this app, by kind."""

from datetime import timedelta

from resume_agent.jobs.registry import Kind, Step, register
from resumes import reading_uploads
from resumes.receiving import READ

register(
    Kind(
        name=READ,
        steps=(
            Step("received", "File received", given=True),
            Step("reading", "Reading the text"),
            Step("understanding", "Understanding the sections"),
            Step("scoring", "Scoring"),
        ),
        work=reading_uploads.work,
        save=reading_uploads.save,
        lease=timedelta(seconds=45),
    )
)
