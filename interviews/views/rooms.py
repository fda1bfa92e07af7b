"""The room: one question at a time, with the clock."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import PersonRequest
from interviews import conducting
from interviews.conducting import NotNow
from interviews.models import Interview
from interviews.room_page import RoomPage
from interviews.views.owned import own_interview, own_question, place_of

MOVED_ON = "The interview had moved on already, perhaps in another tab. Here is where it stands."


@require_safe
@never_cache
def room(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview, now = own_interview(request, interview_id), timezone.now()
    if interview.state in {Interview.State.RUNNING, Interview.State.PAUSED}:
        conducting.catch_up(interview.pk, now)
        interview = own_interview(request, interview_id)
    if interview.state not in {Interview.State.RUNNING, Interview.State.PAUSED}:
        return redirect(place_of(interview))
    return render(request, "interviews/room.html", {"interview": interview, "page": RoomPage(interview, now)})


@require_POST
def begin(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    return _moved(request, interview_id, conducting.begin)


@require_POST
def pause(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    return _moved(request, interview_id, conducting.pause)


@require_POST
def go_on(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    return _moved(request, interview_id, conducting.go_on)


@require_POST
def move_on(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    return _moved(request, interview_id, conducting.move_on)


@require_POST
def end(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    return _moved(request, interview_id, conducting.end)


@require_POST
def start_answer(request: PersonRequest, interview_id: UUID, question_id: UUID) -> HttpResponse:
    question = own_question(request, interview_id, question_id)
    return _moved(request, interview_id, lambda _, now: conducting.start_answer(question.pk, now))


@require_POST
def skip(request: PersonRequest, interview_id: UUID, question_id: UUID) -> HttpResponse:
    question = own_question(request, interview_id, question_id)
    return _moved(request, interview_id, lambda _, now: conducting.skip(question.pk, now))


def _moved(request: PersonRequest, interview_id: UUID, act: Callable[[UUID, datetime], None]) -> HttpResponse:
    """A second click, or one in another tab, finds the interview where the first one left it."""
    interview = own_interview(request, interview_id)
    try:
        act(interview.pk, timezone.now())
    except NotNow:
        messages.info(request, MOVED_ON)
    return redirect("interviews:detail", interview.pk)
