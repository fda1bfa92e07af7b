"""Rows that are added, removed and moved."""

from collections.abc import Sequence
from typing import Any

from resumes.editing.operations import Gone, Insert, Move, Operation, Remove, value_at
from resumes.editing.outline import ID, Outline
from resumes.editing.shape import ROW_ID, one_of
from resumes.editing.values import MOST_ROWS


class Full(ValueError):
    """The list holds as many rows as it may."""


class NoSuchList(LookupError):
    """Nobody offers to add or move rows there."""


def one_in(row: str) -> str:
    """How a row at a path is called, with its article. Raises NoSuchList."""
    called = one_of(row.rpartition("/")[0])
    if not called or not ROW_ID.fullmatch(row.rpartition("/")[2]):
        raise NoSuchList(row)
    return called


def adding(outline: Outline, row: str, *, after: str = "") -> list[Operation]:
    """Adds an empty row under the id that its path ends with: at the end, or after another's id. Raises Full, Gone."""
    into, _, row_id = row.rpartition("/")
    rows = _rows(outline, into)
    ids = [each[ID] for each in rows]
    if row_id in ids:
        return []
    if len(rows) >= MOST_ROWS:
        raise Full(into)
    index = ids.index(after) + 1 if after in ids else len(ids)
    return [Insert(path=into, index=index, row={ID: row_id})]


def removing(outline: Outline, row: str) -> list[Operation]:
    """Nothing to do where it went already."""
    try:
        return [Remove(path=row)] if value_at(outline, row) is not None else []
    except Gone:
        return []


def moving(outline: Outline, row: str, *, step: int = 0, to: int | None = None) -> list[Operation]:
    """By so many places, or to an index. Raises Gone."""
    into, _, row_id = row.rpartition("/")
    ids = [each[ID] for each in _rows(outline, into)]
    if row_id not in ids:
        raise Gone(row)
    return [Move(path=row, index=max(0, ids.index(row_id) + step if to is None else to))]


def place_of(outline: Outline, row: str) -> tuple[int, int]:
    """Where a row stands, from 1, and among how many. Raises Gone."""
    into, _, row_id = row.rpartition("/")
    ids = [each[ID] for each in _rows(outline, into)]
    if row_id not in ids:
        raise Gone(row)
    return ids.index(row_id) + 1, len(ids)


def _rows(outline: Outline, path: str) -> Sequence[dict[str, Any]]:
    rows = value_at(outline, path) or []
    if not isinstance(rows, list):
        raise Gone(path)
    return rows
