"""Amounts: money that was answered for, and counts of things ("a network of fifteen or more plants")."""

import re
from dataclasses import dataclass

from resumes.matching.asking import ask_of
from resumes.matching.covering import SOME, by_meaning, unit_share
from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.numbers import Number, numbers_in
from resumes.matching.resume_index import Resume
from resumes.matching.units import Unit, units_of
from resumes.matching.wording import data

BOUNDS = phrases(data("numbers")["bounds"])
CLAUSE = re.compile(r"[,;()]|\b(?:und|and|et|y|with|mit)\b")
BEHIND, BEFORE_BOUND, BEHIND_BOUND = 46, 24, 16
SAME_THING, LEAST_MONEY, LEAST_COUNT = 0.7, 1000, 2


@dataclass(frozen=True)
class Amount:
    """unit: what is counted; None for money."""

    least: float
    unit: Unit | None
    number: Number


def asks_amount(text: str) -> Amount | None:
    """Money above a bound, or a count of things; years and teams are asked elsewhere."""
    for number in numbers_in(text):
        if number.money and number.value >= LEAST_MONEY:
            return Amount(number.value, None, number)
        if number.value < LEAST_COUNT or number.is_a_year or not _bounded(text, number):
            continue
        if units := _counted(text, number):
            return Amount(number.value, units[0], number)
    return None


def amount_finding(text: str, asked: Amount, resume: Resume) -> Finding:
    rest = text[: asked.number.start] + " " + text[asked.number.end :]
    shown = [(number.value, fact) for fact in resume.facts for number in numbers_in(fact.text)
             if _comparable(asked, number, fact, rest)]  # fmt: skip
    if shown:
        most, fact = max(shown, key=lambda pair: pair[0])
        enough = most >= asked.least
        return Finding(MET, (fact,)) if enough else Finding(PARTLY, (fact,), "Your resume shows a smaller number.")
    found = by_meaning(ask_of(rest), resume)
    why = "Your resume shows this without the number."
    return Finding(min(found.score, PARTLY), found.facts, why) if found.facts else NOTHING


def _comparable(asked: Amount, number: Number, fact: Fact, rest: str) -> bool:
    if asked.unit is None:
        return number.money and _about(rest, fact)
    return not number.money and any(
        unit_share(asked.unit, unit.keys) >= SAME_THING for unit in _counted(fact.text, number)
    )


def _about(rest: str, fact: Fact) -> bool:
    """Whether the money is about the same: "a cost base"."""
    units = units_of(rest)
    weight = sum(unit.weight for unit in units)
    return not weight or sum(unit_share(unit, fact.keys) * unit.weight for unit in units) / weight >= SOME


def _bounded(text: str, number: Number) -> bool:
    """ "More than", "ab", "au moins": a number without a bound is no threshold."""
    around = fold(text[max(0, number.start - BEFORE_BOUND) : number.end + BEHIND_BOUND])
    return "+" in around or BOUNDS.search(around) is not None


def _counted(text: str, number: Number) -> list[Unit]:
    """What a number counts: the first units behind it; "24-hour" counts nothing."""
    if text[number.end : number.end + 1] == "-":
        return []
    return units_of(CLAUSE.split(text[number.end : number.end + BEHIND])[0])[:2]
