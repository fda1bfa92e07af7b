"""How far a resume covers a slot or a whole requirement by what its words mean."""

from dataclasses import dataclass

from resumes.matching.asking import Ask, Element, Slot
from resumes.matching.facts import OPENING, Fact
from resumes.matching.finding import MET, NOTHING, PARTLY, Finding
from resumes.matching.named import Named
from resumes.matching.resume_index import Resume, denied
from resumes.matching.stemming import letters_alike
from resumes.matching.units import Unit, meaning_of
from resumes.matching.vocabulary import vocabulary

ENOUGH, RUN, SOME = 0.5, 0.55, 0.35
SPECIFIC, FIRM, WEAK = 2.0, 0.7, 0.4
PART, NEARLY, WHOLE = 0.6, 0.9, 0.99
NEAR, HALF, FIRST_PART, LAST_PART, INSIDE, ENTRY = 0.495, 0.45, 0.7, 0.3, 0.8, 0.75
LEAST_STEM, LEAST_INSIDE = 5, 7
DERIVED, ALIKE = 0.85, 0.7
BESIDE = 0.8  # of what only the entry around a line tells
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
        return Finding(PARTLY if _lacks_a_peer(ask, resume) else MET, tuple(facts[0] for facts in shown)[:4])
    if shown:
        return Finding(PARTLY, tuple(facts[0] for facts in shown)[:4])
    peers = [run for run in ask.runs if not any(slot.named for slot in run) and is_firm(run)]
    for part in [*([rest] if sum(slot.weight for slot in rest) >= SPECIFIC else []), *peers]:
        if (cover := best_cover(part, resume)) and cover.share >= NEARLY:
            return Finding(PARTLY, (cover.fact,))
    return next((found for slot in slots if (found := _kin(slot, resume)).facts), NOTHING)


def _kin(slot: Slot, resume: Resume) -> Finding:
    """A near relative of what a name stands for: "Azure" for "AWS", or only its kind ("CRM" for "Salesforce")."""
    names = {
        name for option in slot.options for element in option if isinstance(element, Named) for name in element.names
    }
    kin = vocabulary().kin
    for other in sorted({other for name in names for other in kin.get(name, ())}):
        if facts := resume.with_name(frozenset({other})):
            return Finding(PARTLY, (facts[0],), "Your resume shows a near relative of this.")
    tools = [name for name in names if name not in vocabulary().certificates]
    kinds = frozenset(key for name in tools for key in meaning_of(name))
    found = next((fact for fact in resume.facts if not fact.names_a_tool and not kinds.isdisjoint(fact.keys)), None)
    return Finding(PARTLY, (found,), "Your resume shows this without its name.") if found else NOTHING


def _lacks_a_peer(ask: Ask, resume: Resume) -> bool:
    """Whether something without a name, asked beside a name that stands alone, is nowhere ("cytometry and qPCR")."""
    alone = any(all(slot.named for slot in run) for run in ask.runs)
    plain = [run for run in ask.runs if not any(slot.named for slot in run) and is_firm(run)]
    return alone and any(best_cover(run, resume) is None for run in plain)


def covered(ask: Ask, resume: Resume) -> Finding:
    """By names, examples and meaning."""
    for name in ask.spelt:
        if facts := resume.with_name(name.names):
            return Finding(MET, (facts[0],))
    found = _covered(ask, resume)
    return Finding(PARTLY, found.facts) if ask.spelt and found.score >= MET and not _verbatim(ask, found) else found


def _verbatim(ask: Ask, found: Finding) -> bool:
    """Whether a fact has every word of what goes by a name: "Immediate Life Support" is no "Advanced Life Support"."""
    return any(all(word in fact.words for word in ask.words) for fact in found.facts)


def _covered(ask: Ask, resume: Resume) -> Finding:
    for element in ask.examples[:MOST_EXAMPLES]:
        cover = best_cover((Slot(((element,),)),), resume)
        if cover and cover.share >= INSIDE:
            return Finding(MET, (cover.fact,))
    found = named_finding(ask, resume)
    return found if found is not None else by_meaning(ask, resume)


