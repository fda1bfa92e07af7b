"""The list of interviews, and where one of them stands."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import PersonRequest
from interviews import deleting
from interviews.views.owned import own_interview, place_of

PER_PAGE = 30


@require_safe
def interview_list(request: PersonRequest) -> HttpResponse:
    page = Paginator(request.user.interviews.listed(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "interviews/list.html", {"page": page, "now": timezone.now()})


@require_safe
def detail(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    """Where it stands: its plan, its room or its report."""
    interview = own_interview(request, interview_id)
    return redirect(place_of(interview))


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    if request.method != "POST":
        return render(request, "interviews/delete.html", {"interview": interview})
    deleting.delete(interview)
    messages.success(request, "Deleted: the interview with its answers and recordings.")
    return redirect("interviews:list")
