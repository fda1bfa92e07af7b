"""A JSON Resume: the document is given; lines are made from it, so that it can be quoted like any other file."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from resumes.document import Document
from resumes.parsing.reading import FieldReading, FileFacts, Line, Reading, Span
from resumes.parsing.refusals import corrupt
from resumes.parsing.words import language_of

_BELONGS = {"basics": ""}


def read_json_resume(data: bytes, facts: FileFacts) -> Reading:
    """One line per value, each sure of itself. Raises Unreadable."""
    try:
        document = Document.model_validate(without_nulls(json.loads(data.decode("utf-8-sig"))))
    except (ValueError, ValidationError, RecursionError):
        raise corrupt("JSON file") from None
    reading = Reading(document=document, facts=facts)
    for path, value in _values(document.to_json_resume(), ""):
        top = path.partition(".")[0].partition("[")[0]
        reading.lines.append(Line(text=value, section=_BELONGS.get(top, top)))
        span = Span(line=len(reading.lines) - 1, start=0, end=len(value))
        reading.fields.append(FieldReading(path=path, value=value, confidence=1.0, spans=[span]))
    reading.language = language_of([line.text for line in reading.lines])
    return reading


def without_nulls(value: Any) -> Any:
    """Exporters write null for what is missing; the schema's types don't allow it."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value if item is not None]
    return value


def _values(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text and number with its path; the schema's own address and settings are no part of a person."""
    if isinstance(value, dict):
        for key, item in value.items():
            if path or key not in ("$schema", "meta"):
                yield from _values(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values(item, f"{path}[{index}]")
    elif str(value).strip():
        yield path, str(value)
