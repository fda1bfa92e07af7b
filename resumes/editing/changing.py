"""One request of the editor: the fields that the page holds are saved, and one thing more may be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from resumes.editing.arranging import Full, adding, moving, one_in, place_of, removing
from resumes.editing.asking import answered
from resumes.editing.drafting import Contended, Plan, TooLarge, change_by
from resumes.editing.operations import Gone, Operation
from resumes.editing.outline import Outline
from resumes.editing.saving import THEIRS, Saving, Typed, put_back, save, typed_in
from resumes.editing.values import MOST_ROWS
from resumes.models import Draft

PUT_BACK = "put_back"
CONTENDED = "This resume was changed in several places at once, so this is not saved yet. Try again."
TOO_LARGE = "This would make the resume larger than we can keep (500 KB of text). What was saved before is safe."


class Action(NamedTuple):
    """What is done besides saving fields: how it is called, and what it takes."""

    label: str
    plan: Plan


@dataclass
class Outcome:
    """typed: what the page sent. refusal: why the action or all of it was not done, as a sentence."""

    typed: list[Typed]
    saving: Saving = field(default_factory=Saving)
    refusal: str = ""

    @property
    def status(self) -> int:
        if self.saving.conflicts:
            return 409
        return 422 if self.refusal or self.saving.problems else 200


NOTHING_MORE = Action("", lambda _: [])


def carry_out(draft: Draft, sent: Mapping[str, str], action: Action = NOTHING_MORE) -> Outcome:
    """Saves and acts in one change."""
    outcome = Outcome(typed_in(sent))
    keep = {sent["keep"]: sent.get(THEIRS + sent["keep"], "")} if "keep" in sent else {}
    take = [sent["take"]] if "take" in sent else []

    def plan(outline: Outline) -> list[Operation]:
        outcome.saving = save(outline, [] if PUT_BACK in sent else outcome.typed, keep=keep, take=take)
        outcome.refusal, acts = _acts(outline, action)
        return [*outcome.saving.operations, *acts]

    def label() -> str:
        return action.label or outcome.saving.label

    try:
        change_by(draft, plan, label)
    except TooLarge:
        outcome.refusal = TOO_LARGE
    except Contended:
        outcome.refusal = CONTENDED
    return outcome


def _acts(outline: Outline, action: Action) -> tuple[str, list[Operation]]:
    try:
        return "", list(action.plan(outline))
    except Gone:
        return "That was removed elsewhere, so it can’t be moved or added to. Nothing else changed.", []
    except Full:
        return f"There are {MOST_ROWS} of these, which is the most. Remove one to add another.", []


def add(row: str, after: str) -> Action:
    """Raises NoSuchList."""
    return Action(f"Added {one_in(row)}", lambda outline: adding(outline, row, after=after))


def remove(row: str) -> Action:
    """Raises NoSuchList."""
    return Action(f"Removed {one_in(row)}", lambda outline: removing(outline, row))


def move(row: str, *, step: int = 0, to: int | None = None) -> Action:
    """Raises NoSuchList."""
    return Action(f"Moved {one_in(row)}", lambda outline: moving(outline, row, step=step, to=to))


def confirm(path: str) -> Action:
    return Action("Confirmed a value", lambda outline: answered(outline, [path]))


def bring_back(sent: Mapping[str, str]) -> Action:
    return Action("Put back what was removed", lambda outline: put_back(outline, typed_in(sent)))


def place_said(draft: Draft, row: str) -> str:
    """Where a row stands, in words."""
    try:
        place, count = place_of(draft.outline, row)
    except Gone:
        return ""
    return f"Now {place} of {count}."
