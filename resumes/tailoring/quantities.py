"""Numbers of a text in any spelling: value, unit, and the words they count."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from resumes.tailoring.half_numbers import halves
from resumes.tailoring.lexicon import Lexicon, lexicon
from resumes.tailoring.number_words import Spelled, spelled
from resumes.tailoring.tokens import Token, tokens

DIGITS = re.compile(
    r"(?<![\w.,])(?P<before>[$€£¥]|US\$|(?:USD|EUR|CHF|GBP|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|MXN)(?=\s?\d))?\s?"
    r"(?P<number>\d{1,3}(?:[.,'’   ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?P<ordinal>(?:st|nd|rd|th|er|re|ère|ème|e|\.?º|\.?ª)(?!\w))?"
)
NONSTOP = re.compile(r"\b24/7\b")
ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})(?:-\d{2})?\b")
MAGNITUDE = re.compile(
    r"[\s-]?(?:(?P<kilo>k(?=[€$£]|eur\b|\b)|t(?=€|eur\b)|tsd\b\.?|thousand\b|tausend\b|mille\b|mil\b)"
    r"|(?P<giga>mil millones\b|miles de millones\b|bn\b|b\b|billions?\b|milliards?\b|milliarden?\b|mrd\b\.?|mds?\b)"
    r"|(?P<mega>(?-i:M)(?=\s?[€$£]|EUR\b|\b)|(?-i:m)(?=\s?[€$£])|mn\b|mio\b\.?|millions?\b|millionen\b|mill[oó]n(?:es)?\b)"
    r"|(?P<dozen>dozens?\b|dutzend\b|douzaines?\b|docenas?\b)|(?P<hundred>hundred\b|hundert\b))",
    re.IGNORECASE,
)
TIMES = {"kilo": 1e3, "mega": 1e6, "giga": 1e9, "dozen": 12.0, "hundred": 100.0}
SYMBOLS = {
    "$": "dollar",
    "us$": "dollar",
    "usd": "dollar",
    "cad": "dollar",
    "aud": "dollar",
    "nzd": "dollar",
    "sek": "krone",
    "nok": "krone",
    "dkk": "krone",
    "pln": "zloty",
    "czk": "koruna",
    "mxn": "peso",
    "€": "euro",
    "eur": "euro",
    "£": "pound",
    "gbp": "pound",
    "chf": "franc",
    "¥": "yen",
    "%": "percent",
    "‰": "permille",
    "°": "degree",
}
CURRENCIES = frozenset(SYMBOLS.values()) - {"percent", "permille", "degree"}
YEARS = range(1950, 2100)
MILLION = 1_000_000
HEADS = frozenset(["person", "member", "man", "woman", "strong", "head", "people"])
"""What a team is counted in: "a nine-person brigade"."""
BRIEF = ("s", "ha", "t", "l", "m", "h")
"""Units that are small words as well."""
TURNING = ("turning", "turned", "turns")
RATE_WITHIN = 6
AFTER, BEFORE = 4, 3
"""Words that may name what is counted, after and before the number."""


@dataclass(frozen=True)
class Quantity:
    """counted: the words straight after it up to the next small word; near: those around it; following: those after it.

    bound: "over", "upper" or "near", where the text says "more than", "up to", "almost"; "span" for "in", "within".
    alone: the text has no other number. label: the name straight before it, as in "ISO 26262". rate: the time of
    "a week". step: "by" or "to", as in "cut by 30" and "cut to 30".
    """

    value: float
    unit: str
    start: int
    end: int
    counted: tuple[str, ...] = ()
    near: tuple[str, ...] = field(default=())
    bound: str = ""
    is_year: bool = False
    following: tuple[str, ...] = ()
    alone: bool = False
    label: str = ""
    rate: str = ""
    step: str = ""


@dataclass
class _Found:
    value: float
    start: int
    end: int
    unit: str = ""
    plain: bool = False
    factor: float = 1.0

    @property
    def plain_year(self) -> bool:
        return self.plain and self.value in YEARS


@lru_cache(maxsize=4_000)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """In order. Dates as in 2019-03-01 are left out."""
    words = lexicon(language)
    nonstop = [_Found(24.0, match.start(), match.end(), "hour") for match in NONSTOP.finditer(text)]
    nonstop += [_Found(half.value, half.start, half.end, half.unit) for half in halves(text)]
    others = [match.span() for match in ISO_DATE.finditer(text)] + [(one.start, one.end) for one in nonstop]
    found = nonstop + [
        _in_digits(match, text, words) for match in DIGITS.finditer(text) if not _inside(match.start("number"), others)
    ]
    taken = [(one.start, one.end) for one in found]
    listed = tokens(text)
    found += [_in_words(one, text, words) for one in spelled(listed, text, words) if not _inside(one.start, taken)]
    found.sort(key=lambda one: one.start)
    found = [one for i, one in enumerate(found) if not i or one.start >= found[i - 1].end]  # the "cent" of "pour cent"
    _share_units(found, text, words)
    return tuple(_described(one, text, listed, found, words) for one in found)


def _share_units(found: list[_Found], text: str, words: Lexicon) -> None:
    """ "From 320 to 90 euros": the first is in euros too; "from 50 minutes to 20": so is the second."""
    for one, following in pairwise(found):
        between = text[one.end : following.start]
        if "," in between or not all(token.folded in words.joiners for token in tokens(between)):
            continue
        if one.factor == 1 and not one.unit and not one.plain_year and one.value < following.factor:
            one.value *= following.factor  # "from 1.1 to 1.6 million"
        if not one.unit and not one.plain_year:
            one.unit = following.unit
        elif not following.unit and not following.plain_year and _counts_nothing(following, text, words):
            following.unit = one.unit


def _counts_nothing(one: _Found, text: str, words: Lexicon) -> bool:
    after = tokens(text[one.end :])[:1]
    return not after or after[0].folded in words.joiners or after[0].clause > 0 or text[one.end : one.end + 1] in ".,;"


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _in_digits(match: re.Match[str], text: str, words: Lexicon) -> _Found:
    value = as_number(match["number"], words.language)
    plain = match["number"].isdigit() and not match["before"]
    found = _Found(value, match.start(), match.end(), SYMBOLS.get((match["before"] or "").casefold(), ""), plain)
    if match["ordinal"]:
        found.unit = "ordinal"
        return found
    return _measured(found, text, words)


def _in_words(one: Spelled, text: str, words: Lexicon) -> _Found:
    found = _Found(one.value, one.start, one.end, one.unit)
    return found if one.unit else _measured(found, text, words)


def _measured(found: _Found, text: str, words: Lexicon) -> _Found:
    """Takes in the magnitude and the unit that follow."""
    while magnitude := MAGNITUDE.match(text, found.end):
        found.value *= TIMES[str(magnitude.lastgroup)]
        found.factor *= TIMES[str(magnitude.lastgroup)]
        found.end = magnitude.end()
        found.plain = False
    if symbol := re.compile(r"\s?([$€£¥%‰]|°\s?[CF]?)").match(text, found.end):
        found.unit, found.end = SYMBOLS[symbol[1][0]], symbol.end()
        return found
    if found.unit in CURRENCIES and (millions := re.compile(r"m\b").match(text, found.end)):
        found.value, found.end = found.value * 1e6, millions.end()
    if found.value >= MILLION and (of := re.compile(r"\s(?:d['’]|de\s)").match(text, found.end)):
        found.end = of.end() - (text[of.end() - 1] == " ")
    following = tokens(text[found.end : found.end + 60])[:3]
    gap = text[found.end : found.end + (following[0].start if following else 0)]
    if following and not re.search(r"[,;:.()]", gap):
        for hit in words.units.find(following):
            if following[hit.end - 1].folded in words.joiners and not _stands_alone(
                following[hit.end - 1], text, found
            ):
                continue  # "an" is a year in French alone
            one_later = hit.start == 1 and hit.label in TIME_UNITS and following[1].clause == 0
            one_later = one_later and following[0].folded not in words.joiners  # "eight a week"
            if hit.start == 0 or (one_later and "/" not in text[found.end : found.end + following[1].start]):
                found.unit = found.unit or hit.label
                found.end += following[hit.end - 1].end if hit.start == 0 else 0
                found.plain = False
                break
    return found


def _stands_alone(token: Token, text: str, found: _Found) -> bool:
    """The s of "0,9 s", not of "s'est"."""
    end = found.end + token.end
    return token.folded in BRIEF and text[end : end + 1] not in ("'", "’")


TIME_UNITS = {"year", "month", "week", "day", "hour", "minute", "second"}


def as_number(digits: str, language: str) -> float:
    """ "12,000", "12.000", "1,4" by the language's custom; three digits after a lone separator are thousands."""
    digits = re.sub(r"['’   ]", "", digits)
    marks = re.findall(r"[.,]", digits)
    if len(set(marks)) == 2:
        decimal = marks[-1]
    elif len(marks) == 1 and (len(digits) - digits.index(marks[0]) != 4 or marks[0] == (".", ",")[language != "en"]):
        decimal = marks[0]
    else:
        decimal = ""
    whole = "".join("." if mark == decimal else mark for mark in digits if mark.isdigit() or mark == decimal)
    return float(whole)


