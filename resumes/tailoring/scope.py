"""Who did how much: "helped" is not "led", "proposed" is not "implemented"."""

from resumes.tailoring.backing import Backing
from resumes.tailoring.doing import Action, Segment, actions_in, objects_of, overlap, segments_of
from resumes.tailoring.kinship import related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.light_verbs import LIGHT, claims_nothing, only_dates, says_the_verb
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token
from resumes.tailoring.wordbank import Bank, concepts

ALIGNED_FROM = 3
"""From this level on a word for an action must be backed by what is said of the same thing."""
HIGHEST = 4
LONGEST_TITLE = 5


def raised(after: str, backing: Backing, bank: Bank, words: Lexicon) -> list[str]:
    """Words that claim more than what backs them. Each word of the backing backs one that is put in its place."""
    sources = segments_of(backing, words)
    listed = read(after, words.language)
    fresh: list[Action] = []
    used: set[Action] = set()
    said = {place for hit in words.idioms.find(listed) for place in range(hit.start, hit.end)}
    for action in actions_in(listed, words):
        if action.start in said or _is_title(action, listed, backing, words) or only_dates(action, listed, after):
            continue
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
    unbacked: list[Action] = []
    for action in sorted(fresh, key=lambda each: bool(each.groups & LIGHT.keys())):
        if claims_nothing(action, listed, after, backing, sources, unbacked, words):
            continue
        replaced = _replaced(action, listed, sources, used, words)
        if replaced is None:
            unbacked.append(action)
            claims.append(" ".join(token.text for token in listed[action.start : action.end]))
        used.update(replaced or ())
    return claims


def _is_title(action: Action, listed: tuple[Token, ...], backing: Backing, words: Lexicon) -> bool:
    """It stands in a title that the resume has: "as a systems administrator"."""
    for text in (*backing.claims, *backing.context):
        title = [token.folded for token in read(text, words.language)]
        if 1 < len(title) <= LONGEST_TITLE:
            for start in range(max(0, action.start - len(title) + 1), action.start + 1):
                if [token.folded for token in listed[start : start + len(title)]] == title:
                    return True
    return False


def _keeps(action: Action, listed: tuple[Token, ...], sources: list[Segment], bank: Bank, words: Lexicon) -> bool:
    """The backing has the same word; from a certain level on, of the same thing."""
    if _stands_as_concept(action, listed, bank, words):
        return True
    level = _level(action, words)
    if level < ALIGNED_FROM:
        return bank.knows(action.word) or bank.composes(action.word) or bank.knows_synonym(action.word)
    around = [token.folded for token in objects_of(action, listed, words)]
    about = {0} | {segment.text for segment in sources if overlap(around, segment, words)}
    near = [segment for segment in sources if segment.text in about] or sources
    if any(related(action.word, token.folded, words.language) for segment in near for token in segment.words):
        return True
    if words.language == "de" and any(_compounded(action.word, bank, word) for word in around):
        return True
    return words.language == "de" and level < HIGHEST and bank.composes(action.word)


def _compounded(action: str, bank: Bank, noun: str) -> bool:
    """ "Führung der Kasse" for "Kassenführung"."""
    return any(
        word.endswith(action) and len(word) > len(action) and related(word.removesuffix(action).rstrip("s"), noun, "de")
        for word in bank.folded
    )


def _level(action: Action, words: Lexicon) -> int:
    return min(words.groups[group].level for group in action.groups)


def _replaced(
    action: Action, listed: tuple[Token, ...], sources: list[Segment], used: set[Action], words: Lexicon
) -> list[Action] | None:
    """The actions of the backing in whose place this one stands; None where there is none."""
    low = _level(action, words) < ALIGNED_FROM
    if low and says_the_verb(action, listed, sources, words):
        return []
    if any("*" in words.groups[group].accepts for group in action.groups):
        return []
    around = [token.folded for token in objects_of(action, listed, words)]
    near = sources if low else _closest(around, sources, words)
    fitting = [
        other
        for segment in near
        for other in segment.actions
        if (other not in used or "run" in action.groups) and _accepts(action, other, words)
    ]
    return fitting[:1] or None


def _accepts(action: Action, other: Action, words: Lexicon) -> bool:
    return any(group in other.groups or words.groups[group].accepts & other.groups for group in action.groups)


def _stands_as_concept(action: Action, listed: tuple[Token, ...], bank: Bank, words: Lexicon) -> bool:
    return any(action.start in places and label in bank.concepts for label, places in concepts(listed, words).items())


def _closest(around: list[str], sources: list[Segment], words: Lexicon) -> list[Segment]:
    """The parts of the backing that speak most of the same things."""
    scored = [(overlap(around, segment, words), segment) for segment in sources]
    best = max((score for score, _ in scored), default=0)
    return [segment for score, segment in scored if score == best] if best else sources
