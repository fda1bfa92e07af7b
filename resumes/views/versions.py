"""Versions, kept, compared, restored, deleted."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resumes import versioning
from resumes.compare_page import ComparePage
from resumes.document import Document
from resumes.editing.drafting import TooLarge, draft_of, is_changed
from resumes.family import family
from resumes.forms import VersionForm
from resumes.models import Letter, Posting, Version
from resumes.rendering.design import Design
from resumes.rendering.laying_out import lay_out
from resumes.rendering.typesetting import NotSet, pictures
from resumes.trend import trend
from resumes.views.owned import chosen, own_resume, own_version

Pair = tuple[Version | None, Version | None]

PER_PAGE = 50
PICTURE_SECONDS = 3600
# Where a saved version leads, by the name that its form sends.
THEN = {"edit": "resumes:edit", "export": "resumes:export"}
NOTHING_NEW = (
    "Nothing has changed since the last version, so there is no new one. To mark this state, give the version a name."
)
ALREADY_THERE = "The editor already holds just this version, so nothing was changed."
NOT_BROUGHT_BACK = "This version is too large for the editor, so it was not restored. Nothing changed."
LAST = "This is the only version of this resume, so it stays. To get rid of it, delete the resume."


@require_safe
def version_list(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    draft = draft_of(resume)
    versions = list(resume.versions.light().newest_first())
    page = Paginator(family(versions), PER_PAGE).get_page(request.GET.get("page"))
    uses = Prefetch("letters", Letter.objects.named()), Prefetch("postings", Posting.objects.named())
    prefetch_related_objects([line.version for line in page], *uses)
    context = {
        "resume": resume,
        "page": page,
        "trend": trend(versions),
        "count": len(versions),
        "current": draft.base_id,
        "is_changed": bool(versions) and is_changed(draft),
        "pair": _pair(versions),
    }
    return render(request, "resumes/versions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def save_version(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    form = VersionForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"resume": resume, "version_form": form, "form": form, "then": request.POST.get("then", "")}
        return render(request, "resumes/version_save.html", context, status=422 if form.errors else 200)
    then = THEN.get(request.POST.get("then", ""), "resumes:versions")
    address = reverse(then, args=[resume.pk])
    try:
        version = versioning.save_version(draft_of(resume), form.cleaned_data["name"], form.cleaned_data["note"])
    except versioning.NothingNew:
        messages.info(request, NOTHING_NEW)
        return redirect(address)
    called = f" as “{version.name}”" if version.name else " as a version"
    messages.success(request, f"Saved{called}. Its score follows in a moment.")
    return redirect(f"{address}?version={version.pk}" if then == "resumes:export" else address)


@require_safe
def compare(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """`?a=` names the version before, `?b=` the one after; without them the newest is compared with its parent."""
    resume = own_resume(request, resume_id)
    versions = list(resume.versions.light().newest_first())
    before, after = _pair(versions, request.GET.get("a"), request.GET.get("b"))
    context = {"resume": resume, "versions": versions, "before": before, "after": after}
    if before and after:
        full = resume.versions.with_content([before.pk, after.pk])
        context["page"] = ComparePage(full[before.pk], full[after.pk])
    return render(request, "resumes/compare.html", context)


@require_POST
def restore(request: PersonRequest, resume_id: UUID, version_id: UUID) -> HttpResponse:
    version = own_version(request, resume_id, version_id)
    try:
        versioning.restore(version)
    except versioning.NothingNew:
        messages.info(request, ALREADY_THERE)
    except TooLarge:
        messages.error(request, NOT_BROUGHT_BACK)
    else:
        messages.success(request, "Restored: it is the newest version now, and the editor holds it.")
    return redirect("resumes:versions", resume_id)


@require_http_methods(["GET", "HEAD", "POST"])
def rename_version(request: PersonRequest, resume_id: UUID, version_id: UUID) -> HttpResponse:
    version = own_version(request, resume_id, version_id)
    initial = {"name": version.name, "note": version.note}
    form = VersionForm(request.POST if request.method == "POST" else None, initial=initial)
    if not form.is_valid():
        context = {"resume": version.resume, "version": version, "form": form, "version_form": form}
        return render(request, "resumes/version_rename.html", context, status=422 if form.errors else 200)
    version.name, version.note = form.cleaned_data["name"], form.cleaned_data["note"]
    version.save(update_fields=["name", "note"])
    messages.success(request, "Saved.")
    return redirect("resumes:versions", resume_id)


@require_http_methods(["GET", "HEAD", "POST"])
def delete_version(request: PersonRequest, resume_id: UUID, version_id: UUID) -> HttpResponse:
    version = own_version(request, resume_id, version_id)
    if request.method != "POST":
        context = {
            "resume": version.resume,
            "version": version,
            "links": version.share_links.active().count(),
            "letters": version.letters.named(),
            "postings": version.postings.named(),
        }
        return render(request, "resumes/version_delete.html", context)
    try:
        versioning.delete_version(version)
    except versioning.LastVersion:
        messages.error(request, LAST)
    else:
        messages.success(request, "Deleted: this version and its report.")
    return redirect("resumes:versions", resume_id)


@require_safe
def version_page(request: PersonRequest, resume_id: UUID, version_id: UUID, number: int) -> HttpResponse:
    """A page of the version as it is printed, as PNG."""
    version = own_version(request, resume_id, version_id)
    design = Design.stored(version.design)
    try:
        pages = pictures(lay_out(Document.model_validate(version.document), design), design)
        picture = pages[number - 1] if number else b""
    except (NotSet, IndexError):
        picture = b""
    if not picture:
        raise Http404
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = f"private, max-age={PICTURE_SECONDS}"
    return response


def _pair(versions: list[Version], before: str | None = None, after: str | None = None) -> Pair:
    """The two that the address names; else the newest, and the parent of the newer or whatever stands before it.
    Raises Http404.
    """
    if not versions:
        return None, None
    newer = chosen(versions, after)
    older = versions[versions.index(newer) + 1 :]
    parent = next((version for version in older if version.pk == newer.parent_id), None)
    return (chosen(versions, before) if before else parent or next(iter(older), None)), newer
