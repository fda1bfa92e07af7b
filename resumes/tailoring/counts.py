"""Numbers of the new text that the backing doesn't give, or gives to something else."""

from itertools import pairwise

from resumes.tailoring.backing import Backing
from resumes.tailoring.durations import is_derivable
from resumes.tailoring.kinship import covers, related
from resumes.tailoring.lexicon import Lexicon
from resumes.tailoring.quantities import Quantity, dates_in, quantities
from resumes.tailoring.tokens import tokens
from resumes.tailoring.wordbank import Bank, concepts

SPANS = ("second", "minute", "hour", "day", "week", "month")
ONE = "one"
ROUGHLY = 0.06
VAGUE = ("person", "fold", "part", "class", "step")
"""Units that a word ending gives: "achtköpfig" counts what follows."""


def unbacked_numbers(after: str, backing: Backing, bank: Bank, words: Lexicon) -> list[str]:
    """The numbers as written, each with the word it counts."""
    sources = [
        quantity for text in (*backing.claims, *backing.context) for quantity in quantities(text, words.language)
    ]
    return (
        _unbacked_factors(after, backing, words)
        + _made_one(after, sources, backing, words)
        + [
            _written(one, after)
            for one in quantities(after, words.language)
            if not _is_backed(one, sources, backing, bank, words) and not is_derivable(one, after, backing, words)
        ]
    )


def _is_backed(one: Quantity, sources: list[Quantity], backing: Backing, bank: Bank, words: Lexicon) -> bool:
    if one.label and any(source.label == one.label and _equal(one.value, source.value) for source in sources):
        return True
    if one.unit == "ordinal" and any(words.ordinals.get(word) == one.value for word in bank.folded):
        return True
    if one.value == 1 and one.rate in bank.rates:
        return True  # "einmal im Monat"
    if _says_one(one, backing, words) or _says_none(one, backing, bank, words):
        return True
    dated = one.is_year and any(year == one.value for date in backing.dates for year, _ in dates_in(date))
    if dated and not _moved(one, backing, words):
        return True
    same = [
        source
        for source in sources
        if _same_amount(one, source, words)
        and _same_bound(one, source)
        and _same_rate(one, source)
        and {one.step, source.step} != {"by", "to"}
    ]
    if not same or (one.is_year and any(source.is_year for source in same)):
        return bool(same)
    if one.unit and one.unit not in VAGUE:
        rivals = {source.value for source in sources if source.unit == one.unit}
        return len(rivals) < 2 or any(_share(one.near, source.near, words) for source in same) or not one.near
    return any(_counts_the_same(one, source, bank, words) for source in same)


def _moved(one: Quantity, backing: Backing, words: Lexicon) -> bool:
    """The old line gave another year."""
    years = {each.value for each in quantities(backing.before, words.language) if each.is_year}
    return not backing.spans and bool(years) and one.value not in years


def _unbacked_factors(after: str, backing: Backing, words: Lexicon) -> list[str]:
    """ "Halved", "doubled": the backing says so, or gives both numbers."""
    listed = tokens(after)
    hits = words.factors.find(listed)
    said = {hit.label for text in backing.claims for hit in words.factors.find(tokens(text))}
    said |= {label for label, places in concepts(listed, words).items() for hit in hits if hit.start in places} & {
        label for text in backing.claims for label in concepts(tokens(text), words)
    }
    pairs = [
        (one.value, other.value)
        for text in backing.claims
        for one, other in pairwise(quantities(text, words.language))
        if one.unit == other.unit and one.value
    ]
    return [
        listed[hit.start].text
        for hit in hits
        if hit.label not in said
        and not any(abs(late / early / float(hit.label) - 1) < ROUGHLY for early, late in pairs)
    ]


def _made_one(after: str, sources: list[Quantity], backing: Backing, words: Lexicon) -> list[str]:
    """ "One year" where there were two."""
    listed = tokens(after)
    return [
        f"{token.text} {following[-1].text}"
        for place, token in enumerate(listed)
        if token.folded == ONE
        for following in [listed[place + 1 : place + 3]]
        for noun in following
        if noun.folded not in words.joiners
        and any(one.value > 1 and _counted_as(noun.folded, one, words) for one in sources)
        and not _stands_single(noun.folded, backing, words)
    ][:1]


