"""A start or end date that moved."""

from resumes.tailoring.backing import Backing
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import dates_in, quantities
from resumes.tailoring.tokens import tokens


def moved_date(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """The date, unless it is the old one written otherwise, or one that the person typed."""
    if _is_same(after, backing.before) or (not backing.before and after in backing.claims):
        return []
    return [] if any(_says(after, fact, words) for fact in backing.facts) else [after]


def _is_same(after: str, before: str) -> bool:
    """Less precise, or more precise by what nobody reads: "2021-05" and "2021-05-01"."""
    return bool(before) and (before.startswith(after) or after in (f"{before}-01", f"{before}-01-01"))


def _says(written: str, fact: str, words: Lexicon) -> bool:
    dates = dates_in(written)
    if not dates:
        return False
    year, month = min(dates)
    months = {words.months[token.folded] for token in tokens(fact) if token.folded in words.months}
    years = {int(one.value) for one in quantities(fact, words.language) if one.is_year}
    return (year, month) in dates_in(fact) or (year in years and (month in (0, 1) or month in months))
