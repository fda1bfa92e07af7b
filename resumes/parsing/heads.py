"""The head of a dated entry: its lines' cells, dates and links."""

import itertools
import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from resumes.parsing.bodies import Item, items
from resumes.parsing.dates import DateRange, date_ranges, is_duration, only_dates
from resumes.parsing.labelled import LABELS, labelled
from resumes.parsing.places import is_place
from resumes.parsing.quotes import Quote, join, quote
from resumes.parsing.rows import CELL, Row, Style, cells
from resumes.parsing.words import known, phrase, vocabulary

# Endings that hardly a name has; those of products' names too ("Character.ai") need a path behind them.
_ENDINGS = (
    "com|org|net|io|dev|de|fr|es|it|pt|nl|eu|me|co|edu|gov|info|app|example|uk|ie|us|ca|au|nz|za|ch|at|be|lu|dk|se|fi|pl|cz"
    r"|br|mx|jp|cn|kr|sg|hk|co\.in|co\.il"
)
_ENDINGS_WITH_PATH = "ai|blog|biz|cloud|page|site|tech|online|pro|shop|xyz|design|museum|tv|to|cc|ac|in|no|ru|hu"
_URL = re.compile(
    rf"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:(?:{_ENDINGS})(?![\w-])(?:/\S*)?\b|(?:{_ENDINGS_WITH_PATH})/\S+\b)"
)
_SEPARATOR = re.compile(r"\s+[|·•‖/]\s+|\s+[–—]\s+|\s+-\s+|\s*[|·•]\s*")
_COMMA = re.compile(r",\s+")
_EDGES = " \t\u00a0·•|,;:–—-"
_COUNT = re.compile(r"^[\W_]*\(?\d{0,3}\)?[\W_]*$")
_LINE_END_HYPHEN = re.compile(r"[^\W\d_]\s?[-\u2010]$")
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[,;]?\s*[)\]]")


_LEFT_OPEN = re.compile(
    r"(?:\s(?:of|de|du|des|for|and|und|für|et|y|del|di|della|da|do|van|the|la|le|der)|[&,]|[^\W\d_]-)$"
)


@dataclass(slots=True)
class Cell:
    """A part of an entry's head: what it says, how it looks, and whether it stands beside the entry."""

    quote: Quote
    style: Style
    side: bool = False
    first: bool = False
    """The first cell of its row."""

    @property
    def look(self) -> Hashable:
        return (
            self.style.name,
            self.style.font,
            self.style.size,
            self.style.bold,
            self.style.italic,
            self.style.colour,
        )


@dataclass(slots=True)
class Entry:
    cells: list[Cell] = field(default_factory=list)
    when: DateRange | None = None
    when_quote: Quote | None = None
    url: Quote | None = None
    items: list[Item] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def read_entry(rows: Sequence[Row], lines: Sequence[int], flags: Sequence[bool]) -> Entry:
    """One entry out of its lines; `flags` tells which of them are running text."""
    entry = Entry(lines=list(lines))
    body: list[int] = []
    dates: list[Quote] = []
    above: Row | None = None
    room = float("inf")
    for line, is_body in zip(lines, flags, strict=True):
        if is_body:
            body.append(line)
        elif not known("subheads", rows[line].text):
            before = len(entry.cells)
            _read_head(rows, line, entry, dates)
            if above and before < len(entry.cells) and goes_on(above, rows[line], room=room):
                _join_wrapped(entry, before)
            room = _room(above, rows[line])
            above = above if rows[line].side else rows[line]
    entry.items = items(rows, body)
    _read_dates(entry, dates)
    return entry


def _room(above: Row | None, row: Row) -> float:
    """Where a head line has to end for what stands beside it, in points: a letter's width before."""
    beside = row.side and above is not None and above.box and row.box and row.number == above.number
    return row.box.x0 - row.style.size if beside and row.box else float("inf")


def goes_on(above: Row, row: Row, *, room: float = float("inf")) -> bool:
    """Whether a head line is the rest of the line above: set alike, close below, and in the middle of a phrase.

    room: where something beside the line above starts.
    """
    if above.box is None or row.box is None or row.side or row.gap > 0.4 or above.page != row.page:
        return False
    if abs(above.box.x0 - row.box.x0) > 2 or row.first_style not in {run.style for run in above.runs}:
        return False
    if only_dates(row.text) or only_dates(above.text):
        return False
    first_cell = above.text.split(CELL)[0].rstrip()
    if row.text[:1].islower() or _LEFT_OPEN.search(first_cell):
        return True
    first = row.text.split()[0]
    needed = (row.box.x1 - row.box.x0) * (len(first) + 1) / len(row.text)
    limit = min(room, above.reach[1][0] if len(above.reach) > 1 else above.edge + 1)
    return above.reach[0][1] + needed > limit


def _join_wrapped(entry: Entry, at: int) -> None:
    """Joins the cell at a position to the last one before it that is set alike."""
    cell = entry.cells[at]
    for before in reversed(entry.cells[:at]):
        if not before.side and before.style == cell.style:
            before.quote = join([before.quote, cell.quote])
            entry.cells.remove(cell)
            return


