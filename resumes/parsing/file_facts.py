"""What the machine-readability checks look at: facts about the file that its text alone doesn't tell.

`look_at` needs only the bytes, so that the reading may use them; `complete_facts` adds what refers to lines.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resumes.parsing.file_facts_docx import look_at_word
from resumes.parsing.file_facts_pdf import look_at_pdf
from resumes.parsing.odd_text import UNDECODED, Found, Piece
from resumes.parsing.reading import Box, FileFacts, Kind, Line, Page, Reading, Span

EDGE = 0.12
"""Share of a page's height, at the top and at the bottom, where running heads and feet stand."""


@dataclass(frozen=True)
class Look:
    """A first look at a file: its facts, and odd text whose place among the lines isn't known yet."""

    facts: FileFacts
    found: Found


def look_at(data: bytes, name: str, kind: Kind) -> Look:
    """All facts but those that need the lines. Raises Unreadable."""
    facts = FileFacts(kind=kind, name=name, bytes=len(data))
    match kind:
        case Kind.PDF:
            return Look(facts, look_at_pdf(data, facts))
        case Kind.DOCX:
            return Look(facts, look_at_word(data, facts))
        case _:
            return Look(facts, Found())


def complete_facts(reading: Reading, found: Found) -> FileFacts:
    """The facts of a reading, with those filled in that refer to its lines."""
    facts = reading.facts.model_copy()
    facts.words = words_in(reading.lines)
    unseen = (Span(line=at, start=0, end=len(line.text)) for at, line in enumerate(reading.lines) if line.hidden)
    facts.hidden = joined([*unseen, *(span for piece in found.hidden for span in _places(piece, reading.lines))])
    dropped = [_gap(piece, reading.lines) for piece in found.undecoded]
    facts.undecoded = joined([*_undecoded(reading.lines), *(span for span in dropped if span)])
    if facts.kind is Kind.PDF:
        facts.header_footer = running_lines(reading.lines, reading.pages)
    return facts


def words_in(lines: list[Line]) -> int:
    """Those that a person can see."""
    return sum(len(line.text.split()) for line in lines if not line.hidden)


def _undecoded(lines: list[Line]) -> Iterator[Span]:
    for at, line in enumerate(lines):
        for match in UNDECODED.finditer(line.text):
            yield Span(line=at, start=match.start(), end=match.end())


def _places(piece: Piece, lines: list[Line]) -> Iterator[Span]:
    """With a box, word by word, as the reading may have set the words apart; else the whole text, once."""
    for word in piece.text.split() if piece.box else [piece.text]:
        for at, line in enumerate(lines):
            start = line.text.find(word) if _stands_in(piece, line) else -1
            if start >= 0:
                yield Span(line=at, start=start, end=start + len(word))
                break


def _gap(piece: Piece, lines: list[Line]) -> Span | None:
    """A span without length at the edge of the nearest line, for a sign that the reading left out."""
    beside = [at for at, line in enumerate(lines) if _stands_beside(piece, line) and piece.text not in line.text]
    if not beside or piece.box is None:
        return None
    middle = (piece.box.x0 + piece.box.x1) / 2
    at = min(beside, key=lambda at: _distance(middle, lines[at].box))
    box = lines[at].box
    edge = len(lines[at].text) if box and middle > box.x1 else 0
    return Span(line=at, start=edge, end=edge)


def running_lines(lines: list[Line], pages: list[Page]) -> list[str]:
    """Lines at the edges that come back on at least two pages, and on at least half of them; numbers don't count."""
    heights = {page.number: page.height for page in pages}
    found: dict[str, str] = {}
    where: dict[str, set[int]] = {}
    for line in lines:
        height = heights.get(line.page, 0)
        if line.box and not EDGE * height < (line.box.y0 + line.box.y1) / 2 < (1 - EDGE) * height:
            key = re.sub(r"\d+", "#", line.text).strip()
            found.setdefault(key, line.text)
            where.setdefault(key, set()).add(line.page)
    return [found[key] for key, numbers in where.items() if len(numbers) >= max(2, len(pages) / 2)]


def _stands_beside(piece: Piece, line: Line) -> bool:
    if piece.box is None or line.box is None or piece.page != line.page:
        return False
    return line.box.y0 - 1 <= (piece.box.y0 + piece.box.y1) / 2 <= line.box.y1 + 1


def _stands_in(piece: Piece, line: Line) -> bool:
    """Files without pages have no boxes, so there the words decide alone."""
    if piece.box is None or line.box is None:
        return piece.page == line.page
    overlap = min(piece.box.x1, line.box.x1) - max(piece.box.x0, line.box.x0)
    return _stands_beside(piece, line) and overlap >= -1


def _distance(x: float, box: Box | None) -> float:
    return max(box.x0 - x, x - box.x1, 0) if box else 0


def joined(spans: Iterable[Span]) -> list[Span]:
    """In order, neighbours made one: a PDF often sets a phrase word by word."""
    whole: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.line, span.start, span.end)):
        if whole and whole[-1].line == span.line and span.start - whole[-1].end <= 1:
            whole[-1].end = max(whole[-1].end, span.end)
        else:
            whole.append(span)
    return whole
