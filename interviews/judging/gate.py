"""Whether an answer can be judged at all; what can't never gets a number. By rules, before anybody is asked."""

import re
from collections import Counter

LEAST_WORDS = 8
LEAST_DIFFERENT = 0.3
"""Share of different words below which a text says the same over and over."""
LONGEST_WORDS = 0.3
"""Share of words without a vowel, or longer than any real one, above which it is no language."""
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_VOWEL = re.compile(r"[aeiouyàáâäãåæèéêëìíîïòóôöõøœùúûüýÿ]", re.IGNORECASE)
LONGEST_WORD = 40

EMPTY = "There is no answer to judge."
SHORT = "This answer is too short to judge: it has fewer than 8 words."
SAME = "This answer repeats the same few words, so there is nothing to judge."
GARBLED = "This text can’t be read as an answer. If it was spoken, correct the transcript and try again."
ECHO = "This answer only repeats the question."


def why_not(answer: str, question: str) -> str:
    """A sentence for the person, or "" if it can be judged."""
    words = [word.casefold() for word in _WORD.findall(answer)]
    if not words:
        return EMPTY
    if len(words) < LEAST_WORDS:
        return SHORT
    if len(Counter(words)) / len(words) < LEAST_DIFFERENT and len(Counter(words)) < 12:
        return SAME
    if sum(not _is_word(word) for word in words) / len(words) > LONGEST_WORDS:
        return GARBLED
    asked = Counter(word.casefold() for word in _WORD.findall(question))
    if not Counter(words) - asked:
        return ECHO
    return ""


def _is_word(word: str) -> bool:
    latin = word.isascii() or _VOWEL.search(word) is not None
    return len(word) <= LONGEST_WORD and (not latin or len(word) < 4 or _VOWEL.search(word) is not None)
