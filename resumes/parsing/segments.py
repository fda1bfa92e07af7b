"""Placed words to segments: runs of words on one baseline that no wide gap parts."""

import itertools
import statistics
from dataclasses import dataclass

from resumes.parsing.bullets import is_bullet
from resumes.parsing.reading import Box, Page
from resumes.parsing.rows import CELL, Row, Run, Word

_WIDE = 0.6
"""A gap of more than this share of the type size may part two segments..."""
_UNUSUAL = 1.9
"""...if it is also this many times the row's usual gap, so that justified lines stay whole."""
_CERTAIN = 2.2
"""A gap of this many type sizes parts them in any case."""
_CHIPS = 1.8
"""A gap of so many usual spaces parts labels that stand in a row, if it is wider than others in that row."""
_OWN = 1.5
"""...and this many of the font's own spaces."""
_WIDEST_SPACE = 0.65
"""Of the type size: what is wider is no space between words."""
_PAUSES = ".!?:;,"
"""After these, typists and typesetters leave more space."""
_SAME_LINE = 0.35


@dataclass(slots=True)
class Segment:
    """Words beside each other. y counts on over the pages, so that a column may run over a page's end."""

    words: list[Word]
    top: float
    row: int = 0

    @property
    def x0(self) -> float:
        """Where the text starts; a bullet hangs outside."""
        hangs = len(self.words) > 1 and is_bullet(self.words[0].text)
        return self.words[1 if hangs else 0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def size(self) -> float:
        return max(word.style.size for word in self.words)

    @property
    def y(self) -> float:
        """Baseline, from the first page's top."""
        return self.top + self.words[0].baseline

    @property
    def y0(self) -> float:
        return self.top + min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        return self.top + max(word.y1 for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def segments(words: list[Word], pages: list[Page]) -> list[Segment]:
    """All segments, from top to bottom and left to right, each with the number of its row."""
    lines: list[tuple[float, list[Word]]] = []
    top = 0.0
    for page in pages:
        own = [word for word in words if word.page == page.number]
        lines += [(top, line) for line in _baselines(own)]
        top += page.height
    usual = _usual_space([line for _top, line in lines])
    spaces = _spaces_by_font([line for _top, line in lines])
    return [
        Segment(part, above, row)
        for row, (above, line) in enumerate(lines, start=1)
        for part in _parts(line, max(usual, spaces.get(line[0].style.font, 0.0)))
    ]


def _usual_space(lines: list[list[Word]]) -> float:
    """The document's usual space between words, as a share of the type size."""
    gaps = [
        (after.x0 - before.x1) / max(before.style.size, 1.0)
        for line in lines
        if len(line) >= 5
        for before, after in itertools.pairwise(line)
    ]
    return min(0.4, max(0.15, statistics.median(gaps))) if gaps else 0.25


def _spaces_by_font(lines: list[list[Word]]) -> dict[str, float]:
    """How wide each font's own space is, as a share of the type size: in typewriter faces, as wide as a letter."""
    gaps: dict[str, list[float]] = {}
    for line in lines:
        for before, after in itertools.pairwise(line):
            if before.style == after.style:
                gaps.setdefault(before.style.font, []).append((after.x0 - before.x1) / max(before.style.size, 1.0))
    return {font: min(_WIDEST_SPACE, sorted(found)[len(found) // 5]) for font, found in gaps.items() if len(found) >= 5}


def _baselines(words: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.x0)):
        if lines and _on_line(word, lines[-1][-1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.x0) for line in lines]


def _on_line(word: Word, last: Word) -> bool:
    size = max(min(word.style.size, last.style.size), 1.0)
    return abs(word.baseline - last.baseline) <= _SAME_LINE * size


def _parts(line: list[Word], space: float) -> list[list[Word]]:
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(line)]
    usual = statistics.median(gaps) if len(gaps) >= 3 else 0.0
    least = min(gaps) if len(gaps) >= 3 else 0.0
    parts = [[line[0]]]
    for gap, word in zip(gaps, line[1:], strict=True):
        last = parts[-1][-1]
        size = max(min(word.style.size, last.style.size), 1.0)
        wide = gap > max(_WIDE, _OWN * space) * size and gap > _UNUSUAL * max(0.25 * size, min(usual, 0.6 * size))
        chips = least and gap > _CHIPS * space * size and gap > 1.5 * least and last.text[-1:] not in _PAUSES
        hangs = is_bullet(last.text) and len(parts[-1]) == 1
        if not hangs and (wide or chips or gap > _CERTAIN * size):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def row_of(parts: list[Segment], *, side: bool = False) -> Row:
    """One row of text out of segments that stand beside each other."""
    text, runs = "", list[Run]()
    for number, part in enumerate(parts):
        for index, word in enumerate(part.words):
            if index:
                text += " "
            elif number:
                text += CELL
            runs.append(Run(len(text), len(text) + len(word.text), word.style))
            text += word.text
    words = [word for part in parts for word in part.words]
    reach = tuple((part.x0, part.x1) for part in parts)
    x0, y0 = min(word.x0 for word in words), min(word.y0 for word in words)
    box = Box(x0=x0, y0=y0, x1=max(word.x1 for word in words), y1=max(word.y1 for word in words))
    return Row(
        text=text,
        page=words[0].page,
        box=box,
        runs=_merged(runs),
        side=side,
        reach=reach,
        indent=x0,
        number=parts[0].row,
    )


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].style == run.style:
            merged[-1] = Run(merged[-1].start, run.end, run.style)
        else:
            merged.append(run)
    return tuple(merged)