def by_meaning(ask: Ask, resume: Resume) -> Finding:
    cover = best_cover(ask.slots, resume, names=ask.sector)
    apart = [best_cover(run, resume) for run in ask.runs] if 1 < len(ask.runs) <= MOST_RUNS else []
    facts = tuple(one.fact for one in apart if one and one.share >= RUN)[:4]
    if cover and cover.share >= ENOUGH:
        lacking = any(not one or one.share < RUN for one, run in zip(apart, ask.runs, strict=False) if is_firm(run))
        return Finding(PARTLY if lacking else MET, (cover.fact,))
    if facts:
        return Finding(MET if len(facts) == len(apart) else PARTLY, facts)
    return Finding(PARTLY, (cover.fact,)) if cover and cover.share >= SOME else NOTHING


def is_firm(run: tuple[Slot, ...]) -> bool:
    """Whether a run asks for something by itself."""
    return max(slot.weight for slot in run) >= FIRM


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
    total, direct, firm, shown = 0.0, 0.0, 0.0, 0.0
    for slot, weight in zip(slots, weights, strict=True):
        own = _slot(slot, fact, resume)
        other = ENTRY * _slot_keys(slot, around) if own < ENTRY and around else 0.0
        total += weight * max(own, other)
        direct += weight * own
        firm += max(own, other) if weight >= FIRM else 0.0
        shown += own if weight >= FIRM else 0.0
    if not direct or (not firm and max(weights) >= FIRM):
        return 0.0
    return total if shown or not firm else BESIDE * total


def _slot(slot: Slot, fact: Fact, resume: Resume) -> float:
    return max(_option(option, fact, resume) for option in slot.options)


def _option(option: tuple[Element, ...], fact: Fact, resume: Resume) -> float:
    return sum(_element(element, fact, resume) for element in option) / len(option)


def _element(element: Element, fact: Fact, resume: Resume) -> float:
    if isinstance(element, Named):
        return 1.0 if fact in resume.with_name(element.names) else 0.0
    share = max(unit_share(element, fact.keys), _in_words(element, fact), _compound_share(element, fact))
    share = max(share, _derived_share(element, fact)) if share < DERIVED else share
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
        return (PART if len(hits) > 1 or _by_stem(unit.parts[0], keys) else HALF) * sum(hits) / len(hits)
    if unit.even:
        return 1.0 if all(hits) else HALF * any(hits)
    return min(1.0, FIRST_PART * hits[0] + LAST_PART * hits[1])


def _by_stem(part: frozenset[str], keys: frozenset[str]) -> bool:
    """Whether a part is shown by its own word rather than by what it means."""
    return any(key[0] not in "#@" and key in keys for key in part)


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
    if len(unit.parts) != 2 or " " in unit.text or any(key[0] == "#" for key in unit.keys):
        return 0.0
    opens = any(len(key) >= LEAST_STEM and word.startswith(key) for key in unit.parts[0] for word in fact.words)
    return min(1.0, FIRST_PART * opens + LAST_PART * (not unit.parts[1].isdisjoint(fact.keys))) if opens else 0.0


def _derived_share(unit: Unit, fact: Fact) -> float:
    """Words that begin alike for most of their length: "domiciliarias" and "domicilio"."""
    for key in unit.keys:
        for other in fact.stems_by_opening.get(key[:OPENING], ()) if key[0] not in "#@" else ():
            alike = letters_alike(key, other)
            if alike >= ALIKE * max(len(key), len(other)):
                return DERIVED
    return 0.0


def _by_names(slot: Slot, resume: Resume) -> list[Fact]:
    """Facts for the first option whose names all stand in the resume."""
    for option in slot.options:
        facts = []
        for element in option:
            if isinstance(element, Named):
                found = resume.with_name(element.names)
            else:
                cover = best_cover((Slot(((element,),)),), resume) if len(option) == 1 else None
                found = [cover.fact] if cover and cover.share >= ENOUGH else []
                if len(option) > 1:
                    continue
            facts.append(found)
        if facts and all(facts):
            return [found[0] for found in facts]
    return []
