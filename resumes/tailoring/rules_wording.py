"""What the rules of writing know about a language, read from the JSON files in `wording/`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from resumes.document import Document
from resumes.scoring.vocabulary import LANGUAGES, Vocabulary, guess_language, vocabulary_for
from resumes.scoring.wording import words_of

FOLDER = Path(__file__).parent / "wording"


@dataclass(frozen=True)
class Wording:
    """One language's words, all in lower case; `vocabulary` is what the report's checks use."""

    language: str
    vocabulary: Vocabulary
    openers: tuple[str, ...]
    """Weak openings after which the task stands, longest first."""
    swaps: dict[str, tuple[str, str]]
    """Weak openings that one verb replaces: (told in the past, told in the present)."""
    weak: tuple[str, ...]
    """Weak openings that leave open what the person did."""
    determiners: frozenset[str]
    nominals: dict[str, str]
    ambiguous_gerunds: frozenset[str]
    kept_gerunds: frozenset[str]
    noun_verbs: frozenset[str]
    past: dict[str, str]
    unsure: frozenset[str]
    doubling: frozenset[str]
    doubling_before_ing: frozenset[str]
    agent: str
    past_passives: dict[str, str]
    auxiliaries: frozenset[str]
    relatives: frozenset[str]
    tenses: dict[str, str]
    """Each present form and its past."""
    ongoing: tuple[str, ...]
    subject: str
    perfect: tuple[str, ...]
    not_verbs: frozenset[str]
    plural_subjects: tuple[str, ...]
    fillers: dict[str, str]
    """Each filler, longest first, and what says the same in short."""
    kept_after: frozenset[str]
    kept_before: frozenset[str]
    filler_after: dict[str, frozenset[str]]
    """Fillers that may go only after one of these words, or where the text begins."""
    elision: bool
    measures: tuple[tuple[str, tuple[str, ...]], ...]
    """(the question, stems of the openings it is asked after)."""
    singular: frozenset[str]
    """After these stands one thing, so that "how many" would be the wrong question."""
    generic: frozenset[str]
    abbreviations: frozenset[str]


@cache
def wording_for(language: str) -> Wording | None:
    """Of one of the four languages; None for any other."""
    vocabulary = vocabulary_for(language)
    if vocabulary is None:
        return None
    data: dict[str, Any] = json.loads((FOLDER / f"rules_{language}.json").read_text("utf-8"))
    fields: dict[str, Any] = {key: frozenset(data[key].split()) for key in _WORDS} | {
        key: data[key] for key in _AS_THEY_ARE
    }
    return Wording(
        language=language,
        vocabulary=vocabulary,
        openers=_longest_first(data["openers"]),
        swaps={opener: (past, now) for opener, (past, now) in data["swaps"].items()},
        weak=_longest_first(sorted({*data["weak"], *vocabulary.phrases["weak_openers"]})),
        ongoing=tuple(data["ongoing"]),
        perfect=_longest_first(data["perfect"]),
        plural_subjects=tuple(data["plural_subjects"]),
        fillers={filler: data["fillers"][filler] for filler in _longest_first(list(data["fillers"]))},
        filler_after={filler: frozenset(words.split()) for filler, words in data["filler_after"].items()},
        measures=tuple((each["ask"], tuple(each["stems"].split())) for each in data["measures"]),
        **fields,
    )


_WORDS = (
    *("determiners", "ambiguous_gerunds", "kept_gerunds", "noun_verbs", "unsure", "doubling", "doubling_before_ing"),
    *("auxiliaries", "relatives", "not_verbs", "kept_after", "kept_before", "singular", "generic", "abbreviations"),
)
_AS_THEY_ARE = ("nominals", "past", "agent", "past_passives", "tenses", "subject", "elision")


def wording_of(document: Document) -> Wording | None:
    """In the language that the document names, or else the one whose small words stand out."""
    meta = (document.model_extra or {}).get("meta")
    named = str(meta.get("language", ""))[:2].lower() if isinstance(meta, dict) else ""
    if named:
        return wording_for(named)
    words = words_of(" ".join(_texts(document)))
    return wording_for(guess_language(words) or _likeliest(words))


def _texts(document: Document) -> list[str]:
    lists = [
        entry.highlights for section in (document.work, document.volunteer, document.projects) for entry in section
    ]
    return [document.basics.summary, *(text for highlights in lists for text in highlights)]


def _likeliest(words: list[str]) -> str:
    """For a text of few words: the language with most small words, if one has more than the others."""
    ranked = sorted(((_small_words(words, language), language) for language in LANGUAGES), reverse=True)
    return ranked[0][1] if ranked[0][0] > ranked[1][0] else ""


def _small_words(words: list[str], language: str) -> int:
    vocabulary = vocabulary_for(language)
    return sum(word in vocabulary.function_words for word in words) if vocabulary else 0


def _longest_first(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
