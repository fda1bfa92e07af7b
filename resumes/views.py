"""The pages of a person's resumes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from accounts.requests import PersonRequest
from resume_agent.jobs.models import Job
from resume_agent.lib.private_files import serve_private
from resume_agent.lib.upload_limit import FLAG
from resumes import deleting
from resumes.forms import RenameForm, UploadForm
from resumes.models import Resume
from resumes.parsing.reading import Kind, Reading
from resumes.parsing.unreadable import Unreadable
from resumes.receiving import Received, read_again, receive
from resumes.report_page import ReportPage
from resumes.scoring.result import Score

PER_PAGE = 50
CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.TEXT: "text/plain; charset=utf-8",
    Kind.MARKDOWN: "text/plain; charset=utf-8",
    Kind.JSON: "application/json",
}
NO_FILE = "Choose a file first: a PDF, a Word document (.docx), plain text or Markdown."
TOO_LARGE = "This file is larger than 10 MB, so it was not kept. Export it again with smaller pictures."


def _resume(request: PersonRequest, resume_id: UUID) -> Resume:
    return get_object_or_404(request.user.resumes, pk=resume_id)


@require_safe
def resume_list(request: PersonRequest) -> HttpResponse:
    resumes = request.user.resumes.with_state().newest_first()
    page = Paginator(resumes, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "resumes/list.html", {"page": page, "form": UploadForm(owner=request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: PersonRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, owner=request.user, initial=request.GET.dict())
    if request.method != "POST":
        return render(request, "resumes/upload.html", {"form": form})
    try:
        received = receive(request.user, _given(request), into=form.into())
    except Unreadable as refusal:
        return _refused(request, form, refusal.sentence)
    return _received(request, received)


def _given(request: PersonRequest) -> "UploadedFile[bytes]":
    if request.META.get(FLAG):
        raise Unreadable("too_large", TOO_LARGE)
    given = request.FILES.get("file")
    if not isinstance(given, UploadedFile):
        raise Unreadable("missing", NO_FILE)
    return given


def _refused(request: PersonRequest, form: UploadForm, sentence: str) -> HttpResponse:
    template = "resumes/upload.html#upload-form" if request.htmx else "resumes/upload.html"
    return render(request, template, {"form": form, "refusal": sentence}, status=422)


def _received(request: PersonRequest, received: Received) -> HttpResponse:
    resume = received.resume
    if received.existing:
        day = date_format(resume.created_at, "j F Y")
        messages.info(request, f"You already gave us this very file on {day}. Here it is; nothing was added.")
    address = reverse("resumes:detail", args=[resume.pk])
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@require_safe
def detail(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """The reading while it goes on or where it failed; the report as soon as there is one."""
    resume = _resume(request, resume_id)
    newest = resume.uploads.select_related("job").latest()
    if newest.job is None or newest.job.state == Job.State.DONE:
        return redirect("resumes:report", resume.pk)
    return render(request, "resumes/detail.html", {"resume": resume, "upload": newest, "job": newest.job})


@require_safe
def report(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = _resume(request, resume_id)
    versions = list(resume.versions.with_report().newest_first())
    version = next((v for v in versions if str(v.pk) == request.GET.get("version")), versions[0] if versions else None)
    if version is None:
        return redirect("resumes:detail", resume.pk)
    newest = resume.uploads.select_related("job").latest()
    page = ReportPage(
        Reading.model_validate(version.reading),
        Score.model_validate(version.report.score),
        list(version.upload.page_images.order_by("number")) if version.upload else [],
    )
    context = {"resume": resume, "version": version, "versions": versions, "newest": newest, "page": page}
    return render(request, "resumes/report.html", context)


@require_safe
def original(request: PersonRequest, resume_id: UUID) -> HttpResponseBase:
    """The newest file, or the one named by `?upload=`, as it was given."""
    uploads = _resume(request, resume_id).uploads.newest_first()
    chosen = request.GET.get("upload")
    given = next((u for u in uploads if str(u.pk) == chosen or not chosen), None)
    if given is None:
        return redirect("resumes:detail", resume_id)
    kind = Kind(given.kind) if given.kind in CONTENT_TYPES else None
    content_type = CONTENT_TYPES[kind] if kind else "application/octet-stream"
    return serve_private(given.file, filename=given.name, content_type=content_type, inline=kind == Kind.PDF)


@require_safe
def page_image(request: PersonRequest, resume_id: UUID, upload_id: UUID, number: int) -> HttpResponseBase:
    given = get_object_or_404(_resume(request, resume_id).uploads, pk=upload_id)
    page = get_object_or_404(given.page_images, number=number)
    return serve_private(page.image, filename=f"page-{number}.webp", content_type="image/webp", inline=True)


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = _resume(request, resume_id)
    form = RenameForm(request.POST if request.method == "POST" else None, initial={"title": resume.title})
    if form.is_valid():
        resume.title = form.cleaned_data["title"]
        resume.save(update_fields=["title"])
        messages.success(request, f"Saved. This resume is now called “{resume.title}”.")
        return redirect("resumes:list")
    return render(request, "resumes/rename.html", {"form": form, "resume": resume}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = _resume(request, resume_id)
    context: dict[str, Any] = {"resume": resume, "uploads": resume.uploads.newest_first()}
    if request.method != "POST":
        return render(request, "resumes/delete.html", context)
    try:
        deleting.delete(resume)
    except deleting.StorageFailed:
        return render(request, "resumes/delete.html", {**context, "failed": True}, status=503)
    messages.success(request, "Deleted: the resume, its reports and its files.")
    return redirect("resumes:list")


@require_POST
def reread(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = _resume(request, resume_id)
    read_again(resume.uploads.latest())
    return redirect("resumes:detail", resume.pk)
