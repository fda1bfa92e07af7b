"""The list of a person's resumes, and what can be done to one as a whole."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import PersonRequest
from resumes import deleting
from resumes.forms import RenameForm, UploadForm
from resumes.models import Letter
from resumes.views.owned import own_resume

PER_PAGE = 50
SORTS = {"changed": "Recently changed", "name": "Name", "score": "Score"}


@require_safe
def resume_list(request: PersonRequest) -> HttpResponse:
    """`?q=` looks for words, `?sort=` is one of SORTS, `?page=` counts from one."""
    words = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:100]
    sort = request.GET.get("sort", "")
    found = request.user.resumes.with_state().matching(words).sorted_by(sort)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "q": words, "sort": sort, "sorts": SORTS, "form": UploadForm(owner=request.user)}
    # Going back asks for the whole page even when HTMX asks.
    part = request.htmx and not request.htmx.history_restore_request
    return render(request, "resumes/list.html#results" if part else "resumes/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    form = RenameForm(request.POST if request.method == "POST" else None, initial={"title": resume.title})
    if form.is_valid():
        resume.title = form.cleaned_data["title"]
        resume.save(update_fields=["title"])
        messages.success(request, f"Saved. This resume is now called “{resume.title}”.")
        return redirect("resumes:list")
    return render(request, "resumes/rename.html", {"form": form, "resume": resume}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    context: dict[str, Any] = {
        "resume": resume,
        "uploads": resume.uploads.newest_first(),
        "letters": Letter.objects.of_resume(resume).named(),
        "rounds": resume.rounds.count(),
        "facts": resume.facts.count(),
    }
    if request.method != "POST":
        return render(request, "resumes/delete.html", context)
    try:
        deleting.delete(resume)
    except deleting.StorageFailed:
        return render(request, "resumes/delete.html", {**context, "failed": True}, status=503)
    messages.success(request, "Deleted: the resume with its versions, reports, files and links.")
    return redirect("resumes:list")
