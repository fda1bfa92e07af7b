"""Words cut to their stems, the same way in four languages: light, so that "mentored" meets "mentoring"."""

from functools import lru_cache

from resumes.matching.wording import data

BY_LENGTH = tuple(sorted(data("endings")["endings"], key=len, reverse=True))
SHORT = tuple(data("endings")["short"])
LEAST_LONG, LEAST_SHORT = 4, 3
INFLECTIONS = frozenset({"ing", "ers", "er", "en", "ed", "es", "os", "as"})


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word; short words, and words with digits or signs, stay as they are."""
    if not word.isalpha() or len(word) <= LEAST_SHORT:
        return word
    return _short(_long(_short(word) if word.endswith("s") else word))


def _long(word: str) -> str:
    for _ in range(2):
        ending = next((e for e in BY_LENGTH if word.endswith(e) and len(word) - len(e) >= LEAST_LONG), "")
        if not ending:
            break
        word = word[: -len(ending)]
        if ending not in INFLECTIONS:
            break
    return word


def _short(word: str) -> str:
    return word[:-1] if len(word) - 1 >= LEAST_LONG and word.endswith(SHORT) else word


def letters_alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (left, right) in pairs if left != right), min(len(one), len(other)))
