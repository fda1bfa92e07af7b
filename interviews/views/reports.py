"""What came of an interview, and its assessment."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import PersonRequest
from interviews import assessing, report_files
from interviews.assessing import NothingToJudge
from interviews.models import Answer, Interview
from interviews.report_page import ReportPage
from interviews.rubric.rubric import rubric
from interviews.views.owned import own_answer, own_interview, place_of
from resume_agent.ai import client
from resumes.rendering.typesetting import NotSet

NOTHING = "There is nothing to judge yet: type what you said, or have it transcribed, first."


@require_safe
@never_cache
def report(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    if interview.state != Interview.State.ENDED:
        return redirect(place_of(interview))
    context = {"interview": interview, "page": ReportPage(interview), "by_ai": client.configured()}
    return render(request, "interviews/report.html", context)


@require_POST
def assess(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """For the first time, or again."""
    answer = _given(request, interview_id, answer_id)
    if not client.configured():
        raise Http404
    try:
        assessing.begin(answer)
    except NothingToJudge:
        messages.error(request, NOTHING)
    return _back(answer)


@require_POST
def assess_oneself(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> HttpResponse:
    """Whatever isn't a level of the rubric is left out."""
    answer = _given(request, interview_id, answer_id)
    known = {each.id for each in rubric().of_kind(answer.question.kind)}
    given = {name: request.POST.get(name, "") for name in known}
    levels = {name: int(value) for name, value in given.items() if value in set("12345")}
    assessing.assess_oneself(answer, levels)
    messages.success(request, "Saved: what you think of this answer.")
    return _back(answer)


def _given(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> Answer:
    answer = own_answer(request, interview_id, answer_id)
    if answer.state != Answer.State.GIVEN:
        raise Http404
    return answer


def _back(answer: Answer) -> HttpResponse:
    address = reverse("interviews:report", args=[answer.question.interview_id])
    return redirect(f"{address}#question-{answer.question.number}")


@require_safe
def pdf(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    if interview.state != Interview.State.ENDED:
        raise Http404
    try:
        data = report_files.pdf_of(interview)
    except NotSet:
        messages.error(request, "This report is too long to be set on pages.")
        return redirect("interviews:report", interview.pk)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="interview-report.pdf"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
