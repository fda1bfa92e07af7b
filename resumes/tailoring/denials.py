"""A "not" that got lost: "without a lost-time injury" -> "with"."""

from resumes.tailoring.backing import Backing
from resumes.tailoring.kinship import related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.reading import read
from resumes.tailoring.suggestion import Proposal
from resumes.tailoring.tokens import Token
from resumes.tailoring.wordbank import Bank, synonyms_of


def denials_lost(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """What the backing denies and the new text says."""
    listed = read(after, words.language)
    if words.negations.find(listed):
        return _widened(listed, backing.before, words)
    lost: list[str] = []
    for text in (backing.before, *backing.claims[:12]):
        before = read(text, words.language)
        for hit in words.negations.find(before):
            denied = _content(before[hit.end :], before[hit.start].clause, words)[:2]
            if denied and all(
                _often(token, listed, words) > _often(token, before[: hit.start], words) for token in denied
            ):
                lost.append(text[before[hit.start].start : denied[-1].end])
    return list(dict.fromkeys(lost))


def _widened(listed: tuple[Token, ...], text: str, words: Lexicon) -> list[str]:
    """ "Without a lost-time injury" is not "without an injury"."""
    before = read(text, words.language)
    wider: list[str] = []
    for hit in words.negations.find(before):
        denied = _content(before[hit.end :], before[hit.start].clause, words)[:3]
        kept = [token for token in denied if _stands(token, listed, words)]
        if len(denied) > 1 and kept and len(kept) < len(denied):
            wider.append(text[before[hit.start].start : denied[-1].end])
    return wider


def denied_facts(after: str, proposal: Proposal, bank: Bank, words: Lexicon) -> list[str]:
    """Words of the new text that only a denial or a wish of the person has: "I have never worked with Spark"."""
    typed = [token for fact in proposal.facts for token in read(fact, words.language)]
    listed = read(after, words.language)
    return [
        token.text
        for token in listed
        if token.folded not in words.neutral and not bank.knows(token.folded) and _stands(token, tuple(typed), words)
    ]


def _stands(token: Token, listed: tuple[Token, ...], words: Lexicon) -> bool:
    known = {word.folded for word in listed}
    return any(related(token.folded, word, words.language) for word in known) or bool(
        synonyms_of(token.folded, words.language) & known
    )


def _often(token: Token, listed: tuple[Token, ...], words: Lexicon) -> int:
    return sum(related(token.folded, word.folded, words.language) for word in listed)


def _content(listed: tuple[Token, ...], clause: int, words: Lexicon) -> list[Token]:
    return [token for token in listed if token.clause == clause and token.folded not in words.neutral]
