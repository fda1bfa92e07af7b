"""Word-level differences between two texts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Kind = Literal["same", "removed", "added"]

LONGEST = 4000
"""Tokens; comparing longer texts word by word would take seconds."""
# Chinese and Japanese put no spaces between words, so that each sign stands for itself.
_SIGNS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    kind: Kind
    text: str


def tokens(text: str) -> list[str]:
    """Words, white space and punctuation; joined they are the text again."""
    return _TOKEN.findall(text)


def pieces(before: str, after: str) -> list[Piece]:
    """What isn't "added" makes up `before`, what isn't "removed" makes up `after`; no two neighbours are of a kind."""
    return list(_joined(_without_islands(list(_joined(_raw(tokens(before), tokens(after)))))))


def _raw(before: list[str], after: list[str]) -> Iterator[Piece]:
    if max(len(before), len(after)) > LONGEST and before != after:
        yield from (Piece("removed", "".join(before)), Piece("added", "".join(after)))
        return
    for tag, b0, b1, a0, a1 in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(before[b0:b1]))
            continue
        yield Piece("removed", "".join(before[b0:b1]))
        yield Piece("added", "".join(after[a0:a1]))


def _without_islands(found: list[Piece]) -> Iterator[Piece]:
    """A blank or a comma that stayed between two changes is part of them: it reads as one change, not as three."""
    for i, piece in enumerate(found):
        island = piece.kind == "same" and 0 < i < len(found) - 1 and not re.search(r"\w", piece.text)
        if island:
            yield from (Piece("removed", piece.text), Piece("added", piece.text))
        else:
            yield piece


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """Between two unchanged pieces, all that went and then all that came."""
    for same, group in groupby((piece for piece in found if piece.text), key=lambda piece: piece.kind == "same"):
        run = list(group)
        if same:
            yield Piece("same", "".join(piece.text for piece in run))
            continue
        for kind in ("removed", "added"):
            if text := "".join(piece.text for piece in run if piece.kind == kind):
                yield Piece(kind, text)
