"""What can be done to an outline: set a field, insert, remove or move a row. Each gives what takes it back.

Operations are stored as JSON in `Edit`, addressed by the paths of `resumes.editing.outline`.
"""

from collections.abc import Sequence
from copy import deepcopy
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter

from resumes.editing.outline import ID, Outline

Row = dict[str, Any]
OBJECTS = ("basics", "basics/location")
"""The parts of a document that hold fields and aren't rows, outermost first: an empty one isn't stored."""


class Gone(LookupError):
    """The row that the path goes through was removed."""


class Put(BaseModel):
    """Gives a field its value; None takes the field away."""

    op: Literal["set"] = "set"
    path: str
    value: Any = None


class Insert(BaseModel):
    """Puts a row, which brings its id, into the list at the path. A row that is there already stays as it is."""

    op: Literal["insert"] = "insert"
    path: str
    index: int
    row: Row


class Remove(BaseModel):
    op: Literal["remove"] = "remove"
    path: str


class Move(BaseModel):
    """Brings the row at the path to an index of its list, counted without it."""

    op: Literal["move"] = "move"
    path: str
    index: int


class Redesign(BaseModel):
    """Replaces the design, which stands beside the outline (`resumes.editing.drafting`)."""

    op: Literal["design"] = "design"
    value: dict[str, Any]


Change = Put | Insert | Remove | Move
Operation = Annotated[Change | Redesign, Field(discriminator="op")]
STORED: TypeAdapter[list[Operation]] = TypeAdapter(list[Operation])


def stored(operations: Sequence[Operation]) -> list[dict[str, Any]]:
    """As JSON."""
    dumped: list[dict[str, Any]] = STORED.dump_python(list(operations), mode="json")
    return dumped


def value_at(outline: Outline, path: str) -> Any:
    """What stands at a path, or None when the field was never filled. Raises Gone."""
    parent, key = _parent(outline, path)
    if isinstance(parent, list):
        return parent[_index(parent, key)]
    return parent.get(key)


def do(outline: Outline, change: Change) -> Change | None:
    """Changes the outline in place; the answer takes it back, or is None when nothing changed. Raises Gone."""
    match change:
        case Put():
            return _set(outline, change)
        case Insert():
            return _insert(outline, change)
        case Remove():
            return _remove(outline, change)
        case Move():
            return _move(outline, change)


def _set(outline: Outline, change: Put) -> Put | None:
    before = value_at(outline, change.path)
    if before == change.value:
        return None
    made = _make_parents(outline, change.path)
    holder, key = _parent(outline, change.path)
    if not isinstance(holder, dict):
        raise Gone(change.path)
    if change.value is None:
        del holder[key]
    else:
        holder[key] = change.value
    return Put(path=made) if made else Put(path=change.path, value=before)


def _insert(outline: Outline, change: Insert) -> Change | None:
    made = _make_parents(outline, change.path)
    holder, key = _parent(outline, change.path)
    if not isinstance(holder, dict) or not isinstance(holder.get(key, []), list):
        raise Gone(change.path)
    absent = key not in holder
    rows = holder.setdefault(key, [])
    if any(row[ID] == change.row[ID] for row in rows):
        return None
    rows.insert(_within(change.index, rows), deepcopy(change.row))
    if made or absent:
        return Put(path=made or change.path)
    return Remove(path=f"{change.path}/{change.row[ID]}")


def _remove(outline: Outline, change: Remove) -> Insert:
    rows, index = _row(outline, change.path)
    return Insert(path=change.path.rpartition("/")[0], index=index, row=rows.pop(index))


def _move(outline: Outline, change: Move) -> Move | None:
    rows, index = _row(outline, change.path)
    row = rows.pop(index)
    target = _within(change.index, rows)
    rows.insert(target, row)
    return None if target == index else Move(path=change.path, index=index)


def _within(index: int, rows: list[Row]) -> int:
    return max(0, min(index, len(rows)))


def _row(outline: Outline, path: str) -> tuple[list[Row], int]:
    """The list that holds the row and where in it. Raises Gone."""
    rows, key = _parent(outline, path)
    if not isinstance(rows, list):
        raise Gone(path)
    return rows, _index(rows, key)


def _index(rows: list[Row], row_id: str) -> int:
    for index, row in enumerate(rows):
        if row[ID] == row_id:
            return index
    raise Gone(row_id)


def _parent(outline: Outline, path: str) -> tuple[Any, str]:
    """What holds the last step of a path: an object that may lack it, or a list. Raises Gone."""
    *steps, last = path.split("/")
    holder: Any = outline
    for depth, step in enumerate(steps, 1):
        if isinstance(holder, list):
            holder = holder[_index(holder, step)]
        elif step in holder:
            holder = holder[step]
        elif "/".join(steps[:depth]) in OBJECTS:
            holder = {}
        else:
            raise Gone(path)
    return holder, last


def _make_parents(outline: Outline, path: str) -> str:
    """Makes the objects that the path goes through and that were never filled; answers the topmost made, or ""."""
    made, holder = "", outline
    for name in OBJECTS:
        if not path.startswith(f"{name}/"):
            break
        key = name.rpartition("/")[2]
        if key not in holder:
            made = made or name
        holder = holder.setdefault(key, {})
    return made
