"""Answers as they are typed, given and corrected."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.requests import PersonRequest
from interviews import answering
from interviews.answer_form import AnswerForm
from interviews.conducting import Conflict, NotNow
from interviews.models import Answer
from interviews.views.owned import own_answer

MOVED_ON = "This question was over already. What you sent is kept with it, and shown in your report."
NOT_SPOKEN = "Only the transcript of a spoken answer can be corrected, once the answer is given."
CONFLICT = "This answer was changed elsewhere since you opened it. Nothing is lost: yours and the saved one are below."


@require_POST
def draft(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """What is typed so far, from the page's own script: 200 with the new revision, 409, 410 when the question is over,
    or 422."""
    answer, form = own_answer(request, interview_id, answer_id), AnswerForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"problem": str(next(iter(form.errors.values()))[0])}, status=422)
    given = form.cleaned_data
    try:
        revision = answering.draft(answer, given["text"], revision=given["revision"], now=timezone.now())
    except Conflict:
        answer.refresh_from_db(fields=["text", "revision"])
        return JsonResponse({"text": answer.text, "revision": answer.revision}, status=409)
    except NotNow:
        return JsonResponse({"problem": MOVED_ON}, status=410)
    return JsonResponse({"revision": revision})


@require_POST
def give(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    answer, form = own_answer(request, interview_id, answer_id), AnswerForm(request.POST)
    if not form.is_valid():
        return _conflict(request, answer, form, form.data.get("text", ""), status=422)
    given = form.cleaned_data
    try:
        answering.give(answer, given["text"], revision=given["revision"], now=timezone.now())
    except Conflict:
        return _conflict(request, answer, form, given["text"], status=409)
    except NotNow:
        answering.keep_late(answer, given["text"])
        messages.info(request, MOVED_ON)
    return redirect("interviews:detail", interview_id)


def _conflict(request: PersonRequest, answer: Answer, form: AnswerForm, text: str, *, status: int) -> HttpResponse:
    """Both texts; to send again is to decide for the one in the form."""
    answer.refresh_from_db(fields=["text", "revision"])
    again = AnswerForm(initial={"text": text, "revision": answer.revision})
    problem = CONFLICT if status == 409 else next(iter(form.errors.values()))[0]
    context = {"interview": answer.question.interview, "answer": answer, "form": again, "problem": problem}
    return render(request, "interviews/conflict.html", context, status=status)


@require_POST
def correct(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """Of a spoken answer what was misheard."""
    answer, form = own_answer(request, interview_id, answer_id), AnswerForm(request.POST)
    if not form.is_valid():
        return _conflict(request, answer, form, form.data.get("text", ""), status=422)
    try:
        answering.correct(answer, form.cleaned_data["text"], revision=form.cleaned_data["revision"])
    except Conflict:
        return _conflict(request, answer, form, form.cleaned_data["text"], status=409)
    except NotNow:
        messages.info(request, NOT_SPOKEN)
    else:
        messages.success(request, "Saved.")
    return redirect("interviews:detail", interview_id)
