"""Titles and their rank: "junior" < none < "senior" < "lead" < "head" < "director"."""

from resumes.tailoring.backing import Backing
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.novelty import new_words
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token, squeezed
from resumes.tailoring.wordbank import bank_of

NO_RANK = 2


def outranks(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """The new title, if it ranks above the old one and isn't a title that the resume has."""
    titles = [text for text in backing.claims if squeezed(after) == squeezed(text)]
    if titles or not backing.before:
        return []
    sources = (backing.before, *backing.facts)
    if rank(after, words) > max(rank(text, words) for text in sources):
        return [after]
    ranked = " ".join(token.text for token in read(after, words.language) if _level(token, words))
    backed = any(
        not new_words(ranked, bank_of(Backing((text,), (), spans=False, dates=()), words), words, prose=False)
        for text in sources
    )
    return [] if backed else [after]


def _level(token: Token, words: Lexicon) -> int:
    return next((level for level, patterns in words.ranks.items() if _fits(token, patterns)), 0)


def rank(title: str, words: Lexicon) -> int:
    """A lesser word counts down whatever stands beside it: an assistant manager is no manager."""
    found = [
        level
        for token in read(title, words.language)
        for level, patterns in words.ranks.items()
        if _fits(token, patterns)
    ]
    return min(found) if found and min(found) < NO_RANK else max(found, default=NO_RANK)


def _fits(token: Token, patterns: tuple[str, ...]) -> bool:
    word = token.folded
    for pattern in patterns:
        stem = pattern.strip("*")
        if word == stem or (pattern.endswith("*") and word.startswith(stem)):
            return True
        if pattern.startswith("*") and word.removesuffix("in").endswith(stem):
            return True
    return False
