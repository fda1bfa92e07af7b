"""Words that made a claim smaller, and are gone: "helped", "junior", "planned", "together with"."""

from resumes.tailoring.backing import Backing
from resumes.tailoring.doing import LESSER, actions_in, is_content
from resumes.tailoring.kinship import covers, related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.phrases import Hit
from resumes.tailoring.reading import read
from resumes.tailoring.tokens import Token
from resumes.tailoring.wordbank import concepts, synonyms_of

OF = ("de", "d", "des", "du", "del")
INTERESTS = 4
"""How many words of content after "interested in" may name what it is."""
FEW = 3
"""Of so few words one is enough to say that the text still speaks of the same thing."""


def lessened_no_more(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """ "Helped build the API" -> "Built the API": the small word is gone, what it was about is still there."""
    listed = read(after, words.language)
    hits = {hit.label for hit in words.actions.find(listed)}
    left = {token.folded for token in listed if is_content(token, words)}
    dropped: list[str] = []
    before = read(backing.before, words.language)
    typed = {hit.label for text in backing.facts for hit in words.actions.find(read(text, words.language))}
    for hit in words.actions.find(before):
        if hit.label in LESSER and not {"join", *LESSER, *typed} & hits:
            clause = before[hit.start].clause
            about = [token for token in before[hit.end :] if token.clause == clause and is_content(token, words)]
            kept = sum(any(related(token.folded, word, words.language) for word in left) for token in about[:6])
            again = any(related(before[hit.start].folded, word, words.language) for word in left)
            if not again and kept >= (1 if len(about) <= FEW else 2):
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
            if is_content(token, words) and token.clause == before[hit.start].clause
        ][: INTERESTS if hit.label == "wish" else 2]
        beside = beside or [token for token in before[: hit.start] if is_content(token, words)][-1:]
        stays = any(
            related(token.folded, word, words.language, loosely=hit.label == "wish")
            or _holds(token.folded, word, words)
            for token in beside
            for word in left
        )
        if hit.label not in kept and stays and not _said_otherwise(hit, before, listed, words):
            gone.append(" ".join(token.text for token in before[hit.start : hit.end]))
    return gone


def _holds(compound: str, word: str, words: Lexicon) -> bool:
    """ "Stationsleitung" holds "Station"."""
    return words.language == "de" and covers(word, [compound], "de")


def shared_no_more(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """ "Together with two colleagues" is gone, and so are they."""
    listed = read(after, words.language)
    before = read(backing.before, words.language)
    if words.joint.find(listed):
        return []
    gone: list[str] = []
    for hit in words.joint.find(before):
        others = [token for token in before[hit.end :] if is_content(token, words)][:3]
        if not any(related(token.folded, word.folded, words.language) for token in others for word in listed):
            gone.append(" ".join(token.text for token in before[hit.start : hit.end]))
    return gone


def broadened(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """ "Spare-part revenue" that is now "revenue": more was measured than before."""
    listed = read(after, words.language)
    before = read(backing.before, words.language)
    known = {token.folded for text in backing.claims for token in read(text, words.language)}
    return [
        f"{kind.text} {noun.text}" if kind is not noun else noun.text
        for kind, noun in _measured(before, words)
        for token in listed
        if _names_all(token, kind, noun, known, words) and not _still_kind(kind, noun, listed, words)
    ]


def _measured(before: tuple[Token, ...], words: Lexicon) -> list[tuple[Token, Token]]:
    """What was measured, with the word that says of what: "food" and "cost"; for a German compound itself twice."""
    if words.language == "de":
        return [(token, token) for token in before for noun in words.measures if token.folded[3:].endswith(noun)]
    found: list[tuple[Token, Token]] = []
    for place, token in enumerate(before):
        near = before[place - 1 : place] if words.language == "en" else before[place + 1 : place + 3]
        if token.folded in words.measures and near and (words.language == "en" or near[0].folded in OF):
            kind = near[-1]
            if kind.clause == token.clause and kind.text.isalpha() and is_content(kind, words):
                found.append((kind, token))
    counts = words.numbers.keys() | words.collectives.keys()
    return [
        (kind, noun)
        for kind, noun in found
        if kind.folded not in counts
        and not any(listed.find([kind]) for listed in (words.rates, words.actions, words.units))
    ]


def _names_all(token: Token, kind: Token, noun: Token, known: set[str], words: Lexicon) -> bool:
    if kind is noun:
        return token.folded in words.measures and noun.folded.endswith(token.folded) and token.folded not in known
    return related(token.folded, noun.folded, words.language, loosely=False)


def _still_kind(kind: Token, noun: Token, listed: tuple[Token, ...], words: Lexicon) -> bool:
    if kind is noun:
        return any(len(token.folded) > FEW and noun.folded.startswith(token.folded[:5]) for token in listed)
    others = synonyms_of(kind.folded, words.language) | {kind.folded}
    return any(related(token.folded, other, words.language) for token in listed for other in others)


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
        if action.start <= hit.start < action.end
        for group in action.groups & {*LESSER, "serve"}
    }
    return bool(
        here & {*concepts(listed, words), *(group for action in actions_in(listed, words) for group in action.groups)}
    )
