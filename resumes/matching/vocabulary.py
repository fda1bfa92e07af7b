"""The vocabulary of matching: concepts, named terms and words that say nothing, loaded once from data files."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from resumes.matching.folding import fold
from resumes.matching.stemming import stem
from resumes.matching.wording import data

WORD = re.compile(r"\.net\b|[^\W_]+(?:[+#]+(?!\w))?")
Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Phrases are tuples of stems (concepts) or of folded words (terms). words: concepts of single folded words.
    shared: stems of words that mean different things ("customer", "customs"); such words are told apart as they are."""

    concepts: dict[Phrase, frozenset[str]]
    words: dict[str, frozenset[str]]
    shared: frozenset[str]
    near: dict[str, frozenset[str]]
    terms: dict[Phrase, frozenset[str]]
    ambiguous: frozenset[str]
    certificates: frozenset[str]
    common: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    weak: frozenset[str]
    numbers: frozenset[str]
    regions: dict[Phrase, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    generic, terms = data("generic"), data("terms")
    return Vocabulary(
        concepts=_concepts(),
        words=_words(),
        shared=_shared(),
        near=_near(),
        terms=_terms([*terms["tools"], *terms["certificates"]]),
        ambiguous=frozenset(terms["ambiguous"]),
        certificates=frozenset(fold(line.split(",")[0]) for line in terms["certificates"]),
        common=frozenset(terms["common"]),
        stop=frozenset(fold(word) for words in generic["stop"].values() for word in words),
        generic=frozenset(stem(fold(word)) for words in generic["generic"].values() for word in words),
        weak=frozenset(stem(fold(word)) for word in generic["weak"]) | {"#" + word for word in generic["weak"]},
        numbers=frozenset(fold(word) for word in data("numbers")["words"]),
        regions=_regions(),
    )


def words_of(text: str) -> list[re.Match[str]]:
    """The words of a text that is folded already, with their places."""
    return list(WORD.finditer(text))


def stems_of(text: str) -> Phrase:
    return tuple(stem(match.group()) for match in words_of(fold(text)))


def _concepts() -> dict[Phrase, frozenset[str]]:
    """A phrase may stand in more than one group; a group is named by its first phrase."""
    found: dict[Phrase, frozenset[str]] = {}
    for name, groups in data("concepts").items():
        for group in groups if name != "near" else ():
            texts = [text.strip() for text in group.split(",")]
            for text in texts:
                if key := stems_of(text):
                    found[key] = found.get(key, frozenset()) | {"#" + texts[0]}
    return found


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, groups in data("concepts").items():
        for group in groups if name != "near" else ():
            texts = [fold(text.strip()) for text in group.split(",")]
            for text in texts:
                if WORD.fullmatch(text):
                    found[text] = found.get(text, frozenset()) | {"#" + group.split(",")[0]}
    return found


def _shared() -> frozenset[str]:
    meanings: dict[str, set[frozenset[str]]] = {}
    for word, concepts in _words().items():
        meanings.setdefault(stem(word), set()).add(concepts)
    return frozenset(stemmed for stemmed, several in meanings.items() if len(several) > 1)


def _near() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in data("concepts")["near"]:
        for left, right in ((one, other), (other, one)):
            found["#" + left] = found.get("#" + left, frozenset()) | {"#" + right}
    return found


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """What a folded word is compared by: its stem, or itself where the stem says too little."""
    stemmed, known = stem(word), vocabulary()
    if stemmed not in known.shared:
        return stemmed
    return next((form for form in (word, word[:-1], word[:-2], word + "s", word + "n") if form in known.words), word)


def _terms(lines: list[str]) -> dict[Phrase, frozenset[str]]:
    found: dict[Phrase, frozenset[str]] = {}
    for line in lines:
        texts = [fold(text.strip()) for text in line.split(",")]
        for text in texts:
            if key := tuple(match.group() for match in words_of(text)):
                found[key] = found.get(key, frozenset()) | {texts[0]}
    return found


def _regions() -> dict[Phrase, frozenset[str]]:
    """Places and the regions that they lie in."""
    found: dict[Phrase, frozenset[str]] = {}
    for name, region in data("regions").items():
        for text in (*region["names"], *region["places"]):
            key = stems_of(text)
            found[key] = found.get(key, frozenset()) | {"@" + name}
    return found
