"""What the parser wasn't sure of: the person is asked about it first, until they have answered."""

from collections.abc import Iterable, Iterator
from typing import Any

from resumes.editing.operations import Gone, Operation, Put, value_at
from resumes.editing.outline import ID, NOTHING, TEXT, Outline
from resumes.editing.shape import field_at

UNSURE_BELOW = 0.6
ASK = "ask"
"""Held in the outline beside the document, under its id key, which no document has."""
MOST = 100


def with_questions(outline: Outline, reading: dict[str, Any] | None) -> Outline:
    """The outline of a document, with the addresses of what its reading isn't sure of."""
    fields = (reading or {}).get("fields", [])
    unsure = {each["path"] for each in fields if each["confidence"] < UNSURE_BELOW}
    if not unsure:
        return outline
    places = dict(addresses(outline))
    asked = dict.fromkeys(filter(None, (_field_over(places[path]) for path in places if path in unsure)))
    return {**outline, ID: {ASK: list(asked)[:MOST]}} if asked else outline


def _field_over(path: str) -> str:
    """The field that shows the value: a word's is the whole list it stands in. "" for what isn't edited."""
    return next((each for each in (path, path.rsplit("/", 2)[0]) if field_at(each)), "")


def questions(outline: Outline) -> list[str]:
    """The addresses that are still open and lead to something."""
    asked: list[str] = outline.get(ID, {}).get(ASK, [])
    return [path for path in asked if _filled(outline, path)]


def answered(outline: Outline, paths: Iterable[str]) -> list[Operation]:
    """Takes the addresses off the list."""
    asked = outline.get(ID, {}).get(ASK, [])
    left = [path for path in asked if path not in set(paths)]
    return [Put(path=f"{ID}/{ASK}", value=left)] if left != asked else []


def _filled(outline: Outline, path: str) -> bool:
    try:
        return bool(value_at(outline, path))
    except Gone:
        return False


def addresses(outline: Outline) -> Iterator[tuple[str, str]]:
    """Each field's path in the document ("work[0].highlights[2]") and in the outline; rows with nothing count as the
    document counts them: not at all.
    """
    for key, value in outline.items():
        if key != ID:
            yield from _walk(value, key, key)


def _walk(value: Any, dotted: str, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == TEXT:
                yield dotted, f"{path}/{TEXT}"
            elif key != ID:
                yield from _walk(inner, f"{dotted}.{key}", f"{path}/{key}")
    elif isinstance(value, list):
        rows = [row for row in value if any(held not in NOTHING for key, held in row.items() if key != ID)]
        for index, row in enumerate(rows):
            yield from _walk(row, f"{dotted}[{index}]", f"{path}/{row[ID]}")
    else:
        yield dotted, path
