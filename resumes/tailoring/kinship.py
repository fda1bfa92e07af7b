"""Whether two words say the same: inflected, derived, compounded, abbreviated."""

import re
from functools import lru_cache

from resumes.tailoring.lexicon import Lexicon, lexicon

SHORTEST_PART = 4
"""Letters of a part of a compound; shorter ones stand in too many words by chance."""
LINKS = ("", "s", "es", "n", "en", "e", "er")
PARTICLES = "|".join(sorted(lexicon("de").particles, key=len, reverse=True))
GERMAN_PARTICIPLE = re.compile(rf"^({PARTICLES})?(?:ge|zu)(\w{{3,}})$")


@lru_cache(maxsize=100_000)
def related(one: str, other: str, language: str, *, loosely: bool = True) -> bool:
    """Both folded. `loosely`: derived words count too ("migration" and "migrated"), not only inflected ones."""
    if one == other:
        return True
    words = lexicon(language)
    ones, others = forms(one, language), forms(other, language)
    return any(_same_root(a, b, words, loosely=loosely) for a in ones for b in others)


@lru_cache(maxsize=20_000)
def forms(word: str, language: str) -> tuple[str, ...]:
    words = lexicon(language)
    forms = {_undoubled(word)}
    if word in words.irregular:
        forms.add(_undoubled(words.irregular[word]))
    if language == "en":
        forms.add(
            _undoubled(
                re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", word).replace("our", "or").replace("tre", "ter")
            )
        )
    if language == "de":
        forms |= {_undoubled(form) for form in _german_bases(word, words)}
    if language == "es":
        forms |= {_undoubled(form) for form in _spanish_bases(word)}
    return tuple(forms)


def _spanish_bases(word: str) -> set[str]:
    """ "Busqué" is written like "busco", "organice" like "organizo"; "siembro" is of "sembrar"."""
    plain = re.sub(r"(?<=\w\w)gu(?=[ei])", "g", re.sub(r"(?<=\w\w)qu(?=[ei])", "c", word))
    plain = re.sub(r"z(?=[aeiou])", "c", plain)
    return {plain, re.sub(r"(?<=\w)ie(?=\w\w)", "e", plain, count=1), re.sub(r"(?<=\w)ue(?=\w\w)", "o", plain, count=1)}


def _german_bases(word: str, words: Lexicon) -> set[str]:
    bases = {word}
    if participle := GERMAN_PARTICIPLE.match(word):
        bases.add((participle[1] or "") + participle[2])
    return bases | {
        base.replace(strong, weak)
        for base in bases
        for strong, weak in words.irregular.items()
        if strong in base and len(strong) > 3
    }


def _undoubled(word: str) -> str:
    return re.sub(r"(?<=..)([^\W\d])\1", r"\1", word)


def _same_root(one: str, other: str, words: Lexicon, *, loosely: bool) -> bool:
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    for length in range(shared, max(2, shared - 3), -1):
        tails = {one[length:], other[length:]}
        if length == 3 and max(map(len, tails)) > 3:
            return False
        if tails <= words.inflections or (loosely and length > 3 and tails <= words.derivations):
            return True
    return False


def covers(word: str, known: list[str], language: str) -> bool:
    """The word is put together from known words, or is a part of one: "Ingenieurteams", "Prüfstand"."""
    if len(word) < SHORTEST_PART:
        return False
    return any(_is_part(word, other, language) for other in known) or _is_compound(word, known, language)


def _is_part(word: str, other: str, language: str) -> bool:
    """The word stands at an end of a longer one."""
    if len(other) < len(word) + 3:
        return False
    return any(
        related(word, piece, language, loosely=len(piece) > SHORTEST_PART)
        for size in range(max(SHORTEST_PART, len(word) - 3), min(len(other) - 2, len(word) + 4))
        for piece in (other[-size:], other[:size])
    )


def _is_compound(word: str, known: list[str], language: str) -> bool:
    """Each part is known itself or as the end of a known word."""
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        if tail in lexicon(language).light_tails and _is_known(head, known, language):
            return True
        if _is_known(head, known, language) and (
            _is_known(tail, known, language) or _is_compound(tail, known, language)
        ):
            return True
    return False


def _is_known(part: str, known: list[str], language: str) -> bool:
    stems = {part.removesuffix(link) for link in LINKS if part.endswith(link)}
    return any(
        other[:2] == stem[:2] and len(stem) >= SHORTEST_PART and related(stem, other, language)
        for stem in stems
        for other in known
    ) or any(_is_part(part, other, language) for other in known)
