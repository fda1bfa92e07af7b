"""Decides what happens to the fields that a page sends: saved, nothing to do, or refused with a reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from resumes.editing.asking import answered
from resumes.editing.operations import Gone, Insert, Operation, Put, value_at
from resumes.editing.outline import ID, TEXT, Outline
from resumes.editing.shape import Field, Kind, field_at, row_of
from resumes.editing.values import Mistake, held, read, rows_of, same, written

SEEN = "seen:"
THEIRS = "theirs:"
CHANGED = "Changed elsewhere since you opened this."


@dataclass(frozen=True)
class Typed:
    """What one field of a page holds, and what that page last knew of it."""

    path: str
    field: Field
    value: str
    seen: str


@dataclass(frozen=True)
class Problem:
    """Why a field wasn't saved. seen: what the page knew of it. theirs: what stands there now, when somebody changed it
    since then.
    """

    sentence: str
    yours: str
    seen: str
    theirs: str | None = None

    @property
    def is_conflict(self) -> bool:
        return self.theirs is not None


@dataclass
class Saving:
    """What came of it. gone: fields whose row was removed elsewhere."""

    operations: list[Operation] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)
    gone: list[Typed] = field(default_factory=list)

    @property
    def label(self) -> str:
        """In words for the person, without their text."""
        if len(self.labels) == 1:
            return f"Changed {self.labels[0]}"
        return f"Changed {len(self.labels)} fields"

    @property
    def conflicts(self) -> bool:
        return bool(self.gone) or any(problem.is_conflict for problem in self.problems.values())


def typed_in(sent: Mapping[str, str]) -> list[Typed]:
    """The fields among what was sent; anything else is left alone."""
    return [
        Typed(path, known, value, sent.get(SEEN + path, ""))
        for path, value in sent.items()
        if (known := field_at(path)) is not None
    ]


def save(outline: Outline, typed: Iterable[Typed], *, keep: Mapping[str, str], take: Sequence[str] = ()) -> Saving:
    """keep: fields to be saved over another's text, with the text that the person was shown. take: fields to leave."""
    saving = Saving()
    for each in typed:
        if each.path not in take:
            _save_one(outline, each, keep.get(each.path, each.seen), saving)
    saving.operations += answered(outline, [op.path for op in saving.operations if isinstance(op, Put)])
    return saving


def _save_one(outline: Outline, typed: Typed, seen: str, saving: Saving) -> None:
    try:
        value = value_at(outline, typed.path)
        now = held(typed.field, value)
    except Gone:
        saving.gone.append(typed)
        return
    if same(typed.field, typed.value, now):
        return
    try:
        wanted = read(typed.field, typed.value)
    except Mistake as mistake:
        saving.problems[typed.path] = Problem(str(mistake), typed.value, seen)
        return
    if not same(typed.field, seen, now):
        theirs = written(typed.field, now)
        saving.problems[typed.path] = Problem(CHANGED, typed.value, seen, theirs)
        return
    saving.operations.append(Put(path=typed.path, value=_stored(typed.field, wanted)))
    saving.labels.append(f"“{typed.field.label}”")


def _stored(known: Field, wanted: Any) -> Any:
    if not wanted:
        return None
    return rows_of(wanted) if known.kind is Kind.WORDS else wanted


def put_back(outline: Outline, typed: Iterable[Typed]) -> list[Operation]:
    """Brings the rows that were removed back, with what was typed. What can't be read comes back empty."""
    rows: dict[str, dict[str, Any]] = {}
    for each in typed:
        for path in _missing_rows(outline, each.path):
            rows.setdefault(path, {ID: path.rpartition("/")[2]})
    inserts: list[Operation] = [Insert(path=path.rpartition("/")[0], index=9_999, row=rows[path]) for path in rows]
    return [*inserts, *_filled(rows, typed)]


def _missing_rows(outline: Outline, path: str) -> list[str]:
    """The section's row, and the row inside it, that the path goes through and that aren't there; outermost first."""
    row = row_of(path)
    inner = path.rpartition("/")[0] if path.endswith(f"/{TEXT}") else row
    return [each for each in dict.fromkeys((row, inner)) if each != "basics" and not _is_there(outline, each)]


def _is_there(outline: Outline, path: str) -> bool:
    try:
        return value_at(outline, path) is not None
    except Gone:
        return False


def _filled(rows: Mapping[str, Any], typed: Iterable[Typed]) -> list[Operation]:
    puts: list[Operation] = []
    for each in typed:
        if each.path.rpartition("/")[0] in rows:
            try:
                wanted = read(each.field, each.value)
            except Mistake:
                continue
            puts.append(Put(path=each.path, value=_stored(each.field, wanted)))
    return puts
