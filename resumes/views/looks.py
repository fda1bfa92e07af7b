"""The live page beside the editor, and the choices of how it looks."""

from urllib.parse import urlsplit
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import reswap, retarget

from accounts.requests import PersonRequest
from resumes.editing import drafting
from resumes.editing.changing import CONTENDED
from resumes.editing.previewing import NoSuchPage, digest_of, page_of, preview_of
from resumes.looks_form import LooksForm
from resumes.models import Draft, Resume


@require_safe
def preview(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    draft = _own_draft(request, resume_id)
    template = "resumes/preview.html#preview" if request.htmx else "resumes/preview.html"
    return render(request, template, {"resume": draft.resume, "preview": preview_of(draft)})


@require_safe
def preview_page(request: PersonRequest, resume_id: UUID, revision: int, number: int) -> HttpResponse:
    """The address names what the picture shows, so a browser may keep it; one of the past leads to the present."""
    draft = _own_draft(request, resume_id)
    if (revision, request.GET.get("v")) != (draft.revision, digest_of(draft)):
        return redirect(address_of(draft, number))
    try:
        picture = page_of(draft, number)
    except NoSuchPage:
        raise Http404 from None
    return HttpResponse(
        picture, content_type="image/png", headers={"Cache-Control": "private, max-age=3600, immutable"}
    )


def address_of(draft: Draft, number: int) -> str:
    address = reverse("resumes:preview_page", args=[draft.resume_id, draft.revision, number])
    return f"{address}?v={digest_of(draft)}"


@require_http_methods(["GET", "HEAD", "POST"])
def change_design(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    draft = _own_draft(request, resume_id)
    resume = draft.resume
    if request.method != "POST":
        return _page(request, resume, LooksForm.of(draft))
    form = LooksForm.of(draft, request.POST)
    if not form.is_valid():
        return _page(request, resume, form, status=422)
    if form.chosen() != form.design:
        try:
            draft = drafting.change_design(draft, form.chosen().model_dump(mode="json"))
        except drafting.Contended:
            form.add_error(None, CONTENDED)
            return _page(request, resume, form, status=409)
    if not request.htmx:
        return redirect(reverse("resumes:edit", args=[resume.pk]) + "#looks")
    return _changed(request, resume, draft, form)


def _own_draft(request: PersonRequest, resume_id: UUID) -> Draft:
    return drafting.draft_at_hand(get_object_or_404(request.user.resumes.with_draft(), pk=resume_id))


def _page(request: PersonRequest, resume: Resume, form: LooksForm, status: int = 200) -> HttpResponse:
    """The choices: what was refused, or on a page of their own."""
    if request.htmx:
        refused = render(request, "resumes/looks.html#looks", {"resume": resume, "design_form": form}, status=status)
        return retarget(reswap(refused, "outerHTML"), "#looks")
    context = {"resume": resume, "design_form": form, "preview": preview_of(form.draft)}
    return render(request, "resumes/design.html", context, status=status)


def _changed(request: PersonRequest, resume: Resume, draft: Draft, sent: LooksForm) -> HttpResponse:
    """Only what the choice changed beside the control it was made with: others may be in use by now."""
    fresh = LooksForm.of(draft)
    context = {
        "resume": resume,
        "preview": preview_of(draft),
        "design_form": fresh,
        "template_changed": fresh.design.template != sent.design.template,
        "headings_changed": fresh.design.language != sent.design.language or sent.cleaned_data["move"],
        "in_editor": urlsplit(request.htmx.current_url).path == reverse("resumes:edit", args=[resume.pk]),
        # For the editor's bar.
        "steps": drafting.Steps(undo=True) if fresh.design != sent.design else drafting.steps(draft),
        "now": timezone.now(),
        "oob": True,
    }
    return render(request, "resumes/looks_changed.html", context)
