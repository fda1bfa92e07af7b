"""A place of the outline as one text: what stands there, and what puts another text there.

A list of words reads "Python, Go"; a list of bullets reads one to a line.
"""

from typing import Any

from resumes.editing.asking import addresses
from resumes.editing.operations import Gone, Put, value_at
from resumes.editing.outline import ID, TEXT, Outline
from resumes.editing.shape import BASICS, BULLET, Field, Kind, field_at, one_of
from resumes.editing.values import held, read, rows_of, written

WORD = Field(TEXT, "Word")
A_BULLET = "a bullet"


def places_of(outline: Outline) -> dict[str, str]:
    """Where each text of the document ("work[0].highlights[2]", and the list "work[0].highlights") is in the outline.
    The person's own fields are there empty too.
    """
    places = {f"basics.{field.name}".replace("/", "."): f"basics/{field.name}" for field in BASICS}
    for dotted, path in addresses(outline):
        places[dotted] = path
        if path.endswith(f"/{TEXT}"):
            places[dotted.rpartition("[")[0]] = path.rsplit("/", 2)[0]
    return {dotted: path for dotted, path in places.items() if _is_text(path)}


def text_at(outline: Outline, path: str) -> str:
    """Raises Gone."""
    value = value_at(outline, path)
    if _is_bullets(path):
        return "\n".join(_texts(value))
    field = _field(path)
    return written(field, held(field, value)) if field.kind is Kind.WORDS else str(value or "")


def put_at(outline: Outline, path: str, text: str) -> Put:
    """What writes the text there. Raises Gone, and Mistake for what the place can't take."""
    if _is_bullets(path):
        lines = [str(read(BULLET, line)) for line in text.split("\n")]
        return Put(path=path, value=_rows(value_at(outline, path) or [], [line for line in lines if line]))
    field = _field(path)
    wanted = read(field, text)
    return Put(path=path, value=rows_of(wanted) if field.kind is Kind.WORDS else wanted)


def _is_text(path: str) -> bool:
    return _is_bullets(path) or _known(path) is not None


def _is_bullets(path: str) -> bool:
    return one_of(path) == A_BULLET


def _known(path: str) -> Field | None:
    """A word of a list of words is no field of the editor, but can be written alone."""
    field = field_at(path)
    if field or not path.endswith(f"/{TEXT}"):
        return field
    over = field_at(path.rsplit("/", 2)[0])
    return WORD if over and over.kind is Kind.WORDS else None


def _field(path: str) -> Field:
    known = _known(path)
    if known is None:
        raise Gone(path)
    return known


def _texts(rows: Any) -> list[str]:
    return [str(row.get(TEXT, "")) for row in rows or []]


def _rows(before: list[dict[str, Any]], lines: list[str]) -> list[dict[str, Any]]:
    """A line that stays keeps its id."""
    ids: dict[str, list[str]] = {}
    for row in before:
        ids.setdefault(str(row.get(TEXT, "")), []).append(row[ID])
    kept = [ids[line].pop(0) if ids.get(line) else "" for line in lines]
    taken = {row[ID] for row in before}
    fresh = (number for number in (f"n{at}" for at in range(1, 10_000)) if number not in taken)
    return [{ID: row_id or next(fresh), TEXT: line} for row_id, line in zip(kept, lines, strict=True)]
