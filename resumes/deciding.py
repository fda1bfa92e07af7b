"""Decides on suggestions: into the draft, rejected, answered, taken back; and makes a version of what was accepted."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from resumes.editing.drafting import change_by, draft_of, is_changed, undo
from resumes.editing.operations import Gone, Operation, Put, stored
from resumes.editing.outline import Outline
from resumes.editing.values import Mistake
from resumes.editing.whole_texts import put_at, text_at
from resumes.models import Draft, Fact, Resume, Round, Suggestion, Version
from resumes.round_versions import holding
from resumes.suggesting.by_rules import ASKED, ORDER
from resumes.suggesting.material import Material, material_of
from resumes.versioning import NothingNew, save_part, save_version

ACCEPTED = "Accepted a suggestion"
SEVERAL = "Accepted {count} suggestions"
TAKEN_BACK = "Took back a suggestion"
LONGEST_ANSWER = 1000


class Conflict(Exception):
    """The draft holds another text there by now."""

    def __init__(self, now: str) -> None:
        super().__init__("conflict")
        self.now = now


class NotApplicable(Exception):
    """It only asks, or the evidence guard found something in it that nothing backs."""


class Decided(Exception):
    """Somebody decided on it meanwhile."""


class MovedOn(Exception):
    """The editor holds something else than the person was shown."""


@transaction.atomic
def accept(suggestion: Suggestion, written: str = "") -> None:
    """written: what the person made of it, in their own words. Raises Conflict, NotApplicable, Decided, Mistake, and
    what `change_by` raises.
    """
    _must_be_open(suggestion)
    if not suggestion.is_applicable:
        raise NotApplicable
    edited = bool(written) and written != suggestion.after
    _decide(suggestion, Suggestion.State.EDITED if edited else Suggestion.State.ACCEPTED, written if edited else "")
    _replace(draft_of(suggestion.round.resume), suggestion, suggestion.before, suggestion.put_in, ACCEPTED)


@transaction.atomic
def accept_all(round_: Round, kind: str) -> tuple[int, int]:
    """How many of a kind went into the draft in one change, and how many didn't since the text there is another now."""
    wanted = list(round_.suggestions.undecided().applicable().of_kind(kind).in_order())
    fitting: list[Suggestion] = []

    def plan(outline: Outline) -> list[Operation]:
        fitting.clear()
        return [*_puts(outline, wanted, fitting)]

    change_by(draft_of(round_.resume), plan, lambda: SEVERAL.format(count=len(fitting)))
    for each in fitting:
        _decide(each, Suggestion.State.ACCEPTED)
    return len(fitting), len(wanted) - len(fitting)


def _puts(outline: Outline, wanted: Sequence[Suggestion], fitting: list[Suggestion]) -> list[Put]:
    """Of two for the same text the first."""
    puts: dict[str, Put] = {}
    for each in wanted:
        try:
            if each.path not in puts and text_at(outline, each.path) == each.before:
                puts[each.path] = put_at(outline, each.path, each.after)
                fitting.append(each)
        except (Gone, Mistake):
            continue
    return list(puts.values())


def reject(suggestion: Suggestion) -> None:
    """Raises Decided."""
    _must_be_open(suggestion)
    _decide(suggestion, Suggestion.State.REJECTED)


@transaction.atomic
def reject_all(round_: Round, kind: str) -> int:
    """How many open changes of a kind were rejected; of what is only asked, how many questions. Raises Decided."""
    wanted = round_.suggestions.undecided().of_kind(kind)
    rejected = list(wanted if kind == ASKED else wanted.applicable())
    for each in rejected:
        _decide(each, Suggestion.State.REJECTED)
    return len(rejected)


@transaction.atomic
def rebase(suggestion: Suggestion) -> None:
    """Proposes the same in place of what stands there now, if the evidence guard still lets it pass. Raises Decided,
    Conflict, and NotApplicable for a change of order, which would bring back what was changed within.
    """
    _must_be_open(suggestion)
    if not suggestion.is_applicable or suggestion.kind == ORDER:
        raise NotApplicable
    material = material_of(suggestion.round.resume)
    dotted = _dotted(material, suggestion)
    if not dotted:
        raise Conflict("")
    suggestion.before = material.text(dotted)
    material.judged(suggestion, dotted)
    suggestion.save(update_fields=["before", "question", "reasons", "evidence"])


