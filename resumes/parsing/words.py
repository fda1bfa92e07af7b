"""The vocabulary of all languages, loaded once from data files and asked by normalised phrase."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "vocabulary"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_COUNT = re.compile(r"[(\[]\s?\d{1,3}\s?[)\]]\s*$")
_NOT_WORD = re.compile(r"[^\w'+#/@.&-]+")


def fold(text: str) -> str:
    """Lower case, without accents and typographic variants: for comparing, never for showing."""
    text = text.replace("’", "'").replace("\u00ad", "").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def phrase(text: str) -> str:
    """A text folded to single-spaced words, with '&' and 'and' words alike, for a look-up in a phrase set."""
    words = _NOT_WORD.sub(" ", fold(_COUNT.sub("", text))).replace("&", " and ").split()
    return " ".join(word.strip(".-/'@") or word for word in words if word.strip(".-/'"))


@dataclass(frozen=True)
class Vocabulary:
    """Phrase sets merged over the languages; keys are `phrase()` forms."""

    headings: dict[str, str]
    months: dict[str, int]
    seasons: dict[str, int]
    labels: dict[str, str]
    stopwords: dict[str, frozenset[str]]
    heading_languages: dict[str, frozenset[str]]
    sets: dict[str, frozenset[str]]
    suffixes: tuple[str, ...]
    degrees: tuple[str, ...]


_AND = re.compile(r"\b(?:und|et|y|e|en|and)\b")


def heading_key(text: str) -> str:
    """The phrase with every language's "and" alike, so that "Awards & Honours" needs no entry of its own."""
    return " ".join(_AND.sub("and", phrase(text)).split())


def _merge_named(data: dict[str, dict[str, Any]], part: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for language in LANGUAGES:
        for key, phrases in data[language][part].items():
            for text in phrases:
                merged.setdefault(heading_key(text) if part == "headings" else phrase(text), key)
    return merged


def _months(data: dict[str, dict[str, Any]]) -> dict[str, int]:
    months: dict[str, int] = {}
    for language in LANGUAGES:
        for number, names in enumerate(data[language]["months"], start=1):
            for name in names:
                months.setdefault(phrase(name), number)
    return months


@cache
def vocabulary() -> Vocabulary:
    """All languages together: a resume may mix them."""
    data = {name: json.loads((FOLDER / f"{name}.json").read_text("utf-8")) for name in LANGUAGES}
    keys: tuple[str, ...] = (
        "subheads",
        "present",
        "since",
        "until",
        "between",
        "duration",
        "at",
        "in",
        "job",
        "company",
    )
    keys += ("institution", "fluency", "levels", "scores", "courses", "tools", "noise", "remote")
    joined: dict[str, frozenset[str]] = {
        key: frozenset(phrase(t) for n in LANGUAGES for t in data[n][key]) - {""} for key in keys
    }
    joined["languages"] = frozenset(phrase(t) for n in LANGUAGES for t in data[n]["languages"])
    seasons = {phrase(name): month for n in LANGUAGES for name, month in data[n]["seasons"].items()}
    headings = {n: frozenset(heading_key(t) for ts in data[n]["headings"].values() for t in ts) for n in LANGUAGES}
    degrees = {fold(text) for n in LANGUAGES for text in data[n]["degrees"]}
    return Vocabulary(
        headings=_merge_named(data, "headings"),
        months=_months(data),
        seasons=seasons,
        labels=_merge_named(data, "labels"),
        stopwords={n: frozenset(fold(w) for w in data[n]["stopwords"]) for n in LANGUAGES},
        heading_languages=headings,
        sets=joined,
        suffixes=tuple(sorted({fold(t) for n in LANGUAGES for t in data[n]["job_suffix"]})),
        degrees=tuple(sorted(degrees, key=len, reverse=True)),
    )


def known(kind: str, text: str) -> bool:
    """Whether the whole text is a phrase of that kind ("present", "noise", "subheads", ...)."""
    return phrase(text) in vocabulary().sets[kind]


def section_named(text: str) -> str:
    """The section that a text names as a whole ("Work history" -> "work"), or empty."""
    if len(text) > 60:
        return ""
    key = heading_key(text)
    headings = vocabulary().headings
    if key in headings:
        return headings[key]
    squeezed = key.replace(" ", "")
    return headings.get(squeezed, "") if _is_spaced_out(key) else ""


def _is_spaced_out(key: str) -> bool:
    letters = key.split()
    return len(letters) >= 4 and all(len(letter) == 1 for letter in letters)


def language_of(texts: list[str]) -> str:
    """ISO 639-1 code by the share of function words and by headings, or empty when nothing tells."""
    words = vocabulary()
    counts = dict.fromkeys(LANGUAGES, 0.0)
    for text in texts:
        key = heading_key(text) if len(text) < 60 else ""
        tokens = fold(text).split()
        for language in LANGUAGES:
            counts[language] += sum(token in words.stopwords[language] for token in tokens)
            counts[language] += 3.0 * (key in words.heading_languages[language])
    best = max(LANGUAGES, key=lambda language: counts[language])
    return best if counts[best] >= 2 else ""
