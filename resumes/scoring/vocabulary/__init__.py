"""What the wording checks know about each language, read from the TOML file beside this one."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from resumes.scoring.vocabulary.inflection import Form, verb_forms

Languages = Literal["en", "de", "fr", "es"]
LANGUAGES: tuple[Languages, ...] = ("en", "de", "fr", "es")
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Vocabulary:
    """One language's words, all in lower case, and the ranges that depend on it."""

    name: str
    function_words: frozenset[str]
    forms: dict[str, Form]
    """Each known form of an action word, with its base and tense."""
    not_actions: frozenset[str]
    action_window: int
    """How many words from the front the action may stand ("Technische Leitung": 2)."""
    action_endings: tuple[str, ...]
    action_prefixes: tuple[str, ...]
    action_last: re.Pattern[str] | None
    """What an action looks like as the last word, for languages that put the verb there."""
    tense_matters: bool
    bullet_words: tuple[int, int]
    private_customary: bool
    phrases: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]
    months: tuple[str, ...]
    passive: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Everywhere:
    """What holds in every language."""

    known_acronyms: frozenset[str]
    decorative_fonts: tuple[str, ...]
    icon_fonts: tuple[str, ...]
    careless_mail_words: tuple[str, ...]
    furniture: frozenset[str]
    """Lines that hold nothing of the person's own, without accents and spaces."""


@cache
def vocabulary_for(language: str) -> Vocabulary | None:
    """The vocabulary of an ISO 639-1 language, or None when there is none."""
    if language not in LANGUAGES:
        return None
    data = _load(language)
    words = {name: frozenset(text.split()) for name, text in data["words"].items()}
    low, high = data["bullet_words"]
    return Vocabulary(
        name=data["name"],
        function_words=frozenset(data["function_words"].split()),
        forms=verb_forms(data["action_verbs"].split(), irregular=data["irregular"], inflect=data["tense_matters"]),
        not_actions=frozenset(data["not_actions"].split()),
        action_window=data["action_window"],
        action_endings=tuple(data["action_endings"]),
        action_prefixes=tuple(data["action_prefixes"]),
        action_last=re.compile(data["action_last"]) if data["action_last"] else None,
        tense_matters=data["tense_matters"],
        bullet_words=(low, high),
        private_customary=data["private_customary"],
        phrases={name: tuple(phrases) for name, phrases in data["phrases"].items()},
        words=words,
        months=tuple(data["words"]["months"].split()),
        passive=tuple(re.compile(pattern, re.IGNORECASE) for pattern in data["patterns"]["passive"]),
    )


@cache
def everywhere() -> Everywhere:
    data = _load("any")
    return Everywhere(
        known_acronyms=frozenset(word.upper() for word in data["known_acronyms"].split()),
        decorative_fonts=tuple(data["decorative_fonts"]),
        icon_fonts=tuple(data["icon_fonts"]),
        careless_mail_words=tuple(data["careless_mail_words"]),
        furniture=frozenset(data["furniture"].split()),
    )


def guess_language(words: list[str]) -> str:
    """The language whose function words stand out in the (lower-case) words, or "" when none clearly does."""
    ranked = sorted(((_likeness(words, code), code) for code in LANGUAGES), reverse=True)
    (best, code), (second, _) = ranked[0], ranked[1]
    return code if best > 0 and best >= 1.3 * second else ""


def _likeness(words: list[str], code: str) -> float:
    vocabulary = vocabulary_for(code)
    known = [word for word in words if vocabulary and word in vocabulary.function_words]
    distinct_enough = len(set(known)) >= 4
    return len(known) / len(words) if distinct_enough else 0.0


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
