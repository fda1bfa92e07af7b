"""The editor, every section of the document edited in place."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import PersonRequest
from resumes.editing import changing, drafting
from resumes.editing.arranging import NoSuchList
from resumes.editing.asking import questions
from resumes.editing.changing import CONTENDED, NOTHING_MORE, Action, carry_out
from resumes.editing.outline import TEXT
from resumes.editing.shape import BY_KEY
from resumes.editor_page import EditorPage, dom
from resumes.models import Draft, Resume
from resumes.views.editor_answers import Done, pieces_of_all, pieces_of_change, whole_page, without_script

Step = Callable[[Draft], tuple[Draft, drafting.Steps, str]]


@require_safe
def edit(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """`?at=` names a row to open."""
    draft = _own_draft(request, resume_id)
    if draft.base is None and draft._state.adding:
        return redirect("resumes:detail", resume_id)
    return whole_page(request, draft, EditorPage(draft.outline, timezone.localdate(), opened=request.GET.get("at", "")))


@require_POST
def save_fields(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    sure = request.POST.get("sure", "")
    return _changed(request, resume_id, changing.confirm(sure) if sure else NOTHING_MORE)


@require_POST
def add_item(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    if changing.PUT_BACK in request.POST:
        return _changed(request, resume_id, changing.bring_back(request.POST.dict()), whole=True)
    row = request.POST.get("add", "")
    action = _known(lambda: changing.add(row, request.POST.get("after", "")))
    return _changed(request, resume_id, action, row=row, focus=_first_field(row))


@require_POST
def remove_item(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    row = request.POST.get("remove", "")
    action = _known(lambda: changing.remove(row))
    focus = request.POST.get("focus") or f"add-{dom(row.rpartition('/')[0])}"
    return _changed(request, resume_id, action, row=row, focus=focus)


@require_POST
def move_item(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    """`up` and `down` name a row; `item` with `to` names one and the index it was dragged to."""
    sent = request.POST
    row = sent.get("up") or sent.get("down") or sent.get("item", "")
    to = sent.get("to", "")
    step, index = (0, int(to)) if to.isdecimal() and len(to) < 5 else (-1 if "up" in sent else 1, None)
    return _changed(request, resume_id, _known(lambda: changing.move(row, step=step, to=index)), row=row)


@require_POST
def undo(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    return _stepped(request, resume_id, drafting.undo, ("Undone", "There is nothing left to undo."))


@require_POST
def redo(request: PersonRequest, resume_id: UUID) -> HttpResponse:
    return _stepped(request, resume_id, drafting.redo, ("Done again", "There is nothing to do again."))


@require_POST
@transaction.atomic
def start_new(request: PersonRequest) -> HttpResponse:
    """An empty resume that already knows how its owner is reached."""
    resume = Resume.objects.create(owner=request.user, title="New resume")
    Draft.objects.create(resume=resume, outline={"basics": {"email": request.user.email}})
    return redirect("resumes:edit", resume.pk)


def _own_draft(request: PersonRequest, resume_id: UUID) -> Draft:
    return drafting.draft_at_hand(get_object_or_404(request.user.resumes.with_draft(), pk=resume_id))


def _known(action: Callable[[], Action]) -> Action:
    try:
        return action()
    except NoSuchList as error:
        raise Http404 from error


def _changed(
    request: PersonRequest, resume_id: UUID, action: Action, *, row: str = "", focus: str = "", whole: bool = False
) -> HttpResponse:
    """Saves the fields that the page sent, does what was asked for, and answers with what that changed."""
    draft = _own_draft(request, resume_id)
    before, asked = draft.revision, questions(draft.outline)
    outcome = carry_out(draft, request.POST.dict(), action)
    done = Done(outcome, changed=draft.revision != before, row=row, whole=whole, focus=focus)
    done.said, done.answered = _said(draft, done, action), questions(draft.outline) != asked
    return pieces_of_change(request, draft, done) if request.htmx else without_script(request, draft, done)


def _said(draft: Draft, done: Done, action: Action) -> str:
    """What happened, in words; a save is not talked about."""
    if done.outcome.refusal or not (done.changed and action.label):
        return done.outcome.refusal
    place = changing.place_said(draft, done.row) if action.label.startswith("Moved") else ""
    return f"{action.label}. {place}".strip()


def _stepped(request: PersonRequest, resume_id: UUID, step: Step, words: tuple[str, str]) -> HttpResponse:
    """words: before the name of what was done, and for when there was nothing to do."""
    draft = _own_draft(request, resume_id)
    steps, said = drafting.Steps(undo=True, redo=True), CONTENDED
    with suppress(drafting.Contended):
        draft, steps, label = step(draft)
        said = f"{words[0]}: {label[:1].lower()}{label[1:]}." if label else words[1]
    if request.htmx:
        return pieces_of_all(request, draft, steps, said)
    messages.info(request, said)
    return redirect("resumes:edit", resume_id)


def _first_field(row: str) -> str:
    """The input that a new row is begun with."""
    section = BY_KEY.get(row.rpartition("/")[0])
    return dom(f"{row}/{section.fields[0].name if section else TEXT}")
