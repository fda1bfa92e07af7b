"""The reading while it goes on, and the report once it is there."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.requests import PersonRequest
from resume_agent.jobs.models import Job
from resumes.models import Resume, Upload, Version
from resumes.parsing.reading import Reading
from resumes.report_page import ReportPage, pictures_of
from resumes.scoring.result import Score
from resumes.views.owned import chosen, own_resume

RECENT = 6
"""Versions that the report leads to; the page of versions has them all."""


@require_safe
def detail(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """The work on the newest file or version while it goes on or where it failed; the report as soon as there is one.
    `?upload=` names a file, `?version=` a version.
    """
    resume = own_resume(request, resume_id)
    if "version" in request.GET:
        return _version_detail(request, chosen(resume.versions.light().newest_first(), request.GET["version"]))
    if "upload" in request.GET:
        uploads = resume.uploads.select_related("job").newest_first()
        return _upload_detail(request, resume, chosen(uploads, request.GET["upload"]))
    version = resume.versions.light().newest_first().first()
    if upload := _awaited(resume, version):
        return _progress(request, resume, upload.job, upload=upload)
    if version:
        return _version_detail(request, version, newest=True)
    return redirect("resumes:edit" if hasattr(resume, "draft") else "resumes:versions", resume.pk)


def _upload_detail(request: PersonRequest, resume: Resume, upload: Upload) -> HttpResponse:
    if upload.job.state != Job.State.DONE:
        return _progress(request, resume, upload.job, upload=upload)
    version = upload.versions.with_report().newest_first().first()
    query = f"?version={version.pk}" if version else ""
    return redirect(reverse("resumes:report", args=[resume.pk]) + query)


def _version_detail(request: PersonRequest, version: Version, *, newest: bool = False) -> HttpResponse:
    if version.is_scored:
        query = "" if newest else f"?version={version.pk}"
        return redirect(reverse("resumes:report", args=[version.resume_id]) + query)
    if not version.job:
        return redirect("resumes:versions", version.resume_id)
    return _progress(request, version.resume, version.job, version=version)


def _progress(request: PersonRequest, resume: Resume, job: Job, **about: Upload | Version) -> HttpResponse:
    has_report = resume.versions.with_report().exists()
    return render(request, "resumes/detail.html", {"resume": resume, "job": job, "has_report": has_report, **about})


@require_safe
def report(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """On the newest version that is scored, or on the one that `?version=` names."""
    resume = own_resume(request, resume_id)
    versions = list(resume.versions.light().newest_first())
    scored = [version for version in versions if version.is_scored]
    wanted = request.GET.get("version")
    named = chosen(versions, wanted) if wanted else None
    if not scored or (named and not named.is_scored):
        query = f"?version={named.pk}" if named else ""
        return redirect(reverse("resumes:detail", args=[resume.pk]) + query)
    version = resume.versions.with_report().get(pk=(named or scored[0]).pk)
    reading = Reading.model_validate(version.reading)
    context = {
        "resume": resume,
        "version": version,
        "recent": scored[:RECENT],
        "newest": versions[0],
        "upload": _awaited(resume, versions[0]),
        "page": ReportPage(reading, Score.model_validate(version.report.score), pictures_of(version, reading)),
    }
    return render(request, "resumes/report.html", context)


def _awaited(resume: Resume, newest: Version | None) -> Upload | None:
    """The newest file, if its reading goes on or failed, and nobody went on in the editor since."""
    upload = resume.uploads.select_related("job").newest_first().first()
    if not upload or upload.job.state == Job.State.DONE:
        return None
    went_on = newest and newest.upload_id is None and newest.created_at > upload.job.created_at
    return None if went_on else upload
