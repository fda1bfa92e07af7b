"""What a check is, what it may need, and what it can find."""

from collections.abc import Callable
from dataclasses import dataclass, field

from resumes.parsing.reading import Kind
from resumes.scoring.result import Category, Evidence, Outcome
from resumes.scoring.subject import Subject


@dataclass(frozen=True)
class Verdict:
    """What a check found in one resume.

    credit: 0 to 1, or None when it could not be judged. ceiling: the most the total may be while this stands.
    """

    credit: float | None
    title: str
    fix: str = ""
    evidence: list[Evidence] = field(default_factory=list)
    ceiling: int | None = None

    @property
    def outcome(self) -> Outcome:
        if self.credit is None:
            return "skipped"
        if self.credit >= 1:
            return "passed"
        return "partly" if self.credit > 0 else "failed"


def passed(title: str) -> Verdict:
    return Verdict(1.0, title)


def skipped(reason: str) -> Verdict:
    return Verdict(None, reason)


@dataclass(frozen=True)
class Need:
    """What must be there for a check to be made; without it the check is skipped, which is not a pass."""

    met: Callable[[Subject], bool]
    otherwise: str


@dataclass(frozen=True)
class Check:
    """One check of the rubric. ceiling: the most it can let the total be when it blocks."""

    id: str
    category: Category
    weight: float
    title: str
    looks_at: str
    why: str
    fix: str
    judge: Callable[[Subject], Verdict]
    needs: tuple[Need, ...] = ()
    ceiling: int | None = None

    def verdict(self, subject: Subject) -> Verdict:
        for need in self.needs:
            if not need.met(subject):
                return skipped(need.otherwise)
        return self.judge(subject)


def check(
    name: str,
    category: Category,
    *,
    weight: float,
    title: str,
    looks_at: str,
    why: str,
    fix: str,
    needs: tuple[Need, ...] = (),
    ceiling: int | None = None,
) -> Callable[[Callable[[Subject], Verdict]], Check]:
    """Turns a pure function of the subject into a check of the rubric."""

    def made(judge: Callable[[Subject], Verdict]) -> Check:
        return Check(name, category, weight, title, looks_at, why, fix, judge, needs, ceiling)

    return made


def has_content(subject: Subject) -> bool:
    return bool(subject.words)


CONTENT = Need(has_content, "There is no text to look at.")
FILE = Need(lambda s: s.has_file, "There is no file to look at, only its data.")
PDF = Need(lambda s: s.reading.facts.kind is Kind.PDF, "Only a PDF can have this.")
DOCX = Need(lambda s: s.reading.facts.kind is Kind.DOCX, "Only a DOCX file can have this.")
LINES = Need(lambda s: bool(s.reading.lines), "There are no lines of a file to look at, only its data.")
BULLETS = Need(lambda s: bool(s.bullets), "There are no bullets to look at.")
JOBS = Need(lambda s: bool(s.jobs), "There are no jobs to look at.")
DATED = Need(lambda s: any(e.start or e.end for e in s.jobs), "There are no jobs with dates to look at.")
LANGUAGE = Need(
    lambda s: s.vocabulary is not None,
    "There is no word list for the language of this resume yet (there is one for English, German, French and Spanish).",
)
