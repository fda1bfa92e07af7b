"""How well somebody says to know something: "familiar" is not "expert"."""

from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import folded
from resumes.tailoring.wordbank import Bank

LEVEL_WORDS = 3
"""No more words than this: "Native speaker", the level of a language alone."""


def levels(text: str, words: Lexicon) -> list[tuple[int, str]]:
    """How well one says to know something, with the words for it."""
    listed = read(text, words.language)
    hits = words.fluency.find(listed)
    longest = [
        hit
        for hit in hits
        if not any(
            o.start <= hit.start and hit.end <= o.end and (o.end - o.start) > (hit.end - hit.start) for o in hits
        )
    ]
    return [(int(hit.label), " ".join(token.text for token in listed[hit.start : hit.end])) for hit in longest]


def better_known(after: str, sources: tuple[str, ...], bank: Bank, words: Lexicon) -> list[str]:
    """Levels of skill or language above what the sources say."""
    highest = max((level for text in sources for level, _ in levels(text, words)), default=0)
    highest_skill = max(
        (level for text in sources for level, _ in levels(text, words) if not _is_level(text, words)), default=0
    )
    return [
        said
        for level, said in levels(after, words)
        if level > (highest_skill if words.mastery & {*folded(said).split()} else highest)
        and not _all_known(said, bank)
    ]


def _is_level(text: str, words: Lexicon) -> bool:
    """Nothing but the level of a language: "Native speaker"."""
    return len(read(text, words.language)) <= LEVEL_WORDS


def _all_known(said: str, bank: Bank) -> bool:
    return all(token.folded in bank.folded for token in read(said, bank.language))
