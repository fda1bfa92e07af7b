"""Reports on a version of the editor: makes its PDF, reads that as any other file, and scores what was read."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, Run
from resumes.document import Document
from resumes.models import Report, Version
from resumes.parsing.reading import Reading
from resumes.parsing.unreadable import Unreadable
from resumes.rendering.design import Design
from resumes.rendering.file_names import file_name
from resumes.rendering.rendering import Format, render
from resumes.rendering.typesetting import NotSet
from resumes.sandboxed_reading import read_file
from resumes.scoring.result import Score
from resumes.scoring.score import score

GONE = Failed("gone", "This version was deleted while we were scoring it. The rest of the resume is as it was.")
# The reader's own sentences speak of a file that somebody gave.
TOO_LITTLE = (
    "There is too little in this version to score it. It is saved. Write a few lines of experience or education, and "
    "save another version."
)
TOO_LONG = (
    "This version is longer than 40 pages, so it is not scored. It is saved. Shorten it and save another version."
)
NOT_READ = (
    "The pages made of this version could not be read back, so it is not scored. It is saved. Change its design or its "
    "words and save another version."
)
SENTENCES = {"empty": TOO_LITTLE, "not_a_resume": TOO_LITTLE, "too_many_pages": TOO_LONG}


@dataclass(frozen=True)
class Outcome:
    reading: Reading
    score: Score


def work(run: Run) -> Outcome:
    """The slow part, outside any transaction."""
    version = _version(run.subject)
    document = Document.model_validate(version.document)
    run.step("setting")
    try:
        pdf = render(document, Design.stored(version.design), Format.PDF)
        run.step("reading")
        reading = read_file(pdf, file_name(document, Format.PDF), images=False).reading
    except NotSet as problem:
        raise Failed("not_set", str(problem)) from problem
    except Unreadable as refusal:
        raise Failed(refusal.code, SENTENCES.get(refusal.code, NOT_READ)) from refusal
    run.step("scoring")
    return Outcome(reading, score(reading, today=timezone.localdate()))


def save(job: Job, outcome: Outcome) -> str:
    """Writes what was read and its score; returns where the person sees them. Runs inside a transaction."""
    version = _version(job.subject)
    Version.objects.filter(pk=version.pk).update(reading=outcome.reading.model_dump(mode="json"))
    Report.objects.update_or_create(
        version=version,
        defaults={
            "rubric": outcome.score.rubric,
            "total": outcome.score.total,
            "score": outcome.score.model_dump(mode="json"),
        },
    )
    return f"{reverse('resumes:report', args=[version.resume_id])}?version={version.pk}"


def _version(version_id: UUID) -> Version:
    try:
        return Version.objects.get(pk=version_id)
    except Version.DoesNotExist:
        raise GONE from None
