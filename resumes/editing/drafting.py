"""The draft of a resume: what the editor holds, of the newest version until the first change and its own from then."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from resumes.document import Document
from resumes.editing.asking import with_questions
from resumes.editing.operations import STORED, Operation, Redesign, do, stored
from resumes.editing.outline import Outline, document_of, outline_of
from resumes.models import Draft, Edit, Resume, Version
from resumes.rendering.design import Design

KEPT = 200
"""Edits that can be undone; older ones are forgotten."""
RETRIES = 8
MOST_BYTES = 500_000
"""Of a draft's outline as JSON."""

Plan = Callable[[Outline], Sequence[Operation]]
"""Which operations are wanted, seen from what the draft holds now."""


class TooLarge(ValueError):
    """The change would make the draft larger than MOST_BYTES."""


class Contended(RuntimeError):
    """Others changed the draft each time this change was about to be written."""


@dataclass(frozen=True)
class Steps:
    """Whether the person can go back and forth."""

    undo: bool = False
    redo: bool = False


def draft_of(resume: Resume) -> Draft:
    """The stored draft, or one made of the newest version and not stored yet. Costs at most two queries."""
    stored_draft = Draft.objects.select_related("base").filter(resume=resume).first()
    if stored_draft:
        stored_draft.resume = resume
        return stored_draft
    return _not_stored_yet(resume)


def draft_at_hand(resume: Resume) -> Draft:
    """As `draft_of`, of a resume that was fetched `with_draft()`: at most one query more."""
    return resume.draft if hasattr(resume, "draft") else _not_stored_yet(resume)


def _not_stored_yet(resume: Resume) -> Draft:
    base = resume.versions.newest_first().first()
    return Draft(resume=resume, base=base, **contents_of(base))


def contents_of(version: Version | None) -> dict[str, Any]:
    """The outline and design that a version gives a draft."""
    if not version:
        return {"outline": {}, "design": {}}
    outline = outline_of(Document.model_validate(version.document))
    reading = version.reading if version.origin == Version.Origin.UPLOAD else None
    return {"outline": with_questions(outline, reading), "design": version.design}


def document_in(draft: Draft) -> Document:
    return document_of(draft.outline)


def design_in(draft: Draft) -> Design:
    return Design.stored(draft.design)


def is_changed(draft: Draft) -> bool:
    """Whether the draft holds anything that its version doesn't."""
    if not draft.base:
        return True
    same = document_in(draft) == document_of(outline_of(Document.model_validate(draft.base.document)))
    return not (same and design_in(draft) == Design.stored(draft.base.design))


def change(draft: Draft, operations: Sequence[Operation], label: str) -> Draft:
    """Writes the operations on top of whatever the draft holds by now, and logs them so that they can be undone.

    Raises Gone when a row isn't there any more, TooLarge, Contended.
    """
    return change_by(draft, lambda _: operations, lambda: label)


def change_by(draft: Draft, plan: Plan, label: Callable[[], str]) -> Draft:
    """As `change`, with operations and label chosen by what the draft holds at the moment of writing."""
    for _ in range(RETRIES):
        outline, design = _copy(draft.outline), draft.design
        forward = plan(outline)
        outline, design, backward = _done(outline, design, forward)
        if not backward:
            return draft
        edit = Edit(label=label(), forward=stored(forward), backward=stored(backward))
        if _written(draft, outline, design, edit):
            return draft
        _take_newest(draft)
    raise Contended


def change_design(draft: Draft, design: dict[str, Any]) -> Draft:
    """Replaces the design; it can be undone like any change."""
    return change(draft, [Redesign(value=design)], "Changed the design")


def steps(draft: Draft) -> Steps:
    """One query."""
    states = set() if draft._state.adding else set(draft.edits.values_list("undone", flat=True).distinct())
    return Steps(undo=False in states, redo=True in states)


def undo(draft: Draft) -> tuple[Draft, Steps, str]:
    """Takes back the newest change that stands; answers with what it was, or "" when there is none."""
    return _step(draft, undone=False)


def redo(draft: Draft) -> tuple[Draft, Steps, str]:
    """Does the change again that was taken back last; answers with what it was, or "" when there is none."""
    return _step(draft, undone=True)


def _step(draft: Draft, *, undone: bool) -> tuple[Draft, Steps, str]:
    """Moves the newest standing edit to undone, or the oldest undone one back."""
    if draft._state.adding:
        return draft, Steps(), ""
    for _ in range(RETRIES):
        edits = list(draft.edits.next_to_redo() if undone else draft.edits.next_to_undo())
        if not edits:
            return draft, Steps(undo=undone, redo=not undone), ""
        operations = STORED.validate_python(edits[0].forward if undone else edits[0].backward)
        outline, design, _backward = _done(_copy(draft.outline), draft.design, operations)
        edits[0].undone = not undone
        if _written(draft, outline, design, edits[0]):
            more = len(edits) > 1
            return draft, Steps(undo=undone or more, redo=not undone or more), edits[0].label
        _take_newest(draft)
    raise Contended


def _copy(outline: Outline) -> Outline:
    copied: Outline = json.loads(json.dumps(outline))
    return copied


def _done(
    outline: Outline, design: dict[str, Any], operations: Sequence[Operation]
) -> tuple[Outline, dict[str, Any], list[Operation]]:
    """What the operations make of both, and what takes them back, in the order to do it. Raises Gone."""
    backward: list[Operation] = []
    for operation in operations:
        if isinstance(operation, Redesign):
            inverse: Operation | None = Redesign(value=design) if operation.value != design else None
            design = operation.value
        else:
            inverse = do(outline, operation)
        if inverse:
            backward.insert(0, inverse)
    return outline, design, backward


def _written(draft: Draft, outline: Outline, design: dict[str, Any], edit: Edit) -> bool:
    """Compare-and-set on the revision. False when another change came first. Raises TooLarge."""
    size = len(json.dumps(outline))
    if size > MOST_BYTES and size > len(json.dumps(draft.outline)):
        raise TooLarge
    values = {"outline": outline, "design": design}
    try:
        with transaction.atomic():
            if draft._state.adding:
                Draft.objects.create(resume=draft.resume, base=draft.base, revision=1, **values)
            elif not Draft.objects.at(draft).write(**values):
                return False
            _log(edit, draft, number=draft.revision + 1)
    except IntegrityError:
        return False
    draft.outline, draft.design, draft.revision = outline, design, draft.revision + 1
    draft._state.adding = False
    return True


def _log(edit: Edit, draft: Draft, *, number: int) -> None:
    """A new edit ends what could be done again."""
    if not edit._state.adding:
        edit.save(update_fields=["undone"])
        return
    if not draft._state.adding:
        draft.edits.out_of_reach(oldest_kept=number - KEPT).delete()
    edit.draft_id, edit.number = draft.pk, number
    edit.save(force_insert=True)


def _take_newest(draft: Draft) -> None:
    """Raises Contended when there is none any more: the resume was deleted."""
    draft._state.adding = False
    try:
        draft.refresh_from_db(fields=["base", "outline", "design", "revision"])
    except Draft.DoesNotExist as error:
        raise Contended from error
