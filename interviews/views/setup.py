"""Setting an interview up: what is wanted, and the plan that comes of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from interviews import setting_up
from interviews.models import Interview
from interviews.setting_up import Choices, NothingToAsk
from interviews.setup_form import SetupForm
from interviews.views.owned import own_interview, place_of
from resume_agent.ai import client
from resume_agent.jobs import queueing
from resumes.letter_form import LANGUAGES
from resumes.matching.posting import PostingReading
from resumes.models import Posting, Version

MOST = 100
"""Versions, and postings, offered to choose from, newest first."""
NOTHING = "There is nothing left to ask that you haven’t been asked. Choose another kind or level, or add a job."


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """`?version=` and `?posting=` choose beforehand."""
    versions = list(Version.objects.of_owner(request.user).listed()[:MOST])
    postings = list(request.user.postings.newest_first()[:MOST])
    initial = _initial(request, postings)
    form = SetupForm(request.POST or None, versions=versions, postings=postings, initial=initial)
    if form.is_valid():
        given = dict(form.cleaned_data)
        version, posting = given.pop("version"), given.pop("posting")
        try:
            interview = setting_up.begin(request.user, version, posting, Choices(**given))
        except NothingToAsk:
            form.add_error("kind", NOTHING)
        else:
            return redirect("interviews:plan", interview.pk)
    context = {"form": form, "versions": versions, "by_ai": client.configured()}
    return render(request, "interviews/new.html", context, status=422 if form.errors else 200)


def _initial(request: PersonRequest, postings: list[Posting]) -> dict[str, Any]:
    wanted = next((each for each in postings if str(each.pk) == request.GET.get("posting")), None)
    initial: dict[str, Any] = {"version": request.GET.get("version")}
    if wanted:
        language = PostingReading.model_validate(wanted.reading).language
        initial["posting"] = str(wanted.pk)
        initial["version"] = initial["version"] or str(wanted.version_id or "")
        initial["language"] = language if language in dict(LANGUAGES) else "en"
    return {key: value for key, value in initial.items() if value}


@require_safe
@never_cache
def plan(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    if interview.state == Interview.State.PLANNING:
        return render(request, "interviews/planning.html", {"interview": interview, "job": interview.plan_job})
    if interview.state != Interview.State.READY:
        return redirect(place_of(interview))
    return render(
        request, "interviews/plan.html", {"interview": interview, "questions": interview.questions.in_order()}
    )


@require_POST
def plan_by_rules(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    """In place of what the AI didn't plan."""
    interview = own_interview(request, interview_id)
    try:
        setting_up.plan_by_rules(interview.pk, timezone.now())
    except NothingToAsk:
        messages.error(request, NOTHING)
    return redirect("interviews:plan", interview.pk)


@require_POST
def retry_plan(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    if interview.plan_job and interview.state == Interview.State.PLANNING:
        queueing.retry(interview.plan_job)
    return redirect("interviews:plan", interview.pk)
