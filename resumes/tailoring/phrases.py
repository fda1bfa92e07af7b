"""Finding the phrases of a word list in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from resumes.tailoring.tokens import Token, folded

SHORT = 3
"""A shorter word is compared letter by letter."""


REMEMBERED = 2_000
"""Texts whose phrases are kept: a resume's lines are asked again for each suggestion."""


class Hit(NamedTuple):
    """A phrase found: its label, and the first and last+1 word it covers."""

    label: str
    start: int
    end: int


class Phrases:
    """Finds phrases of a word list. An entry's words are joined by "_"; "*" stands for any ending."""

    def __init__(self, entries: Mapping[str, Iterable[str]], endings: frozenset[str] = frozenset()) -> None:
        """endings: those that an entry's word may change between."""
        self._endings = endings
        self._found = lru_cache(maxsize=REMEMBERED)(self._search)
        self._by_start: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for label, phrases in entries.items():
            for phrase in phrases:
                words = tuple(folded(word) for word in re.split(r"_|(?<=\w)[&/.](?=\w)", phrase))
                self._by_start[words[0].rstrip("*")[:SHORT]].append((words, label))

    def find(self, words: Sequence[Token]) -> list[Hit]:
        """Longest first, at each word; one label once per place."""
        return list(self._found(tuple(word.folded for word in words)))

    def _search(self, words: tuple[str, ...]) -> tuple[Hit, ...]:
        hits: set[Hit] = set()
        for place, word in enumerate(words):
            starts = {word[:size] for size in range(1, SHORT + 1)}
            for phrase, label in (entry for start in starts for entry in self._by_start.get(start, ())):
                if len(phrase) <= len(words) - place and all(
                    self._fits(pattern, words[place + i]) for i, pattern in enumerate(phrase)
                ):
                    hits.add(Hit(label, place, place + len(phrase)))
        return tuple(sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.label)))

    def _fits(self, pattern: str, word: str) -> bool:
        if pattern == word:
            return True
        if pattern.endswith("*"):
            return word.startswith(pattern[:-1])
        if min(len(pattern), len(word)) < SHORT:
            return False
        return singular(pattern) == singular(word) or bool(self._endings and _inflected(pattern, word, self._endings))


@cache
def _inflected(one: str, other: str, endings: frozenset[str]) -> bool:
    """The same from the fourth letter on but for endings."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return any({one[size:], other[size:]} <= endings for size in range(shared, max(SHORT, shared - 3), -1))


@cache
def singular(word: str) -> str:
    """A rough key that plural and singular share in English, French and Spanish."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith(("s", "x")) and not word.endswith("ss") else word
