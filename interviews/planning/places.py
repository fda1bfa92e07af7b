"""The texts of a resume by where they stand."""

from collections.abc import Iterator
from typing import Any


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Paths as in "work[0].highlights[2]", with the text there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_in(inner, f"{path}[{number}]")
    elif isinstance(value, str) and value.strip():
        yield path, value
