"""Numbers written as words: "twenty-three", "fünfundzwanzig", "quatre-vingt-dix", "treinta y dos"."""

import re
from functools import lru_cache
from typing import NamedTuple

from resumes.tailoring.lexicon import Lexicon, lexicon
from resumes.tailoring.tokens import Token


class Spelled(NamedTuple):
    """unit: what the word itself says, as in "achtköpfig"."""

    value: float
    start: int
    end: int
    unit: str = ""


AND = {"en": "and", "de": "und", "fr": "et", "es": "y"}


def spelled(words: tuple[Token, ...], text: str, lexicon: Lexicon) -> list[Spelled]:
    """Runs of number words, each run one number."""
    found: list[Spelled] = []
    place = 0
    while place < len(words):
        run = _run(words, place, text, lexicon)
        if not run:
            place += 1
            continue
        value, length, unit = run
        found.append(Spelled(value, words[place].start, words[place + length - 1].end, unit))
        place += length
    return found


def _run(words: tuple[Token, ...], place: int, text: str, lexicon: Lexicon) -> tuple[float, int, str] | None:
    atoms: list[float] = []
    length, unit = 0, ""
    while place + length < len(words):
        word = words[place + length]
        if atoms and not re.fullmatch(r"[\s-]", text[words[place + length - 1].end : word.start]):
            break
        more, unit = _atoms(word.folded, lexicon.language)
        is_one = word.folded in lexicon.ones and not atoms
        if is_one and _counts(words, place, lexicon):
            more = (1.0,)
        if not more:
            if atoms and _joins(words, place + length, lexicon):
                length += 1
                continue
            break
        if atoms and word.folded not in lexicon.collectives and not _goes_on(atoms, more[0], lexicon.language):
            break
        atoms += more
        length += 1
        if unit:
            break
    if unit and len(atoms) > 1 and words[place + length - 1].folded in lexicon.collectives:
        atoms = [_sum(atoms[:-1], lexicon.language) * atoms[-1]]
    return (_sum(atoms, lexicon.language), length, unit.replace("collective", "")) if atoms else None


def _counts(words: tuple[Token, ...], place: int, lexicon: Lexicon) -> bool:
    """ "One" is a number before a unit, a magnitude, or in "one to two"."""
    following = words[place + 1 : place + 3]
    if not following or following[0].start > words[place].end + 1:
        return False
    if any(hit.start == 0 for hit in lexicon.units.find(following)):
        return True
    magnitude = lexicon.numbers.get(following[0].folded, 0) >= 12
    return magnitude or (
        len(following) > 1 and following[0].folded in RANGES and bool(_atoms(following[1].folded, lexicon.language)[0])
    )


RANGES = {"to", "or", "bis", "oder", "a", "ou", "o"}


def _joins(words: tuple[Token, ...], place: int, lexicon: Lexicon) -> bool:
    """The "y" of "treinta y dos", the "and" of "two hundred and five"."""
    if words[place].folded != AND.get(lexicon.language) or lexicon.language == "de" or place + 1 >= len(words):
        return False
    before, after = (_atoms(words[place + step].folded, lexicon.language)[0] for step in (-1, 1))
    if not before or not after:
        return False
    return after[0] < before[-1] and (before[-1] >= 100 or lexicon.language in ("fr", "es"))


def _goes_on(atoms: list[float], value: float, language: str) -> bool:
    last = atoms[-1]
    if value >= 100:
        return last < value or last >= 1000 > value
    if language == "fr" and last == 10 and 7 <= value <= 9:
        return True
    if language == "fr" and value == 20 and last == 4:
        return True
    if language == "fr" and last in (60, 20) and 10 <= value < 20:
        return last == 60 or atoms[-2:-1] == [4]
    return last >= 100 or (last >= 20 and value < 10)


def _sum(atoms: list[float], language: str) -> float:
    total = current = 0.0
    for atom in atoms:
        if atom >= 1000:
            total, current = total + max(current, 1) * atom, 0.0
        elif atom == 100:
            current = max(current, 1) * atom
        elif language == "fr" and atom == 20 and current % 100 == 4:
            current += 76
        else:
            current += atom
    return total + current


@lru_cache(maxsize=20_000)
def _atoms(word: str, language: str) -> tuple[tuple[float, ...], str]:
    """The numbers a word is made of, and the unit it ends in. German writes them in one word."""
    words = lexicon(language)
    if word in words.numbers:
        return (words.numbers[word],), ""
    if word in words.collectives:
        value, unit = words.collectives[word]
        return (value,), unit or "collective"
    if language != "de":
        return (), ""
    inner, unit = _without_ending(word, words)
    atoms = _split(inner, words)
    return (tuple(atoms), unit) if atoms and (unit or len(atoms) > 1) else ((), "")


def _without_ending(word: str, words: Lexicon) -> tuple[str, str]:
    """ "achtkopfigen" -> "acht", "person"."""
    for ending, unit in words.number_endings.items():
        if match := re.fullmatch(rf"(\w+?){ending}\w{{0,3}}", word):
            return match[1], unit
    return word, ""


def _split(word: str, words: Lexicon) -> list[float]:
    """ "zweihundertfünfundzwanzig" -> 2, 100, 5, 20; nothing when any letter is left over."""
    if not word:
        return []
    if word.startswith("und"):
        return _split(word[3:], words)
    for size in range(len(word), 2, -1):
        value = words.numbers.get(word[:size]) or (1.0 if word[:size] == "ein" else 0)
        if value:
            rest = _split(word[size:], words)
            if size == len(word) or rest:
                return [value, *rest]
    return []
