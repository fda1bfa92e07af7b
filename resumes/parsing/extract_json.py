"""A JSON Resume: the document is given; lines are made from it, so that it can be quoted like any other file."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from resume_agent.lib.hidden_characters import without_invisible
from resumes.document import Document
from resumes.parsing.older_schemas import modernised
from resumes.parsing.plain_text import decode_text
from resumes.parsing.reading import FieldReading, FileFacts, Line, Reading, Span
from resumes.parsing.refusals import corrupt, misshapen_json, other_json
from resumes.parsing.unreadable import Unreadable
from resumes.parsing.words import language_of

_NEEDED = {"basics": dict, "work": list, "education": list}
_BELONGS = {"basics": ""}


def read_json_resume(data: bytes, facts: FileFacts) -> Reading:
    """One line per value, each sure of itself. Raises Unreadable."""
    document = Document.model_validate(seen(document_in(data).to_json_resume()))
    reading = Reading(document=document, facts=facts)
    for path, value in _values(document.to_json_resume(), ""):
        top = path.partition(".")[0].partition("[")[0]
        reading.lines.append(Line(text=value, section=_BELONGS.get(top, top)))
        span = Span(line=len(reading.lines) - 1, start=0, end=len(value))
        reading.fields.append(FieldReading(path=path, value=value, confidence=1.0, spans=[span]))
    reading.language = language_of([line.text for line in reading.lines])
    return reading


def document_in(data: bytes) -> Document:
    """The document of a JSON Resume of any version. Raises Unreadable, with the place where it can't be followed."""
    try:
        given = modernised(without_nulls(json.loads(decode_text(data) or "", parse_constant=lambda _name: None)))
    except (ValueError, RecursionError):
        raise corrupt("JSON file") from None
    if not any(isinstance(given.get(key), kind) for key, kind in _NEEDED.items()):
        raise other_json()
    try:
        return Document.model_validate(given)
    except ValidationError as error:
        raise _misshapen(error) from None


def _misshapen(error: ValidationError) -> Unreadable:
    first = error.errors(include_input=False, include_url=False)[0]
    return misshapen_json(".".join(str(step) for step in first["loc"])[:80])


def seen(value: Any) -> Any:
    """Without characters that draw nothing, which nobody could check."""
    if isinstance(value, dict):
        return {key: seen(item) for key, item in value.items()}
    if isinstance(value, list):
        return [seen(item) for item in value]
    return without_invisible(value) if isinstance(value, str) else value


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
