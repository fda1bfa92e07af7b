"""Files of a version, and the proof that they read back."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from accounts.requests import PersonRequest
from resumes import exporting
from resumes.editing.drafting import draft_of, is_changed
from resumes.models import Resume, Version
from resumes.proof_page import ProofPage
from resumes.proving.comparing import ReadBack
from resumes.proving.proving import NotProven
from resumes.rendering.rendering import Format
from resumes.rendering.typesetting import NotSet
from resumes.report_page import CONTACT, LAYOUT
from resumes.views.owned import chosen, own_resume

TITLES = {
    Format.PDF: "PDF",
    Format.DOCX: "Word",
    Format.JSON: "JSON Resume",
    Format.TEXT: "Plain text",
    Format.MARKDOWN: "Markdown",
}
USES = {
    Format.PDF: "What you send. Real text, tagged for screen readers.",
    Format.DOCX: "For those who ask for Word. Real headings and lists, to be edited anywhere.",
    Format.JSON: "The open standard. Other tools read it, and so do we.",
    Format.TEXT: "For forms that want it pasted in.",
    Format.MARKDOWN: "For a website or a repository.",
}


@require_safe
def export_page(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """`?version=` names one; the newest without."""
    resume = own_resume(request, resume_id)
    return _page(request, resume, list(resume.versions.listed()))


@require_safe
def export_file(request: PersonRequest, resume_id: UUID, form: str) -> HttpResponse:
    """The file itself. PDF and Word are read again first, if that was not done before; whatever comes of it, the file
    is theirs."""
    resume, kind = own_resume(request, resume_id), _format(form)
    versions = list(resume.versions.listed())
    version = chosen(versions, request.GET.get("version"))
    try:
        data = exporting.file_of(version, kind)
    except NotSet as error:
        return _page(request, resume, versions, problem=str(error), status=422)
    if kind in exporting.PROVEN:
        with suppress(NotProven):
            exporting.proof_of(version, kind, data)
    response = HttpResponse(data, content_type=exporting.CONTENT_TYPES[kind])
    name = exporting.name_of(version, kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def proof(request: PersonRequest, resume_id: UUID, form: str) -> HttpResponse:
    """What came back of a file: a part of the export page, or a page of its own without JavaScript."""
    resume, kind = own_resume(request, resume_id), _format(form)
    version = chosen(resume.versions.listed(), request.GET.get("version"))
    if kind not in exporting.PROVEN:
        raise Http404
    context: dict[str, Any] = {"resume": resume, "version": version, "form": kind, "title": TITLES[kind]}
    try:
        found = exporting.proof_of(version, kind, exporting.file_of(version, kind))
        context["proof"] = ProofPage(ReadBack.model_validate(found.result), LAYOUT, dict(CONTACT))
    except (NotProven, NotSet) as error:
        context["problem"] = str(error)
    return render(request, "resumes/proof.html#proof" if request.htmx else "resumes/proof.html", context)


def _format(form: str) -> Format:
    try:
        return Format(form)
    except ValueError:
        raise Http404 from None


def _page(
    request: PersonRequest, resume: Resume, versions: list[Version], *, problem: str = "", status: int = 200
) -> HttpResponse:
    draft = draft_of(resume)
    if not versions and draft._state.adding and resume.uploads.exists():
        # Still being read.
        return redirect("resumes:detail", resume.pk)
    context: dict[str, Any] = {"resume": resume, "versions": versions, "changed": is_changed(draft), "problem": problem}
    if versions:
        version = chosen(versions, request.GET.get("version"))
        files = [_card(version, form) for form in Format]
        context |= {"version": version, "files": files, "unset": exporting.unset_in(version)}
    return render(request, "resumes/export.html", context, status=status)


def _card(version: Version, form: Format) -> dict[str, Any]:
    name = exporting.name_of(version, form)
    proven = form in exporting.PROVEN
    return {"form": form, "title": TITLES[form], "use": USES[form], "name": name, "proven": proven}
