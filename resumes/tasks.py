"""The background work of this app, by kind."""

from datetime import timedelta

from resume_agent.jobs.registry import Kind, Step, register
from resumes import reading_uploads, version_reports
from resumes.receiving import READ
from resumes.versioning import REPORT

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

register(
    Kind(
        name=REPORT,
        steps=(
            Step("setting", "Setting the pages"),
            Step("reading", "Reading them back"),
            Step("scoring", "Scoring"),
        ),
        work=version_reports.work,
        save=version_reports.save,
        lease=timedelta(seconds=45),
    )
)
