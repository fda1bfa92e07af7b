"""A score and everything that explains it, as plain data."""

from typing import Literal

from pydantic import BaseModel, Field

from resumes.parsing.reading import Span

Category = Literal["readability", "contact", "sections", "dates", "content"]
Outcome = Literal["passed", "partly", "failed", "skipped"]


class Evidence(BaseModel):
    """A quote from the resume, its page, and its place in the reading's lines."""

    quote: str
    page: int | None = None
    spans: list[Span] = Field(default_factory=list)
    path: str = ""
    """The document field it comes from, if one does."""


class Finding(BaseModel):
    """What one check found. `points` is what mending it alone wins back in the total (0 to 100), under any cap."""

    check: str
    category: Category
    outcome: Outcome
    title: str
    why: str
    fix: str
    points: float = 0.0
    points_unblocked: float = 0.0
    """What mending it wins back once nothing blocks the total; the same as `points` where nothing does."""
    blocking: bool = False
    evidence: list[Evidence] = Field(default_factory=list)


class CategoryScore(BaseModel):
    """0 to 100 for one category, with its weight in the total; None when each of its checks was skipped."""

    category: Category
    label: str
    score: float | None
    weight: float


class Score(BaseModel):
    """total: 0 to 100, or None when nothing could be judged. cap: the ceiling that blocking problems set, or None."""

    rubric: str
    total: int | None
    cap: int | None = None
    categories: list[CategoryScore]
    findings: list[Finding]
    """What is not passed, most points first."""
    passed: list[Finding]
    skipped: list[Finding]
