"""Years that follow from the resume's own dates: "more than eight years at Lakemont"."""

from datetime import date
from typing import Any

from resumes.tailoring.backing import Backing
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import Quantity, dates_in, quantities
from resumes.tailoring.tokens import squeezed


def is_derivable(one: Quantity, after: str, backing: Backing, words: Lexicon) -> bool:
    """Only where the text speaks of the whole resume, and doesn't contradict what stood there."""
    if one.unit != "year" and (one.unit or one.counted):
        return False
    if not backing.entries or _contradicts(one, after, backing, words):
        return False
    named = [entry for entry in backing.entries if _names(after, entry)]
    spans = [_years(group) for group in _groups(named)] or [_years(list(backing.entries))]
    return any(
        one.value <= years + (0.5 if one.bound == "near" else 0.1) and one.value > years - 1.5 for years in spans
    )


def _contradicts(one: Quantity, after: str, backing: Backing, words: Lexicon) -> bool:
    """The old text counted the same years otherwise, and its count is gone."""
    kept = {quantity.value for quantity in quantities(after, words.language)}
    old = [quantity for quantity in quantities(backing.before, words.language) if quantity.unit == "year"]
    return any(quantity.value not in kept and set(quantity.near) & set(one.near) for quantity in old)


def _names(after: str, entry: dict[str, Any]) -> bool:
    name = squeezed(entry.get("name") or entry.get("organization") or "")
    return len(name) > 2 and name in squeezed(after)


def _groups(entries: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Each entry alone, and those of one employer together."""
    names = {entry.get("name") or entry.get("organization") for entry in entries}
    together = [
        [entry for entry in entries if name in (entry.get("name"), entry.get("organization"))] for name in names
    ]
    return [[entry] for entry in entries] + together


def _years(entries: list[dict[str, Any]]) -> float:
    """From the first start to the last end."""
    starts = [_months(entry.get("startDate", "")) for entry in entries if entry.get("startDate")]
    ends = [
        _months(entry["endDate"]) if entry.get("endDate") else _now() for entry in entries if entry.get("startDate")
    ]
    return (max(ends) - min(starts) + 1) / 12 if starts and ends else 0.0


def _months(written: str) -> int:
    year, month = min(dates_in(written), default=(0, 0))
    return year * 12 + max(month, 1)


def _now() -> int:
    today = date.today()  # noqa: DTZ011 - a month more or less at midnight doesn't matter
    return today.year * 12 + today.month
