"""Keywords of a skill: each one added must stand in the resume or in the person's facts."""

from resumes.tailoring.asking import ask
from resumes.tailoring.backing import Backing
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.limits import limits_dropped
from resumes.tailoring.mastery import better_known
from resumes.tailoring.novelty import new_words
from resumes.tailoring.suggestion import Reason
from resumes.tailoring.tokens import squeezed
from resumes.tailoring.wordbank import bank_of


def unbacked_keywords(after: str, backing: Backing, words: Lexicon) -> list[Reason]:
    """What was there is fine; what is new is asked of each text alone, so that no name is put together from two."""
    old = {squeezed(item) for item in backing.before.split(", ")}
    added = [item for item in after.split(", ") if squeezed(item) not in old]
    reasons = ask("keyword", [item for item in added if not _is_backed(item, backing, words)])
    changed = ", ".join(added)
    bank = bank_of(Backing((backing.before, *backing.facts), (), spans=False, dates=()), words)
    return [
        *reasons,
        *ask("level", better_known(changed, (backing.before, *backing.facts), bank, words)),
        *ask("limit", limits_dropped(changed, backing, words)),
    ]


def _is_backed(item: str, backing: Backing, words: Lexicon) -> bool:
    return any(
        not new_words(item, bank_of(Backing((text,), (), spans=False, dates=()), words), words, prose=False)
        for text in _texts(backing)
    )


def _texts(backing: Backing) -> list[str]:
    return [piece for text in backing.claims for piece in ([text] if text != backing.before else text.split(", "))]
