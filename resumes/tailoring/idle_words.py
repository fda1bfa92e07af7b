"""One plain word that nothing backs, standing where it can claim little: "reservations that arrive by phone"."""

from resumes.tailoring.doing import AND, actions_in, is_content
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.light_verbs import GAINS
from resumes.tailoring.quantities import quantities
from resumes.tailoring.tokens import Token

BESIDE = 2
"""So many backed words of content at least must stand in the same clause."""
MOST = 2
"""So many such words one text may have."""
SHORTEST = 3
STANDALONE = {
    "en": ("with", "using", "in", "on", "via", "through", "by", "at", "for", "from", "to", "into", "as", "of"),
    "de": (),
    "fr": ("avec", "sous", "en", "via", "chez", "pour", "dans", "par", "comme", "sur", "de", "d"),
    "es": ("con", "en", "mediante", "bajo", "via", "para", "por", "como", "sobre", "desde", "de"),
}
"""After these without an article it could be a name, or say of what kind something is: "hotel de lujo"."""
ADVERBS = {"en": ("ly",), "de": (), "fr": ("ment",), "es": ("mente",)}


def idle(place: int, after: str, listed: tuple[Token, ...], backed: set[int], words: Lexicon) -> bool:
    """No name, no list's item, no attribute, nothing counted, no outcome, and no word of weight."""
    token = listed[place]
    if token.is_capitalised and not _is_verb(token, words):
        return False
    if not token.text.isalpha() or len(token.folded) <= SHORTEST or token.hyphened:
        return False
    if token.folded.endswith(ADVERBS[words.language]) or words.weighty.find((token,)):
        return False
    if place and listed[place - 1].folded in STANDALONE[words.language]:
        return False
    if _is_listed(place, after, listed) or _is_attribute(place, listed, words) or _is_counted(token, after, words):
        return False
    same = [other for other in range(len(listed)) if listed[other].clause == token.clause and other != place]
    if any(action.groups & (GAINS | {"achieve"}) for action in actions_in(listed, words) if action.start in same):
        return False
    return sum(is_content(listed[other], words) for other in same if other in backed) >= BESIDE


def _is_verb(token: Token, words: Lexicon) -> bool:
    """It opens the sentence, and no list of strong verbs has it: "Covered for"."""
    return words.language == "en" and token.opens and token.folded.endswith("ed")


def _is_listed(place: int, after: str, listed: tuple[Token, ...]) -> bool:
    near = [listed[spot].folded for spot in (place - 1, place + 1) if 0 <= spot < len(listed)]
    before = after[: listed[place].start].rstrip()[-1:]
    following = after[listed[place].end :].lstrip()[:1]
    return (
        any(word in AND or word in ("or", "oder", "ou", "o") for word in near)
        or "-" in (before, following)
        or (before in ",;:/(&+" or following in ",/&+")
    )


def _is_attribute(place: int, listed: tuple[Token, ...], words: Lexicon) -> bool:
    """It says which: before its noun, or in French and Spanish after it."""
    behind = words.language in ("fr", "es")
    spot = place - 1 if behind else place + 1
    if _is_verb(listed[place], words):
        return False
    if not 0 <= spot < len(listed):
        return behind
    other = listed[spot]
    if behind and place + 1 < len(listed) and listed[place + 1].folded in words.one_of | words.numbers.keys():
        return False  # "sums up a", a verb
    return other.clause == listed[place].clause and other.folded not in words.joiners


def _is_counted(token: Token, after: str, words: Lexicon) -> bool:
    return any(token.folded in one.counted for one in quantities(after, words.language))