def _described(one: _Found, text: str, listed: tuple[Token, ...], found: list[_Found], words: Lexicon) -> Quantity:
    others = [(other.start, other.end) for other in found]
    after = [token for token in listed if token.start >= one.end and not _inside(token.start, others)]
    before = [token for token in listed if token.end <= one.start and not _inside(token.start, others)]
    counted = _counted(one, after, text, found, words)
    clause = max((token.clause for token in before), default=0)
    unit = "person" if text[one.end : one.end + 1] == "-" and counted[:1] and counted[0] in HEADS else one.unit
    following = [token.folded for token in after if token.folded not in words.joiners][:AFTER]
    near = following + [token.folded for token in before if token.folded not in words.joiners][-BEFORE:]
    return Quantity(
        one.value,
        unit,
        one.start,
        one.end,
        counted,
        tuple(near),
        _bound(before, words) or ("span" if unit in TIME_UNITS and "-" in text[one.start : one.end] else ""),
        one.plain_year,
        tuple(following),
        alone=len(found) == 1,
        label=_label(before, one, text),
        rate=_rate(after, words),
        step=words.steps.get(before[-1].folded, "") if before and before[-1].clause == clause else "",
    )


def _label(before: list[Token], one: _Found, text: str) -> str:
    named = (
        before
        and _is_named(before[-1])
        and one.unit not in CURRENCIES
        and text[before[-1].end : one.start].strip() in ("", "-")
    )
    return before[-1].folded if named else ""


