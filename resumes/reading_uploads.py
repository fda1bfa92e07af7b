"""Reads a kept file and scores it: the work of one job, from stored bytes to a version with its report."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from resume_agent.jobs.models import Job
from resume_agent.jobs.running import Failed, Run
from resumes.editing.taking_over import follow
from resumes.models import PageImage, Report, Upload, Version
from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import RenderedPage, SandboxedReading, read_file
from resumes.scoring.result import Score
from resumes.scoring.score import score

# Of the reader's own steps this one is worth telling; the rest is part of the step before.
UNDERSTANDING = "understanding"
GONE = Failed("gone", "This resume was deleted while we were reading it. Nothing of it is kept.")


@dataclass(frozen=True)
class Outcome:
    read: SandboxedReading
    score: Score


def work(run: Run) -> Outcome:
    """The slow part, outside any transaction."""
    upload = _upload(run.job.subject)
    run.step("reading")
    with upload.file.open("rb") as file:
        data = file.read()
    try:
        read = read_file(data, upload.name, on_step=partial(_tell, run))
    except Unreadable as refusal:
        raise Failed(refusal.code, refusal.sentence) from refusal
    run.step("scoring")
    result = score(read.reading, today=timezone.localdate())
    for page in read.pages:
        _store(upload, page)
    return Outcome(read, result)


def _tell(run: Run, step: str) -> None:
    if step == UNDERSTANDING:
        run.step(step)


def save(job: Job, outcome: Outcome) -> str:
    """Writes the version, its report and its pages; returns where the person sees them. Runs inside a transaction."""
    upload = _upload(job.subject)
    reading = outcome.read.reading
    version = Version.objects.create(
        resume=upload.resume,
        upload=upload,
        origin=Version.Origin.UPLOAD,
        document=reading.document.to_json_resume(),
        reading=reading.model_dump(mode="json"),
    )
    Report.objects.create(
        version=version,
        rubric=outcome.score.rubric,
        total=outcome.score.total,
        score=outcome.score.model_dump(mode="json"),
    )
    follow(version)
    upload.page_images.all().delete()
    PageImage.objects.bulk_create(_page_image(upload, page) for page in outcome.read.pages)
    Upload.objects.filter(pk=upload.pk).update(kind=reading.facts.kind)
    upload.resume.save(update_fields=["updated_at"])
    return reverse("resumes:report", args=[upload.resume_id])


def _upload(upload_id: UUID) -> Upload:
    try:
        return Upload.objects.select_related("resume").get(pk=upload_id)
    except Upload.DoesNotExist:
        raise GONE from None


def _page_image(upload: Upload, page: RenderedPage) -> PageImage:
    image = PageImage(upload=upload, number=page.number, width=page.width, height=page.height)
    image.image.name = image.image.field.generate_filename(image, "")
    return image


def _store(upload: Upload, page: RenderedPage) -> None:
    """Writes the picture under its one name, so that a second attempt leaves nothing behind."""
    image = _page_image(upload, page)
    storage, name = image.image.storage, str(image.image.name)
    storage.delete(name)
    storage.save(name, ContentFile(page.image))
