"""The words for doing something in a text, and the parts of a sentence that they stand in."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from resumes.tailoring.backing import Backing
from resumes.tailoring.kinship import covers, related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token

AND = ("and", "und", "sowie", "et", "y", "e", "while")
LESSER = ("assist", "propose", "learn")
"""Groups of words for doing less than the thing itself."""
MOST_OBJECTS = 8


@dataclass(frozen=True, eq=False)
class Action:
    """A word for doing something, and the groups it may belong to."""

    groups: frozenset[str]
    start: int
    end: int
    word: str


@dataclass
class Segment:
    """A part of a sentence with its actions; one without any has those of the part before."""

    words: list[Token]
    actions: list[Action]
    text: int = 0


def actions_in(listed: tuple[Token, ...], words: Lexicon) -> list[Action]:
    """The longest phrase at each word."""
    rates = {hit.start for hit in words.rates.find(listed)}
    at_place: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for hit in words.actions.find(listed):
        if words.language != "de" and listed[hit.start].is_capitalised and not listed[hit.start].opens:
            continue  # Logroño is no achievement
        if hit.end == hit.start + 1 and listed[hit.start].folded in words.joiners and hit.label != "whole":
            continue  # "según" is no following
        if hit.label == "whole" and hit.start in rates:
            continue  # "every week" is no every
        if hit.label == "whole" and hit.end < len(listed) and listed[hit.end].folded in words.numbers:
            continue  # "alle drei Wochen"
        at_place[hit.start][hit.end].add(hit.label)
    found: list[Action] = []
    for start in sorted(at_place):
        end = max(at_place[start])
        if not found or start >= found[-1].end:
            found.append(Action(frozenset(at_place[start][end]), start, end, listed[start].folded))
    return found


def segments(listed: tuple[Token, ...], words: Lexicon) -> list[Segment]:
    found: list[Segment] = []
    actions = {action.start: action for action in actions_in(listed, words)}
    clause = -1
    for place, token in enumerate(listed):
        if token.clause != clause or token.folded in AND:
            found.append(Segment([], list(found[-1].actions) if found and token.clause == clause else []))
            clause = token.clause
        found[-1].words.append(token)
        if place in actions:
            found[-1].actions.append(actions[place])
    for segment, following in pairwise(found):
        following.actions = following.actions or segment.actions
    return found


def segments_of(backing: Backing, words: Lexicon) -> list[Segment]:
    found: list[Segment] = []
    for number, text in enumerate(backing.claims):
        for segment in segments(read(text, words.language), words):
            segment.text = number
            found.append(segment)
    return found


def objects_of(action: Action, listed: tuple[Token, ...], words: Lexicon) -> list[Token]:
    """What the action is done to: the words after it up to the next action; in front of it where none follow."""
    starts = [other.start for other in actions_in(listed, words)]
    clause = listed[action.start].clause
    end = min((start for start in starts if start >= action.end), default=len(listed))
    after = [token for token in listed[action.end : end] if is_content(token, words) and token.clause == clause]
    if after:
        return after[:MOST_OBJECTS]
    begin = max((place + 1 for place, token in enumerate(listed[: action.start]) if token.folded in AND), default=0)
    begin = max([begin, *(other.end for other in actions_in(listed, words) if other.end <= action.start)])
    before = [token for token in listed[begin : action.start] if is_content(token, words) and token.clause == clause]
    if before:
        return before[-MOST_OBJECTS:]
    return [
        token
        for token in listed
        if token.clause == clause and is_content(token, words) and token is not listed[action.start]
    ]


def is_content(token: Token, words: Lexicon) -> bool:
    named = token.is_capitalised and not token.opens  # R, C
    return token.folded not in words.neutral and (len(token.folded) > 1 or named)


def overlap(around: list[str], segment: Segment, words: Lexicon) -> int:
    return sum(any(akin(word, token.folded, words) for token in segment.words) for word in dict.fromkeys(around))


def akin(one: str, other: str, words: Lexicon) -> bool:
    return related(one, other, words.language) or (words.language == "de" and covers(one, [other], "de"))
