"""Suggestions to what the editor holds: asked for, decided one by one, made a version of."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resumes import deciding
from resumes.editing.changing import CONTENDED, TOO_LARGE
from resumes.editing.drafting import Contended, TooLarge, draft_of
from resumes.editing.values import Mistake
from resumes.models import Round, Suggestion
from resumes.suggestion_forms import AnswerForm, StartForm
from resumes.suggestion_page import Refusal, RoundPage, kind_in_words
from resumes.suggestion_rounds import start as start_round
from resumes.versioning import NothingNew
from resumes.views.owned import own_resume

MOST_ROUNDS = 20
CHANGED = "The text there was changed since this was suggested, so nothing was put in. Both are shown here."
REMOVED = "What this is about was removed from your resume, so nothing was put in."
GONE_SINCE = "What this is about was removed from your resume since, so there is nothing to take back."
MOVED_ON = "You went on writing there, so it was not taken back. Change it in the editor."
ASKS = "This holds something that your resume doesn’t show, so it can’t be put in. Answer the question instead."
DECIDED = "This was decided on already, in another window."
EMPTY = "Write what should stand there, or reject the suggestion."
NO_CHANGE = "All of this is in a version already, so there is no new one."
OTHERWISE = (
    "The editor holds something else by now, so no version was made. Here is what it would hold as things stand."
)

SENTENCES = (deciding.NotApplicable, deciding.Decided, TooLarge, Contended, Mistake)


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """`?posting=` chooses one of the person's postings."""
    resume = own_resume(request, resume_id)
    sent = request.POST if request.method == "POST" else None
    form = StartForm(sent, owner=request.user, initial={"posting": request.GET.get("posting", "")})
    if form.is_valid():
        made = start_round(resume, by=Round.By(form.cleaned_data["by"]), posting=form.chosen())
        return redirect("suggestions:round", resume.pk, made.pk)
    context = {
        "resume": resume,
        "form": form,
        "rounds": resume.rounds.with_state().newest_first()[:MOST_ROUNDS],
        "facts": resume.facts.order_by("-created_at"),
    }
    return render(request, "suggestions/start.html", context, status=422 if form.errors else 200)


@require_safe
def round_page(request: PersonRequest, resume_id: UUID, round_id: UUID) -> HttpResponse:
    return _page(request, _own_round(request, resume_id, round_id))


