"""Driving licences: the class that is asked against the classes that a resume shows."""

import re

from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.resume_index import Resume
from resumes.matching.wording import data

LICENCE = phrases(data("licences")["names"])
HEAVY = phrases(data("licences")["heavy"])
CLASS = re.compile(r"(?<![\w+&'’.])(B|BE|B\+E|C1E?|C1\+E|CE?|C\+E|D1?E?|D\+E|A[12M]?(?!\s+[a-z]))(?![\w+&'’])")
NEAR = 34
INCLUDED = {
    "CE": {"CE", "C", "C1", "C1E", "BE", "B"},
    "C": {"C", "C1", "B"},
    "C1E": {"C1E", "C1", "BE", "B"},
    "C1": {"C1", "B"},
    "DE": {"DE", "D", "D1", "BE", "B"},
    "D": {"D", "D1", "B"},
    "D1": {"D1", "B"},
    "BE": {"BE", "B"},
}


def asks_licence(text: str) -> set[str]:
    """The classes asked for, any of which will do; empty when no driving licence is asked."""
    return _classes(text)


def licence_finding(asked: set[str], resume: Resume) -> Finding:
    shown = [(_classes(fact.text), fact) for fact in resume.facts if not fact.tells_a_name]
    for held, fact in shown:
        if any(asked & INCLUDED.get(one, {one}) for one in held):
            return Finding(MET, (fact,))
    lower: list[Fact] = [fact for held, fact in shown if any(one[0] == other[0] for one in held for other in asked)]
    return Finding(PARTLY, (lower[0],), "Your resume shows a licence of a lower class.") if lower else NOTHING


def _classes(text: str) -> set[str]:
    """A licence without a class is one for cars, or for lorries when it says so."""
    folded = fold(text)
    found = LICENCE.search(folded)
    if found is None:
        return set()
    around = text[max(0, found.start() - NEAR) : found.end() + NEAR]
    named = {match[1].replace("+", "") for match in CLASS.finditer(around)}
    return named or ({"C"} if HEAVY.search(folded) else {"B"})
