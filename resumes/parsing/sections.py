"""Sections: which rows name one, by the vocabulary and by how the document sets its headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field

from resumes.parsing.dates import date_ranges, only_dates
from resumes.parsing.rows import CELL, Row
from resumes.parsing.words import phrase, section_named, vocabulary

HEADER = ""
OTHER = "other"
_COUNT = re.compile(r"^\(?\d{1,2}\)?$")
_INLINE = re.compile(r"^([^:\t]{3,40}):\s+(?=\S)")
_INLINE_SECTIONS = frozenset({"skills", "languages", "interests", "summary"})
_CORE = frozenset({"work", "education", "skills", "projects", "summary"})
_DATED = frozenset({"work", "education", "projects", "volunteer", "certificates", "awards", "publications"})
_SUB_HEADING = 0.65
"""Of the size of most headings: smaller ones head a part of a section."""
_CONTACTLIKE = re.compile(r"@|\d|https?:|www\.")


@dataclass(slots=True)
class Section:
    """name: a key of the heading vocabulary, "other", or empty for what stands above the first heading.

    lines: the rows under the heading. inline: where the first line's content starts, behind a "Skills:" that names it.
    """

    name: str
    heading: int | None = None
    lines: list[int] = field(default_factory=list)
    inline: int = 0
    count: int | None = None
    """The row behind a heading that only counts its entries: "(3)"."""


def sections(rows: list[Row]) -> list[Section]:
    """The document in sections, in reading order; the first is the header. Running lines belong to none."""
    names = _headings(rows)
    found = [Section(HEADER)]
    for line, row in enumerate(rows):
        if row.running:
            continue
        if _COUNT.match(row.text) and found[-1].heading is not None and not found[-1].lines:
            found[-1].count = line
        elif line in names:
            found.append(Section(names[line], heading=line))
        elif (inline := _inline(rows, line, found[-1].name)) is not None:
            found.append(Section(inline[0], lines=[line], inline=inline[1]))
        else:
            if row.opens_column and found[-1].name != HEADER:
                found.append(Section(HEADER))
            found[-1].lines.append(line)
    return found


def _headings(rows: list[Row]) -> dict[int, str]:
    """Rows that open a section, with its name."""
    candidates = {line: name for line, row in enumerate(rows) if (name := _named(row))}
    uses = Counter(_look(row) for row in rows if not row.running)
    looks = _heading_looks(rows, candidates, uses)
    chosen: dict[int, str] = {}
    current, titled = HEADER, False
    spoken = any(name == "languages" and _speaks_of_languages(rows, line) for line, name in candidates.items())
    for line, row in enumerate(rows):
        name = candidates.get(line, "")
        programming = name == "languages" and (spoken or current == "skills") and not _speaks_of_languages(rows, line)
        if name and not programming and _accepted(rows, line, name, looks, current):
            chosen[line] = current = name
            titled = name in _DATED and _opens_an_entry(rows, line + 1, look=_look(row))
        elif name in ("", "languages") and chosen and _is_unknown_heading(row, looks, uses, candidates, rows):
            if titled and _opens_an_entry(rows, line, look=_look(row)):
                continue
            chosen[line] = current = OTHER
    return chosen


def _opens_an_entry(rows: list[Row], line: int, *, look: Hashable) -> bool:
    """Whether a row set like the headings names an entry: dates stand in it or close below."""
    if line >= len(rows) or _look(rows[line]) != look:
        return False
    for row in rows[line + 1 : line + 5]:
        if row.bullet or _look(row) == look:
            return False
        if any(only_dates(part) and date_ranges(part) for part in row.text.split(CELL)):
            return True
    return False


def _named(row: Row) -> str:
    if row.bullet or row.running or row.side:
        return ""
    text = row.text.rstrip(" :")
    return section_named(text.replace(CELL, " "))


def _look(row: Row) -> Hashable:
    """What makes headings look alike: the style, or in plain text the case, the colon and the blank lines above."""
    style = row.style
    shape = (row.text.isupper(), row.text.rstrip().endswith(":"), row.level)
    if style.size or style.name:
        return (style.name, style.font, style.size, style.bold, style.colour, *shape)
    return (style.bold, min(row.gap, 2.0), *shape)


def _heading_looks(rows: list[Row], candidates: dict[int, str], uses: Counter[Hashable]) -> dict[Hashable, float]:
    """The looks in which headings are set, each with the share of its rows that name a section."""
    names: dict[Hashable, set[str]] = defaultdict(set)
    hits: Counter[Hashable] = Counter()
    for line, name in candidates.items():
        look = _look(rows[line])
        names[look].add(name)
        hits[look] += 1
    shares = {look: hits[look] / uses[look] for look in names}
    found = {
        look: share for look, share in shares.items() if len(names[look]) >= 2 and (share >= 0.25 or _is_plain(look))
    }
    sizes = {_look(row): row.style.size for row in rows}
    usual = max((look for look in found if len(names[look]) >= 3), key=lambda look: len(names[look]), default=None)
    smallest = _SUB_HEADING * sizes[usual] if usual is not None else 0.0
    return {look: share for look, share in found.items() if sizes[look] >= smallest}


def _is_plain(look: Hashable) -> bool:
    return isinstance(look, tuple) and len(look) == 5


def _accepted(rows: list[Row], line: int, name: str, looks: dict[Hashable, float], current: str) -> bool:
    row, look = rows[line], _look(rows[line])
    if name == OTHER and (looks.get(look, 0) < 0.5 or (current == HEADER and not looks)):
        return False
    if look in looks:
        return True
    if not looks:
        return name in _CORE or _stands_out(row, rows)
    return _stands_out(row, rows) and name != current and _not_smaller(row, rows, looks)


def _speaks_of_languages(rows: list[Row], line: int) -> bool:
    """Whether a language or a word for fluency stands in the next few rows."""
    following: list[str] = []
    for row in rows[line + 1 : line + 5]:
        if _named(row):
            break
        following.append(row.text)
    return _names_a_language(" ".join(following))


def _names_a_language(text: str) -> bool:
    return bool(set(phrase(text).split()) & vocabulary().sets["languages"])


def _stands_out(row: Row, rows: list[Row]) -> bool:
    sizes = sorted(other.style.size for other in rows)
    body = sizes[len(sizes) // 2]
    return row.level > 0 or row.style.bold or row.text.isupper() or row.style.size > 1.1 * body or not row.style.size


def _not_smaller(row: Row, rows: list[Row], looks: dict[Hashable, float]) -> bool:
    """Headings of one document differ little in size; level by level, a sub-heading is no section."""
    known = [other for other in rows if _look(other) in looks]
    smallest = min((other.style.size for other in known), default=0.0)
    deepest = max((other.level for other in known), default=0)
    return row.style.size >= 0.9 * smallest and (row.level <= deepest or not deepest)


def _is_unknown_heading(
    row: Row, looks: dict[Hashable, float], uses: Counter[Hashable], candidates: dict[int, str], rows: list[Row]
) -> bool:
    """A short row set like the headings, whose name the vocabulary doesn't know."""
    look = _look(row)
    if looks.get(look, 0.0) < 0.5 or _is_plain(look) or row.bullet or row.side or row.running:
        return False
    known = sum(_look(rows[line]) == look for line in candidates)
    short = 1 <= len(row.text.split()) <= 5 and not _CONTACTLIKE.search(row.text) and CELL not in row.text
    return short and known >= 3 and known / uses[look] >= 0.5 and any(char.isalpha() for char in row.text)


def _inline(rows: list[Row], line: int, current: str) -> tuple[str, int] | None:
    """A section named in front of its only line: "Skills: Python, Go"."""
    match = _INLINE.match(rows[line].text)
    if not match or rows[line].bullet:
        return None
    name = section_named(match[1])
    if name == "languages":
        return (name, match.end()) if _names_a_language(rows[line].text[match.end() :]) else None
    if name not in _INLINE_SECTIONS or name == current or current in ("skills", "work", "projects", "contact"):
        return None
    return name, match.end()
