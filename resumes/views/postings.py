"""Job postings: the list, one with its match against a version, and what becomes of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resume_agent.lib.upload_limit import FLAG
from resumes.document import Document
from resumes.match_page import MatchPage, parts_of
from resumes.matching.matching import match
from resumes.matching.posting import PostingReading
from resumes.models import Posting, Version
from resumes.parsing.unreadable import Unreadable
from resumes.posting_form import PostingForm, ProgressForm
from resumes.posting_intake import NotAPosting, take_in, text_of
from resumes.views.owned import chosen

PER_PAGE = 50
MOST_VERSIONS = 100
"""Offered to choose from, newest first."""
NOTHING = "Paste the posting, or choose a file with it."
TOO_LARGE = "This file is larger than 10 MB, so it was not read. Paste the text of the posting instead."


def _posting(request: PersonRequest, posting_id: UUID) -> Posting:
    return get_object_or_404(request.user.postings.select_related("version__resume"), pk=posting_id)


def _versions(request: PersonRequest) -> list[Version]:
    return list(Version.objects.of_owner(request.user).listed()[:MOST_VERSIONS])


@require_safe
def posting_list(request: PersonRequest) -> HttpResponse:
    """`?state=` keeps one state."""
    state = request.GET.get("state", "")
    found = request.user.postings.in_state(state).select_related("version").newest_first()
    counts = request.user.postings.all().counted()
    states = [(value, label, counts.get(value, 0)) for value, label in Posting.State.choices]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "state": state, "states": states, "total": sum(counts.values())}
    return render(request, "postings/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PostingForm(*sent)
    if form.is_valid() and (posting := _taken_in(request, form)):
        messages.success(request, "Saved. Here is what they ask for, and what your resume shows of it.")
        return redirect("postings:detail", posting.pk)
    return render(request, "postings/new.html", {"form": form}, status=422 if form.errors else 200)


def _taken_in(request: PersonRequest, form: PostingForm) -> Posting | None:
    """The posting, or nothing and a mistake in the form."""
    given, file = dict(form.cleaned_data), form.cleaned_data["file"]
    text = given.pop("text")
    try:
        if request.META.get(FLAG):
            raise NotAPosting(TOO_LARGE)
        if not text.strip() and isinstance(file, UploadedFile):
            text = text_of(file)
        if not text.strip():
            raise NotAPosting(NOTHING)
        return take_in(request.user, text, title=given["title"], employer=given["employer"], url=given["url"])
    except Unreadable as refusal:
        form.add_error("file", refusal.sentence)
    except NotAPosting as problem:
        form.add_error("text", str(problem))
    return None


@require_safe
def detail(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    """`?version=` names the version to hold against it; the one that was sent, or the newest, without."""
    posting, versions = _posting(request, posting_id), _versions(request)
    return render(request, "postings/detail.html", _context(request, posting, versions))


def _context(request: PersonRequest, posting: Posting, versions: list[Version]) -> dict[str, Any]:
    initial = {"state": posting.state, "note": posting.note, "version": posting.version_id}
    form = ProgressForm(initial=initial, versions=versions)
    context: dict[str, Any] = {"posting": posting, "versions": versions, "form": form}
    reading = PostingReading.model_validate(posting.reading)
    if versions:
        version = chosen(versions, request.GET.get("version") or (str(posting.version_id or "") or None))
        document = Document.model_validate(version.document)
        found = match(document, reading, today=timezone.localdate())
        context |= {"version": version, "page": MatchPage(found)}
    return context | {"reading": reading, "parts": list(parts_of(posting.text, reading))}


@require_POST
def progress(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting, versions = _posting(request, posting_id), _versions(request)
    form = ProgressForm(request.POST, versions=versions)
    if not form.is_valid():
        return render(
            request, "postings/detail.html", _context(request, posting, versions) | {"form": form}, status=422
        )
    posting.state, posting.version = form.cleaned_data["state"], form.cleaned_data["version"]
    posting.note = form.cleaned_data["note"]
    posting.save(update_fields=["state", "version", "note", "updated_at"])
    messages.success(request, f"Saved: {posting.get_state_display().lower()}.")
    return redirect("postings:detail", posting.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting = _posting(request, posting_id)
    if request.method != "POST":
        return render(request, "postings/delete.html", {"posting": posting})
    posting.delete()
    messages.success(request, "Deleted. Your resumes are as they were.")
    return redirect("postings:list")
