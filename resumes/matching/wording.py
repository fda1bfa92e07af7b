"""How postings are worded: headings, cues and words to cut, from data files, one per language."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from resumes.matching.folding import fold, phrases

FOLDER = Path(__file__).parent / "wording"
LANGUAGES = ("en", "de", "fr", "es")


@dataclass(frozen=True)
class Wording:
    """Patterns over folded text. *_after: the requirement follows the cue; *_before: it stands before it. unsure: cues
    that say other things as well."""

    language: str
    sought: re.Pattern[str]
    required_after: re.Pattern[str]
    required_before: re.Pattern[str]
    preferred_after: re.Pattern[str]
    preferred_before: re.Pattern[str]
    leads: re.Pattern[str]
    tails: re.Pattern[str]
    continues: re.Pattern[str]
    heads: frozenset[str]
    prepositions: frozenset[str]
    articles: frozenset[str]
    akin: re.Pattern[str]
    such_as: re.Pattern[str]
    verbs: frozenset[str]
    unsure: re.Pattern[str]
    unneeded: re.Pattern[str]
    joiners: re.Pattern[str]
    alternatives: frozenset[str]


@cache
def data(name: str) -> Any:
    """A data file of this package, as it is."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@cache
def wording(language: str) -> Wording:
    words = data(language)
    joined = "|".join(re.escape(fold(word)) for word in (*words["and"], *words["or"]))
    return Wording(
        language=language,
        sought=_sought(words),
        required_after=phrases(words["required_after"], adverbs=True),
        required_before=phrases(words["required_before"], adverbs=True),
        preferred_after=phrases(words["preferred_after"], adverbs=True),
        preferred_before=phrases(words["preferred_before"], adverbs=True),
        leads=phrases(words["leads"]),
        tails=phrases(words["tails"]),
        continues=phrases(words["continues"]),
        heads=frozenset(fold(word) for word in words["heads"]),
        prepositions=frozenset(fold(word) for word in words["prepositions"]),
        articles=frozenset(fold(word) for word in words["articles"]),
        such_as=phrases(words["such_as"]),
        akin=phrases(words["akin"]),
        verbs=frozenset(fold(word) for word in words["verbs"]),
        unsure=phrases(words["unsure"], adverbs=True),
        unneeded=phrases(words["unneeded"]),
        joiners=re.compile(rf",\s+(?:(?:{joined})\s+)?|\s+(?:{joined})\s+|;\s*"),
        alternatives=frozenset(fold(word) for word in words["or"]),
    )


def _sought(words: dict[str, list[str]]) -> re.Pattern[str]:
    """ "We are looking for a solicitor with"."""
    seek, having = ("|".join(re.escape(fold(word)) for word in words[key]) for key in ("seek", "having"))
    return re.compile(rf"(?<!\w)(?:{seek})\s[^.;:!?]{{3,70}}?\s(?:{having})\s")


@cache
def heading_kinds() -> dict[str, str]:
    """Kind by whole folded heading, of all languages: postings mix them."""
    return {
        fold(text).replace("-", " "): kind
        for language in LANGUAGES
        for kind, texts in data(language)["headings"].items()
        for text in texts
    }


@cache
def heading_cues(kind: str) -> re.Pattern[str]:
    return phrases(text for text, named in heading_kinds().items() if named == kind)


@cache
def stopwords(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data(language)["stopwords"])


def language_of(text: str) -> str:
    """The language with the most function words in the text's beginning; English when nothing tells."""
    words = re.findall(r"[^\W\d_]+", fold(text[:20_000]))
    counts = {language: sum(word in stopwords(language) for word in words) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: counts[language])
