"""What was read of a posting: improved by AI, and put right by the person."""

from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resumes import posting_correcting, posting_improving
from resumes.matching import correcting
from resumes.models import Posting
from resumes.posting_correcting import Correction
from resumes.posting_form import NamesForm, RequirementForm
from resumes.views.posting_shown import own_posting, shown, state_of

PROBLEMS = {
    correcting.NotThere: "This was read in another way meanwhile, so nothing changed. Here is how it reads now.",
    correcting.Again: "This is among them already.",
    correcting.TooMany: "There are as many here as we keep for a job. Take one out to add another.",
}
NO_PRIORITY = "Say whether it is required or nice to have."


@require_safe
@never_cache
def state(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    """For a page that waits for the AI; `?seen=` is what it says already. Once it is over, with all that it changed."""
    posting = own_posting(request, posting_id)
    if not request.htmx:
        return redirect("postings:detail", posting.pk)
    if not posting.is_being_read:
        return render(request, "postings/detail.html#read", shown(request, posting) | {"oob": True})
    context = state_of(posting)
    if context["sentence"] == request.GET.get("seen"):
        return HttpResponse(status=204)
    return render(request, "postings/detail.html#state", context)


@require_POST
def improve(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    """Asks the AI, for the first time or again."""
    posting_improving.improve(own_posting(request, posting_id))
    return _back(request, posting_id)


@require_POST
def stop(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting_improving.stop(own_posting(request, posting_id))
    return _back(request, posting_id)


@require_http_methods(["GET", "HEAD", "POST"])
def names(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting = own_posting(request, posting_id)
    initial = {"title": posting.title, "employer": posting.employer, "url": posting.url}
    form = NamesForm(request.POST if request.method == "POST" else None, initial=initial)
    if not form.is_valid():
        context = {"posting": posting, "form": form}
        return render(request, "postings/names.html", context, status=422 if form.errors else 200)
    posting_correcting.rename(posting, **form.cleaned_data)
    messages.success(request, "Saved.")
    return redirect("postings:detail", posting.pk)


@require_POST
def add(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting, form = own_posting(request, posting_id), RequirementForm(request.POST)
    if not form.is_valid():
        words = form.errors.get("words")
        problem = str(words[0]) if words else NO_PRIORITY
        return _answered(request, posting, {"add_problem": problem, "typed": request.POST.get("words", "")})
    words, priority = form.cleaned_data["words"], form.cleaned_data["priority"]
    act = partial(correcting.added, text=posting.text, words=words, priority=priority)
    return _corrected(request, posting, act, typed=words)


@require_POST
def weigh(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting, form = own_posting(request, posting_id), RequirementForm(request.POST)
    if not form.is_valid():
        return _answered(request, posting, {"problem": NO_PRIORITY})
    return _corrected(request, posting, partial(correcting.weighed, **form.cleaned_data))


@require_POST
def take_out(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    words = request.POST.get("words", "")
    return _corrected(request, own_posting(request, posting_id), partial(correcting.taken_out, words=words))


@require_POST
def put_back(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    words = request.POST.get("words", "")
    return _corrected(request, own_posting(request, posting_id), partial(correcting.put_back, words=words))


def _corrected(request: PersonRequest, posting: Posting, act: Correction, *, typed: str = "") -> HttpResponse:
    """typed: stays in the form when it came to nothing."""
    try:
        posting_correcting.correct(posting, act)
    except tuple(PROBLEMS) as error:
        problem = {"add_problem" if typed else "problem": PROBLEMS[type(error)], "typed": typed}
        return _answered(request, own_posting(request, posting.pk), problem)
    return _answered(request, own_posting(request, posting.pk), {})


def _answered(request: PersonRequest, posting: Posting, problem: dict[str, str]) -> HttpResponse:
    """For HTMX what changed on the page, with what went wrong; otherwise the page."""
    if not (request.htmx or problem):
        return _back(request, posting.pk)
    context: dict[str, Any] = shown(request, posting) | problem
    if request.htmx:
        return render(request, "postings/detail.html#corrected", context | {"oob": True})
    return render(request, "postings/detail.html", context, status=409)


def _back(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    """To the page, held against the version that it was held against."""
    version = request.GET.get("version")
    query = "?" + urlencode({"version": version}) if version else ""
    return redirect(f"{reverse('postings:detail', args=[posting_id])}{query}#insight")
