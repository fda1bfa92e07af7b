"""When a value that was read is the value that was meant, and when a text holds it."""

import re
import unicodedata
from collections import Counter

from resumes.parsing.places import country_code
from resumes.proving.expected import Expected, Sort
from resumes.rendering.laying_out import shown_address

_QUOTES = str.maketrans({"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u00ad": None})
_WITHOUT_SPACES = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Chinese, Japanese and Korean signs: a line may end behind any of them."""
_BREAKABLE = re.compile(rf"(?<=[^\w\s]|[{_WITHOUT_SPACES}])\s+")
_WORD = re.compile(rf"[^\W{_WITHOUT_SPACES}]")
_SPACES = re.compile(r"\s+")
MOST_WORDS = 0.6
"""From so many of a value's words on, a text that doesn't hold the value holds a changed one."""


def plain(text: str) -> str:
    """White space, quotation marks and ways of encoding made one; letters and their case stay."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_QUOTES)).strip()


def same(meant: Expected, got: str) -> bool:
    """Whether a reader's value says what was meant."""
    match meant.sort:
        case Sort.PHONE:
            return _digits(meant.value) == _digits(got) or plain(meant.value) == plain(got)
        case Sort.URL:
            return shown_address(meant.value).casefold() == shown_address(got).casefold()
        case Sort.DATE:
            return meant.value == plain(got)[: max(len(meant.value), 4)]
        case Sort.COUNTRY:
            return (country_code(meant.value) or meant.value) == (country_code(got) or got)
        case Sort.TEXT:
            return plain(meant.value) == plain(got)


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def words(text: str) -> Counter[str]:
    """A text's words, whatever their case and order."""
    return Counter(re.findall(r"\w+", plain(text).casefold()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share (0 to 1) of words that two texts have in common."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


class Text:
    """The plain text of a second reader, asked for values."""

    def __init__(self, text: str) -> None:
        self._text = _unbroken(text)
        self._words = words(text)

    def holds(self, value: str) -> bool:
        """Whether the value's words stand there whole and in order; a line may end between them or behind any sign."""
        wanted = _unbroken(value)
        at = self._text.find(wanted)
        while at >= 0 and not self._is_whole(at, wanted):
            at = self._text.find(wanted, at + 1)
        return at >= 0

    def _is_whole(self, at: int, value: str) -> bool:
        """Whether no letter runs on into the value or out of it."""
        around = ((self._text[at - 1 : at], value[:1]), (value[-1:], self._text[at + len(value) : at + len(value) + 1]))
        return not any(_WORD.match(one) and _WORD.match(other) for one, other in around)

    def holds_most(self, value: str) -> bool:
        wanted = words(value)
        return (wanted & self._words).total() >= MOST_WORDS * max(1, wanted.total())


def _unbroken(text: str) -> str:
    """Text without the white space behind signs, where a line may have ended inside a word."""
    return _BREAKABLE.sub("", plain(text))
