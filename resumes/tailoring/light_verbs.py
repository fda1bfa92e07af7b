"""Words for doing that claim nothing by themselves: "drove a reduction", "wrote summaries", "by introducing"."""

import re
from itertools import pairwise

from resumes.tailoring.backing import Backing
from resumes.tailoring.doing import AND, LESSER, Action, Segment, actions_in, is_content
from resumes.tailoring.kinship import related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import quantities
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token

GAINS = frozenset(["reduce", "increase", "improve", "save"])
DEEDS = GAINS | {
    "teach",
    "analyse",
    "test",
    "migrate",
    "coordinate",
    "automate",
    "report",
    "care",
    "advise",
    "maintain",
}
MAKING = frozenset(["create", "introduce", "design", "replace", "merge", "write", "record"])
LIGHT = {
    "create": frozenset(["assist", "propose", "design", "planned"]),
    "write": frozenset(["assist", "propose", "design", "planned", "report", "record", "analyse"]),
    "prepare": frozenset(["propose", "planned"]),
    "perform": DEEDS | MAKING | {"propose"},
    "deliver": DEEDS,
    "own": DEEDS | MAKING | {"perform"},
    "achieve": GAINS,
    "drive": GAINS,
}
"""Groups of words that say little where a noun of one of these groups follows, which says what was done."""
HELPED = frozenset(["create", "write", "perform", "prepare", "coordinate", "maintain", "use", "record"])
"""What one may be said to help with, where the backing says that one helped."""
PLAIN = frozenset(["perform", "maintain", "use", "record", "serve", "deliver"])
RESPONSIBLE = ("responsib", "in_charge", "charg", "verantwortlich", "zustandig", "encarg", "responsab")
"""Who did something was responsible for doing it: "responsible for feeding" where it was "fed"."""
GIVING = frozenset(["teach", "run", "hold", "perform", "deliver", "coordinate", "report"])
"""Who gives a class, a workshop, a tour may be said to lead it."""
CHANGES = {"reduce": "fall", "increase": "rise"}
NUMBER_AFTER = 12
"""Characters between the last word of a clause and a number that still belongs to it."""
NOUN_WITHIN = 4
"""How far that noun may stand."""
SHORTEST_NOUN = 4
YEAR_NEXT = re.compile(r"\s(?:in|im|en)?\s?(?:1[5-9]|20)\d\d\b")


def claims_nothing(
    action: Action,
    listed: tuple[Token, ...],
    after: str,
    backing: Backing,
    sources: list[Segment],
    unbacked: list[Action],
    words: Lexicon,
) -> bool:
    """unbacked: the actions of the same text that nothing backs."""
    return (
        _leads_session(action, listed, sources, words)
        or _is_nominal(action, listed, backing, words)
        or _only_carries(action, unbacked, listed, words)
        or _is_means(action, listed, sources, words)
        or _is_helped(action, unbacked, listed, words)
        or _follows_from_numbers(action, listed, after, backing, words)
    )


def only_dates(action: Action, listed: tuple[Token, ...], after: str) -> bool:
    """ "A library built in 1908": not by the person; the year is looked at as a number."""
    return action.start > 1 and bool(YEAR_NEXT.match(after[listed[action.end - 1].end :]))


def _only_carries(action: Action, unbacked: list[Action], listed: tuple[Token, ...], words: Lexicon) -> bool:
    """ "Drove a reduction", "developed plans", "provided training": the noun says what was done, and is backed."""
    carried = frozenset[str]().union(*(LIGHT.get(group, frozenset()) for group in action.groups))
    if not carried:
        return False
    if "own" in action.groups and len(action.groups) > 1:
        return False  # "managed" is more than "responsible for"
    last = min(len(listed), action.end + NOUN_WITHIN)
    near = range(action.end, next((place for place in range(action.end, last) if listed[place].folded in AND), last))
    doing = [other for other in actions_in(listed, words) if other.start in near and other not in unbacked]
    limiting = {hit.label for hit in words.limiters.find(listed) if hit.start in near}
    return any(other.groups & carried for other in doing) or bool(limiting & carried)


