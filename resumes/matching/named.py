"""Tools, methods and certificates that a text names, by their aliases, and acronyms that no list knows."""

import re
from dataclasses import dataclass

from resumes.matching.folding import fold
from resumes.matching.vocabulary import vocabulary, words_of

LONGEST_TERM = 6
ACRONYM = re.compile(r"[^\W_]*(?:[A-Z][^\W_]*[A-Z0-9]|[A-Z][a-z]+[A-Z]|[A-Za-z]+\d)[^\W_]*[+#]*|[A-Z]{2,}s?")
MORE_NUMBERS = re.compile(r"\s*(?:,|/|&|\+|et|and|und|y)\s*(\d{1,2})(?!\w)")
SEVERAL = re.compile(r"[A-Z]{2,}s")
INITIALS_OF_AT_MOST = 10


@dataclass(frozen=True)
class Named:
    """names: what it is called ("postgresql"); more than one when a name has more than one meaning."""

    names: frozenset[str]
    text: str
    start: int
    end: int


def named_in(text: str, *, listed: bool = False) -> list[Named]:
    """listed: the text is one entry of a list, where a capital at the beginning says nothing."""
    folded = fold(text)
    words = words_of(folded)
    found, index = [], 0
    while index < len(words):
        length, names = _longest([word.group() for word in words[index : index + LONGEST_TERM]])
        start, end = words[index].start(), words[index + max(length, 1) - 1].end()
        if length and _meant(text, start, end, folded[start:end], listed=listed or len(words) <= 3):
            found.append(Named(names, text[start:end], start, end))
        elif unknown := _unknown(text[words[index].start() : words[index].end()]):
            length = 2 if index + 1 < len(words) and words[index + 1].group()[:3].isdigit() else 1
            end = words[index + length - 1].end()
            name = f"{unknown} {words[index + 1].group()}" if length == 2 else unknown
            found.append(Named(frozenset({name}), text[start:end], start, end))
        else:
            length = 1
        index += length
    return [*found, *(more for name in found for more in _numbered(name, folded))]


def _numbered(name: Named, folded: str) -> list[Named]:
    """ "CACES 3 et 5" names two."""
    base, _, number = name.text.rpartition(" ")
    found = MORE_NUMBERS.match(folded, name.end) if base and number.isdigit() else None
    names = vocabulary().terms.get((*fold(base).split(), found[1]), None) if found else None
    return [Named(names, found[1], found.start(1), found.end(1))] if found and names else []


def wider(names: frozenset[str]) -> frozenset[str]:
    """Names that a name says as well: who knows "sap mm" knows "sap"."""
    terms = vocabulary().terms
    words = {word for name in names if " " in name for word in name.split()}
    return frozenset(other for word in words if len(word) > 2 for other in terms.get((word,), ()))


def initials(text: str) -> str:
    """The first letters of a short text's words, small words left out: what its acronym may be."""
    stop = vocabulary().stop
    words = [match.group() for match in words_of(fold(text))]
    return "".join(word[0] for word in words if word not in stop) if len(words) <= INITIALS_OF_AT_MOST else ""


def _longest(words: list[str]) -> tuple[int, frozenset[str]]:
    terms = vocabulary().terms
    for length in range(len(words), 0, -1):
        if names := terms.get(tuple(words[:length])):
            return length, names
    return 0, frozenset()


def _meant(text: str, start: int, end: int, folded: str, *, listed: bool) -> bool:
    """Ordinary words name a tool only in its spelling, not where any sentence has a capital ("Rust never sleeps")."""
    if folded in vocabulary().acronyms:
        return sum(char.isupper() for char in text[start:end]) > 1 or (listed and start == 0 and end == len(text))
    if folded not in vocabulary().ambiguous:
        return True
    if not text[start].isupper():
        return listed and start == 0
    if text[end : end + 1] in {"'", "’"} or (
        len(folded) == 1 and text[end : end + 1] in {".", "&", "-"} and end + 1 < len(text)
    ):
        return False
    before = text[:start].rstrip(" \t(\"'*")
    opens = not before or before[-1] in ".!?:;\n•"
    return listed or not opens


def _unknown(word: str) -> str:
    """A word that can only be a name: ACRONYM, CamelCase, letters with digits."""
    folded = fold(word)
    known = vocabulary()
    if not ACRONYM.fullmatch(word) or folded in known.common or folded in known.stop:
        return ""
    return folded[:-1] if SEVERAL.fullmatch(word) else folded
