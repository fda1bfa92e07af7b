"""A text as units of meaning: concepts, stems and the parts of compounds, each with its place."""

from dataclasses import dataclass, field
from functools import lru_cache

from resumes.matching.folding import fold
from resumes.matching.stemming import stem
from resumes.matching.vocabulary import Phrase, is_generic, is_weak, key_of, vocabulary, words_of
from resumes.matching.wording import data

LONGEST_PHRASE = 5
COMPOUND, LONGEST_WORD, LEAST_PART, LEAST_KNOWN = 9, 40, 4, 5
MOST_APART = 4
ADVERB, LONGEST_NO_ADVERB = ("ly", "mente"), 6
WEAK, ACTION, PHRASE = 0.4, 0.6, 1.5
TAILS = tuple(data("endings")["tails"])
FEMININE, LEAST_MASCULINE = ("innen", "in"), 7
PLURALS = ("s", "n", "en", "e")
Parts = tuple[frozenset[str], ...]
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Unit:
    """keys: stems ("prufst"), concepts ("#test bench") and regions ("@europe"); any one of them is the unit.
    parts: the same of a compound's or phrase's parts, the first part being the more telling one, unless even."""

    text: str
    start: int
    end: int
    keys: frozenset[str]
    weight: float = 1.0
    parts: Parts = field(default=())
    even: bool = False


def units_of(text: str, *, plainly: bool = False) -> list[Unit]:
    """The units that carry meaning, longest phrases first; words that every posting says are left out.
    plainly: they count too, for a text that says nothing else ("Product demonstrations")."""
    folded = fold(text)
    words = words_of(folded)
    plain = [word.group() for word in words]
    units, index = [], 0
    while index < len(words):
        length, meanings = _longest(plain, index)
        start, end = words[index].start(), words[index + length - 1].end()
        if length > 1:
            units.append(_phrase(folded[start:end], start, plain[index : index + length], meanings))
        elif _is_cut_off(folded, end) and not meanings:
            pass
        elif meanings or _says_something(plain[index]) or (plainly and plain[index] not in vocabulary().stop):
            units.append(_word(plain[index], start, meanings))
        index += length
    return units


def _is_cut_off(folded: str, end: int) -> bool:
    """The first of two compounds that share their end ("Monats- und Jahresabschlüsse")."""
    return folded[end : end + 2] == "- "


def keys_of(text: str, *, plainly: bool = False) -> frozenset[str]:
    """Every stem and concept in a text, those inside longer phrases too. plainly: also what words mean that every
    posting says ("Corrib Software")."""
    words = [match.group() for match in words_of(fold(text))]
    found = {key_of(word) for word in words}
    for index, word in enumerate(words):
        for length in range(2, min(LONGEST_PHRASE, len(words) - index) + 1):
            found |= _meanings(words[index : index + length])
        found |= NONE if is_generic(word) and not plainly else _meaning(word)
        found.update(key for part in _compound(word) for key in part)
    return frozenset(found | _apart(words))


def _apart(words: list[str]) -> frozenset[str]:
    """Concepts of two words that stand near each other: in their order, or turned around by a small word
    ("analysis of sales data")."""
    known = vocabulary()
    found: set[str] = set()
    telling = [(place, stem(word)) for place, word in enumerate(words) if word not in known.stop]
    for number, (place, first) in enumerate(telling):
        for other, second in telling[number + 1 : number + 4]:
            if other - place > MOST_APART:
                break
            found |= known.pairs.get((first, second), NONE)
            if other - place > 1 and words[place + 1] in known.stop:
                found |= known.pairs.get((second, first), NONE)
    return frozenset(found)


def _says_something(word: str) -> bool:
    known = vocabulary()
    return (
        word not in known.stop
        and not is_generic(word)
        and word not in known.numbers
        and not word.isdigit()
        and len(word) > 1
        and not (word.endswith(ADVERB) and len(word) > LONGEST_NO_ADVERB)
    )


def meaning_of(name: str) -> frozenset[str]:
    """The concepts that a folded name of any number of words stands for."""
    words = [match.group() for match in words_of(name)]
    return _meanings(words) if len(words) > 1 else _meaning(name)


@lru_cache(maxsize=50_000)
def _meaning(word: str) -> frozenset[str]:
    """What a single word means: by itself where its stem means several things, by its stem otherwise."""
    known, key = vocabulary(), key_of(word)
    concepts = known.words.get(word) or known.words.get(key) or known.concepts.get((key,), NONE) or _masculine(word)
    return concepts | known.regions.get((stem(word),), NONE)


def _masculine(word: str) -> frozenset[str]:
    """ "wundexpertinnen" are "wundexperten"."""
    ending = next((end for end in FEMININE if word.endswith(end) and len(word) >= len(end) + LEAST_MASCULINE), "")
    return vocabulary().words.get(word.removesuffix(ending), NONE) if ending else NONE


def _meanings(words: list[str]) -> frozenset[str]:
    known = vocabulary()
    key: Phrase = tuple(stem(word) for word in words)
    found = known.concepts.get(key, NONE) | known.regions.get(key, NONE)
    if found or words[0] in known.stop or words[-1] in known.stop:
        return found
    return known.pairs.get(tuple(stem(word) for word in words if word not in known.stop), NONE)


def _longest(words: list[str], index: int) -> tuple[int, frozenset[str]]:
    """Length in words and meanings of the longest phrase that begins here."""
    for length in range(min(LONGEST_PHRASE, len(words) - index), 1, -1):
        if found := _meanings(words[index : index + length]):
            return length, found
    word = words[index]
    return 1, NONE if is_generic(word) or word in vocabulary().stop else _meaning(word)


def _phrase(text: str, start: int, words: list[str], meanings: frozenset[str]) -> Unit:
    """A phrase's parts are those of its words that tell something by themselves."""
    known = vocabulary()
    telling = [word for word in words if _says_something(word) and not is_weak(word)]
    parts = tuple(frozenset({key_of(word)}) | _meaning(word) for word in telling)
    return Unit(text, start, start + len(text), meanings, WEAK if meanings <= known.weak_concepts else PHRASE, parts)


def _word(text: str, start: int, meanings: frozenset[str]) -> Unit:
    known, shorter = vocabulary(), _without_tail(text)
    keys = frozenset({key_of(shorter)}) | _meaning(shorter) | meanings
    weak = is_weak(text) or bool(meanings and meanings <= known.weak_concepts)
    weight = WEAK if weak else ACTION if meanings and meanings <= known.actions else 1.0
    return Unit(text, start, start + len(text), keys, weight, *_telling_first(_compound(shorter)))


def _telling_first(parts: Parts) -> tuple[Parts, bool]:
    """A weak first part ("kunden" in "kundenbeschwerden") leaves the telling to the second; one that no vocabulary
    knows ("anlageninstandhaltung") tells as much as it."""
    weak = vocabulary().weak_concepts
    if len(parts) != 2 or not parts[1].isdisjoint(weak):
        return parts, False
    if not parts[0].isdisjoint(weak):
        return parts[::-1], False
    return parts, not any(key[0] in "#@" for key in parts[0])


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
