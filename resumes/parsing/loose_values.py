"""Values as exporters write them (a date as a number, a phone as an object), as the texts that the schema wants."""

import re
from collections.abc import Iterator
from typing import Any

from resumes.parsing.dates import date_ranges, only_dates
from resumes.parsing.words import known

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:.*)?\s*$")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_DEEPEST = 20
MOST_TEXT = 300
"""Characters; a longer text is no date."""


def iso_date(value: Any) -> Any:
    """An ISO prefix with the precision that was given; "" for the present. What says no date stays as it is."""
    if isinstance(value, dict):
        parts = [text_of(value[key]) for key in ("year", "month", "day") if value.get(key)]
        value = "-".join(parts) or text_of(value)
    value = plain_number(value)
    if not isinstance(value, str):
        return value
    text = value.strip()
    if known("present", text):
        return ""
    if told := (_ISO.match(text) or _DIGITS.match(text)):
        return _prefix(*told.groups()) or text
    return _told(text) or text


def text_of(value: Any) -> str:
    """All that a value says, in one line: a number as people write it, the texts in an object or list by commas."""
    return ", ".join(_texts(value, 0))


def plain_number(value: Any) -> Any:
    """A number as text; anything else as it is."""
    return text_of(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def texts_of(value: Any, parting: str = r"\n") -> Any:
    """A list of texts: made from one text by what parts it, or from objects that each say one thing."""
    if isinstance(value, str):
        parts = (part.strip().removeprefix("- ") for part in re.split(parting, value))
        return [part for part in parts if part]
    if isinstance(value, list):
        return [item if isinstance(item, str) else text_of(item) for item in value]
    return value


def _texts(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        for item in items if depth < _DEEPEST else ():
            yield from _texts(item, depth + 1)
    elif isinstance(value, float) and value.is_integer():
        yield str(int(value))
    elif value is not None and not isinstance(value, bool) and str(value).strip():
        yield str(value).strip()


def _prefix(year: str, month: str | None, day: str | None) -> str:
    """Empty when there is no such month or day; one that isn't known is written as 0."""
    months, days = int(month or 0), int(day or 0)
    if months > 12 or days > 31:
        return ""
    return year + (f"-{months:02}" if months else "") + (f"-{days:02}" if months and days else "")


def _told(text: str) -> str:
    """A date in words ("March 2021", "03/2021"), if the text says nothing else."""
    found = date_ranges(text) if len(text) <= MOST_TEXT and only_dates(text) else []
    return found[0].first if len(found) == 1 and found[0].single and not found[0].open else ""