def _is_named(token: Token) -> bool:
    return token.is_acronym or (token.is_capitalised and not token.opens)


def _rate(after: list[Token], words: Lexicon) -> str:
    """Of the words after it in the same clause: "per minute", "monthly"."""
    close = [token for token in after[:RATE_WITHIN] if token.clause == after[0].clause]
    return next((hit.label for hit in words.rates.find(close)), "")


def _counted(one: _Found, after: list[Token], text: str, found: list[_Found], words: Lexicon) -> tuple[str, ...]:
    counted: list[str] = []
    place = one.end
    hyphened = text[place : place + 1] == "-"
    for token in after[:AFTER]:
        between = text[place : token.start]
        if hyphened and counted and between != "-":
            break
        if re.search(r"[,;:.()/]", between) or any(place <= other.start < token.start for other in found):
            break
        if token.folded in words.joiners:
            break
        counted.append(token.folded)
        place = token.end
    return tuple(counted)


def _bound(before: list[Token], words: Lexicon) -> str:
    closest = before[-4:]
    if len(closest) > 1 and closest[-2].folded in TURNING:
        return ""  # "turning over £85k"
    hits = [hit for hit in words.bounds.find(closest) if hit.end >= len(closest)]
    return hits[0].label if hits else ""


def dates_in(text: str) -> set[tuple[int, int]]:
    """(year, month) of the ISO dates; month 0 where the text is a year alone."""
    dates = {(int(match[1]), int(match[2])) for match in ISO_DATE.finditer(text)}
    return dates | ({(int(text), 0)} if re.fullmatch(r"(19|20)\d\d", text.strip()) else set())
