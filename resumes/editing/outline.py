"""The outline: a document whose list items carry ids, so that an address stays right when others move.

Every row of a list gets the key "#"; a plain string becomes {"#": id, "#text": string}. An address is a path of keys
and ids: "basics/email", "work/3/position", "work/3/highlights/5/#text". Names are JSON Resume's own (camel case).
"""

from itertools import count
from typing import Any

from resumes.document import Document

Outline = dict[str, Any]
ID = "#"
TEXT = "#text"
"""Both are kept for the outline: a file that brings such keys loses them."""
NOTHING: tuple[object, ...] = ("", {}, [])


def outline_of(document: Document) -> Outline:
    """Ids are numbers in reading order: the same document always gives the same outline."""
    numbers = count(1)

    def mark(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: mark(item) for key, item in value.items() if key not in (ID, TEXT)}
        if isinstance(value, list):
            return [_row(item, str(next(numbers)), mark) for item in value]
        return value

    marked: Outline = mark(document.to_json_resume())
    return marked


def _row(item: Any, number: str, mark: Any) -> dict[str, Any]:
    return {ID: number, **mark(item)} if isinstance(item, dict) else {ID: number, TEXT: mark(item)}


def document_of(outline: Outline) -> Document:
    """Ids go, and with them rows that hold nothing."""
    return Document.model_validate(_bare(outline))


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [item for item in map(_bare, value) if item not in NOTHING]
    if isinstance(value, dict):
        if TEXT in value:
            return _bare(value[TEXT])
        return {key: kept for key, item in value.items() if key != ID and (kept := _bare(item)) not in NOTHING}
    return value
