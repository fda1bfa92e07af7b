"""Public links to a report, and what a mentor sees there."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from interviews import sharing
from interviews.conducting import NotNow
from interviews.models import InterviewLink
from interviews.report_page import ReportPage
from interviews.share_form import ShareForm
from interviews.views.owned import own_interview
from resumes.views.sharing import gone, kept_private

TOO_MANY = f"{sharing.MOST_ACTIVE} links of this report work already, and that is the most. Revoke one first."


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: PersonRequest, interview_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    form = ShareForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            link = sharing.share(interview, **form.cleaned_data)
        except sharing.TooMany:
            form.add_error(None, TOO_MANY)
        except NotNow:
            return redirect("interviews:detail", interview.pk)
        else:
            messages.success(request, "The link works now. Copy it below and give it to whom you like.")
            return redirect(f"{reverse('interviews:share', args=[interview.pk])}#link-{link.pk}")
    made = sorted(interview.links.newest_first(), key=lambda link: not link.is_active)
    context = {"interview": interview, "form": form, "links": made}
    context["origin"] = request.build_absolute_uri("/").rstrip("/")
    return render(request, "interviews/share.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: PersonRequest, interview_id: UUID, link_id: UUID) -> HttpResponse:
    interview = own_interview(request, interview_id)
    get_object_or_404(interview.links, pk=link_id).revoke()
    messages.success(request, "Revoked. Whoever opens that link now is told that nothing is there any more.")
    return redirect("interviews:share", interview.pk)


@login_not_required
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    """The report without the resume it was planned from."""
    link = sharing.find(token)
    if not link:
        return gone(request)
    if _counts(request, link):
        link.count_view()
    context = {"interview": link.interview, "page": ReportPage(link.interview)}
    return kept_private(render(request, "shared/interview.html", context))


def _counts(request: HttpRequest, link: InterviewLink) -> bool:
    """A visit by anybody but the owner. Without a session's cookie nobody's session is looked for."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.pk
    return request.method == "GET" and known != link.interview.owner_id
