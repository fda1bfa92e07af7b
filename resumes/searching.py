"""What to look for in a stored document when a person searches for words."""

import json
from collections.abc import Iterator
from typing import Any

from resumes.document import Document


def needles(text: str) -> set[str]:
    """The text as stored JSON may hold it: as it is, and with letters beyond ASCII escaped. None for what also stands
    in the names of fields, which every document has."""
    if any(text.lower() in name.lower() for name in NAMES):
        return set()
    return {json.dumps(each, ensure_ascii=ascii_only)[1:-1] for each in spellings(text) for ascii_only in (True, False)}


def spellings(text: str) -> set[str]:
    """The text in small letters, in capitals, and as names are written: SQLite takes "Ü" and "ü" for different
    letters."""
    return {text, text.lower(), text.upper(), text.title(), text.capitalize()}


def _names(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _names(part)


NAMES = frozenset(_names(Document.model_json_schema()))