@require_POST
def accept(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> HttpResponse:
    return _decided(request, _own_suggestion(request, resume_id, round_id, number), deciding.accept)


@require_POST
def accept_edited(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> HttpResponse:
    written = request.POST.get("written", "").replace("\r\n", "\n").strip()

    def act(suggestion: Suggestion) -> None:
        if not written:
            raise Mistake(EMPTY)
        deciding.accept(suggestion, written)

    return _decided(request, _own_suggestion(request, resume_id, round_id, number), act, written=written)


@require_POST
def reject(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> HttpResponse:
    return _decided(request, _own_suggestion(request, resume_id, round_id, number), deciding.reject)


@require_POST
def take_back(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> HttpResponse:
    return _decided(request, _own_suggestion(request, resume_id, round_id, number), deciding.take_back)


@require_POST
def rebase(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> HttpResponse:
    return _decided(request, _own_suggestion(request, resume_id, round_id, number), deciding.rebase)


@require_POST
def answer(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> HttpResponse:
    form = AnswerForm(request.POST)

    def act(suggestion: Suggestion) -> None:
        if not form.is_valid():
            raise Mistake(str(form.errors["answer"][0]))
        deciding.answer(suggestion, form.cleaned_data["answer"])

    typed = request.POST.get("answer", "")
    return _decided(request, _own_suggestion(request, resume_id, round_id, number), act, written=typed)


@require_POST
def accept_kind(request: PersonRequest, resume_id: UUID, round_id: UUID) -> HttpResponse:
    round_ = _own_round(request, resume_id, round_id)
    kind = request.POST.get("kind", "")
    try:
        count, left = deciding.accept_all(round_, kind)
    except SENTENCES as error:
        messages.error(request, _sentence(error))
        return redirect("suggestions:round", resume_id, round_id)
    words = kind_in_words(kind).lower()
    if count:
        messages.success(request, f"Put into the editor: {count} of the kind “{words}”.")
    if left:
        messages.info(request, f"{left} left open: the text there is another by now.")
    return redirect("suggestions:round", resume_id, round_id)


@require_POST
def reject_kind(request: PersonRequest, resume_id: UUID, round_id: UUID) -> HttpResponse:
    kind = request.POST.get("kind", "")
    try:
        count = deciding.reject_all(_own_round(request, resume_id, round_id), kind)
    except deciding.Decided as error:
        messages.error(request, _sentence(error))
    else:
        words = kind_in_words(kind).lower()
        messages.success(request, f"Rejected: {count} of the kind “{words}”. Each can be opened again.")
    return redirect("suggestions:round", resume_id, round_id)


@require_POST
def make_version(request: PersonRequest, resume_id: UUID, round_id: UUID) -> HttpResponse:
    """`revision` is what the page showed; `what` says whether other edits of the editor go along."""
    round_ = _own_round(request, resume_id, round_id)
    shown = request.POST.get("revision", "")
    revision = int(shown) if shown.isdecimal() and len(shown) < 10 else -1
    try:
        version = deciding.make_version(round_, alone=request.POST.get("what") == "alone", revision=revision)
    except deciding.MovedOn:
        return _page(request, round_, problem=OTHERWISE)
    except NothingNew:
        messages.info(request, NO_CHANGE)
        return redirect("suggestions:round", resume_id, round_id)
    called = f" as “{version.name}”" if version.name else ""
    messages.success(request, f"Saved as a version{called}. Its score follows in a moment.")
    return redirect("resumes:versions", resume_id)


@require_POST
def forget(request: PersonRequest, resume_id: UUID, fact_id: UUID) -> HttpResponse:
    get_object_or_404(own_resume(request, resume_id).facts, pk=fact_id).delete()
    messages.success(request, "Forgotten: it backs no suggestion from now on. What you accepted before stays.")
    return redirect("suggestions:start", resume_id)


def _own_round(request: PersonRequest, resume_id: UUID, round_id: UUID) -> Round:
    rounds = own_resume(request, resume_id).rounds.select_related("resume", "posting", "job", "version")
    return get_object_or_404(rounds, pk=round_id)


def _own_suggestion(request: PersonRequest, resume_id: UUID, round_id: UUID, number: int) -> Suggestion:
    suggestions = _own_round(request, resume_id, round_id).suggestions.select_related("round__resume", "round__posting")
    return get_object_or_404(suggestions, number=number)


def _decided(
    request: PersonRequest, suggestion: Suggestion, act: Callable[[Suggestion], object], *, written: str = ""
) -> HttpResponse:
    """Does it, or shows the suggestion again with why not, and with what was typed."""
    sentence, now = "", ""
    try:
        act(suggestion)
    except deciding.Conflict as conflict:
        now, takes_back = conflict.now, act is deciding.take_back
        sentence = (MOVED_ON if takes_back else CHANGED) if now else (GONE_SINCE if takes_back else REMOVED)
    except SENTENCES as error:
        sentence = _sentence(error)
    return _answered(request, suggestion, Refusal(sentence, now, written) if sentence else None)


def _sentence(error: Exception) -> str:
    known = {deciding.NotApplicable: ASKS, deciding.Decided: DECIDED, TooLarge: TOO_LARGE, Contended: CONTENDED}
    return known.get(type(error)) or str(error)


def _answered(request: PersonRequest, suggestion: Suggestion, refusal: Refusal | None) -> HttpResponse:
    round_ = suggestion.round
    if request.htmx or refusal:
        return _page(request, round_, suggestion, refusal)
    address = reverse("suggestions:round", args=[round_.resume_id, round_.pk])
    return redirect(f"{address}#suggestion-{suggestion.number}")


def _page(
    request: PersonRequest,
    round_: Round,
    about: Suggestion | None = None,
    refusal: Refusal | None = None,
    *,
    problem: str = "",
) -> HttpResponse:
    """The whole page; or, for a click that HTMX sent, the card it was on and how far the round is."""
    page = RoundPage(round_, draft_of(round_.resume), list(round_.suggestions.in_order()), about, refusal)
    context = {"resume": round_.resume, "round": round_, "page": page, "job": round_.job, "problem": problem}
    if about and request.htmx:
        fresh = next(each for each in page.cards if each.suggestion == about)
        return render(request, "suggestions/round.html#decided", context | {"card": fresh, "oob": True})
    return render(request, "suggestions/round.html", context, status=409 if refusal or problem else 200)
