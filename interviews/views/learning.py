"""Trying again, model answers, and progress over time."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from interviews import model_answers, retrying
from interviews.conducting import NotNow
from interviews.models import Question
from interviews.progress_page import ProgressPage
from interviews.retry_page import RetryPage
from interviews.views.owned import own_question
from resume_agent.ai import client

NOT_YET = "A question can be tried again once it was asked, and in a timed interview when that is over."


@require_safe
def progress(request: PersonRequest) -> HttpResponse:
    return render(request, "interviews/progress.html", {"page": ProgressPage(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def retry(request: PersonRequest, interview_id: UUID, question_id: UUID) -> HttpResponse:
    """A POST begins another try; the page shows the one that is under way."""
    question = own_question(request, interview_id, question_id)
    if request.method == "POST":
        try:
            retrying.begin(question)
        except NotNow:
            messages.info(request, NOT_YET)
            return _back(question)
        return redirect("interviews:retry", interview_id, question_id)
    answer = retrying.under_way(question)
    if answer is None:
        return _back(question)
    page = RetryPage(question, answer)
    return render(request, "interviews/retry.html", {"interview": question.interview, "page": page})


@require_POST
def model_answer(request: PersonRequest, interview_id: UUID, question_id: UUID) -> HttpResponse:
    question = own_question(request, interview_id, question_id)
    if not client.configured() or question.state in {Question.State.AHEAD, Question.State.ASKED}:
        raise Http404
    model_answers.begin(question)
    return _back(question)


def _back(question: Question) -> HttpResponse:
    address = reverse("interviews:detail", args=[question.interview_id])
    return redirect(f"{address}#question-{question.number}")
