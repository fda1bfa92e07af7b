"""Cover letters for a posting: written live or put together by rules, edited, asked about, and made into files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resume_agent.ai import client
from resume_agent.jobs import queueing
from resumes import letter_checking, letter_files, lettering
from resumes.comparing.words import pieces
from resumes.letter_checking import Conflict
from resumes.letter_form import LANGUAGES, ConfirmForm, LetterForm, TextForm
from resumes.letter_page import LetterPage
from resumes.matching.posting import PostingReading
from resumes.models import Letter, Posting, Version
from resumes.rendering.letters import LetterFormat
from resumes.rendering.typesetting import NotSet

MOST_VERSIONS = 100
"""Offered to choose from, newest first."""
CHOSEN = ("version", "tone", "length", "language")
"""Of a new letter; its address may name them."""
CONFLICT = "This letter was changed elsewhere since you opened it. Nothing is lost: yours and the saved one are below."
LOOK_AGAIN = "This letter was changed elsewhere. Look again, please."


def _posting(request: PersonRequest, posting_id: UUID) -> Posting:
    return get_object_or_404(request.user.postings, pk=posting_id)


def _letter(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> Letter:
    return get_object_or_404(_posting(request, posting_id).letters.whole(), pk=letter_id)


def _written(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> Letter:
    letter = _letter(request, posting_id, letter_id)
    if not letter.is_written:
        raise Http404
    return letter


@require_safe
def letter_list(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    posting = _posting(request, posting_id)
    letters = posting.letters.whole().newest_first()[:MOST_VERSIONS]
    return render(request, "letters/list.html", {"posting": posting, "letters": letters})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest, posting_id: UUID) -> HttpResponse:
    """`?version=` names the one to write from; the one that was sent, or the newest, without. So with other choices."""
    posting = _posting(request, posting_id)
    versions = list(Version.objects.of_owner(request.user).listed()[:MOST_VERSIONS])
    form = LetterForm(request.POST or None, versions=versions, initial=_initial(request, posting))
    if form.is_valid():
        given = dict(form.cleaned_data)
        letter = lettering.begin(request.user, given.pop("version"), posting, lettering.Choices(**given))
        return redirect("letters:detail", posting.pk, letter.pk)
    context = {"posting": posting, "form": form, "versions": versions, "by_ai": client.configured()}
    return render(request, "letters/new.html", context, status=422 if form.errors else 200)


def _initial(request: PersonRequest, posting: Posting) -> dict[str, Any]:
    language = PostingReading.model_validate(posting.reading).language
    known = {"language": language if language in dict(LANGUAGES) else "en", "version": str(posting.version_id or "")}
    return known | {name: value for name, value in request.GET.items() if name in CHOSEN and value}


@require_safe
@never_cache
def detail(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    letter = _letter(request, posting_id, letter_id)
    if not letter.is_written:
        context = {"letter": letter, "posting": letter.posting, "job": letter.job}
        return render(request, "letters/writing.html", context)
    return _editor(request, letter)


def _editor(
    request: PersonRequest, letter: Letter, *, form: TextForm | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    """The whole page, or for a save that it made by itself the pieces around the text."""
    form = form or TextForm(language=letter.language, initial={"text": letter.text, "revision": letter.revision})
    reading = PostingReading.model_validate(letter.posting.reading)
    context = {"letter": letter, "posting": letter.posting, "page": LetterPage(letter), "form": form}
    context |= {"requirements": reading.requirements, "unset": letter_files.unset_in(letter), **more}
    if not request.htmx:
        return render(request, "letters/detail.html", context, status=status)
    answer = render(request, "letters/detail.html#around", context, status=status)
    answer["X-Letter"] = str(letter.revision)
    return answer


@require_POST
def save(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    """`over` names the saved text that the person has seen and replaces."""
    letter = _written(request, posting_id, letter_id)
    form = TextForm(request.POST, language=letter.language)
    if not form.is_valid():
        return _editor(request, letter, form=form, status=422)
    text, begun, over = (form.cleaned_data[name] for name in ("text", "revision", "over"))
    try:
        letter_checking.write_over(letter, text, revision=begun if over is None else over, keep=over is not None)
    except Conflict:
        return _conflict(request, letter, text, begun)
    if request.htmx:
        return _editor(request, letter, saved=timezone.now())
    messages.success(request, "Saved.")
    return redirect("letters:detail", posting_id, letter_id)


def _conflict(request: PersonRequest, letter: Letter, text: str, begun: int) -> HttpResponse:
    """Both texts, and nothing is decided by saving again: only by saying which of them."""
    letter.refresh_from_db(fields=["text", "revision", "reasons", "updated_at"])
    form = TextForm(language=letter.language, initial={"text": text, "revision": begun})
    return _editor(request, letter, form=form, status=409, problem=CONFLICT, other=letter.text)


@require_http_methods(["GET", "HEAD", "POST"])
def earlier(request: PersonRequest, posting_id: UUID, letter_id: UUID, text_id: UUID) -> HttpResponse:
    """A text that stood there before; to take it keeps the one that stands there now."""
    letter = _written(request, posting_id, letter_id)
    kept = get_object_or_404(letter.earlier, pk=text_id)
    if request.method != "POST":
        changes = pieces(kept.text, letter.text)
        context = {"letter": letter, "posting": letter.posting, "kept": kept, "changes": changes}
        return render(request, "letters/earlier.html", context)
    try:
        letter_checking.write_over(letter, kept.text, revision=letter.revision, keep=True)
    except Conflict:
        return _editor(request, letter, status=409, problem=LOOK_AGAIN)
    messages.success(request, "Taken. The text that stood there is kept with the earlier ones.")
    return redirect("letters:detail", posting_id, letter_id)


@require_POST
def confirm(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    letter = _written(request, posting_id, letter_id)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        problem = "Say where this comes from, in a few words (1,000 characters at most)."
        return _editor(request, letter, status=422, problem=problem)
    try:
        if letter_checking.confirm(letter, form.cleaned_data["sentence"], form.cleaned_data["where"]):
            messages.success(request, "Kept: we don't ask about this again, and suggestions may use it.")
    except Conflict:
        return _editor(request, letter, status=409, problem=LOOK_AGAIN)
    return redirect("letters:detail", posting_id, letter_id)


@require_POST
def stop(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    letter = _letter(request, posting_id, letter_id)
    if letter.job:
        letter.job.want_stop(timezone.now())
    return redirect("letters:detail", posting_id, letter_id)


@require_POST
def retry(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    letter = _letter(request, posting_id, letter_id)
    if letter.job:
        queueing.retry(letter.job)
    return redirect("letters:detail", posting_id, letter_id)


@require_POST
def by_rules(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    """In place of a letter that the AI didn't write."""
    letter = _letter(request, posting_id, letter_id)
    if letter.job and letter.job.is_over and not letter.is_written:
        lettering.put_together(letter)
    return redirect("letters:detail", posting_id, letter_id)


