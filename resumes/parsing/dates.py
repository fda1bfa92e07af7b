"""Dates and date ranges in text, in many languages, as ISO 8601 prefixes."""

import re
from dataclasses import dataclass
from functools import cache

from resumes.parsing.words import fold, known, vocabulary

PRESENT = "present"


@dataclass(frozen=True)
class DateRange:
    """Characters [start, end) of a text that tell a date or range. `first` and `last` are ISO prefixes or empty.

    open: it goes on ("since 2019", "2019 - today", "2019 -").
    """

    start: int
    end: int
    first: str
    last: str
    open: bool = False

    @property
    def single(self) -> bool:
        return not self.open and not self.last


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    kind: str  # "date", "present", "dash", "since", "until", "between"
    iso: str = ""


_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DASH = r"[-\u2010-\u2015\u2212~]+"


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, int]]:
    """The token pattern and the month numbers. Every alternative starts with a literal or digit: linear time."""
    words = vocabulary()
    months = {**words.seasons, **words.months}
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    present = "|".join(re.escape(t) for t in sorted(words.sets["present"], key=len, reverse=True))
    joins = words.sets["since"] | words.sets["until"] | words.sets["between"]
    joining = "|".join(re.escape(t) for t in sorted(joins, key=len, reverse=True) if t)
    name = rf"(?P<name>{names})(?![^\W\d_])\.?"
    pattern = (
        rf"(?<![\w/])(?P<iso>(?P<iy>{_YEAR})[-./](?P<im>{_MONTH})(?:[-./](?P<id>{_DAY}))?)(?![\d])"
        rf"|(?<![\w/])(?P<num>(?:{_DAY}[./-])?(?P<nm>{_MONTH})\s?[./-]\s?(?P<ny>{_YEAR}))(?!\d)"
        rf"|(?<![\w/])(?P<short>(?P<sm>0[1-9]|1[0-2])/(?P<sy>\d\d))(?![\d/])"
        rf"|(?<!\w)(?:(?P<day>{_DAY})(?:\.|st|nd|rd|th|er|o)?\s+(?:de\s+)?)?{name}"
        rf"(?:\s+(?P<md>{_DAY})(?:st|nd|rd|th)?,)?(?:[\s,./'-]|de\b|del\b|of\b){{0,5}}(?P<my>{_YEAR}|'?\d\d(?!\d))(?!\d)"
        rf"|(?<!\w)(?P<alone>{names})(?!\w)\.?"
        rf"|(?<![\w.,$€£+/%-])(?P<year>{_YEAR})(?![\d%])(?:\s?/\s?(?P<academic>\d\d|{_YEAR})(?!\d))?"
        rf"|(?<!\w)(?P<present>{present})(?!\w)"
        rf"|(?<!\w)(?P<join>{joining})(?!\w)"
        rf"|(?P<dash>{_DASH}|\u2192)"
    )
    return re.compile(pattern), months


def _aligned_fold(text: str) -> str:
    """Folded to the same length, so that offsets hold; a letter that folds to more than one keeps its first."""
    return "".join((fold(char) or char)[:1] if char != "\u00ad" else " " for char in text)


def _marks(text: str) -> list[_Mark]:
    pattern, months = _patterns()
    return [mark for match in pattern.finditer(_aligned_fold(text)) if (mark := _mark(match, months))]


def _mark(match: re.Match[str], months: dict[str, int]) -> _Mark | None:
    groups, start, end = match.groupdict(), match.start(), match.end()
    if groups["iso"]:
        day = f"-{int(groups['id']):02d}" if groups["id"] else ""
        return _Mark(start, end, "date", f"{groups['iy']}-{int(groups['im']):02d}{day}")
    if groups["num"]:
        return _Mark(start, end, "date", f"{groups['ny']}-{int(groups['nm']):02d}")
    if groups["short"]:
        return _Mark(start, end, "date", f"{_century(groups['sy'])}-{int(groups['sm']):02d}")
    if groups["name"]:
        day = groups["day"] or groups["md"]
        iso = f"{_century(groups['my'])}-{months[groups['name']]:02d}"
        return _Mark(start, end, "date", f"{iso}-{int(day):02d}" if day else iso)
    if groups["alone"]:
        return _Mark(start, end, "month", f"{months[groups['alone']]:02d}")
    return _simple_mark(groups, start, end)


def _simple_mark(groups: dict[str, str | None], start: int, end: int) -> _Mark | None:
    if year := groups["year"]:
        last = groups["academic"]
        return _Mark(start, end, "range" if last else "date", f"{year}/{_century(last)}" if last else year)
    if groups["present"]:
        return _Mark(start, end, PRESENT)
    return _Mark(start, end, "dash" if groups["dash"] else "join")


