"""Text folded for comparing, letter for letter, so that places in it are places in the original."""

import re
import unicodedata
from collections.abc import Iterable

APOSTROPHES = "’‘ʼ´`"


class _Letters(dict[int, str]):
    """Each character's base letter in lower case: always exactly one character."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _letter(chr(code))
        return folded


def _letter(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    if char.isspace():
        return " "
    base = unicodedata.normalize("NFKD", char.lower())[:1]
    return base if base and not unicodedata.combining(base) and not base.isspace() else char


_LETTERS = _Letters({ord("ß"): "s", ord("ø"): "o", ord("ł"): "l", ord("Ł"): "l", ord("Ø"): "o"})


def fold(text: str) -> str:
    """Lower case without accents; as long as the text."""
    return text.translate(_LETTERS)


ADVERBS = "also|auch|ausserdem|zudem|aussi|egalement|tambien|ademas|asimismo|ebenso|then|ideally|idealerweise"
ADVERBS += "|ebenfalls|zwingend|unbedingt|absolutely|absolument|really|highly|strongly|strictly|natuerlich|vivement"
ADVERBS += "|fortement|sehr|very|especially|particularly|muy|especialmente|gleichfalls|igualmente|all"


def phrases(items: Iterable[str], *, adverbs: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words in folded text, the longest first.
    adverbs: a word such as "also" may stand between a phrase's words."""
    known = sorted({fold(item).strip() for item in items} - {""}, key=len, reverse=True)
    gap = rf"\s+(?:(?:{ADVERBS})\s+)?" if adverbs else r"\s+"
    body = "|".join(re.escape(item).replace(r"\ ", gap) for item in known)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)") if body else re.compile(r"(?!)")
