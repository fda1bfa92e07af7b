"""One that became several: "an API" -> "APIs", "ein Konzept" -> "Konzepte"."""

from resumes.tailoring.kinship import related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import quantities
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token
from resumes.tailoring.wordbank import Bank

REACH = {"en": 5, "de": 4, "fr": 2, "es": 2}
"""How many words before the noun its article may stand."""


def multiplied(after: str, bank: Bank, words: Lexicon) -> list[str]:
    listed = read(after, words.language)
    return [
        token.text
        for place, token in enumerate(listed)
        if not _is_counted(token, after, words)
        and token.folded not in words.habitual
        and not words.negations.find(listed[max(0, place - REACH["en"]) : place])
        and _is_multiplied(place, listed, bank, words)
    ]


def _is_counted(token: Token, after: str, words: Lexicon) -> bool:
    """Its number is looked at elsewhere: "28 beds", "three years"."""
    return any(
        one.start <= token.start < one.end or (not one.unit and token.folded in one.counted)
        for one in quantities(after, words.language)
    )


def _is_multiplied(place: int, listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> bool:
    token = listed[place]
    if token.folded in bank.folded or token.folded in words.neutral - words.light or len(token.folded) < 3:
        return False
    if words.language == "de":
        return _german(place, listed, bank, words)
    ones = _singulars(token.folded, words.language)
    if not ones or _has_article(place, listed, words, words.one_of - {"the"}):
        return False
    found = [(text, spot) for text in bank.texts for spot, other in enumerate(text) if other.folded in ones]
    return any(_has_article(spot, text, words, words.one_of) for text, spot in found)


def _singulars(word: str, language: str) -> set[str]:
    if not word.endswith(("s", "x")) or word.endswith("ss"):
        return set()
    ones = {word[:-1]}
    if word.endswith("es"):
        ones.add(word[:-2])
    if language == "en" and word.endswith("ies"):
        ones.add(word[:-3] + "y")
    if language == "fr" and word.endswith("aux"):
        ones.add(word[:-3] + "al")
    if language == "es" and word.endswith("ces"):
        ones.add(word[:-3] + "z")
    return ones


def _has_article(place: int, text: tuple[Token, ...], words: Lexicon, articles: frozenset[str]) -> bool:
    """Looking back from the noun, the first small word is one for a single thing."""
    for token in reversed(text[max(0, place - REACH[words.language]) : place]):
        if token.clause != text[place].clause:
            return False
        if token.folded in articles:
            return True
        if token.folded in words.joiners and not token.is_acronym and not token.hyphened:
            return False
    return False


def _german(place: int, listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> bool:
    token = listed[place]
    if not token.is_capitalised or not token.folded.endswith(("e", "en", "er", "n")):
        return False
    if _has_article(place, listed, words, words.one_of):
        return False
    return any(
        other.is_capitalised
        and len(other.folded.rstrip("s")) < len(token.folded)
        and related(token.folded, other.folded, "de", loosely=False)
        and not other.folded.endswith(("en", "er", "e", "n"))
        and _has_article(spot, text, words, words.one_of)
        for text in bank.texts
        for spot, other in enumerate(text)
    )
