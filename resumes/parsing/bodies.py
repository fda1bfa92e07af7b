"""Which rows of a section are running text, and the bullets and paragraphs made of them."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resumes.parsing.contact import WEB
from resumes.parsing.dates import date_ranges, only_dates
from resumes.parsing.places import could_be_city, is_place
from resumes.parsing.quotes import Quote, join, quote
from resumes.parsing.rows import CELL, LONGEST_HEAD, Row
from resumes.parsing.words import known

_DASH = re.compile(r"[-\u2010-\u2015\u2192]")
_PART = re.compile(r",\s|\s[|·–—-]\s")
_APART = re.compile(r"\s[|·•]\s")
_SENTENCE = 6
"""From so many words on, a row without a date is taken for running text..."""
_BLANK = 0.8
"""Of a line's height: from so much space on, a new thought begins."""
_WORDY = 9
"""...and from so many where heads may be long, or nothing but the words tells."""


@dataclass(frozen=True, slots=True)
class Item:
    """One bullet or paragraph."""

    quote: Quote
    bullet: str
    indent: float
    italic: bool = False


class Ink(NamedTuple):
    """How a row's text looks, whatever it says."""

    name: str
    font: str
    size: float
    bold: bool
    colour: int


def ink(row: Row) -> Ink:
    style = row.style
    return Ink(style.name, style.font, style.size, style.bold, style.colour)


def body_ink(rows: Sequence[Row]) -> Ink:
    """How most of the document's running text looks."""
    counts: Counter[Ink] = Counter()
    for row in rows:
        if len(row.text.split()) >= _SENTENCE or row.bullet:
            counts[ink(row)] += len(row.text)
    return counts.most_common(1)[0][0] if counts else Ink("", "", 0.0, bold=False, colour=0)


def body_flags(rows: Sequence[Row], lines: Sequence[int], usual: Ink, *, wordy: bool = False) -> list[bool]:
    """For each line whether it is running text rather than part of an entry's head. wordy: heads may be long."""
    enough = _WORDY if wordy else _SENTENCE
    flags: list[bool] = []
    previous: int | None = None
    head: list[Row] = []
    for at, line in enumerate(lines):
        row = rows[line]
        above = rows[previous] if previous is not None else None
        after_body = bool(at and flags[-1]) or (at > 0 and rows[lines[at - 1]].side and above is not None)
        below = rows[lines[at + 1]] if at + 1 < len(lines) else None
        body = not row.side and _is_body(row, above, usual, enough=enough, after_body=after_body)
        body = body and not _opens_above_dates(row, below)
        if not body and not wordy and not row.side and _is_complete(head, usual):
            body = ink(row) == usual and not _is_head_line(row, below)
        flags.append(body)
        head = [] if body else [*head, row]
        previous = line if body else (previous if row.side else None)
    return flags


def _opens_above_dates(row: Row, below: Row | None) -> bool:
    """Whether a line after a blank one stands right above dates of its own, as the first line of an entry does."""
    if row.bullet or row.gap <= _BLANK or below is None or below.gap > _BLANK:
        return False
    return len(row.text) <= LONGEST_HEAD and row.text[:1].isupper() and only_dates(below.text)


def _is_complete(head: Sequence[Row], usual: Ink) -> bool:
    """Whether head lines, set apart from running text, told dates, a title and an employer already."""
    told = [row for row in head if not (only_dates(row.text) or is_place(row.text) or WEB.fullmatch(row.text))]
    apart = any(ink(row) != usual and not row.side for row in told)
    parts = sum(_parts(row) if len(told) == 1 else 1 for row in told)
    return apart and parts >= 2 and any(date_ranges(row.text) for row in head)


def _parts(row: Row) -> int:
    """How much a head line of its own tells: by its styles, its separators and words such as "at"."""
    text = row.text
    for found in reversed(date_ranges(text)):
        text = text[: found.start] + text[found.end :]
    joined = any(known("at", word) for word in text.split()[1:-1])
    runs = [run for run in row.runs if not only_dates(row.text[run.start : run.end])]
    return max(len(runs), 1 + joined + len(_PART.findall(text)))


def _is_head_line(row: Row, below: Row | None) -> bool:
    """Whether a line set like running text may still belong to a head: a place, dates, or above a line of dates."""
    near = below is not None and only_dates(below.text)
    return CELL in row.text or near or bool(date_ranges(row.text)) or is_place(row.text) or could_be_city(row.text)