def _read_head(rows: Sequence[Row], line: int, entry: Entry, dates: list[Quote]) -> None:
    row = rows[line]
    dated = only_dates(row.text.replace(CELL, " ")) and bool(date_ranges(row.text.replace(CELL, " ")))
    for start, end in [(0, len(row.text))] if dated else cells(row):
        text = quote(row, line, start, end).clean()
        if not text:
            continue
        for found in reversed(date_ranges(text.text)):
            if _is_apart(text.text, found):
                dates.append(text.cut(found.start, found.end))
                text = text.without(found.start, found.end)
        if known("present", text.text.strip(" -–—")) or (not text.text.strip(" -–—~") and text):
            dates.append(text)
            continue
        if (url := _URL.search(text.text)) and "@" not in text.text:
            stop = _url_end(text.text, url)
            entry.url = entry.url or text.cut(url.start(), stop)
            text = text.without(url.start(), stop)
        entry.cells += _cells(text, row, side=row.side, first=start == 0)


def _url_end(text: str, url: re.Match[str]) -> int:
    """Where an address ends: a bracket that it opened itself belongs to it."""
    closes = text[url.end() : url.end() + 1] == ")" and url[0].count("(") > url[0].count(")")
    return url.end() + 1 if closes else url.end()


def _is_apart(text: str, found: DateRange) -> bool:
    """Whether a date stands at an edge or between separators, and isn't part of a name ("Expo 2020 Team")."""
    before, after = text[: found.start].rstrip(), text[found.end :].lstrip()
    if not found.single:
        return True
    return not before or not after or before[-1:] in "(,|·–—-:;•[" or after[:1] in "),|·–—:;•]"


def _cells(text: Quote, row: Row, *, side: bool, first: bool) -> list[Cell]:
    """The parts of a text between separators and changes of style."""
    if brackets := _EMPTY_BRACKETS.search(text.text):
        text = text.without(brackets.start(), brackets.end())
    if any(labelled(text, kind) for kind in LABELS):
        return [Cell(text, row.style, side, first)]
    parts = [piece for part in text.split(_SEPARATOR) for piece in _by_style(part, row)]
    kept = [(_trimmed(part.clean()), style) for part, style in parts]
    kept = [
        (part, style) for part, style in kept if part and not is_duration(part.text) and not _COUNT.match(part.text)
    ]
    return [Cell(_without_brackets(part), style, side, first and at == 0) for at, (part, style) in enumerate(kept)]


def _trimmed(part: Quote) -> Quote:
    """Without separators at its edges; a hyphen behind a letter stays, as the word may go on in the next line."""
    hyphened = _LINE_END_HYPHEN.search(part.text)
    return part.cut(len(part.text) - len(part.text.lstrip(_EDGES)), len(part.text)) if hyphened else part.strip()


def _without_brackets(part: Quote) -> Quote:
    text = part.text
    return part.cut(1, len(text) - 1) if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1 else part


def _by_style(part: Quote, row: Row) -> list[tuple[Quote, Style]]:
    """The pieces of a part by weight: "**Acme**, Engineer" is two. Other changes don't part a text."""
    bounds: list[tuple[int, Style]] = []
    for at, mark in enumerate(part.marks):
        if mark is None or not part.text[at].isalnum():
            continue
        style = next((run.style for run in row.runs if run.start <= mark[1] < run.end), None)
        if style and (not bounds or _differs(bounds[-1][1], style)):
            bounds.append((at, style))
    if not bounds:
        return [(part, row.style)]
    edges = [0, *(at for at, _style in bounds[1:]), len(part.text)]
    return [(part.cut(a, b), style) for a, b, (_at, style) in zip(edges, edges[1:], bounds, strict=False)]


def _differs(one: Style, other: Style) -> bool:
    return one.bold != other.bold or one.italic != other.italic or one.colour != other.colour or one.size != other.size


def _read_dates(entry: Entry, dates: list[Quote]) -> None:
    """The entry's range: what all the parts make together, else the first part that is a range, else the first."""
    parts = sorted(dates, key=lambda part: part.marks[0] or (0, 0))
    single = [(found, text) for text in parts for found in date_ranges(text.text)]
    whole = [(found, text) for found, text in single if not found.single]
    if len(parts) > 1 and (not whole or _left_open(whole[0][1])):
        for together in (join(parts, " "), join(parts, " - ")):
            found = date_ranges(together.text)
            if len(found) == 1 and not found[0].single:
                entry.when, entry.when_quote = found[0], together
                return
    chosen = next(iter([*whole, *single]), None)
    if chosen:
        entry.when, entry.when_quote = chosen


def _left_open(text: Quote) -> bool:
    return text.text.rstrip()[-1:] in "-–—"


def has_word(text: str, kind: str) -> bool:
    """Whether one of a text's words, or a pair of them, is of a kind."""
    words = phrase(text).split()
    found = vocabulary().sets[kind]
    return any(word in found for word in words) or any(" ".join(pair) in found for pair in itertools.pairwise(words))


def without_trailing_place(text: Quote) -> tuple[Quote, Quote | None]:
    """ "Acme Corp, Austin, TX" in two."""
    for match in _COMMA.finditer(text.text):
        tail = text.text[match.end() :]
        if is_place(tail):
            return text.cut(0, match.start()), text.cut(match.end(), len(text.text))
    return text, None