def _counted_as(noun: str, one: Quantity, words: Lexicon) -> bool:
    unit = words.units.find(tokens(noun))
    return any(hit.label == one.unit for hit in unit) or any(
        related(noun, other, words.language, loosely=False) for other in one.counted
    )


def _stands_single(noun: str, backing: Backing, words: Lexicon) -> bool:
    return any(
        token.folded == noun and place and text[place - 1].folded in words.one_of
        for text in map(tokens, (*backing.claims, *backing.context))
        for place, token in enumerate(text)
    )


def _same_amount(one: Quantity, source: Quantity, words: Lexicon) -> bool:
    """0.9 s is 900 ms."""
    if _same_unit(one, source) and _equal(one.value, source.value):
        return True
    unit, factor = words.scales.get(one.unit, (one.unit, 1.0))
    source_unit, source_factor = words.scales.get(source.unit, (source.unit, 1.0))
    return unit != "" and unit == source_unit and _equal(one.value * factor, source.value * source_factor)


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other), 1e-9)


def _same_unit(one: Quantity, source: Quantity) -> bool:
    if one.unit == source.unit:
        return True
    return {one.unit, source.unit} & {*VAGUE, "ordinal"} != set() and "" in (one.unit, source.unit)


def _same_bound(one: Quantity, source: Quantity) -> bool:
    """ "Up to 70" is not 70, and 70 is not "over 70"."""
    if one.bound == source.bound or {one.bound, source.bound} == {"above", "over"}:
        return True
    if one.bound == "above":
        return one.unit in SPANS or source.bound == "span"  # "over six weeks" is also "in six weeks"
    return one.bound != "over" and source.bound not in ("upper", "near")


def _same_rate(one: Quantity, source: Quantity) -> bool:
    """40 a week are not 40 a day."""
    return not one.rate or not source.rate or one.rate == source.rate


def _says_one(one: Quantity, backing: Backing, words: Lexicon) -> bool:
    """ "A week" is one week."""
    if one.value != 1 or not one.unit:
        return False
    return any(
        hit.label == one.unit and hit.start and listed[hit.start - 1].folded in words.one_of
        for listed in map(tokens, backing.claims)
        for hit in words.units.find(listed)
    )


def _says_none(one: Quantity, backing: Backing, bank: Bank, words: Lexicon) -> bool:
    """ "Without an injury" is zero injuries."""
    return (
        one.value == 0
        and any(words.negations.find(tokens(text)) for text in backing.claims)
        and any(bank.knows(word) for word in one.counted)
    )


def _counts_the_same(one: Quantity, source: Quantity, bank: Bank, words: Lexicon) -> bool:
    if not one.counted:
        return True
    head = one.counted[-1] if words.language in ("en", "de") else one.counted[0]
    window = (*source.following, *source.counted) if source.counted and not source.alone else source.near
    if one.unit == "person" != source.unit:
        return _share(one.near, source.near, words)
    if _share((head,), window, words):
        return True
    elsewhere = bank.knows(head) and head not in words.neutral and not words.actions.find(tokens(head))
    return not elsewhere and (_share(one.counted, window, words) or not bank.knows(head))


def _share(ones: tuple[str, ...], others: tuple[str, ...], words: Lexicon) -> bool:
    if any(_akin(one, other, words) for one in ones for other in others):
        return True
    of_ones, of_others = (set(concepts(tokens(" ".join(group)), words)) for group in (ones, others))
    return bool(of_ones & of_others)


def _akin(one: str, other: str, words: Lexicon) -> bool:
    if related(one, other, words.language):
        return True
    return words.language == "de" and (
        covers(one, [other], "de") or one.startswith(other[:6]) or other.startswith(one[:6])
    )


def _written(one: Quantity, after: str) -> str:
    """The number with the words it counts."""
    following = tokens(after[one.end :])[: len(one.counted)]
    ending = one.end + following[-1].end if following else one.end
    return after[one.start : ending].strip()
