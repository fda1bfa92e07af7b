"""A list that arrives as JSON, piece by piece: each of its items as soon as it is whole."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import from_json


def items(pieces: Iterable[str], name: str) -> Iterator[Any]:
    """Those of the list called `name` in an object. An item is whole once the next has begun, or the text has ended."""
    text, told = "", 0
    for piece in pieces:
        text += piece
        for item in _list_in(text, name)[told:-1]:
            told += 1
            yield item
    yield from _list_in(text, name)[told:]


def _list_in(text: str, name: str) -> list[Any]:
    """As far as it has come; empty for what isn't JSON, or something else."""
    try:
        found = from_json(text, allow_partial=True)
    except ValueError:
        return []
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, list) else []
