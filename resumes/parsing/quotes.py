"""Pieces of the file's text that remember, character by character, where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.parsing.reading import Span
from resumes.parsing.rows import Row

_TRIM = " \t\u00a0·•|,;:–—-"


Mark = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Quote:
    """marks: for each character its (line, offset); None for characters that joining added."""

    text: str
    marks: tuple[Mark, ...]

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def cut(self, start: int, end: int) -> "Quote":
        return Quote(self.text[start:end], self.marks[start:end])

    def strip(self, chars: str = _TRIM) -> "Quote":
        start = len(self.text) - len(self.text.lstrip(chars))
        return self.cut(start, max(start, len(self.text.rstrip(chars))))

    def split(self, pattern: re.Pattern[str]) -> list["Quote"]:
        """The non-empty parts between matches."""
        parts, at = [], 0
        for match in pattern.finditer(self.text):
            parts.append(self.cut(at, match.start()))
            at = match.end()
        return [part for part in (*parts, self.cut(at, len(self.text))) if part]

    def without(self, start: int, end: int) -> "Quote":
        return Quote(self.text[:start] + self.text[end:], self.marks[:start] + self.marks[end:])

    def clean(self) -> "Quote":
        """White space made single spaces."""
        keep = [i for i, c in enumerate(self.text) if not c.isspace() or (i and not self.text[i - 1].isspace())]
        text = "".join(" " if self.text[i].isspace() else self.text[i] for i in keep)
        return Quote(text, tuple(self.marks[i] for i in keep)).strip(" ")

    @property
    def spans(self) -> list[Span]:
        spans: list[Span] = []
        for mark in self.marks:
            if mark is None:
                continue
            line, at = mark
            if spans and spans[-1].line == line and spans[-1].end == at:
                spans[-1].end = at + 1
            else:
                spans.append(Span(line=line, start=at, end=at + 1))
        return spans

    @property
    def first_line(self) -> int:
        return next((mark[0] for mark in self.marks if mark), 0)


def quote(row: Row, line: int, start: int = 0, end: int | None = None) -> Quote:
    """Characters of a row, which is line number `line` of the reading."""
    stop = len(row.text) if end is None else end
    return Quote(row.text[start:stop], tuple((line, at) for at in range(start, stop)))


_UNSPACED = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Chinese and Japanese signs, whose lines go on without a space."""
_JOINING = re.compile(r"(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|y|o|e|of|en)\b")
"""Behind "In-" or "pre-", these begin the other half of a pair rather than the rest of a word."""
_HYPHEN = re.compile(r"[^\W\d_]\s?[-\u2010\u00ad]$")


def join(parts: Sequence[Quote], between: str = " ") -> Quote:
    """One quote out of several; a word that was hyphenated at a line's end is made whole."""
    text, marks = "", list[Mark]()
    for part in parts:
        hyphen = _HYPHEN.search(text) if between == " " and part.text[:1].isalpha() else None
        hyphen = None if _JOINING.match(part.text) else hyphen
        if hyphen:
            kept = part.text[0].isupper() or _keeps_hyphen(text, part.text)
            end = hyphen.start() + 1
            text, marks = text[:end] + text[-1:] * kept, marks[:end] + marks[-1:] * kept
        elif text and not (_UNSPACED.match(text[-1:]) and _UNSPACED.match(part.text)):
            text, marks = text + between, [*marks, *[None] * len(between)]
        text, marks = text + part.text, [*marks, *part.marks]
    return Quote(text, tuple(marks))


def _keeps_hyphen(text: str, following: str) -> bool:
    """A compound such as "event-sourced" keeps its hyphen: both halves are whole words of some length."""
    before = re.search(r"[^\W\d_]+(?=\s?[-\u2010]$)", text)
    after = re.match(r"[^\W\d_]+", following)
    return bool(before and after and len(before[0]) >= 5 and len(after[0]) >= 5 and not text.endswith(" -"))


def quotes_of(rows: Sequence[Row], lines: Sequence[int]) -> Iterator[Quote]:
    for line in lines:
        yield quote(rows[line], line)
