"""Spoken languages: which are asked and how well, against what a resume says."""

import re
from dataclasses import dataclass
from functools import cache

from resumes.matching.asking import without_reason
from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding, all_of, best_of
from resumes.matching.folding import fold, phrases
from resumes.matching.resume_index import Resume
from resumes.matching.units import units_of
from resumes.matching.wording import data

UNSTATED, ANY = 4, 1
NEAR = 32
CAPITAL = frozenset(data("languages")["written_with_capital"])
JOINED_BY_OR = phrases(["or", "oder", "ou", "o", "u"])
SIGN = re.compile(
    r"(?<!\w)(?:english|anglais|spanish|german|french)\s+(?:teacher|lesson|literature|department|law|market|cuisine|food|wine)"
)


@dataclass(frozen=True)
class Tongue:
    code: str
    level: int
    start: int
    end: int


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {fold(text): code for code, texts in data("languages")["names"].items() for text in texts}
    body = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(known, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)({body})(?:kenntnisse?n?|sprachkenntnisse?n?|sprachig\w{{0,2}}|e[nrs]?\s+sprach\w*)?(?!\w)"
    ), known


@cache
def _levels() -> tuple[re.Pattern[str], dict[str, int]]:
    known = {fold(text): int(level) for level, texts in data("languages")["levels"].items() for text in texts}
    return phrases(known), known


def tongues_in(text: str) -> list[Tongue]:
    """Languages with the level nearest to each; 0 when none is said."""
    folded = fold(text)
    pattern, known = _names()
    found = [match for match in pattern.finditer(folded) if text[match.start()].isupper() or match[1] not in CAPITAL]
    return [Tongue(known[re.sub(r"\s+", " ", m[1])], _level_near(folded, m, found), m.start(), m.end()) for m in found]


def level_in(text: str) -> int:
    """The highest level in words; 0 when nothing tells."""
    pattern, known = _levels()
    return max((known[re.sub(r"\s+", " ", match.group())] for match in pattern.finditer(fold(text))), default=0)


def asks_languages(text: str) -> list[Tongue]:
    """Empty when a language's name is only mentioned ("teacher of English", "German tax law")."""
    text = without_reason(text)
    found = tongues_in(text)
    if not found or SIGN.search(fold(text)):
        return []
    rest = list(text)
    for tongue in found:
        rest[tongue.start : tongue.end] = " " * (tongue.end - tongue.start)
    plain = _levels()[0].sub(" ", fold("".join(rest)))
    marks = phrases(data("languages")["marks"])
    others = [unit for unit in units_of(marks.sub(" ", plain)) if unit.weight >= 1]
    return (
        found
        if len(others) <= 1 or (any(tongue.level for tongue in found) and len(others) <= 3) or marks.search(fold(text))
        else []
    )


def languages_finding(text: str, asked: list[Tongue], resume: Resume) -> Finding:
    findings = [_one(tongue, resume) for tongue in asked]
    if len(asked) > 1 and JOINED_BY_OR.search(fold(text[asked[0].end : asked[-1].start])):
        return best_of(findings)
    return all_of(findings)


def _one(asked: Tongue, resume: Resume) -> Finding:
    least = asked.level or ANY
    for index, entry in enumerate(resume.document.languages):
        named = [tongue.code for tongue in tongues_in(entry.language[:1].upper() + entry.language[1:])]
        if asked.code in named:
            level = level_in(entry.fluency) or level_in(entry.language) or max(UNSTATED, 0)
            return _compared(least, level, _shown(index, resume, with_level=bool(entry.fluency)))
    for fact in resume.facts:
        if fact.section in {"skills", "certificates", "basics", "education"}:
            for tongue in tongues_in(fact.text):
                if tongue.code == asked.code and (tongue.level or fact.section == "skills"):
                    return _compared(least, tongue.level or UNSTATED, (fact,))
    return NOTHING


def _compared(least: int, level: int, facts: tuple[Fact, ...]) -> Finding:
    if level >= min(least, 6):
        return Finding(MET, facts)
    return Finding(PARTLY, facts, "Your resume shows this language at a lower level.")


def _shown(index: int, resume: Resume, *, with_level: bool) -> tuple[Fact, ...]:
    entry = resume.document.languages[index]
    group = f"languages[{index}]"
    name = Fact(f"{group}.language", entry.language.strip(), "languages", group, listed=True)
    level = Fact(f"{group}.fluency", entry.fluency.strip(), "languages", group, listed=True)
    return (level, name) if with_level and entry.fluency.strip() else (name,)


def _level_near(folded: str, name: re.Match[str], names: list[re.Match[str]]) -> int:
    """The level before or behind a language, without crossing into the next language's."""
    pattern, known = _levels()
    others = [other for other in names if other is not name]
    left = max((other.end() for other in others if other.end() <= name.start()), default=0)
    right = min((other.start() for other in others if other.start() >= name.end()), default=len(folded))
    # A level behind the previous name belongs to it when it stands in brackets or before a comma.
    before = re.split(
        r"[);,]|\b(?:and|und|et|y|or|oder|ou|o)\b", folded[max(left, name.start() - NEAR) : name.start()]
    )[-1]
    behind = re.split(
        r"[;]|\b(?:and|und|y|et)\b(?!\s+(?:schrift|written|ecrit|escrito))",
        folded[name.end() : min(right, name.end() + NEAR + 12)],
    )[0]
    levels = [known[re.sub(r"\s+", " ", m.group())] for part in (before, behind) for m in pattern.finditer(part)]
    if levels:
        return max(levels)
    # "Fluent English and French": one word for both.
    return max((known[re.sub(r"\s+", " ", m.group())] for m in pattern.finditer(folded[: names[0].start()])), default=0)
