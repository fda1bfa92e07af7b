"""Who did how much: "helped" is not "led", "proposed" is not "implemented", "familiar" is not "expert"."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from resumes.tailoring.backing import Backing
from resumes.tailoring.kinship import covers, related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.phrases import Hit
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token
from resumes.tailoring.wordbank import Bank, concepts

ALIGNED_FROM = 3
"""From this level on a word for an action must be backed by what is said of the same thing."""
HIGHEST = 4
LESSER = ("assist", "propose", "learn")
AND = ("and", "und", "sowie", "et", "y", "e", "while")


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
    at_place: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for hit in words.actions.find(listed):
        if words.language != "de" and listed[hit.start].is_capitalised and not listed[hit.start].opens:
            continue  # Logroño is no achievement
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


def _segments_of(backing: Backing, words: Lexicon) -> list[Segment]:
    found: list[Segment] = []
    for number, text in enumerate(backing.claims):
        for segment in segments(read(text, words.language), words):
            segment.text = number
            found.append(segment)
    return found


def raised(after: str, backing: Backing, bank: Bank, words: Lexicon) -> list[str]:
    """Words that claim more than what backs them. Each word of the backing backs one that is put in its place."""
    sources = _segments_of(backing, words)
    listed = read(after, words.language)
    fresh: list[Action] = []
    used: set[Action] = set()
    for action in actions_in(listed, words):
        same = [
            other
            for segment in sources
            for other in segment.actions
            if related(action.word, other.word, words.language)
        ]
        used.update(same)
        if not _keeps(action, listed, sources, bank, words):
            fresh.append(action)
    claims: list[str] = []
    for action in fresh:
        replaced = _replaced(action, listed, sources, used, words)
        if replaced is None:
            claims.append(" ".join(token.text for token in listed[action.start : action.end]))
        used.update(replaced or ())
    return claims


def _keeps(action: Action, listed: tuple[Token, ...], sources: list[Segment], bank: Bank, words: Lexicon) -> bool:
    """The backing has the same word; from a certain level on, of the same thing."""
    if _stands_as_concept(action, listed, bank, words):
        return True
    level = _level(action, words)
    if level < ALIGNED_FROM:
        return bank.knows(action.word) or bank.composes(action.word)
    around = [token.folded for token in _objects(action, listed, words)]
    about = {0} | {segment.text for segment in sources if _overlap(around, segment, words)}
    near = [segment for segment in sources if segment.text in about] or sources
    if any(related(action.word, token.folded, words.language) for segment in near for token in segment.words):
        return True
    return words.language == "de" and level < HIGHEST and bank.composes(action.word)


def _level(action: Action, words: Lexicon) -> int:
    return min(words.groups[group].level for group in action.groups)


def _replaced(
    action: Action, listed: tuple[Token, ...], sources: list[Segment], used: set[Action], words: Lexicon
) -> list[Action] | None:
    """The actions of the backing in whose place this one stands; None where there is none."""
    low = _level(action, words) < ALIGNED_FROM
    if low and action.start <= 1 and not any(segment.actions for segment in sources):
        return []
    if any("*" in words.groups[group].accepts for group in action.groups):
        return []
    around = [token.folded for token in _objects(action, listed, words)]
    near = sources if low else _closest(around, sources, words)
    fitting = [
        other for segment in near for other in segment.actions if other not in used and _accepts(action, other, words)
    ]
    return fitting[:1] or None


def _accepts(action: Action, other: Action, words: Lexicon) -> bool:
    return any(group in other.groups or words.groups[group].accepts & other.groups for group in action.groups)


def _stands_as_concept(action: Action, listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> bool:
    return any(action.start in places and label in bank.concepts for label, places in concepts(listed, words).items())


def _objects(action: Action, listed: tuple[Token, ...], words: Lexicon) -> list[Token]:
    """What the action is done to: the words after it up to the next action; in front of it where none follow."""
    starts = [other.start for other in actions_in(listed, words)]
    clause = listed[action.start].clause
    end = min((start for start in starts if start >= action.end), default=len(listed))
    after = [token for token in listed[action.end : end] if _is_content(token, words) and token.clause == clause]
    if after:
        return after[:8]
    return [
        token
        for token in listed
        if token.clause == clause and _is_content(token, words) and token is not listed[action.start]
    ]


def _is_content(token: Token, words: Lexicon) -> bool:
    return token.folded not in words.neutral and len(token.folded) > 1


def _closest(around: list[str], sources: list[Segment], words: Lexicon) -> list[Segment]:
    """The parts of the backing that speak most of the same things."""
    scored = [(_overlap(around, segment, words), segment) for segment in sources]
    best = max((score for score, _ in scored), default=0)
    return [segment for score, segment in scored if score == best] if best else sources


def _overlap(around: list[str], segment: Segment, words: Lexicon) -> int:
    return sum(any(_akin(word, token.folded, words) for token in segment.words) for word in dict.fromkeys(around))


def _akin(one: str, other: str, words: Lexicon) -> bool:
    return related(one, other, words.language) or (words.language == "de" and covers(one, [other], "de"))


def lessened_no_more(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """ "Helped build the API" -> "Built the API": the small word is gone, what it was about is still there."""
    listed = read(after, words.language)
    hits = {hit.label for hit in words.actions.find(listed)}
    left = {token.folded for token in listed if _is_content(token, words)}
    dropped: list[str] = []
    before = read(backing.before, words.language)
    typed = {hit.label for text in backing.facts for hit in words.actions.find(read(text, words.language))}
    for hit in words.actions.find(before):
        if hit.label in LESSER and not {"join", *LESSER, *typed} & hits:
            clause = before[hit.start].clause
            about = [token for token in before[hit.end :] if token.clause == clause and _is_content(token, words)]
            kept = sum(any(related(token.folded, word, words.language) for word in left) for token in about[:6])
            if kept >= min(2, max(1, len(about))):
                dropped.append(before[hit.start].text)
    return dropped


def limits_dropped(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """Words such as "junior", "part of", "planned" that stood before something which now stands without them."""
    listed = read(after, words.language)
    kept = {hit.label for hit in words.limiters.find(listed)}
    left = [token.folded for token in listed]
    gone: list[str] = []
    before = read(backing.before, words.language)
    for hit in words.limiters.find(before):
        beside = [
            token
            for token in before[hit.end :]
            if _is_content(token, words) and token.clause == before[hit.start].clause
        ][:2]
        beside = beside or [token for token in before[: hit.start] if _is_content(token, words)][-1:]
        stays = any(related(token.folded, word, words.language, loosely=False) for token in beside for word in left)
        if hit.label not in kept and stays and not _said_otherwise(hit, before, listed, words):
            gone.append(" ".join(token.text for token in before[hit.start : hit.end]))
    return gone


def _said_otherwise(hit: Hit, before: tuple[Token, ...], listed: tuple[Token, ...], words: Lexicon) -> bool:
    """The limiting word itself is still there, inflected or as another word for the same."""
    said = before[hit.start]
    joined = said.folded + (before[hit.end].folded if said.hyphened and hit.end < len(before) else "")
    if any(related(form, word.folded, words.language) for form in (said.folded, joined) for word in listed):
        return True
    here = {label for label, places in concepts(before, words).items() if hit.start in places}
    here |= {
        group
        for action in actions_in(before, words)
        if action.start == hit.start
        for group in action.groups & {*LESSER}
    }
    return bool(
        here & {*concepts(listed, words), *(group for action in actions_in(listed, words) for group in action.groups)}
    )


def levels(text: str, words: Lexicon) -> list[tuple[int, str]]:
    """How well one says to know something, with the words for it."""
    listed = read(text, words.language)
    hits = words.fluency.find(listed)
    longest = [
        hit
        for hit in hits
        if not any(
            o.start <= hit.start and hit.end <= o.end and (o.end - o.start) > (hit.end - hit.start) for o in hits
        )
    ]
    return [(int(hit.label), " ".join(token.text for token in listed[hit.start : hit.end])) for hit in longest]


def better_known(after: str, sources: tuple[str, ...], bank: Bank, words: Lexicon) -> list[str]:
    """Levels of skill or language above what the sources say."""
    highest = max((level for text in sources for level, _ in levels(text, words)), default=0)
    return [said for level, said in levels(after, words) if level > highest and not _all_known(said, bank)]


def _all_known(said: str, bank: Bank) -> bool:
    return all(token.folded in bank.folded for token in read(said, bank.language))
