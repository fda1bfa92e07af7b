"""Degrees: the level and fields that are asked, against the education that a resume shows."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from resumes.matching.asking import without_reason
from resumes.matching.covering import unit_share
from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.resume_index import Resume
from resumes.matching.units import units_of
from resumes.matching.wording import data
from resumes.scoring.months import last_month

SOON = 12
DOCTORATE, DEGREE, TRADE = 6, 4, 3
VOCATIONAL = frozenset({"trades", "health", "hospitality", "business", "education"})
JOINED = re.compile(r"(?<!\w)([^\W\d_]{3,30}?)s?(ausbildung|studium|lehre)(?!\w)")
GENERAL, LEAST_TRADE = "engineering", 8
LONG = re.compile(r"[^\W\d_]{14,40}")
SAME, KIN, OTHER = 1.0, 0.5, 0.0
FRENCH_LICENCE = re.compile(
    r"^\W*licence\W*$|\blicence\s+(?:en|de|d'|pro|ou|professionnelle|l3|mention)|\b(?:une|la|ou)\s+licence\b"
)
STUDIES = phrases(data("degrees")["studies"])


@dataclass(frozen=True)
class Degree:
    """level: 1 (school) to 6 (doctorate). fields: (family, field) pairs; none: any field. open: kin will do."""

    level: int
    fields: frozenset[tuple[str, str]]
    open: bool
    text: str


@dataclass(frozen=True)
class Held:
    level: int
    fields: frozenset[tuple[str, str]]
    facts: tuple[Fact, ...]
    finished: bool


@cache
def _levels() -> tuple[re.Pattern[str], dict[str, int]]:
    known = {
        fold(text).replace(".", ""): int(level) for level, texts in data("degrees")["levels"].items() for text in texts
    }
    return phrases(known), known


@cache
def _fields() -> tuple[re.Pattern[str], dict[str, frozenset[tuple[str, str]]]]:
    known: dict[str, frozenset[tuple[str, str]]] = {}
    for family, fields in data("degrees")["fields"].items():
        for name, texts in fields.items():
            for text in texts:
                known[fold(text)] = known.get(fold(text), frozenset()) | {(family, name)}
    return phrases(known), known


@cache
def _trades() -> dict[str, frozenset[tuple[str, str]]]:
    """Names of trades that end longer ones: "kraftfahrzeugmechatroniker"."""
    known = _fields()[1]
    return {text: known[text] for text in known if text.isalpha() and len(text) >= LEAST_TRADE}


@cache
def _open() -> re.Pattern[str]:
    return phrases(data("degrees")["open"])


def levels_in(text: str) -> list[int]:
    pattern, known = _levels()
    folded = fold(text).replace(".", "")
    found = list(pattern.finditer(folded))
    joined = [known[match[2]] for match in JOINED.finditer(folded)]
    return joined + [
        known[re.sub(r"\s+", " ", match.group())] for match in found if _is_degree(text.replace(".", ""), match)
    ]


def fields_in(text: str) -> frozenset[tuple[str, str]]:
    pattern, known = _fields()
    found = [known[re.sub(r"\s+", " ", match.group())] for match in pattern.finditer(fold(text))]
    found += [known[match[1]] for match in JOINED.finditer(fold(text)) if match[1] in known]
    found += [_trades()[end] for word in LONG.findall(fold(text)) for end in _trades() if word.endswith(end)]
    fields = frozenset(pair for pairs in found for pair in pairs)
    return fields - {(GENERAL, GENERAL)} if any(f == GENERAL and n != GENERAL for f, n in fields) else fields


def asks_degree(text: str) -> Degree | None:
    """None when no degree is asked: a field alone ("experience in finance") is none."""
    text = without_reason(text)
    levels = levels_in(text)
    if not levels:
        return None
    body = _shared_nouns(text)
    return Degree(min(levels), fields_in(body), bool(_open().search(fold(text))), text)


def degree_finding(asked: Degree, resume: Resume) -> Finding:
    held = [_held(index, resume) for index in range(len(resume.document.education))]
    held += _certified(resume)
    best = NOTHING
    for one in held:
        found = _compared(asked, one)
        if found.score > best.score:
            best = found
    return best


def _compared(asked: Degree, held: Held) -> Finding:
    kin = _kinship(asked, held)
    if not held.facts or kin == OTHER or held.level == 0:
        return NOTHING
    if held.level < asked.level:
        close = held.level >= 2 and (
            kin >= KIN if asked.fields else held.level >= asked.level - 1 and asked.level < DOCTORATE
        )
        return Finding(PARTLY, held.facts, "You have a lower degree in this.") if close else NOTHING
    if not held.finished:
        return Finding(PARTLY, held.facts, "This degree is not finished yet.")
    if kin == KIN and not asked.open:
        return Finding(PARTLY, held.facts, "Your degree is in a related field.")
    return Finding(MET, held.facts, "")


def _kinship(asked: Degree, held: Held) -> float:
    if not asked.fields:
        return _by_words(asked, held)
    if asked.fields & held.fields or _same_words(asked, held):
        return SAME
    families = {family for family, _ in held.fields}
    if any(name == GENERAL and family in families for family, name in asked.fields) or (
        (GENERAL, GENERAL) in held.fields and any(family == GENERAL for family, _ in asked.fields)
    ):
        return SAME
    close = {
        "trades": {GENERAL},
        GENERAL: {"trades", "computing", "science"},
        "computing": {GENERAL, "science"},
        "science": {"computing", GENERAL},
    }
    wanted = {family for family, _ in asked.fields}
    if wanted & families or (any(close.get(family, set()) & families for family in wanted) and asked.level >= 4):
        return KIN
    return OTHER


def _by_words(asked: Degree, held: Held) -> float:
    """A field that no list knows is compared word by word; without one, any field will do."""
    units = [
        unit
        for unit in units_of(_levels()[0].sub(" ", fold(asked.text)))
        if unit.weight >= 1 and not STUDIES.search(unit.text)
    ]
    if not units or asked.open:
        return SAME
    keys = frozenset().union(*(fact.keys for fact in held.facts))
    return SAME if any(unit_share(unit, keys) >= 0.7 for unit in units) else SAME if len(units) > 3 else OTHER


def _same_words(asked: Degree, held: Held) -> bool:
    """Fields that lists don't tell apart may be called the same ("écologie")."""
    areas = [fact.folded for fact in held.facts if fact.path.endswith("area") and not fields_in(fact.text)]
    return any(area and re.search(rf"(?<!\w){re.escape(area)}(?!\w)", fold(asked.text)) for area in areas)


