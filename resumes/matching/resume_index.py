"""A resume prepared for being asked: its facts, what each entry means as a whole, and where each name stands."""

import re
from collections import defaultdict
from datetime import date
from functools import cached_property

from resumes.document import Document
from resumes.matching.facts import Fact, facts_of
from resumes.matching.folding import fold, phrases
from resumes.matching.named import initials, wider
from resumes.matching.vocabulary import vocabulary
from resumes.matching.wording import data

NEGATION = phrases(data("generic")["negations"])
LACKING = frozenset({"without", "ohne", "sans", "sin"})
NEAR, MOST_WORDS = 40, 4
ACRONYM_LEAST, ACRONYM_MOST = 3, 6


class Resume:
    """today: ends what goes on."""

    def __init__(self, document: Document, today: date) -> None:
        self.document, self.today = document, today
        self.facts = facts_of(document)
        self._found: dict[frozenset[str], list[Fact]] = {}

    @cached_property
    def by_group(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.group].append(fact)
        return found

    @cached_property
    def group_keys(self) -> dict[str, frozenset[str]]:
        return {group: frozenset().union(*(fact.keys for fact in facts)) for group, facts in self.by_group.items()
                if group.startswith(("work", "projects", "volunteer"))}  # fmt: skip

    @cached_property
    def occupation(self) -> frozenset[str]:
        """What the person's positions mean: words that say little when they are asked with others."""
        offices = [fact for fact in self.facts if fact.path.endswith((".position", "basics.label"))]
        return frozenset(key for fact in offices for key in fact.keys)

    @cached_property
    def told(self) -> frozenset[str]:
        """What the person says of themselves."""
        return frozenset(key for fact in self.facts if fact.section == "basics" for key in fact.keys)

    @cached_property
    def by_name(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            for named in fact.named:
                if not denied(fact, named.start):
                    for name in named.names | wider(named.names):
                        found[name].append(fact)
        return found

    def with_name(self, names: frozenset[str]) -> list[Fact]:
        """Facts that name it, spell out the acronym that it is, or hold the word when no vocabulary knows it."""
        if names not in self._found:
            wanted = names.union(*(vocabulary().includes.get(name, ()) for name in names))
            known = [fact for name in sorted(wanted) for fact in self.by_name.get(name, ())]
            self._found[names] = known or [fact for name in sorted(names) for fact in self._otherwise(name)]
        return self._found[names]

    def _otherwise(self, name: str) -> list[Fact]:
        if ACRONYM_LEAST <= len(name) <= ACRONYM_MOST and name.isalpha() and (spelt := self._spelt_out(name)):
            return spelt
        if (name,) in vocabulary().terms:
            return []
        return [fact for fact in self.facts if name in fact.words and not fact.tells_a_name]

    def _spelt_out(self, acronym: str) -> list[Fact]:
        return [fact for fact in self.facts if not fact.tells_a_name and initials(fact.text) == acronym]


def denied(fact: Fact, place: int) -> bool:
    """Whether a "no", "without" or "learning" stands shortly before the place, in the same clause."""
    before = re.split(r"[,;:.()]|\b(?:but|aber|mais|pero)\b", fold(fact.text[max(0, place - NEAR) : place]))[-1]
    found = NEGATION.search(before)
    if found and found.group() in LACKING:
        return len(before[found.end() :].split()) < MOST_WORDS
    return found is not None
