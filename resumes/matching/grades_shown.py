"""Holds a finding back where a resume shows the thing asked for at a lower grade, or only a helping hand in it."""

import re
from functools import cache

from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.wording import data

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


@cache
def _cue(name: str) -> re.Pattern[str]:
    return phrases(data("grades")[name])


@cache
def _step() -> re.Pattern[str]:
    words = "|".join(re.escape(fold(word)) for word in data("grades")["steps"])
    return re.compile(rf"(?<!\w)(?:{words})\s+(\d{{1,2}}|[ivx]{{1,3}})(?!\w)")


def held_back(text: str, finding: Finding) -> Finding:
    """The finding, or a part of it with the reason in one sentence; a part of what a certificate is about is none."""
    folded = fold(text)
    if finding.score < MET or not finding.facts:
        shown = any(_is_formal(fact) for fact in finding.facts)
        return finding if shown or not _cue("certified").search(folded) else NOTHING
    if (asked := _steps(folded)) and max(map(_steps_in, finding.facts)) < asked:
        return Finding(PARTLY, finding.facts, "Your resume shows a lower level, or none.")
    if _cue("certified").search(folded) and not any(_is_formal(fact) for fact in finding.facts):
        return Finding(PARTLY, finding.facts, "Your resume shows this without the certificate.")
    if _cue("owns").search(folded) and _every(finding, "helps", "owns"):
        return Finding(PARTLY, finding.facts, "Your resume shows that you helped with this.")
    if _cue("masters").search(folded) and _every(finding, "begins", "masters"):
        return Finding(PARTLY, finding.facts, "Your resume shows basic knowledge of this.")
    return finding


def _every(finding: Finding, low: str, high: str) -> bool:
    return all(_comes_first(fact.folded, low, high) for fact in finding.facts)


def _comes_first(folded: str, low: str, high: str) -> bool:
    """ "Vertretung der Stationsleitung" helps; "Leitung der Helfergruppe, Mitarbeit ..." leads."""
    lower, higher = _cue(low).search(folded), _cue(high).search(folded)
    return lower is not None and (higher is None or lower.start() < higher.start())


def _is_formal(fact: Fact) -> bool:
    return (
        fact.section in {"certificates", "education", "skills", "awards"}
        or _cue("certified").search(fact.folded) is not None
    )


def _steps_in(fact: Fact) -> int:
    return _steps(fact.folded)


def _steps(folded: str) -> int:
    """The highest numbered level ("Level 7", "Klasse II"); 0 without one."""
    found = [match[1] for match in _step().finditer(folded)]
    return max((int(one) if one.isdigit() else ROMAN.get(one, 0) for one in found), default=0)
