"""Dates as people write them, kept as ISO 8601 prefixes with just the precision that was written."""

from datetime import date

from resumes.parsing.dates import date_ranges
from resumes.parsing.words import known

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Unreadable(ValueError):
    """The text isn't one date."""


def read_date(text: str) -> str:
    """An ISO prefix. Raises Unreadable for anything but one date."""
    found = date_ranges(text)
    if len(found) != 1 or not found[0].single or not found[0].first or found[0].start or found[0].end != len(text):
        raise Unreadable(text)
    iso = found[0].first
    try:
        date.fromisoformat(iso if len(iso) == 10 else f"{iso[:4]}-{iso[5:7] or '01'}-01")
    except ValueError as error:
        raise Unreadable(text) from error
    return iso


def read_end(text: str) -> str:
    """As `read_date`; "" for what goes on."""
    return "" if known("present", text) else read_date(text)


def written_date(iso: str) -> str:
    """ "2021-03" is "Mar 2021". What isn't an ISO prefix stays as it is."""
    try:
        if len(iso) == 7:
            day = date.fromisoformat(f"{iso}-01")
            return f"{MONTHS[day.month - 1]} {day.year}"
        if len(iso) == 10:
            day = date.fromisoformat(iso)
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    except ValueError:
        pass
    return iso
