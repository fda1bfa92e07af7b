"""How far a resume covers a slot or a whole requirement by what its words mean."""

from dataclasses import dataclass

from resumes.matching.asking import Ask, Element, Slot
from resumes.matching.facts import Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.named import Named
from resumes.matching.resume_index import Resume, denied
from resumes.matching.units import Unit
from resumes.matching.vocabulary import vocabulary

ENOUGH, SOME = 0.55, 0.35
SPECIFIC, FIRM, WEAK = 2.0, 0.7, 0.4
PART, WHOLE = 0.6, 0.99
NEAR, FIRST_PART, LAST_PART, INSIDE, ENTRY = 0.5, 0.7, 0.3, 0.8, 0.75
LEAST_STEM, LEAST_INSIDE = 5, 7
MOST_RUNS, MOST_EXAMPLES = 4, 8


@dataclass(frozen=True)
class Cover:
    share: float
    fact: Fact


def named_finding(ask: Ask, resume: Resume) -> Finding | None:
    """By the names that a requirement gives; None when it gives none."""
    slots = [slot for slot in ask.slots if slot.named]
    if not slots:
        return None
    shown = [facts for slot in slots if (facts := _by_names(slot, resume))]
    rest = tuple(slot for slot in ask.slots if not slot.named)
    if len(shown) == len(slots):
        return Finding(MET, tuple(facts[0] for facts in shown)[:4])
    if shown:
        return Finding(PARTLY, tuple(facts[0] for facts in shown)[:4])
    cover = best_cover(rest, resume) if sum(slot.weight for slot in rest) >= SPECIFIC else None
    return Finding(PARTLY, (cover.fact,)) if cover and cover.share >= 0.9 else NOTHING


def covered(ask: Ask, resume: Resume) -> Finding:
    """By names, examples and meaning."""
    for name in ask.spelt:
        if facts := resume.with_name(name.names):
            return Finding(MET, (facts[0],))
    for element in ask.examples[:MOST_EXAMPLES]:
        cover = best_cover((Slot(((element,),)),), resume)
        if cover and cover.share >= INSIDE:
            return Finding(MET, (cover.fact,))
    found = named_finding(ask, resume)
    return found if found is not None else by_meaning(ask, resume)


def by_meaning(ask: Ask, resume: Resume) -> Finding:
    cover = best_cover(ask.slots, resume, names=ask.sector)
    if cover is None:
        return NOTHING
    if cover.share >= ENOUGH:
        return Finding(MET, (cover.fact,))
    apart = [best_cover(run, resume) for run in ask.runs] if 1 < len(ask.runs) <= MOST_RUNS else []
    facts = tuple(one.fact for one in apart if one and one.share >= ENOUGH)[:4]
    if facts:
        return Finding(MET if len(facts) == len(apart) else PARTLY, facts)
    return Finding(PARTLY, (cover.fact,)) if cover.share >= SOME else NOTHING


def best_cover(slots: tuple[Slot, ...], resume: Resume, *, names: bool = False) -> Cover | None:
    """The fact that covers most of the slots' weight, with its entry's other values behind it."""
    weights = _weights(slots, resume)
    total = sum(weights)
    if not total:
        return None
    best = None
    for fact in resume.facts:
        share = _share(slots, weights, fact, resume) / total
        if fact.tells_a_name and not (names and share >= WHOLE):
            continue
        if share > 0 and (best is None or share > best.share + 1e-9):
            best = Cover(share, fact)
    return best


def _weights(slots: tuple[Slot, ...], resume: Resume) -> list[float]:
    """Beside others, a word of the person's own occupation says little ("inclusive teaching" asked of a teacher)."""
    firm = [slot.weight >= FIRM for slot in slots]
    own = [_slot_keys(slot, resume.occupation) >= 1 for slot in slots]
    if not any(is_firm and not is_own for is_firm, is_own in zip(firm, own, strict=True)):
        return [slot.weight for slot in slots]
    return [min(slot.weight, WEAK) if is_own else slot.weight for slot, is_own in zip(slots, own, strict=True)]


