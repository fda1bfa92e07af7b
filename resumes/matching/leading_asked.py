"""Leading people: whether it is asked, for a team of what size, and what a resume shows of it."""

from dataclasses import dataclass

from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.numbers import numbers_in
from resumes.matching.resume_index import Resume
from resumes.matching.vocabulary import words_of
from resumes.matching.wording import data

PEOPLE = phrases(data("numbers")["people"])
TEAM = phrases(data("numbers")["team"])
LED_ITSELF = phrases(data("numbers")["led_itself"])
OFFICES = phrases(data("numbers")["offices"])
LEADING = phrases(data("numbers")["leading"])
RUNNING = phrases(data("numbers")["running"])
THINGS = phrases(data("numbers")["not_people"])
SECTIONS = frozenset({"work", "volunteer", "basics", "projects"})
AHEAD, CLOSE, AROUND = 44, 14, 26
"""Characters behind a word for leading in which people, or their number, are looked for; and around a number."""
LARGEST_TEAM, LARGEST_ANYWHERE = 500, 100_000


@dataclass(frozen=True)
class Leading:
    """least: people led; 0 when any number will do."""

    least: float


@dataclass(frozen=True)
class Led:
    size: float
    fact: Fact


def asks_leading(text: str) -> Leading | None:
    folded = fold(text)
    if TEAM.match(folded.removeprefix("a ").removeprefix("an ")) and _sizes(text):
        return Leading(max(_sizes(text)))
    if LED_ITSELF.search(folded) or (_leads(text) and (TEAM.search(folded) or PEOPLE.search(folded))):
        return Leading(max(_sizes(text), default=0.0))
    return None


def leading_finding(asked: Leading, resume: Resume) -> Finding:
    offices = [
        fact for fact in resume.facts if fact.path.endswith(("position", "label")) and OFFICES.search(fact.folded)
    ]
    led = [*_said(resume), *_in_office(offices, resume)]
    if led:
        most = max(led, key=lambda one: one.size)
        if most.size >= asked.least:
            return Finding(MET, (most.fact,))
        return Finding(PARTLY, (most.fact,), "Your resume shows a smaller team, or none with a size.")
    if offices:
        return Finding(PARTLY if asked.least else MET, (offices[0],))
    return NOTHING


def _said(resume: Resume) -> list[Led]:
    """Sentences that say that people were led."""
    facts = [fact for fact in resume.facts if fact.section in SECTIONS and not fact.tells_a_name and _leads(fact.text)]
    return [Led(max(_led(fact.text)), fact) for fact in facts]


def _in_office(offices: list[Fact], resume: Resume) -> list[Led]:
    """Sizes that an entry tells whose position leads."""
    groups = {office.group for office in offices}
    return [Led(size, fact) for fact in resume.facts if fact.group in groups for size in _sizes(fact.text)]


def _leads(text: str) -> bool:
    """Whether a word for leading stands shortly before people or a team."""
    folded = fold(text)
    if any(TEAM.search(folded, found.end(), found.end() + AROUND) for found in RUNNING.finditer(folded)):
        return True
    return any(
        _people_behind(folded, found.end()) or _numbers_behind(text, found.end()) for found in LEADING.finditer(folded)
    )


def _people_behind(folded: str, place: int) -> bool:
    return bool(TEAM.search(folded, place, place + AHEAD) or PEOPLE.search(folded, place, place + AHEAD))


def _led(text: str) -> list[float]:
    """How many people a sentence says were led; 1 when it names a team without a number."""
    counted = [size for found in LEADING.finditer(fold(text)) for size in _numbers_behind(text, found.end())]
    return [*_sizes(text), *counted] or [1.0]


def _numbers_behind(text: str, place: int) -> list[float]:
    """Numbers right behind a word for leading, unless they count things: "Encadrement de trois commis"."""
    folded = fold(text)
    near = [number for number in numbers_in(text) if place <= number.start <= place + CLOSE and not number.money]
    counted = [number for number in near if not THINGS.search(folded, number.end, number.end + AROUND)]
    return [n.value for n in counted if 1 < n.value <= LARGEST_TEAM and folded[n.end : n.end + 2].strip()[:1] != "%"]


def _sizes(text: str) -> list[float]:
    """Numbers of people: before a word for them, or behind a word for a team."""
    folded = fold(text)
    found = []
    for number in numbers_in(text):
        share = folded[number.end : number.end + 2].strip().startswith("%")
        if number.money or share or number.value > LARGEST_ANYWHERE or number.is_a_year:
            continue
        behind = " ".join(match.group() for match in words_of(folded[number.end : number.end + 30])[:3])
        if PEOPLE.search(behind) or TEAM.search(folded, max(0, number.start - AROUND), number.start):
            found.append(number.value)
    return found
