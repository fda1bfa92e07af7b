"""The evidence guard: whether each claim of a proposed change is backed by what the person gave us."""

import re

from resumes.document import Document
from resumes.tailoring.asking import ask
from resumes.tailoring.backing import Backing, backing_of, language_of
from resumes.tailoring.counts import unbacked_numbers
from resumes.tailoring.dating import moved_date
from resumes.tailoring.denials import denials_lost, denied_facts
from resumes.tailoring.keywords import unbacked_keywords
from resumes.tailoring.lexicon import Lexicon, lexicon
from resumes.tailoring.limits import broadened, lessened_no_more, limits_dropped, shared_no_more
from resumes.tailoring.mastery import better_known
from resumes.tailoring.novelty import new_words
from resumes.tailoring.plurals import multiplied
from resumes.tailoring.ranks import outranks
from resumes.tailoring.scope import raised
from resumes.tailoring.suggestion import Proposal, Reason, Verdict
from resumes.tailoring.tokens import squeezed
from resumes.tailoring.wordbank import bank_of

NAMES = (
    ["name"],
    ["label"],
    ["position"],
    ["title"],
    ["studyType"],
    ["area"],
    ["institution"],
    ["courses"],
    ["language"],
)
"""Fields that hold names and titles, no sentences."""
UNLEVELLED = (["highlights"], ["description"], ["studyType"], ["area"], ["institution"], ["courses"], ["position"])
"""Fields in which nobody says how well they know something."""


def judge(document: Document, proposal: Proposal) -> Verdict:
    """ "ok" only where nothing is claimed that the resume, the quotes or the person's facts don't say."""
    words = lexicon(language_of(document, proposal))
    backing = backing_of(document, proposal)
    reasons = ask("quote", list(backing.missing))
    if proposal.before.strip() and not backing.before:
        reasons += ask("before", [proposal.before])
    reasons += _claims(proposal, backing, words)
    return Verdict(verdict="question" if reasons else "ok", reasons=reasons)


def _claims(proposal: Proposal, backing: Backing, words: Lexicon) -> list[Reason]:
    after = proposal.after.strip()
    if not after or squeezed(after) == squeezed(backing.before):
        return []
    field = re.findall(r"[A-Za-z]+", proposal.path)[-1:]
    if field and field[0].endswith(("Date", "date")):
        return ask("date", moved_date(after, backing, words))
    if field == ["keywords"]:
        return unbacked_keywords(after, backing, words)
    reasons = text_claims(
        after, backing, words, prose=field[:1] not in NAMES, levels=field[:1] not in UNLEVELLED
    ) + _denied(after, proposal, backing, words)
    if field[:1] in (["position"], ["label"]):
        reasons += ask("title", outranks(after, backing, words))
    return reasons


def _denied(after: str, proposal: Proposal, backing: Backing, words: Lexicon) -> list[Reason]:
    return ask("negation", denied_facts(after, proposal, bank_of(backing, words), words)) if proposal.facts else []


def text_claims(after: str, backing: Backing, words: Lexicon, *, prose: bool, levels: bool = True) -> list[Reason]:
    """Every kind of claim that running text can make. levels: it may say how well one knows something."""
    bank = bank_of(backing, words)
    fresh = new_words(after, bank, words, prose=prose, levels=levels)
    return [
        *ask("number", unbacked_numbers(after, backing, bank, words)),
        *ask("name", [new.text for new in fresh if new.is_name]),
        *ask("words", [new.text for new in fresh if not new.is_name]),
        *ask(
            "scope", [*(raised(after, backing, bank, words) if prose else ()), *lessened_no_more(after, backing, words)]
        ),
        *ask("limit", [*limits_dropped(after, backing, words), *shared_no_more(after, backing, words)]),
        *ask("limit", broadened(after, backing, words)),
        *ask("level", better_known(after, backing.claims, bank, words) if levels else []),
        *ask("plural", multiplied(after, bank, words)),
        *ask("negation", denials_lost(after, backing, words)),
    ]