@require_POST
def keep_part(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    """What there was when the person stopped it."""
    letter = _letter(request, posting_id, letter_id)
    if letter.job and letter.text and not letter.is_written:
        lettering.take_part(letter)
    return redirect("letters:detail", posting_id, letter_id)


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, posting_id: UUID, letter_id: UUID) -> HttpResponse:
    letter = _letter(request, posting_id, letter_id)
    if request.method != "POST":
        return render(request, "letters/delete.html", {"letter": letter, "posting": letter.posting})
    lettering.throw_away(letter)
    messages.success(request, "Deleted. Your resume and the job are as they were.")
    return redirect("letters:list", posting_id)


@require_safe
def export(request: PersonRequest, posting_id: UUID, letter_id: UUID, form: str) -> HttpResponse:
    """Not while a sentence is open: what nothing backs doesn't leave unasked."""
    letter, kind = _written(request, posting_id, letter_id), _format(form)
    if asked := len(LetterPage(letter).questions):
        sentences = "One sentence is" if asked == 1 else f"{asked} sentences are"
        problem = f"{sentences} still open, so there is no file yet. Say where each comes from, or change it."
        return _editor(request, letter, status=409, problem=problem)
    try:
        data = letter_files.file_of(letter, kind)
    except NotSet:
        return _editor(request, letter, status=422, problem="This letter could not be set on pages. Shorten it.")
    response = HttpResponse(data, content_type=letter_files.CONTENT_TYPES[kind])
    name = letter_files.name_of(letter, kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _format(form: str) -> LetterFormat:
    try:
        return LetterFormat(form)
    except ValueError:
        raise Http404 from None
