"""Chooses questions of the bank for one interview. The same input gives the same questions."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from interviews.bank.bank import BankQuestion, families
from interviews.bank.filling import fillings
from interviews.bank.material import Material
from interviews.bank.recognising import families_of
from interviews.planning.plan import Kind, Level, PlannedQuestion, fingerprint

COUNT = {5: 2, 15: 5, 30: 9, 45: 13}
"""Questions by minutes, with time for a follow-up now and then."""
ONE_WAY_COUNT = {5: 2, 15: 6, 30: 12, 45: 18}
MIX: tuple[Kind, ...] = ("screening", "behavioural", "technical", "behavioural", "case", "technical", "behavioural")
"""The rhythm of a mixed interview."""


@dataclass(frozen=True)
class Wanted:
    """count: questions. seed: changes which of equally good questions come, and in what order."""

    kind: Kind | Literal["mixed"]
    level: Level
    language: str
    count: int
    seed: str = ""


@dataclass
class History:
    """What the person was asked before: fingerprints of texts, and ids of the bank."""

    texts: set[str] = field(default_factory=set)
    bank_ids: set[str] = field(default_factory=set)


def choose(material: Material, wanted: Wanted, history: History) -> list[PlannedQuestion]:
    """May be fewer than wanted: nobody is asked the same twice."""
    pool = list(_pool(material, wanted))
    chosen: list[PlannedQuestion] = []
    for number in range(wanted.count):
        kinds = [MIX[number % len(MIX)], *MIX] if wanted.kind == "mixed" else [wanted.kind]
        found = next((each for kind in kinds if (each := _best(pool, kind, chosen, material, wanted, history))), None)
        if found is None:
            break
        chosen.append(found)
    return chosen


def _pool(material: Material, wanted: Wanted) -> Iterator[BankQuestion]:
    """Of the person's families first; within each in an order that the seed decides."""
    for name in families_of(material.titles):
        fitting = [each for each in families()[name].questions if wanted.level in each.levels]
        yield from sorted(fitting, key=lambda each: _shuffled(wanted.seed, each.id))


def _best(
    pool: list[BankQuestion],
    kind: Kind,
    chosen: list[PlannedQuestion],
    material: Material,
    wanted: Wanted,
    history: History,
) -> PlannedQuestion | None:
    """A new one that quotes the person or the posting, on what was tested least so far."""
    taken = {each.bank_id for each in chosen}
    tested = Counter(each.competency for each in chosen)
    quoted = {each.source.quote for each in chosen if each.source.quote}
    sourced = sum(1 for each in chosen if each.source.quote)
    found: list[tuple[tuple[object, ...], PlannedQuestion]] = []
    for place, question in enumerate(pool):
        if question.kind != kind or question.id in taken:
            continue
        fitting = _unasked(question, material, wanted, history, quoted)
        if fitting:
            # One that quotes, then one that doesn't: a person is more than their lines.
            turn = bool(fitting.source.quote) == (2 * sourced <= len(chosen))
            rank = (question.id in history.bank_ids, tested[question.competency], not turn, place)
            found.append((rank, fitting))
    return min(found, key=lambda each: each[0], default=(None, None))[1]


def _unasked(
    question: BankQuestion, material: Material, wanted: Wanted, history: History, quoted: set[str]
) -> PlannedQuestion | None:
    for filled in fillings(question, wanted.language, material):
        if filled.source.quote not in quoted and fingerprint(filled.text) not in history.texts:
            return filled
    return None


def _shuffled(seed: str, key: str) -> str:
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()
