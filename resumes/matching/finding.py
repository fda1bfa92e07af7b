"""What was found for a requirement, or for a part of one, and how parts add up."""

from dataclasses import dataclass, field

from resumes.matching.facts import Fact
from resumes.matching.match import Status

MET, PARTLY = 1.0, 0.5


@dataclass(frozen=True)
class Finding:
    """score: 1 all of it, 0 nothing, between them some. facts: what proves it, best first. why: for the person."""

    score: float
    facts: tuple[Fact, ...] = field(default=())
    why: str = ""

    @property
    def status(self) -> Status:
        if not self.facts or self.score <= 0:
            return "not_found"
        return "met" if self.score >= MET else "partly"


NOTHING = Finding(0.0, (), "Nothing in your resume shows this.")


def all_of(findings: list[Finding]) -> Finding:
    """Met when every part is; partly when some part is, even in part."""
    shown = [finding for finding in findings if finding.status != "not_found"]
    if not shown:
        return NOTHING
    if len(shown) == len(findings) and all(finding.status == "met" for finding in shown):
        return Finding(MET, _facts(shown), shown[0].why)
    lacking = next((f for f in findings if f.status != "met"), shown[0])
    return Finding(PARTLY, _facts(shown), lacking.why if lacking in shown else "Your resume shows a part of this.")


def best_of(findings: list[Finding]) -> Finding:
    order = {"met": 2, "partly": 1, "not_found": 0}
    return max(findings, key=lambda finding: order[finding.status], default=NOTHING)


def _facts(findings: list[Finding]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(fact for finding in findings for fact in finding.facts))[:4]