def _is_body(row: Row, above: Row | None, usual: Ink, *, enough: int, after_body: bool) -> bool:
    if len(row.text) > LONGEST_HEAD:
        return True
    if row.bullet:
        return not _stands_out(row, usual)
    if known("subheads", row.text):
        return True
    if after_body and above is not None and row.text[:1].islower() and continues(above, row) and ink(row) == ink(above):
        return not only_dates(row.text)
    if only_dates(row.text) or CELL in row.text or row.level or _has_range_at_edge(row.text):
        return False
    words = max(len(part.split()) for part in _APART.split(row.text))
    if after_body and above is not None and ink(row) == ink(above) and continues(above, row):
        return True
    if len(row.runs) > 1 and row.first_style.bold and not row.runs[1].style.bold:
        return words >= 3 * _SENTENCE
    if ink(row) != usual:
        told = ink(row)._replace(name=usual.name) == usual and row.text.rstrip().endswith(".") and words >= 4
        return told or (words >= 2 * _SENTENCE and not row.style.bold)
    if not row.style.size and not after_body:
        enough = _WORDY
    is_sentence = words >= enough or (row.text.rstrip().endswith(".") and words >= 4)
    return is_sentence or (after_body and bool(row.style.size) and row.gap < 0.8)


def _stands_out(row: Row, usual: Ink) -> bool:
    """Whether a row is set larger or bolder than running text, or is a bulleted head with its dates at its end."""
    if row.style.size > 0 and (row.style.size > 1.1 * usual.size or (row.style.bold and not usual.bold)):
        return True
    return _has_range_at_edge(row.text) and _is_set_apart(row.text)


def _has_range_at_edge(text: str) -> bool:
    """Whether a line of no great length starts or ends with an entry's dates."""
    ranges = [found for found in date_ranges(text) if not found.single] if len(text.split()) <= 16 else []
    if not ranges:
        return False
    return not text[ranges[-1].end :].strip(" ).,") or not text[: ranges[0].start].strip(" (")


def _is_set_apart(text: str) -> bool:
    """Whether a range is written as in a head, with a dash or behind a separator, not as in a sentence."""
    found = next(found for found in date_ranges(text) if not found.single)
    return bool(_DASH.search(text[found.start : found.end])) or text[: found.start].rstrip()[-1:] in set(
        "(,|·•:;/" + CELL
    )


def continues(above: Row, row: Row) -> bool:
    """Whether a row goes on with the sentence above it, as its first word didn't fit there any more."""
    if row.bullet or row.side or above.side:
        return False
    if above.box and row.box:
        return _wrapped(above, row)
    if row.gap >= 1:
        return False
    if above.bullet:
        return row.indent > above.indent
    return row.indent == above.indent


def _wrapped(above: Row, row: Row) -> bool:
    """By geometry: close below, at the same left edge or going on in lower case."""
    if above.box is None or row.box is None or (above.page == row.page and row.gap > 0.6):
        return False
    if above.bullet:
        return row.box.x0 > above.box.x0 + 1
    return abs(row.box.x0 - above.box.x0) < 3 or row.text[:1].islower()


def items(rows: Sequence[Row], lines: Sequence[int]) -> list[Item]:
    """Bullets and paragraphs, with wrapped lines joined."""
    found: list[list[int]] = []
    pairs = itertools.pairwise(lines)
    spaced = any(0.15 < rows[line].gap < 1.2 and ink(rows[above]) == ink(rows[line]) for above, line in pairs)
    for line in lines:
        row = rows[line]
        above = rows[found[-1][-1]] if found else row
        if found and _joins(above, rows[found[-1][0]], row, spaced=spaced):
            found[-1].append(line)
        else:
            found.append([line])
    return [_item(rows, group) for group in found]


def _item(rows: Sequence[Row], group: list[int]) -> Item:
    text = join([quote(rows[line], line) for line in group])
    first = rows[group[0]]
    return Item(text, first.bullet, first.indent, first.style.italic)


def _joins(above: Row, first: Row, row: Row, *, spaced: bool) -> bool:
    """Whether a row goes on with an item. spaced: in this list, space parts the items."""
    if not continues(above, row) or known("subheads", above.text) or known("subheads", row.text):
        return False
    if above.box is None or row.box is None:
        return above.style.italic == row.style.italic
    if first.bullet and not above.text.endswith("-"):
        return first.box is None or row.box.x0 > first.box.x0 + 1
    if spaced and row.page == above.page:
        return row.gap <= 0.15
    start = row.text.split()[0]
    needed = (row.box.x1 - row.box.x0) * (len(start) + 1) / max(1, len(row.text))
    fitted = above.box.x1 + 0.8 * needed < above.edge
    return not fitted or above.text.endswith("-")
