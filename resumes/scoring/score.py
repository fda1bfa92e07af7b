"""The score: every check's verdict, weighed, capped by what blocks, with the points each would win back."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from resumes.document import Document
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.scoring.checking import Check, Verdict, has_content
from resumes.scoring.checks import CHECKS
from resumes.scoring.result import Category, CategoryScore, Finding, Score
from resumes.scoring.subject import subject_of

RUBRIC = "2026.2"
STEEPNESS = 3
"""How much faster than in proportion a category falls: losing a tenth of its weight costs over a quarter."""


class Weighed(NamedTuple):
    label: str
    weight: float
    reason: str


CATEGORIES: dict[Category, Weighed] = {
    "readability": Weighed(
        "Readability", 23, "What a machine can't read doesn't count; the worst of it caps the total by itself."
    ),
    "contact": Weighed(
        "Contact", 10, "Quickly put right; the one mistake that costs the interview caps the total by itself."
    ),
    "sections": Weighed(
        "Sections", 15, "Systems fill their forms section by section, and readers look for the same ones."
    ),
    "dates": Weighed("Dates", 12, "Experience is counted from dates, and contradictions in them cost trust."),
    "content": Weighed("Content", 40, "Once the file is read, what it says decides, and most work lies here."),
}


@dataclass(frozen=True)
class Judged:
    check: Check
    verdict: Verdict

    @property
    def credit(self) -> float:
        return self.verdict.credit or 0.0

    def mended(self) -> "Judged":
        return replace(self, verdict=Verdict(1.0, self.verdict.title))


def score(reading: Reading, *, today: date) -> Score:
    """The score of a reading. The day only decides which dates lie in the future, by the month."""
    subject = subject_of(reading, today)
    judged = [Judged(check, check.verdict(subject)) for check in CHECKS]
    judgeable = has_content(subject)
    findings = [_finding(item, judged, judgeable=judgeable) for item in judged]
    open_findings = [f for f in findings if f.outcome in {"partly", "failed"}]
    return Score(
        rubric=RUBRIC,
        total=whole_points(judged) if judgeable else None,
        cap=cap(judged),
        categories=[
            CategoryScore(category=name, label=weighed.label, score=category_score(judged, name), weight=weighed.weight)
            for name, weighed in CATEGORIES.items()
        ],
        findings=sorted(open_findings, key=lambda f: (-f.points, not f.blocking, -f.points_unblocked, f.check)),
        passed=[f for f in findings if f.outcome == "passed"],
        skipped=[f for f in findings if f.outcome == "skipped"],
    )


def score_document(document: Document, *, today: date) -> Score:
    """The score of a document without a file: what only a file can show is skipped."""
    return score(Reading(document=document, facts=FileFacts(kind=Kind.JSON)), today=today)


def points_left(result: Score) -> dict[Category, float]:
    """What mending all findings of a category would win back, were nothing blocking the total."""
    totals: dict[Category, float] = dict.fromkeys(CATEGORIES, 0.0)
    for finding in result.findings:
        totals[finding.category] += finding.points_unblocked
    return {category: round(points, 1) for category, points in totals.items()}


def category_score(judged: Sequence[Judged], category: Category) -> float | None:
    """0 to 100: the weighted mean of the checks that could be judged, made steep, or None when none could."""
    counted = [item for item in judged if item.check.category == category and item.verdict.credit is not None]
    weight = sum(item.check.weight for item in counted)
    if not weight:
        return None
    mean = sum(item.check.weight * item.credit for item in counted) / weight
    return 100 * math.pow(mean, STEEPNESS)


def cap(judged: Sequence[Judged]) -> int | None:
    """The lowest ceiling that a blocking problem sets."""
    return min((item.verdict.ceiling for item in judged if item.verdict.ceiling is not None), default=None)


def uncapped_total(judged: Sequence[Judged]) -> float:
    """The weighted mean of the categories that have a score."""
    scores = [(weighed.weight, category_score(judged, name)) for name, weighed in CATEGORIES.items()]
    counted = [(weight, value) for weight, value in scores if value is not None]
    weight = sum(weight for weight, _ in counted)
    return sum(weight * value for weight, value in counted) / weight if weight else 0.0


def exact_total(judged: Sequence[Judged]) -> float:
    ceiling = cap(judged)
    total = uncapped_total(judged)
    return total if ceiling is None else min(total, ceiling)


def whole_points(judged: Sequence[Judged]) -> int:
    """The exact total rounded down, so that 100 means that nothing is left to mend."""
    return math.floor(round(exact_total(judged), 6))


def _finding(item: Judged, judged: Sequence[Judged], *, judgeable: bool) -> Finding:
    check, verdict = item.check, item.verdict
    after = [other.mended() if other is item else other for other in judged]
    counts = judgeable and verdict.outcome in {"partly", "failed"}
    return Finding(
        check=check.id,
        category=check.category,
        outcome=verdict.outcome,
        title=f"{check.title}: not checked. {verdict.title}" if verdict.outcome == "skipped" else verdict.title,
        why=check.why,
        fix="" if verdict.outcome in {"passed", "skipped"} else verdict.fix or check.fix,
        points=round(exact_total(after) - exact_total(judged), 2) if counts else 0.0,
        points_unblocked=round(uncapped_total(after) - uncapped_total(judged), 2) if counts else 0.0,
        blocking=verdict.ceiling is not None,
        evidence=verdict.evidence,
    )
