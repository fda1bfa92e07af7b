"""What a page about one posting shows: what was read, how that stands, and the match with one version."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.requests import PersonRequest
from resume_agent.ai import client
from resume_agent.jobs.progress import progress_of
from resumes.document import Document
from resumes.match_page import MatchPage, parts_of
from resumes.matching.matching import match
from resumes.matching.posting import PostingReading
from resumes.models import Posting, Version
from resumes.posting_form import ProgressForm
from resumes.views.owned import chosen

MOST_VERSIONS = 100
"""Offered to choose from, newest first."""


def own_posting(request: PersonRequest, posting_id: UUID) -> Posting:
    return get_object_or_404(request.user.postings.select_related("version__resume", "job"), pk=posting_id)


def versions_of(request: PersonRequest) -> list[Version]:
    return list(Version.objects.of_owner(request.user).listed()[:MOST_VERSIONS])


def state_of(posting: Posting) -> dict[str, Any]:
    """How far the reading is."""
    sentence = progress_of(posting.job, timezone.now()).sentence if posting.job else ""
    return {"posting": posting, "job": posting.job, "sentence": sentence, "has_ai": client.configured()}


def shown(request: PersonRequest, posting: Posting) -> dict[str, Any]:
    """`version`, in the address or the form, names the one to hold against it. Raises Http404 for a strange one."""
    versions = versions_of(request)
    initial = {"state": posting.state, "note": posting.note, "version": posting.version_id}
    reading = PostingReading.model_validate(posting.reading)
    context = state_of(posting) | {
        "versions": versions,
        "form": ProgressForm(initial=initial, versions=versions),
        "parts": list(parts_of(posting.text, reading)),
        "removed": reading.removed,
    }
    if not versions:
        return context | {"page": MatchPage(reading)}
    wanted = request.GET.get("version") or str(posting.version_id or "")
    version = chosen(versions, wanted or None)
    found = match(Document.model_validate(version.document), reading, today=timezone.localdate())
    return context | {"version": version, "page": MatchPage(reading, found)}