def _share(slots: tuple[Slot, ...], weights: list[float], fact: Fact, resume: Resume) -> float:
    around = resume.group_keys.get(fact.group, frozenset())
    total, direct, firm = 0.0, 0.0, 0.0
    for slot, weight in zip(slots, weights, strict=True):
        own = _slot(slot, fact, resume)
        other = ENTRY * _slot_keys(slot, around) if own < ENTRY and around else 0.0
        total += weight * max(own, other)
        direct += weight * own
        firm += max(own, other) if weight >= FIRM else 0.0
    return total if direct > 0 and (firm > 0 or max(weights) < FIRM) else 0.0


def _slot(slot: Slot, fact: Fact, resume: Resume) -> float:
    return max(_option(option, fact, resume) for option in slot.options)


def _option(option: tuple[Element, ...], fact: Fact, resume: Resume) -> float:
    return sum(_element(element, fact, resume) for element in option) / len(option)


def _element(element: Element, fact: Fact, resume: Resume) -> float:
    if isinstance(element, Named):
        return 1.0 if fact in resume.with_name(element.names) else 0.0
    share = max(unit_share(element, fact.keys), _in_words(element, fact), _compound_share(element, fact))
    return 0.0 if share and _is_denied(element, fact) else share


def _is_denied(unit: Unit, fact: Fact) -> bool:
    stem = unit.text[:LEAST_STEM]
    place = fact.folded.find(stem)
    return place > 0 and denied(fact, place)


def _slot_keys(slot: Slot, keys: frozenset[str]) -> float:
    return max(
        sum(unit_share(e, keys) if isinstance(e, Unit) else 0.0 for e in option) / len(option)
        for option in slot.options
    )


def unit_share(unit: Unit, keys: frozenset[str]) -> float:
    """1 for the same meaning, less for a relative or for a part of a compound."""
    if not unit.keys.isdisjoint(keys):
        return 1.0
    near = vocabulary().near
    if any(not near[key].isdisjoint(keys) for key in unit.keys if key in near):
        return NEAR
    if not unit.parts:
        return 0.0
    hits = [bool(part & keys) for part in unit.parts]
    if " " in unit.text or len(hits) != 2:
        return PART * sum(hits) / len(hits)
    return min(1.0, FIRST_PART * hits[0] + LAST_PART * hits[1])


def _in_words(unit: Unit, fact: Fact) -> float:
    """A stem at the beginning of a word ("getrieb" in "getriebeprufung") or, when long, inside it."""
    stems = [key for key in unit.keys if key[0] not in "#@" and len(key) >= LEAST_STEM]
    best = 0.0
    for stem in stems:
        place = fact.folded.find(stem)
        if place < 0:
            continue
        opens = place == 0 or not fact.folded[place - 1].isalnum()
        best = max(best, 1.0 if opens else INSIDE if len(stem) >= LEAST_INSIDE else 0.0)
    return best


def _compound_share(unit: Unit, fact: Fact) -> float:
    """A compound's first part at the beginning of another's: "mangelmanagement" and "mangelverfolgung"."""
    if len(unit.parts) != 2 or " " in unit.text:
        return 0.0
    opens = any(len(key) >= LEAST_STEM and word.startswith(key) for key in unit.parts[0] for word in fact.words)
    return min(1.0, FIRST_PART * opens + LAST_PART * (not unit.parts[1].isdisjoint(fact.keys))) if opens else 0.0


def _by_names(slot: Slot, resume: Resume) -> list[Fact]:
    """Facts for the first option whose names all stand in the resume."""
    for option in slot.options:
        facts = []
        for element in option:
            if isinstance(element, Named):
                found = resume.with_name(element.names)
            else:
                cover = best_cover((Slot(((element,),)),), resume) if len(option) == 1 else None
                found = [cover.fact] if cover and cover.share >= INSIDE else []
                if len(option) > 1:
                    continue
            facts.append(found)
        if facts and all(facts):
            return [found[0] for found in facts]
    return []