def _century(year: str | None) -> str:
    digits = (year or "").lstrip("'")
    if len(digits) == 4:
        return digits
    return f"20{digits}" if int(digits) <= 50 else f"19{digits}"


def date_ranges(text: str) -> list[DateRange]:
    """All dates and date ranges of a text, from left to right."""
    marks, found, at = _marks(text), list[DateRange](), 0
    while at < len(marks):
        taken = _range_at(text, marks, at)
        if taken:
            found.append(taken[0])
            at = taken[1]
        else:
            at += 1
    return found


def _range_at(text: str, marks: list[_Mark], at: int) -> tuple[DateRange, int] | None:
    """The range that starts at a mark, and the index after its last mark."""
    mark = marks[at]
    following = marks[at + 1] if at + 1 < len(marks) else None
    if mark.kind == "join" and following and _adjoin(text, mark, following) and following.kind in ("date", "range"):
        inner = _range_at(text, marks, at + 1)
        if inner is None:
            return None
        whole, after = inner
        if known("until", text[mark.start : mark.end]) and whole.single:
            return DateRange(mark.start, whole.end, "", whole.first), after
        since = known("since", text[mark.start : mark.end]) and whole.single and _opens(text[mark.start : mark.end])
        return DateRange(mark.start, whole.end, whole.first, whole.last, open=whole.open or since), after
    if mark.kind == "range":
        first, last = mark.iso.split("/")
        return DateRange(mark.start, mark.end, first, last), at + 1
    if mark.kind in ("date", "month"):
        return _from_date(text, marks, at)
    return None


def _opens(word: str) -> bool:
    """Whether a word before a lone date means "and still going on"; a bare "de" or "from" doesn't."""
    return fold(word) not in {"from", "de", "du", "von", "da", "dal", "ab", "van", "vanaf", "starting", "started"}


def _from_date(text: str, marks: list[_Mark], at: int) -> tuple[DateRange, int] | None:
    mark = marks[at]
    joined, then = _joined(text, marks, at)
    if joined and then < len(marks) and marks[then].kind == PRESENT and mark.kind == "date":
        return DateRange(mark.start, marks[then].end, mark.iso, "", open=True), then + 1
    if joined and then < len(marks) and marks[then].kind == "date":
        last = marks[then]
        first = mark.iso if mark.kind == "date" else f"{last.iso[:4]}-{mark.iso}"
        if first[:4] <= last.iso[:4]:
            return DateRange(mark.start, last.end, first, last.iso), then + 1
    if mark.kind == "month":
        return None
    dash = marks[at + 1] if at + 1 < len(marks) else None
    if dash and dash.kind == "dash" and not text[mark.end : dash.start].strip() and not text[dash.end :].strip():
        return DateRange(mark.start, dash.end, mark.iso, "", open=True), at + 2
    return DateRange(mark.start, mark.end, mark.iso, ""), at + 1


def _joined(text: str, marks: list[_Mark], at: int) -> tuple[bool, int]:
    """Whether a dash or a word such as "to" follows closely, and the index of what it leads to."""
    then, previous, seen = at + 1, marks[at], False
    while then < len(marks) and marks[then].kind in ("dash", "join") and _adjoin(text, previous, marks[then]):
        previous, then, seen = marks[then], then + 1, True
    ends = then < len(marks) and _adjoin(text, previous, marks[then])
    return ends and (seen or marks[then].kind == PRESENT), then


def _adjoin(text: str, before: _Mark, after: _Mark) -> bool:
    """Only spaces and light punctuation between two marks."""
    between = text[before.end : after.start]
    return len(between) <= 6 and not between.strip(" \t,.()\u00a0")


_DURATION = re.compile(r"[(\[·•,|]?\s*(?:\d{1,2}\+?\s*([^\W\d_]{1,7})\.?[\s,]*(?:and|und|et|y|e|en)?\s*){1,2}[)\]]?")


def is_duration(text: str) -> bool:
    """Whether a text is nothing but a span of time ("3 years 7 months")."""
    stripped = text.strip(" ()[]·•,|-–")
    units = re.findall(r"[^\W\d_]+", stripped)
    if not units or len(stripped) > 40 or not stripped[:1].isdigit():
        return False
    durations = vocabulary().sets["duration"]
    return all(fold(unit) in durations or fold(unit) in {"and", "und", "et", "y", "e", "en"} for unit in units)


def only_dates(text: str) -> bool:
    """Whether a text holds dates and nothing else worth keeping."""
    ranges = date_ranges(text)
    if not ranges:
        return known("present", text.strip(" -–—()")) or not text.strip(" -–—")
    rest = text
    for found in reversed(ranges):
        rest = rest[: found.start] + " " + rest[found.end :]
    rest = rest.strip(" \t()[]·•,|:;-–—~.")
    return not rest or is_duration(rest)
