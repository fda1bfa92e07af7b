"""Small pictures of real first pages."""

from functools import lru_cache
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from accounts.requests import PersonRequest
from resume_agent.lib.private_files import serve_private
from resumes.document import Document
from resumes.models import Version
from resumes.rendering.design import Design
from resumes.rendering.laying_out import lay_out
from resumes.rendering.typesetting import NotSet, pictures
from resumes.views.owned import chosen, own_resume

PPI = 60
KEPT = 128
"""Pictures in memory, some 70 KB each."""


@require_safe
def thumbnail(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """The first page of the newest version, or of the one named by `?version=`: of the file it was read from, or as we
    set it; always as we set it with `?set=1`. A version never changes, so its own browser may keep what names one."""
    versions = own_resume(request, resume_id).versions.listed().select_related("upload")
    version = chosen(versions, request.GET.get("version"))
    response = _picture(version, as_set="set" in request.GET)
    if response.status_code == 200 and "version" in request.GET:
        response["Cache-Control"] = "private, max-age=3600"
    return response


def _picture(version: Version, *, as_set: bool) -> HttpResponse:
    page = None if as_set or not version.upload else version.upload.page_images.order_by("number").first()
    if page:
        return serve_private(page.image, filename="page-1.webp", content_type="image/webp", inline=True)
    try:
        drawn = first_page(version.pk)
    except NotSet:
        raise Http404 from None
    return HttpResponse(drawn, content_type="image/png", headers={"Cache-Control": "private, no-store"})


@lru_cache(maxsize=KEPT)
def first_page(version_id: UUID) -> bytes:
    """PNG. Raises NotSet."""
    version = Version.objects.only("document", "design").get(pk=version_id)
    design = Design.stored(version.design)
    return pictures(lay_out(Document.model_validate(version.document), design), design, ppi=PPI)[0]