@transaction.atomic
def answer(suggestion: Suggestion, text: str) -> bool:
    """Keeps what the person says as a fact. Whether that backs the change, so that it can be accepted now. Raises
    Decided.
    """
    _must_be_open(suggestion)
    round_ = suggestion.round
    question = " ".join([suggestion.why, *(reason["sentence"] for reason in suggestion.reasons)])
    Fact.objects.create(resume=round_.resume, posting=round_.posting, question=question[:500], text=text)
    if suggestion.after and _backed(suggestion):
        suggestion.save(update_fields=["question", "reasons", "evidence"])
        return True
    _decide(suggestion, Suggestion.State.ANSWERED)
    return False


def _backed(suggestion: Suggestion) -> bool:
    """By the resume and all that the person said up to now."""
    material = material_of(suggestion.round.resume)
    dotted = _dotted(material, suggestion)
    if material.texts.get(dotted) != suggestion.before:
        return False
    return not material.judged(suggestion, dotted).question


def _dotted(material: Material, suggestion: Suggestion) -> str:
    """Its path in the document, or "" when that is gone."""
    return next((each for each, path in material.places.items() if path == suggestion.path), "")


@transaction.atomic
def take_back(suggestion: Suggestion) -> None:
    """Opens it again; what it put into the draft goes, unless that was undone in the editor already. Raises Decided,
    and Conflict after more was written there.
    """
    if suggestion.is_open:
        raise Decided
    was_applied, put_in = suggestion.is_applied, suggestion.put_in
    _decide(suggestion, Suggestion.State.OPEN)
    draft = draft_of(suggestion.round.resume)
    if was_applied and text_held(draft, suggestion) != suggestion.before:
        _undo(draft, suggestion, put_in)


def text_held(draft: Draft, suggestion: Suggestion) -> str | None:
    """What stands where the suggestion is about; None after that was removed."""
    try:
        return text_at(draft.outline, suggestion.path)
    except Gone:
        return None


def _undo(draft: Draft, suggestion: Suggestion, put_in: str) -> None:
    """By the draft's own undo if nothing came after it, else by a change of its own."""
    if _is_newest(draft, suggestion, put_in):
        undo(draft)
    else:
        _replace(draft, suggestion, put_in, suggestion.before, TAKEN_BACK)


def _is_newest(draft: Draft, suggestion: Suggestion, put_in: str) -> bool:
    newest = next(iter(draft.edits.next_to_undo()), None)
    if newest is None or newest.label != ACCEPTED:
        return False
    try:
        put = put_at(draft.outline, suggestion.path, put_in)
    except (Gone, Mistake):
        return False
    return bool(newest.forward == stored([put]))


def _replace(draft: Draft, suggestion: Suggestion, before: str, after: str, label: str) -> None:
    """Raises Conflict."""

    def plan(outline: Outline) -> list[Operation]:
        try:
            now = text_at(outline, suggestion.path)
        except Gone:
            raise Conflict("") from None
        if now != before:
            raise Conflict(now)
        return [put_at(outline, suggestion.path, after)]

    change_by(draft, plan, lambda: label)


@transaction.atomic
def make_version(round_: Round, *, alone: bool = False, revision: int | None = None) -> Version:
    """Of what the editor holds, or alone of what was accepted in this round, on top of the version before. revision: of
    the draft that the person was shown. Raises MovedOn, NothingNew.
    """
    Resume.objects.select_for_update().get(pk=round_.resume_id)
    draft = draft_of(round_.resume)
    if revision is not None and draft.revision != revision:
        raise MovedOn
    origin = Version.Origin.AI if round_.by == Round.By.AI else Version.Origin.RULES
    name = (round_.posting.employer or round_.posting.title)[:80] if round_.posting else ""
    if alone:
        found = holding(draft, round_.suggestions.applied())
        if found.alone is None or not found.accepted:
            raise NothingNew
        version = save_part(draft, found.alone, name, origin=origin)
    elif is_changed(draft):
        version = save_version(draft, name, origin=origin)
    else:
        raise NothingNew
    round_.version = version
    round_.save(update_fields=["version"])
    return version


def _must_be_open(suggestion: Suggestion) -> None:
    if not suggestion.is_open:
        raise Decided


def _decide(suggestion: Suggestion, state: Suggestion.State, written: str = "") -> None:
    """Compare-and-set: of two clicks, one counts. Raises Decided."""
    at: Any = None if state == Suggestion.State.OPEN else timezone.now()
    if not Suggestion.objects.still(suggestion).update(state=state, written=written, decided_at=at):
        raise Decided
    suggestion.state, suggestion.written, suggestion.decided_at = state, written, at
