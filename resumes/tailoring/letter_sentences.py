"""Where the sentences of a letter stand."""

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+")
_TITLED = "".join(rf"(?<!\b{short}\.)" for short in ("Mr", "Ms", "Mrs", "Dr", "Prof", "Sr", "Sra", "Mme", "St"))
_END = re.compile(rf"(?<=[.!?…]){_TITLED}[\"”’»)]*\s+(?=[\"“„«(\[¿¡]*[A-ZÀ-ÖØ-Þ0-9])")


class Sentence(NamedTuple):
    """Characters [start, end) of the letter; `text` is that slice."""

    text: str
    start: int
    end: int


def sentences_of(text: str) -> list[Sentence]:
    """In order, without the blanks between them. A line's end always ends a sentence."""
    found = []
    for line in _LINE.finditer(text):
        begins = [0, *(end.end() for end in _END.finditer(line[0])), len(line[0])]
        for begin, end in pairwise(begins):
            piece = line[0][begin:end]
            said = piece.strip()
            if said:
                start = line.start() + begin + piece.index(said)
                found.append(Sentence(said, start, start + len(said)))
    return found
