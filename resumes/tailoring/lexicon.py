"""What the evidence guard knows about a language, read from the JSON files in `wording/`."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from resumes.tailoring.phrases import Phrases
from resumes.tailoring.tokens import folded

FOLDER = Path(__file__).parent / "wording"
LANGUAGES = ("en", "de", "fr", "es")


class Group(NamedTuple):
    """Words for doing something. level: how much of it one claims; accepts: groups that back it besides itself."""

    level: int
    accepts: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """One language's words, folded."""

    language: str
    neutral: frozenset[str]
    inflections: frozenset[str]
    derivations: frozenset[str]
    irregular: dict[str, str]
    particles: frozenset[str]
    concepts: Phrases
    actions: Phrases
    groups: dict[str, Group]
    fluency: Phrases
    limiters: Phrases
    negations: Phrases
    unsure: Phrases
    joiners: frozenset[str]
    one_of: frozenset[str]
    many_of: frozenset[str]
    numbers: dict[str, float]
    number_endings: dict[str, str]
    ones: frozenset[str]
    ambiguous: frozenset[str]
    units: Phrases
    months: dict[str, int]
    bounds: Phrases
    idioms: Phrases
    scales: dict[str, tuple[str, float]]
    collectives: dict[str, tuple[float, str]]
    ranks: dict[int, tuple[str, ...]]
    section_words: dict[str, str]


@cache
def lexicon(language: str) -> Lexicon:
    """Of one of LANGUAGES; English for any other."""
    own = _read(language if language in LANGUAGES else "en")
    shared = _read("shared")
    return Lexicon(
        language=language,
        neutral=_words(own, "neutral") | _words(own, "joiners"),
        inflections=_words(own, "inflections") | {""},
        derivations=_words(own, "derivations") | _words(own, "inflections") | {""},
        irregular={folded(form): folded(base) for base, forms in own["irregular"].items() for form in forms.split()},
        particles=_words(own, "particles"),
        concepts=Phrases(_numbered([*shared["aliases"], *own["synonyms"]]), _words(own, "inflections") | {""}),
        actions=Phrases({name: words.split() for name, words in own["actions"].items()}),
        groups={
            name: Group(group["level"], frozenset(group["accepts"].split())) for name, group in shared["groups"].items()
        },
        fluency=Phrases({level: words.split() for level, words in own["fluency"].items()}),
        limiters=Phrases({name: words.split() for name, words in own["limiters"].items()}),
        negations=Phrases({"not": own["negations"].split()}),
        unsure=Phrases({"unsure": own["unsure"].split()}),
        joiners=_words(own, "joiners"),
        one_of=_words(own, "one_of"),
        many_of=_words(own, "many_of"),
        numbers={folded(word): value for word, value in own["numbers"].items()},
        number_endings={folded(word): unit for word, unit in own["number_endings"].items()},
        ones=_words(own, "ones"),
        ambiguous=_words(shared, "ambiguous"),
        units=Phrases({unit: words.split() for unit, words in shared["units"].items()}),
        months={folded(word): number for number, words in enumerate(own["months"], 1) for word in words.split()},
        bounds=Phrases({name: words.split() for name, words in own["bounds"].items()}),
        idioms=Phrases({"idiom": own["idioms"].split()}),
        scales={unit: (base, factor) for unit, (base, factor) in shared["scales"].items()},
        collectives={folded(word): (value, unit) for word, (value, unit) in own["collectives"].items()},
        ranks={int(level): tuple(folded(word) for word in words.split()) for level, words in own["ranks"].items()},
        section_words=own["section_words"],
    )


@cache
def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return read


def _words(data: dict[str, Any], key: str) -> frozenset[str]:
    lines = data[key] if isinstance(data[key], list) else [data[key]]
    return frozenset(folded(word) for line in lines for word in line.split())


def _numbered(lines: list[str]) -> dict[str, list[str]]:
    return {f"#{number}": line.split() for number, line in enumerate(lines)}