def _is_nominal(action: Action, listed: tuple[Token, ...], backing: Backing, words: Lexicon) -> bool:
    """ "Wrote summaries" where the old line begins with "summarized"."""
    first = read(backing.before, words.language)[:1]
    near = listed[action.end : action.end + NOUN_WITHIN]
    joint = next((place for place, token in enumerate(near) if token.folded in AND), len(near))
    says_little = action.groups & LIGHT.keys() - {"own", "drive"} or action.word.startswith(RESPONSIBLE)
    return bool(first and says_little) and any(
        related(token.folded, first[0].folded, words.language)
        for token in near[:joint]
        if len(token.folded) >= SHORTEST_NOUN
    )


def _follows_from_numbers(
    action: Action, listed: tuple[Token, ...], after: str, backing: Backing, words: Lexicon
) -> bool:
    """ "Cut from 50 to 20 minutes", where the backing gives both numbers in one text."""
    if not action.groups & CHANGES.keys():
        return False
    clause = listed[action.start].clause
    places = [token for token in listed if token.clause == clause]
    numbers = [
        one.value
        for one in quantities(after, words.language)
        if places[0].start <= one.start <= places[-1].end + NUMBER_AFTER and one.unit != "year"
    ]
    falls = any(CHANGES.get(group) == "fall" for group in action.groups)
    return any(
        (early > late) == falls and any({early, late} <= _values(text, words) for text in backing.claims)
        for early, late in pairwise(numbers)
    )


def _values(text: str, words: Lexicon) -> set[float]:
    return {one.value for one in quantities(text, words.language)}


def _leads_session(action: Action, listed: tuple[Token, ...], sources: list[Segment], words: Lexicon) -> bool:
    if "lead" not in action.groups:
        return False
    clause = {token.folded for token in listed if token.clause == listed[action.start].clause}
    if words.language == "de" and clause & words.kept and not clause & {*AND}:
        return True  # "führte Protokoll", "Gespräche geführt"
    near = listed[action.end : action.end + NOUN_WITHIN]
    if not any(token.folded in words.sessions for token in near):
        return False
    return any(other.groups & GIVING for segment in sources for other in segment.actions)


def _is_helped(action: Action, unbacked: list[Action], listed: tuple[Token, ...], words: Lexicon) -> bool:
    """ "Helped with the making of a protocol" claims no more than "helped with a protocol"."""
    clause = listed[action.start].clause
    return bool(action.groups & HELPED) and any(
        other.groups & {*LESSER}
        and other not in unbacked
        and 0 <= action.start - other.end < NOUN_WITHIN
        and listed[other.start].clause == clause
        for other in actions_in(listed, words)
    )


def _is_means(action: Action, listed: tuple[Token, ...], sources: list[Segment], words: Lexicon) -> bool:
    """ "By introducing a color code" where it was "with a color code"."""
    if "introduce" not in action.groups or not {token.folded for token in listed[: action.start][-2:]} & words.means:
        return False
    objects = [token for token in listed[action.end :] if is_content(token, words)][:1]
    return any(
        related(token.folded, objects[0].folded, words.language)
        for segment in sources
        for place, word in enumerate(segment.words)
        if objects and word.folded in words.means
        for token in segment.words[place + 1 : place + 5]
    )


def says_the_verb(action: Action, listed: tuple[Token, ...], sources: list[Segment], words: Lexicon) -> bool:
    """The old line has none: "Dunning for 600 customers", "Mahnwesen für 600 Kunden betreut"."""
    if "lead" in action.groups and not action.groups & {"coordinate", "manage"}:
        return False
    if not any(segment.actions for segment in sources):
        ends = action.end == len(listed) or listed[action.end].clause != listed[action.start].clause
        return (action.start <= 1 or ends) and (words.language != "en" or bool(action.groups & PLAIN))
    return words.language != "en" and action.start <= 1 and not any(each.start <= 1 for each in sources[0].actions)
