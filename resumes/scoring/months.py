"""Dates of a resume as months that can be compared. A date is "2021", "2021-03" or "2021-03-15"."""

import re

ISO_PREFIX = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def first_month(value: str) -> int | None:
    """Months since year 0 of the earliest month the date can mean; None when it can't be read."""
    return _month(value, otherwise=1)


def last_month(value: str) -> int | None:
    """Months since year 0 of the latest month the date can mean; None when it can't be read."""
    return _month(value, otherwise=12)


def names_a_month(value: str) -> bool:
    found = ISO_PREFIX.fullmatch(value.strip())
    return bool(found and found[2])


def spoken(month: int) -> str:
    """A month as a person says it: "March 2021"."""
    year, index = divmod(month, 12)
    return f"{MONTHS[index]} {year}"


def _month(value: str, *, otherwise: int) -> int | None:
    found = ISO_PREFIX.fullmatch(value.strip())
    if not found:
        return None
    month = int(found[2] or otherwise)
    return int(found[1]) * 12 + month - 1 if 1 <= month <= 12 else None
