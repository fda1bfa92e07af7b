"""The background work of this app, by kind."""

from datetime import timedelta

from resume_agent.jobs.asking import ai_kind
from resume_agent.jobs.registry import Kind, Step, register
from resumes import lettering, posting_improving, reading_uploads, version_reports
from resumes.lettering import WRITE
from resumes.receiving import READ
from resumes.suggesting import by_ai
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

register(
    ai_kind(
        name=by_ai.SUGGEST,
        steps=(
            Step("reading", "Reading what you have"),
            Step("asking", "Asking the AI"),
            Step("checking", "Checking each change against your resume"),
        ),
        work=by_ai.work,
        save=by_ai.save,
    )
)

register(
    ai_kind(
        name=WRITE,
        steps=(
            Step("reading", "Reading the job and your resume"),
            Step("writing", "Writing"),
            Step("checking", "Holding every sentence against your resume"),
        ),
        work=lettering.work,
        save=lettering.save,
    )
)

register(
    ai_kind(
        name=posting_improving.IMPROVE,
        steps=(
            Step("reading", "Reading the posting"),
            Step("asking", "Asking the AI what it asks for"),
            Step("checking", "Looking up every quote in the posting"),
        ),
        work=posting_improving.work,
        save=posting_improving.save,
    )
)
