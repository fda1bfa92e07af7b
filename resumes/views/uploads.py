"""Giving a file, and seeing it and its pages again."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from accounts.requests import PersonRequest
from resume_agent.lib.private_files import serve_private
from resume_agent.lib.upload_limit import FLAG
from resumes.forms import UploadForm
from resumes.models import Resume, Upload
from resumes.parsing.reading import Kind
from resumes.parsing.unreadable import Unreadable
from resumes.receiving import NOT_KEPT, Received, read_again, receive
from resumes.views.owned import chosen, own_resume

CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.TEXT: "text/plain; charset=utf-8",
    Kind.MARKDOWN: "text/plain; charset=utf-8",
    Kind.JSON: "application/json",
}
NO_FILE = "Choose a file first: a PDF, a Word document (.docx), plain text, Markdown or JSON Resume."
TOO_LARGE = "This file is larger than 10 MB, so it was not kept. Export it again with smaller pictures."


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: PersonRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, owner=request.user, initial=request.GET.dict())
    if request.method != "POST":
        return render(request, "resumes/upload.html", {"form": form})
    into = form.into()
    try:
        received = receive(request.user, _given(request), into=into)
    except Unreadable as refusal:
        return _refused(request, form, refusal)
    return _received(request, received, into)


def _given(request: PersonRequest) -> "UploadedFile[bytes]":
    if request.META.get(FLAG):
        raise Unreadable("too_large", TOO_LARGE)
    given = request.FILES.get("file")
    if not isinstance(given, UploadedFile):
        raise Unreadable("missing", NO_FILE)
    return given


def _refused(request: PersonRequest, form: UploadForm, refusal: Unreadable) -> HttpResponse:
    template = "resumes/upload.html#upload-form" if request.htmx else "resumes/upload.html"
    status = 503 if refusal.code == NOT_KEPT else 422
    return render(request, template, {"form": form, "refusal": refusal.sentence}, status=status)


def _received(request: PersonRequest, received: Received, into: Resume | None) -> HttpResponse:
    address = reverse("resumes:detail", args=[received.upload.resume_id])
    if received.existing:
        messages.info(request, _already_here(received.upload, into))
        address += f"?upload={received.upload.pk}"
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def _already_here(upload: Upload, into: Resume | None) -> str:
    day, title = date_format(upload.created_at, "j F Y"), upload.resume.title
    elsewhere = f" to “{into.title}”" if into and into != upload.resume else ""
    return f"You already gave us this very file on {day}, as “{title}”. Here it is; nothing was added{elsewhere}."


@require_safe
def original(request: PersonRequest, resume_id: UUID) -> HttpResponseBase:
    """The newest file, or the one named by `?upload=`, as it was given."""
    given = chosen(own_resume(request, resume_id).uploads.newest_first(), request.GET.get("upload"))
    kind = Kind(given.kind) if given.kind in CONTENT_TYPES else None
    content_type = CONTENT_TYPES[kind] if kind else "application/octet-stream"
    return serve_private(given.file, filename=given.name, content_type=content_type, inline=kind == Kind.PDF)


@require_safe
def page_image(request: PersonRequest, resume_id: UUID, upload_id: UUID, number: int) -> HttpResponseBase:
    given = get_object_or_404(own_resume(request, resume_id).uploads, pk=upload_id)
    page = get_object_or_404(given.page_images, number=number)
    return serve_private(page.image, filename=f"page-{number}.webp", content_type="image/webp", inline=True)


@require_POST
def reread(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    read_again(resume.uploads.select_related("job").latest())
    return redirect("resumes:detail", resume.pk)