def _held(index: int, resume: Resume) -> Held:
    entry = resume.document.education[index]
    facts = [
        fact for fact in resume.by_group.get(f"education[{index}]", []) if fact.path.endswith(("studyType", "area"))
    ]
    if not facts:
        facts = resume.by_group.get(f"education[{index}]", [])[:1]
    levels = levels_in(entry.study_type) or levels_in(entry.area) or levels_in(entry.institution)
    text = " / ".join((entry.study_type, entry.area))
    level = max(levels, default=_unsaid(entry.area, entry.study_type))
    ordered = sorted(facts, key=lambda fact: not fact.path.endswith("area"))
    return Held(level, fields_in(text), tuple(ordered), _finished(entry.end_date, resume.today))


def _unsaid(area: str, study_type: str) -> int:
    """The level of studies that say none: a trade's where the field is one, a degree's where nothing else is said."""
    if any(family in VOCATIONAL for family, _ in fields_in(f"{study_type} / {area}")):
        return TRADE
    return DEGREE if area and not study_type else 0


def _certified(resume: Resume) -> list[Held]:
    """Trades are often listed as certificates ("Gesellenbrief")."""
    facts = [(fact, levels_in(fact.text)) for fact in resume.facts if fact.section == "certificates"]
    return [
        Held(max(levels), fields_in(fact.text), (fact,), finished=True)
        for fact, levels in facts
        if levels and max(levels) <= TRADE
    ]


def _finished(end: str, today: date) -> bool:
    """A degree that ends within a year counts: the posting's first day is after that, or near."""
    last = last_month(end) if end else None
    return last is None or last <= today.year * 12 + today.month - 1 + SOON


def _shared_nouns(text: str) -> str:
    """ "computer or electrical engineering" names two fields of engineering."""
    return re.sub(
        r"(\w+)((?:,\s+\w+)*)\s+(or|and|oder|und)\s+(\w+)\s+(engineering|science)\b", r"\1 \5\2 \3 \4 \5", text
    )


def _is_degree(text: str, match: re.Match[str]) -> bool:
    """Short degrees are written with a capital: "MS", "BA"; "but", "ma" and "med" are words."""
    shown = text[match.start() : match.end()]
    if match.group() == "licence":
        return FRENCH_LICENCE.search(fold(text)) is not None
    if len(match.group()) <= 3:
        return shown.isupper() or shown in {"BSc", "MSc", "PhD", "Dr", "LLB", "LLM", "BEd"}
    return True
