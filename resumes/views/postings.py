"""Job postings: the list, one with its match against a version, and what becomes of it."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resume_agent.lib.upload_limit import FLAG
from resumes import posting_improving
from resumes.models import Posting
from resumes.parsing.unreadable import Unreadable
from resumes.posting_form import PostingForm, ProgressForm
from resumes.posting_intake import NotAPosting, take_in, text_of
from resumes.views.posting_shown import own_posting, shown, versions_of

PER_PAGE = 50
NOTHING = "Paste the posting, or choose a file with it."
TOO_LARGE = "This file is larger than 10 MB, so it was not read. Paste the text of the posting instead."


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
        if form.cleaned_data.get("ai"):
            posting_improving.improve(posting)
        return redirect("postings:detail", posting.pk)
    return render(request, "postings/new.html", {"form": form}, status=422 if form.errors else 200)


def _taken_in(request: PersonRequest, form: PostingForm) -> Posting | None:
    """The posting, or nothing and a mistake in the form."""
    given, file, text = form.cleaned_data, form.cleaned_data["file"], form.cleaned_data["text"]
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
@never_cache
def detail(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    """`?version=` names the version to hold against it; the one that was sent, or the newest, without."""
    return render(request, "postings/detail.html", shown(request, own_posting(request, posting_id)))


@require_POST
def progress(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting = own_posting(request, posting_id)
    form = ProgressForm(request.POST, versions=versions_of(request))
    if not form.is_valid():
        return render(request, "postings/detail.html", shown(request, posting) | {"form": form}, status=422)
    posting.state, posting.version = form.cleaned_data["state"], form.cleaned_data["version"]
    posting.note = form.cleaned_data["note"]
    posting.save(update_fields=["state", "version", "note", "updated_at"])
    messages.success(request, f"Saved: {posting.get_state_display().lower()}.")
    return redirect("postings:detail", posting.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting = own_posting(request, posting_id)
    if request.method != "POST":
        letters = posting.letters.whole().newest_first()
        context = {"posting": posting, "letters": letters, "rounds": posting.rounds.select_related("resume")}
        return render(request, "postings/delete.html", context)
    posting_improving.throw_away(posting)
    messages.success(request, "Deleted. Your resumes are as they were.")
    return redirect("postings:list")
