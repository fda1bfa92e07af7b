"""The vocabulary of matching: concepts, named terms and words that say nothing, loaded once from data files."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from resumes.matching.folding import fold
from resumes.matching.stemming import letters_alike, stem
from resumes.matching.wording import FOLDER, data

WORD = re.compile(r"\.net\b|[^\W_]+(?:[+#]+(?!\w))?")
Phrase = tuple[str, ...]
LEAST_STEM = 2


@dataclass(frozen=True)
class Vocabulary:
    """Phrases are tuples of stems (concepts) or of folded words (terms). words: concepts of single folded words.
    pairs: concepts of phrases of two telling stems, which may stand apart ("data analysis", "analyse large data").
    shared: stems of words that mean different things ("customer", "customs"); such words are told apart as they are."""

    concepts: dict[Phrase, frozenset[str]]
    pairs: dict[Phrase, frozenset[str]]
    words: dict[str, frozenset[str]]
    shared: dict[str, tuple[str, ...]]
    near: dict[str, frozenset[str]]
    terms: dict[Phrase, frozenset[str]]
    includes: dict[str, frozenset[str]]
    names: frozenset[str]
    kin: dict[str, frozenset[str]]
    ambiguous: frozenset[str]
    acronyms: frozenset[str]
    certificates: frozenset[str]
    common: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    weak: frozenset[str]
    weak_concepts: frozenset[str]
    actions: frozenset[str]
    numbers: frozenset[str]
    regions: dict[Phrase, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    generic, terms = data("generic"), data("terms")
    return Vocabulary(
        concepts=_concepts(),
        pairs=_pairs(),
        words=_words(),
        shared=_shared(),
        near=_near(),
        terms=_terms([*terms["tools"], *terms["certificates"]]),
        includes={fold(name): frozenset(map(fold, parts)) for name, parts in terms["includes"].items()},
        names=frozenset(fold(line.split(",")[0]) for line in (*terms["tools"], *terms["certificates"])),
        kin=_kin(terms["kin"]),
        ambiguous=frozenset(terms["ambiguous"]),
        acronyms=frozenset(terms["acronyms"]),
        certificates=frozenset(fold(line.split(",")[0]) for line in terms["certificates"]),
        common=frozenset(terms["common"]),
        stop=frozenset(fold(word) for words in generic["stop"].values() for word in words),
        generic=_forms([word for words in generic["generic"].values() for word in words]),
        weak=_forms(generic["weak"]),
        actions=frozenset("#" + word for word in generic["actions"]),
        weak_concepts=frozenset("#" + word for word in generic["weak"]),
        numbers=frozenset(fold(word) for word in data("numbers")["words"]),
        regions=_regions(),
    )


def is_generic(word: str) -> bool:
    """Whether every posting says a folded word; words that the vocabulary gives a meaning say more than their stem."""
    known = vocabulary()
    return word in known.generic or (word not in known.words and stem(word) in known.generic)


def is_weak(word: str) -> bool:
    known = vocabulary()
    return word in known.weak or (word not in known.words and stem(word) in known.weak)


def _forms(words: list[str]) -> frozenset[str]:
    """Folded words and, where no concept goes by it, their stems."""
    folded = {fold(word) for word in words}
    return frozenset(folded | {stem(word) for word in folded})


def words_of(text: str) -> list[re.Match[str]]:
    """The words of a text that is folded already, with their places."""
    return list(WORD.finditer(text))


def stems_of(text: str) -> Phrase:
    return tuple(stem(match.group()) for match in words_of(fold(text)))


def _pairs() -> dict[Phrase, frozenset[str]]:
    stop = {stem(fold(word)) for words in data("generic")["stop"].values() for word in words}
    found: dict[Phrase, frozenset[str]] = {}
    for phrase, concepts in _concepts().items():
        telling = tuple(word for word in phrase if word not in stop)
        if len(telling) == 2 and min(map(len, telling)) > LEAST_STEM:
            found[telling] = found.get(telling, frozenset()) | concepts
    return found


@cache
def _concepts() -> dict[Phrase, frozenset[str]]:
    """A phrase may stand in more than one group; a group is named by its first phrase."""
    found: dict[Phrase, frozenset[str]] = {}
    for name, texts in _groups():
        for text in texts:
            if key := stems_of(text):
                found[key] = found.get(key, frozenset()) | {name}
    return found


@cache
def _groups() -> list[tuple[str, list[str]]]:
    """Each concept with its folded texts; files may add to one another's concepts."""
    lines = [line for path in sorted((FOLDER / "concepts").glob("*.json")) for line in data(f"concepts/{path.stem}")]
    return [("#" + line.split(",")[0], [fold(text.strip()) for text in line.split(",")]) for line in lines]


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, texts in _groups():
        for text in texts:
            if WORD.fullmatch(text):
                found[text] = found.get(text, frozenset()) | {name}
    return found


def _shared() -> dict[str, tuple[str, ...]]:
    """Where two words of a stem share no meaning; words that do are kin ("translator", "translation")."""
    meanings: dict[str, dict[str, frozenset[str]]] = {}
    for word, concepts in _words().items():
        meanings.setdefault(stem(word), {})[word] = concepts
    return {
        stemmed: tuple(several)
        for stemmed, several in meanings.items()
        if any(one.isdisjoint(other) for one in several.values() for other in several.values())
    }


def _near() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in data("near"):
        for left, right in ((one, other), (other, one)):
            found["#" + left] = found.get("#" + left, frozenset()) | {"#" + right}
    return found


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """What a folded word is compared by: its stem, or itself where the stem says too little."""
    stemmed, known = stem(word), vocabulary()
    if stemmed not in known.shared:
        return stemmed
    return word if word in known.words else max(known.shared[stemmed], key=lambda other: _common(word, other))


def _common(one: str, other: str) -> tuple[int, int]:
    """Letters that two words begin with, then how near their lengths are."""
    return letters_alike(one, other), -abs(len(one) - len(other))


def _kin(lines: list[str]) -> dict[str, frozenset[str]]:
    """Names that are near relatives of one another."""
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        names = [fold(name.strip()) for name in line.split(",")]
        for name in names:
            found[name] = found.get(name, frozenset()) | (frozenset(names) - {name})
    return found


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
