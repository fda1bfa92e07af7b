"""What belongs to the person who asks: anything else is a 404."""

from collections.abc import Iterable
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.requests import PersonRequest
from resumes.models import Resume, Upload, Version


def own_resume(request: PersonRequest, resume_id: UUID) -> Resume:
    return get_object_or_404(request.user.resumes, pk=resume_id)


def own_version(request: PersonRequest, resume_id: UUID, version_id: UUID) -> Version:
    return get_object_or_404(own_resume(request, resume_id).versions.select_related("resume"), pk=version_id)


def chosen[Row: (Upload, Version)](rows: Iterable[Row], wanted: str | None) -> Row:
    """The one that the address names, or the first. Raises Http404."""
    for row in rows:
        if not wanted or str(row.pk) == wanted:
            return row
    raise Http404
