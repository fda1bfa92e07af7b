"""What the evidence guard knows about a language, read from the JSON files in `wording/`."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from resumes.tailoring.phrases import Phrases
from resumes.tailoring.tokens import folded

FOLDER = Path(__file__).parent / "wording"
SHORTEST_ENDED = 3
"""A light word is also light with a plural's ending, if it is longer than this."""
INSEPARABLE = ("ge", "be", "ver", "ent", "er", "zer")
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
    light: frozenset[str]
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
    rates: Phrases
    makers: dict[str, frozenset[str]]
    means: frozenset[str]
    steps: dict[str, str]
    joint: Phrases
    measures: frozenset[str]
    factors: Phrases
    time_words: frozenset[str]
    synonyms: dict[str, tuple[tuple[str, ...], ...]]
    ordinals: dict[str, float]
    light_tails: tuple[str, ...]
    idioms: Phrases
    scales: dict[str, tuple[str, float]]
    collectives: dict[str, tuple[float, str]]
    ranks: dict[int, tuple[str, ...]]
    section_words: dict[str, str]
    seniority: frozenset[str]
    weighty: Phrases
    habitual: frozenset[str]
    sessions: frozenset[str]
    teams: frozenset[str]
    kept: frozenset[str]
    implied: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    mastery: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """Of one of LANGUAGES; English for any other."""
    language = language if language in LANGUAGES else "en"
    own, shared = _read(language), _read("shared")
    light = _words(_read("light"), language)
    synonyms: list[str] = _load(f"synonyms_{language}")
    return Lexicon(
        language=language,
        neutral=_words(own, "joiners")
        | _ending(_words(own, "neutral") | light, _words(own, "light_endings"), language),
        light=_ending(light, _words(own, "light_endings"), language),
        inflections=_undoubled(_words(own, "inflections")) | {""},
        derivations=_words(own, "derivations") | _words(own, "inflections") | {""},
        irregular={folded(form): folded(base) for base, forms in own["irregular"].items() for form in forms.split()},
        particles=_words(own, "particles"),
        concepts=Phrases(
            _numbered(shared["aliases"], "alias") | _numbered(synonyms, "synonym"), _words(own, "inflections") | {""}
        ),
        actions=Phrases(
            {
                name: _participles(words.split(), language, _words(own, "particles"))
                for name, words in own["actions"].items()
            }
        ),
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
        makers={maker: _words(shared["makers"], maker) for maker in shared["makers"]},
        factors=Phrases({str(factor): words.split() for words, factor in own["factors"].items()}),
        time_words=_words(own, "time_words"),
        synonyms=_by_start(synonyms),
        joint=Phrases({"joint": own["joint"].split()}),
        steps=own["steps"],
        measures=_words(own, "measures"),
        means=_words(own, "means"),
        ordinals={folded(word): value for value, words in enumerate(own["ordinals"], 1) for word in words.split()},
        light_tails=tuple(sorted(_words(own, "light_tails"))),
        rates=Phrases({unit: words.split() for unit, words in shared["rates"].items()}),
        idioms=Phrases({"idiom": own["idioms"].split()}),
        scales={unit: (base, factor) for unit, (base, factor) in shared["scales"].items()},
        collectives={folded(word): (value, unit) for word, (value, unit) in own["collectives"].items()},
        ranks={int(level): tuple(folded(word) for word in words.split()) for level, words in own["ranks"].items()},
        section_words=own["section_words"],
        mastery=_words(shared, "mastery"),
        seniority=_words(shared, "seniority"),
        habitual=_words(shared, "habitual"),
        sessions=_words(shared, "sessions"),
        teams=_words(shared, "teams"),
        kept=_words(shared, "kept"),
        weighty=Phrases({"weighty": own["weighty"].split()}),
        implied=tuple(
            (_words({"": nouns}, ""), tuple(sorted(_words({"": signs}, "")))) for nouns, signs in own["implied"].items()
        ),
    )


def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = _load(name)
    return read


@cache
def _load(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def _words(data: dict[str, Any], key: str) -> frozenset[str]:
    lines = data[key] if isinstance(data[key], list) else [data[key]]
    return frozenset(folded(word) for line in lines for word in line.split())


def _ending(plain: frozenset[str], endings: frozenset[str], language: str) -> frozenset[str]:
    """With their plurals and genders."""
    long = {word for word in plain if len(word) > SHORTEST_ENDED}
    ended = {word + ending for word in long for ending in endings}
    if language == "es":
        ended |= {word[:-1] + ending for word in long if word[-1] in "oa" for ending in ("o", "a", "os", "as")}
    return plain | ended


def _participles(patterns: list[str], language: str, particles: frozenset[str]) -> list[str]:
    """German stems with their "ge" and "zu": abwick* is also abgewick* and abzuwick*."""
    if language != "de":
        return patterns
    made = list(patterns)
    for pattern in patterns:
        stem = folded(pattern)
        particle = max((each for each in particles if stem.startswith(each)), key=len, default="")
        rest = stem.removeprefix(particle)
        if pattern.endswith("*") and len(rest) > SHORTEST_ENDED and not rest.startswith(INSEPARABLE):
            made += [f"{particle}ge{rest}", f"{particle}zu{rest}"]
    return made


def _by_start(lines: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Sets of single words for the same, by the first two letters of each."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for line in lines:
        single = tuple(folded(word) for word in line.split() if "_" not in word and len(word) > SHORTEST_ENDED)
        for start in {word[:2] for word in single}:
            found[start].append(single)
    return {start: tuple(sets) for start, sets in found.items()}


def _undoubled(endings: frozenset[str]) -> frozenset[str]:
    """Also as the end of a word whose double letters are written once."""
    return endings | {re.sub(r"(\w)\1", r"\1", ending) for ending in endings}


def _numbered(lines: list[str], kind: str) -> dict[str, list[str]]:
    return {f"{kind} {number}": line.split() for number, line in enumerate(lines)}
