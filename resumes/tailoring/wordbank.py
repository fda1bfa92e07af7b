"""The words of the texts that back a proposal, ready to be asked."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from resumes.tailoring.backing import Backing
from resumes.tailoring.kinship import covers, forms, related
from resumes.tailoring.lexicon import Lexicon, lexicon
from resumes.tailoring.quantities import quantities
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token, tokens


@dataclass(frozen=True)
class Bank:
    """`by_start`: words by their first two letters, where their kin are."""

    language: str
    words: tuple[Token, ...]
    texts: tuple[tuple[Token, ...], ...]
    folded: frozenset[str]
    by_start: dict[str, tuple[str, ...]]
    concepts: frozenset[str]
    initials: frozenset[str]
    ordinals: frozenset[float]
    has_time: bool
    rates: frozenset[str]

    def knows(self, word: str, *, loosely: bool = True) -> bool:
        """A word of the same root stands in the backing."""
        if word in self.folded:
            return True
        starts = {form[:2] for form in forms(word, self.language)}
        return any(
            related(word, other, self.language, loosely=loosely)
            for start in starts
            for other in self.by_start.get(start, ())
        )

    def knows_synonym(self, word: str) -> bool:
        """Another word for the same stands in the backing, in any form."""
        return any(self.knows(other) for other in synonyms_of(word, self.language))

    def composes(self, word: str) -> bool:
        """Its parts stand together in one of the texts."""
        return any(
            covers(word, [token.folded for token in text if len(token.folded) > 3], self.language)
            for text in self.texts
        )


def bank_of(backing: Backing, words: Lexicon, *, context: bool = True) -> Bank:
    return _bank((*backing.claims, *(backing.context if context else ())), words.language, words)


def _bank(sources: tuple[str, ...], language: str, words: Lexicon) -> Bank:
    texts = tuple(read(text, language) for text in sources)
    listed = tuple(token for text in texts for token in text)
    folded = frozenset(token.folded for token in listed)
    starts: dict[str, list[str]] = defaultdict(list)
    for word in folded:
        for start in {form[:2] for form in forms(word, language)}:
            starts[start].append(word)
    return Bank(
        language=language,
        words=listed,
        texts=texts,
        folded=folded,
        by_start={start: tuple(found) for start, found in starts.items()},
        concepts=frozenset(label for text in (*texts, *_people(sources, words)) for label in concepts(text, words)),
        has_time=any(words.rates.find(text) or words.units.find(text) for text in texts),
        rates=frozenset(hit.label for text in texts for hit in words.rates.find(text)),
        ordinals=frozenset(
            one.value for text in sources for one in quantities(text, language) if one.unit == "ordinal"
        ),
        initials=frozenset(initial for text in texts for initial in _initials(text, words)),
    )


@lru_cache(maxsize=20_000)
def synonyms_of(word: str, language: str) -> frozenset[str]:
    """Single words for the same, found by any form of it: "bearbeitet" for "abgewickelt"."""
    words = lexicon(language)
    if words.rates.find(tokens(word)):
        return frozenset()  # "annual" is not "five-year"
    return frozenset(
        other
        for start in {form[:2] for form in forms(word, language)}
        for line in words.synonyms.get(start, ())
        if any(one[:2] == start and related(word, one, language) for one in line)
        for other in line
    )


def is_name(token: Token, words: Lexicon) -> bool:
    """Its capitals make it a name: an acronym, a single letter, a tool called like a common word."""
    if words.language == "en" and token.text == "I":
        return False
    if token.is_acronym or (len(token.text) == 1 and token.is_capitalised and not token.opens):
        return True
    return token.is_capitalised and not token.opens and token.folded in words.ambiguous and words.language != "de"


def concepts(text: tuple[Token, ...], words: Lexicon) -> dict[str, list[int]]:
    """Each known concept with the places of its words. Short ones count only in capitals: "MA", not "ma"."""
    found: dict[str, list[int]] = defaultdict(list)
    for hit in words.concepts.find(text):
        first = text[hit.start]
        plain = hit.label.startswith("synonym") or len(first.folded) > 3 or first.folded[-1:].isdigit()
        if hit.end - hit.start > 1 or plain or (first.is_capitalised and not first.hyphened):
            found[hit.label] += range(hit.start, hit.end)
    return found


def _people(sources: tuple[str, ...], words: Lexicon) -> list[tuple[Token, ...]]:
    """A "sechsköpfiges Team" is of six people."""
    counted = any(one.unit == "person" for text in sources for one in quantities(text, words.language))
    return [read("Personen", words.language)] if counted else []


@lru_cache(maxsize=2_000)
def _initials_of(letters: str) -> frozenset[str]:
    return frozenset(letters[i : i + n] for n in range(2, 7) for i in range(len(letters) - n + 1))


def _initials(text: tuple[Token, ...], words: Lexicon) -> frozenset[str]:
    """What acronyms the text's neighbouring words could have: "stock keeping units" -> "sku"."""
    every = "".join(token.folded[:1] for token in text)
    content = "".join(token.folded[:1] for token in text if token.folded not in words.joiners)
    return _initials_of(every) | _initials_of(content)
