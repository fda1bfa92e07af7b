"""Years of experience: how many are asked, in what, and how many a resume states or adds up to."""

import re
from dataclasses import dataclass
from functools import cache

from resumes.matching.asking import Ask, Slot, ask_of, without_reason
from resumes.matching.covering import unit_share
from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.folding import fold, phrases
from resumes.matching.numbers import numbers_in
from resumes.matching.resume_index import Resume
from resumes.matching.units import Unit
from resumes.matching.wording import data
from resumes.scoring.months import first_month, last_month

WINDOW = re.compile(
    r"\b(?:within|in|during|over|innerhalb|in den|au cours|dans|durante|en)\s+(?:the\s+|der\s+|des\s+|les\s+|los\s+)?"
    r"(?:last|past|letzten|vergangenen|dernieres|derniers|ultimos)\s+\w+\s+\w+"
)
PARTLY_FROM, ROUNDING, IN_FIELD = 0.25, 0.95, 0.45


@dataclass(frozen=True)
class Years:
    """least: in years. start, end: the place of the words that ask for them."""

    least: float
    start: int
    end: int


@cache
def _units() -> re.Pattern[str]:
    words = "|".join(re.escape(fold(word)) for word in (*data("numbers")["years"], *data("numbers")["months"]))
    more = "|".join(data("numbers")["or_more"])
    upper = r"(?:(?:-|–|to|bis|a|a\s)?\s*\d{1,2}\s*)?"
    return re.compile(rf"\s*\+?\s*{upper}(?:{more})?\s*-?\s*({words})\b'?")


@cache
def _several() -> dict[str, float]:
    return {fold(text): float(value) for text, value in data("numbers")["several"].items()}


def years_in_text(text: str) -> Years | None:
    """The first number of years or months, as a number of years: the least of a range."""
    folded = fold(text)
    for match in phrases(_several()).finditer(folded):
        return Years(_several()[" ".join(match.group().split())], match.start(), match.end())
    months = {fold(word) for word in data("numbers")["months"]}
    for number in numbers_in(text):
        found = _units().match(folded, number.end)
        if (
            found
            and not number.money
            and number.value <= 60
            and not WINDOW.search(folded[max(0, number.start - 30) : found.end()])
        ):
            return Years(number.value / 12 if found[1] in months else number.value, number.start, found.end())
    return None


def asks_years(text: str) -> Years | None:
    found = years_in_text(text)
    return found if found and (found.least <= 40) else None


def years_finding(text: str, years: Years, resume: Resume) -> Finding:
    field = _field(text, years)
    stated = _stated(field, resume)
    summed, shown = _summed(field, resume)
    least = years.least * ROUNDING
    if stated and stated[0] >= least and stated[0] >= summed:
        return Finding(MET, (stated[1],), f"Your resume states {_spoken(stated[0])}.")
    if summed >= least and shown:
        return Finding(MET, shown, f"The dates of your related work add up to {_spoken(summed)}.")
    most = max(summed, stated[0] if stated else 0.0)
    if most and most >= years.least * PARTLY_FROM:
        facts = (stated[1],) if stated and stated[0] >= summed else shown
        return Finding(PARTLY, facts, f"Your resume shows {_spoken(most)} of the {_spoken(years.least)} asked for.")
    return NOTHING


def _field(text: str, years: Years) -> Ask:
    """What the years are asked in: the text without them."""
    rest = text[: years.start] + " " + text[years.end :]
    ask = ask_of(without_reason(WINDOW.sub(" ", rest) if WINDOW.search(fold(rest)) is None else _cut(rest)))
    if ask.slots or not ask.examples:
        return ask
    return Ask(((Slot(tuple((example,) for example in ask.examples)),),))  # "como mecánico"


def _cut(text: str) -> str:
    found = WINDOW.search(fold(text))
    return text[: found.start()] + text[found.end() :] if found else text


def _stated(field: Ask, resume: Resume) -> tuple[float, Fact] | None:
    """A sentence that says so many years, about the field as far as it is named."""
    best = None
    for fact in resume.facts:
        found = years_in_text(fact.text) if fact.section in {"basics", "work", "skills"} else None
        own = _in_field(field, fact) or (fact.section == "basics" and _is_occupation(field, resume))
        if found and found.least <= 60 and own and (best is None or found.least > best[0]):
            best = (found.least, fact)
    return best


def _in_field(field: Ask, fact: Fact) -> bool:
    return not field.slots or _share(field.slots, fact.keys) >= IN_FIELD or _named_in(field, [fact])


def _is_occupation(field: Ask, resume: Resume) -> bool:
    return _share(field.slots, resume.occupation) >= IN_FIELD


def _share(slots: tuple[Slot, ...], keys: frozenset[str]) -> float:
    total = sum(slot.weight for slot in slots)
    return sum(slot.weight * _slot_share(slot, keys) for slot in slots) / total if total else 1.0


def _slot_share(slot: Slot, keys: frozenset[str]) -> float:
    units = [element for option in slot.options for element in option if isinstance(element, Unit)]
    return max((unit_share(unit, keys) for unit in units), default=0.0)


def _named_in(field: Ask, facts: list[Fact]) -> bool:
    wanted = {
        name
        for slot in field.slots
        for option in slot.options
        for e in option
        if not isinstance(e, Unit)
        for name in e.names
    }
    return any(wanted & named.names for fact in facts for named in fact.named)


def _summed(field: Ask, resume: Resume) -> tuple[float, tuple[Fact, ...]]:
    """Years in related roles, time that overlaps counted once, with the roles' positions."""
    months: set[int] = set()
    shown: list[tuple[int, Fact]] = []
    for index, entry in enumerate(resume.document.work):
        facts = resume.by_group.get(f"work[{index}]", [])
        keys = resume.group_keys.get(f"work[{index}]", frozenset())
        if not facts or not (_related(field, keys, resume) or _named_in(field, facts)):
            continue
        worked = _months(entry.start_date, entry.end_date, resume)
        months |= worked
        position = next((fact for fact in facts if fact.path.endswith("position")), facts[0])
        shown.append((len(worked), position))
    facts_shown = tuple(fact for _, fact in sorted(shown, key=lambda pair: -pair[0])[:3])
    return len(months) / 12, facts_shown


def _related(field: Ask, keys: frozenset[str], resume: Resume) -> bool:
    """By the entry's own words, or by them and what the person says of themselves."""
    own = _share(field.slots, keys)
    if not field.slots or own >= IN_FIELD:
        return True
    return own >= PARTLY_FROM and _share(field.slots, keys | resume.told) >= IN_FIELD


def _months(start: str, end: str, resume: Resume) -> set[int]:
    today = resume.today.year * 12 + resume.today.month - 1
    first, last = first_month(start), (last_month(end) if end else today)
    return (
        set(range(first, min(last, today) + 1))
        if first is not None and last is not None and last - first < 1200
        else set()
    )


def _spoken(years: float) -> str:
    whole = round(years)
    if years < 1:
        return f"{max(1, round(years * 12))} months"
    return f"{whole} year{'s' if whole != 1 else ''}"
