"""A text as units of meaning: concepts, stems and the parts of compounds, each with its place."""

from dataclasses import dataclass, field
from functools import lru_cache

from resumes.matching.folding import fold
from resumes.matching.stemming import stem
from resumes.matching.vocabulary import Phrase, key_of, vocabulary, words_of
from resumes.matching.wording import data

LONGEST_PHRASE = 5
COMPOUND, LONGEST_WORD, LEAST_PART, LEAST_KNOWN = 9, 40, 4, 5
WEAK, UNKNOWN, PHRASE = 0.4, 1.0, 1.5
TAILS = tuple(data("endings")["tails"])
PLURALS = ("s", "n", "en", "e")
Parts = tuple[frozenset[str], ...]
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Unit:
    """keys: stems ("prufst"), concepts ("#test bench") and regions ("@europe"); any one of them is the unit.
    parts: the same of a compound's or phrase's parts, the first part being the more telling one."""

    text: str
    start: int
    end: int
    keys: frozenset[str]
    weight: float = 1.0
    parts: Parts = field(default=())


def units_of(text: str) -> list[Unit]:
    """The units that carry meaning, longest phrases first; words that every posting says are left out."""
    folded = fold(text)
    words = words_of(folded)
    plain = [word.group() for word in words]
    units, index = [], 0
    while index < len(words):
        length, meanings = _longest(plain, index)
        start, end = words[index].start(), words[index + length - 1].end()
        if length > 1:
            units.append(_phrase(folded[start:end], start, plain[index : index + length], meanings))
        elif meanings or _says_something(plain[index]):
            units.append(_word(plain[index], start, meanings))
        index += length
    return units


def keys_of(text: str) -> frozenset[str]:
    """Every stem and concept in a text, those inside longer phrases too."""
    words = [match.group() for match in words_of(fold(text))]
    generic = vocabulary().generic
    found = {key_of(word) for word in words}
    for index, word in enumerate(words):
        for length in range(2, min(LONGEST_PHRASE, len(words) - index) + 1):
            found |= _meanings(words[index : index + length])
        found |= NONE if stem(word) in generic else _meaning(word)
        found.update(key for part in _compound(word) for key in part)
    return frozenset(found)


def _says_something(word: str) -> bool:
    known = vocabulary()
    return (
        word not in known.stop
        and stem(word) not in known.generic
        and word not in known.numbers
        and not word.isdigit()
        and len(word) > 1
    )


@lru_cache(maxsize=50_000)
def _meaning(word: str) -> frozenset[str]:
    """What a single word means: by itself where its stem means several things, by its stem otherwise."""
    known, key = vocabulary(), key_of(word)
    concepts = known.words.get(key) or known.concepts.get((key,), NONE)
    return concepts | known.regions.get((stem(word),), NONE)


def _meanings(words: list[str]) -> frozenset[str]:
    known = vocabulary()
    key: Phrase = tuple(stem(word) for word in words)
    return known.concepts.get(key, NONE) | known.regions.get(key, NONE)


def _longest(words: list[str], index: int) -> tuple[int, frozenset[str]]:
    """Length in words and meanings of the longest phrase that begins here."""
    for length in range(min(LONGEST_PHRASE, len(words) - index), 1, -1):
        if found := _meanings(words[index : index + length]):
            return length, found
    word = words[index]
    generic = stem(word) in vocabulary().generic or word in vocabulary().stop
    return 1, NONE if generic else _meaning(word)


def _phrase(text: str, start: int, words: list[str], meanings: frozenset[str]) -> Unit:
    """A phrase's parts are those of its words that tell something by themselves."""
    known = vocabulary()
    telling = [word for word in words if _says_something(word) and stem(word) not in known.weak]
    parts = tuple(frozenset({key_of(word)}) | _meaning(word) for word in telling)
    return Unit(text, start, start + len(text), meanings, WEAK if meanings <= known.weak else PHRASE, parts)


def _word(text: str, start: int, meanings: frozenset[str]) -> Unit:
    known, shorter = vocabulary(), _without_tail(text)
    keys = frozenset({key_of(shorter)}) | _meaning(shorter) | meanings
    weak = stem(text) in known.weak or bool(meanings and meanings <= known.weak)
    weight = WEAK if weak else 1.0 if meanings or any(key[0] in "#@" for key in keys) else UNKNOWN
    return Unit(text, start, start + len(text), keys, weight, _compound(shorter))


def _without_tail(word: str) -> str:
    """ "vertriebserfahrung" asks for "vertrieb"."""
    for tail in TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= LEAST_PART:
            return word[: -len(tail)].removesuffix("s")
    return word


@lru_cache(maxsize=50_000)
def _compound(word: str) -> Parts:
    """The meanings of a compound's two parts ("toleranz", "rechnung"), when the vocabulary knows them."""
    best: Parts = ()
    for cut in range(LEAST_PART, len(word) - LEAST_PART + 1) if COMPOUND <= len(word) <= LONGEST_WORD else ():
        first, second = word[:cut], word[cut:]
        left = _part(first) or _part(first.removesuffix("s"))
        right = _part(second)
        if left and right:
            return (left | {key_of(first)}, right | {key_of(second)})
        if (left and len(first) >= LEAST_KNOWN) or (right and len(second) >= LEAST_KNOWN):
            best = best or (left | {key_of(first)}, right | {key_of(second)})
    return best


def _part(word: str) -> frozenset[str]:
    """Only words as the vocabulary writes them: a stem would split "mentoring" and "redesigned" too."""
    known = vocabulary().words
    forms = (word, *(word.removesuffix(ending) for ending in PLURALS))
    return next((known[form] for form in forms if len(form) > LEAST_PART and form in known), NONE)
