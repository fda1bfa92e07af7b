"""Guiding those who learn (trainees, juniors, doctoral students): whether it is asked, and what shows it."""

from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.resume_index import Resume
from resumes.matching.wording import data

LEARNERS = phrases(data("numbers")["learners"])
GUIDING = phrases(data("numbers")["guiding"])
TOLD_BY = frozenset({"work", "volunteer", "basics", "projects", "skills", "awards"})
GUIDES, LEARNS = frozenset({"#mentor", "#precept"}), frozenset({"#graduate", "#thesis supervision"})


def asks_guiding(text: str) -> bool:
    folded = fold(text)
    return LEARNERS.search(folded) is not None and GUIDING.search(folded) is not None


def guiding_finding(resume: Resume) -> Finding:
    """Met by guiding and learners in one sentence; partly by either alone."""
    told = [fact for fact in resume.facts if fact.section in TOLD_BY and not fact.tells_a_name]
    both = [fact for fact in told if _guides(fact) and _learners(fact)]
    if both:
        return Finding(MET, (both[0],))
    either = [fact for fact in told if _learners(fact) or not GUIDES.isdisjoint(fact.keys)]
    return Finding(PARTLY, (either[0],)) if either else NOTHING


def _guides(fact: Fact) -> bool:
    return GUIDING.search(fact.folded) is not None or not GUIDES.isdisjoint(fact.keys)


def _learners(fact: Fact) -> bool:
    """An own position ("Doctorante", "Junior Developer") guides nobody."""
    if fact.path.endswith(("position", "label")):
        return False
    return LEARNERS.search(fact.folded) is not None or not LEARNS.isdisjoint(fact.keys)
