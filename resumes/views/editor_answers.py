"""What the editor answers with: its whole page, or the pieces of it that a change touched."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.requests import PersonRequest
from resumes.editing.changing import Outcome
from resumes.editing.drafting import Steps, steps
from resumes.editing.previewing import preview_of
from resumes.editing.shape import BY_KEY, row_of, section_of
from resumes.editor_page import EditorPage, RowPage, dom
from resumes.looks_form import LooksForm
from resumes.models import Draft, Version


@dataclass
class Done:
    """What a request did. row: the one it added, removed or moved. whole: any part of the form may have changed.
    focus: the id of what is to have the cursor. said: for the person. answered: it answered something that was asked.
    """

    outcome: Outcome
    changed: bool
    row: str = ""
    whole: bool = False
    focus: str = ""
    said: str = ""
    answered: bool = False

    @property
    def about(self) -> str:
        """The section's row that it was about, or the person's own fields."""
        return row_of(self.row or next((each.path for each in self.outcome.typed), ""))


def whole_page(
    request: PersonRequest, draft: Draft, page: EditorPage, *, done: Done | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "resume": draft.resume,
        "page": page,
        "outcome": done.outcome if done else None,
        "said": done.said if done else "",
        "steps": steps(draft),
        "preview": preview_of(draft),
        "design_form": LooksForm.of(draft),
        "newer": _newer_file(draft),
    }
    return render(request, "resumes/edit.html", context, status=status)


def without_script(request: PersonRequest, draft: Draft, done: Done) -> HttpResponse:
    """Back to the editor, or the same page with what was refused in its place and nothing typed lost."""
    if done.outcome.status == 200:
        messages.success(request, done.said or "Saved.")
        place = reverse("resumes:edit", args=[draft.resume_id])
        return redirect(f"{place}?at={done.about}#row-{dom(done.about)}")
    page = EditorPage(draft.outline, timezone.localdate(), done.outcome.saving.problems)
    return whole_page(request, draft, page, done=done, status=done.outcome.status)


def pieces_of_change(request: PersonRequest, draft: Draft, done: Done) -> HttpResponse:
    """The fields that were sent, and the list or all of the form where rows came, went or moved."""
    section = BY_KEY.get(done.row.rpartition("/")[0])
    whole = done.whole or bool(done.outcome.saving.gone)
    page = _page_about(draft, done, every=whole or section is not None)
    fields = list(page.fields(done.outcome.typed))
    chosen = {request.POST.get("take"), request.POST.get("sure")}
    pieces = {
        "page": page,
        "outcome": done.outcome,
        "said": done.said,
        "whole": whole,
        "section": page.section(section) if section else None,
        "row": page.row(done.row) if done.row and not section else None,
        "fields": fields,
        "asks": whole or done.answered or "sure" in request.POST,
        "chosen": [each for each in fields if each.path in chosen],
        "titled": page.row(done.about) if _is_titled(done) else None,
        "steps": Steps(undo=True) if done.changed else steps(draft),
    }
    response = _answer(request, draft, pieces, status=done.outcome.status)
    if done.focus and done.outcome.status == 200:
        response["HX-Trigger-After-Settle"] = json.dumps({"editor:focus": {"id": done.focus}})
    return response


def pieces_of_all(request: PersonRequest, draft: Draft, left: Steps, said: str) -> HttpResponse:
    """All of the form and the choices of design, as after an undo."""
    page = EditorPage(draft.outline, timezone.localdate())
    pieces = {
        "page": page,
        "whole": True,
        "asks": True,
        "steps": left,
        "said": said,
        "design_form": LooksForm.of(draft),
    }
    return _answer(request, draft, pieces)


def _is_titled(done: Done) -> bool:
    """Whether it was about the fields of one row that has a title of its own on the page."""
    section = section_of(done.about)
    return not done.row and section is not None and section.folds


def _page_about(draft: Draft, done: Done, *, every: bool) -> EditorPage:
    problems, today = done.outcome.saving.problems, timezone.localdate()
    if every:
        return EditorPage(draft.outline, today, problems, opened=done.row)
    return RowPage(draft.outline, today, problems, about=done.about)


def _answer(request: PersonRequest, draft: Draft, pieces: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """Each piece for its own place on the page. The header tells the script that this is the editor's own answer."""
    context = {**pieces, "resume": draft.resume, "preview": preview_of(draft), "now": timezone.now()}
    response = render(request, "resumes/edit_changed.html", context, status=status)
    response["X-Editor"] = str(draft.revision)
    return response


def _newer_file(draft: Draft) -> Version | None:
    """What was read after the version that the draft began with."""
    newest = draft.resume.versions.of_files().light().newest_first().first()
    if newest and draft.base and newest.pk != draft.base_id and newest.created_at > draft.base.created_at:
        return newest
    return None
