"""Numbers in a text, in figures or in words, with their scale: "$1.4B", "zwölf", "85 millions d'euros"."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from resumes.matching.folding import fold
from resumes.matching.wording import data

FIGURE = re.compile(
    r"(?<![\w.,])([$€£]\s?|us\$\s?|usd\s|eur\s|chf\s|gbp\s)?(\d{1,12}(?:[.,' ]\d{3})*(?:[.,]\d{1,2})?)"
    r"\s?(k|mio|mrd|mn|mm|m€|m|bn|b)?(?![^\W\d_])\+?"
)
MONEY = re.compile(
    r"\s*\.?\s*(?:\+\s*)?(?:d'|de\s)?(?:€|\$|£|euros?\b|eur\b|dollars?\b|usd\b|pounds?\b|gbp\b|chf\b|francs?\b|franken\b)"
)
FIRST_YEAR, LAST_YEAR = 1950, 2100
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


@dataclass(frozen=True)
class Number:
    value: float
    start: int
    end: int
    money: bool = False

    @property
    def is_a_year(self) -> bool:
        return FIRST_YEAR <= self.value <= LAST_YEAR


@lru_cache(maxsize=4_000)
def numbers_in(text: str) -> tuple[Number, ...]:
    """In the text's order. Years such as 2014 count as numbers too: who asks decides."""
    folded = fold(text)
    found = [number for match in FIGURE.finditer(folded) if (number := _figure(folded, match))]
    taken = {place for number in found for place in range(number.start, number.end)}
    found += [
        number for match in WORD.finditer(folded) if match.start() not in taken and (number := _word(folded, match))
    ]
    return tuple(sorted(found, key=lambda number: number.start))


@cache
def _words() -> dict[str, float]:
    return {fold(word): float(value) for word, value in data("numbers")["words"].items()}


@cache
def _scales() -> dict[str, float]:
    return {fold(word): float(value) for word, value in data("numbers")["scales"].items()}


def _figure(folded: str, match: re.Match[str]) -> Number | None:
    value = _value(match[2])
    if match[3]:
        value *= _scales()[match[3]]
    return _scaled(folded, value, match.start(), match.end(), money=bool(match[1]))


def _value(digits: str) -> float:
    """ "1.4" and "1,4" are decimals; "1.400" and "1,400" are thousands."""
    plain = re.sub(r"[.,' ](?=\d{3}(?:\D|$))", "", digits)
    return float(plain.replace(",", ".").replace("'", "").replace(" ", "") or 0)


def _word(folded: str, match: re.Match[str]) -> Number | None:
    known, word = _words(), match.group()
    value = known.get(word)
    if value is None and "-" in word:
        tens, _, units = word.partition("-")
        value = known[tens] + known[units] if tens in known and units in known else known.get(tens)
    end = match.start() + len(word.partition("-")[0]) if word not in known and "-" in word else match.end()
    return _scaled(folded, value, match.start(), end, money=False) if value else None


def _scaled(folded: str, value: float, start: int, end: int, *, money: bool) -> Number | None:
    """With the words behind it: "1.4 million euros"."""
    scale = re.match(r"\s+([^\W\d_]{2,10})\b", folded[end : end + 14])
    if scale and scale[1] in _scales():
        value *= _scales()[scale[1]]
        end += scale.end()
    money = money or bool(MONEY.match(folded[end : end + 14]))
    return Number(value, start, end, money)
