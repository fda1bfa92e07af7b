"""Public links to a version, and what a stranger sees there."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import PersonRequest
from resumes import sharing
from resumes.models import ShareLink
from resumes.rendering.design import Design
from resumes.rendering.file_names import file_name
from resumes.rendering.laying_out import lay_out
from resumes.rendering.rendering import Format
from resumes.rendering.typesetting import NotSet
from resumes.share_form import ShareForm
from resumes.views.owned import own_resume

TOO_MANY = (
    f"{sharing.MOST_ACTIVE} links of this resume work already, and that is the most. Revoke one you don’t need first."
)

GONE = "This version was deleted in the meantime, so no link was made. Choose another one."


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    versions = list(resume.versions.listed())
    given = request.POST if request.method == "POST" else None
    form = ShareForm(given, versions=versions, initial={"version": request.GET.get("version")})
    if form.is_valid():
        try:
            link = sharing.share(**form.cleaned_data)
        except sharing.TooMany:
            form.add_error(None, TOO_MANY)
        except sharing.Gone:
            form.add_error("version", GONE)
        else:
            messages.success(request, "The link works now. Copy it below and give it to whom you like.")
            return redirect(f"{reverse('resumes:share', args=[resume.pk])}#link-{link.pk}")
    made = sorted(ShareLink.objects.of_resume(resume).newest_first(), key=lambda link: not link.is_active)
    origin = request.build_absolute_uri("/").rstrip("/")
    context = {"resume": resume, "versions": versions, "form": form, "links": made, "origin": origin}
    return render(request, "resumes/share.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: PersonRequest, resume_id: UUID, link_id: UUID) -> HttpResponse:
    resume = own_resume(request, resume_id)
    get_object_or_404(ShareLink.objects.of_resume(resume), pk=link_id).revoke()
    messages.success(request, "Revoked. Whoever opens that link now is told that nothing is there any more.")
    return redirect("resumes:share", resume.pk)


@login_not_required
@require_safe
def shared_page(request: HttpRequest, token: str) -> HttpResponse:
    link = sharing.find(token)
    if not link:
        return gone(request)
    if _counts(request, link):
        link.count_view()
    sheet = lay_out(sharing.shown_by(link), Design.stored(link.version.design))
    return kept_private(render(request, "shared/page.html", {"sheet": sheet, "token": token}))


@login_not_required
@require_safe
def shared_pdf(request: HttpRequest, token: str) -> HttpResponse:
    link = sharing.find(token)
    if not link:
        return gone(request)
    try:
        data = sharing.pdf_of(link)
    except NotSet:
        return kept_private(render(request, "shared/not_set.html", {"token": token}, status=422))
    if _counts(request, link):
        sharing.count_download(link)
    response = HttpResponse(data, content_type="application/pdf")
    # Without the version's name: it is the owner's own note.
    name = file_name(sharing.shown_by(link), Format.PDF)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return kept_private(response)


def gone(request: HttpRequest) -> HttpResponse:
    """The same for a link that expired, was revoked, or never was."""
    return kept_private(render(request, "shared/gone.html", status=404))


def _counts(request: HttpRequest, link: ShareLink) -> bool:
    """A visit by anybody but the owner. Without a session's cookie nobody's session is looked for."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.pk
    return request.method == "GET" and known != link.version.resume.owner_id


def kept_private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
