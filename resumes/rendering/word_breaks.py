"""Where lines may break inside words: patterns for the templates, made here because a search costs Typst more."""

import re
from itertools import chain

from resumes.rendering.sheet import Sheet

ENDLESS = 45
LONGEST_WHOLE = 40
MOST_IN_A_ROW = 400
MOST_WHOLE = 1_000
"""More different words with hyphens than anybody writes; any beyond may break at their hyphens."""
# Chinese, Japanese and Korean break between any two characters.
_ENDLESS = re.compile(
    r"[^\s\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    rf"\uff66-\uff9f\U00020000-\U0003ffff]{{{ENDLESS},}}"
)
_HYPHENED = re.compile(r"(?<![^\s/-])[^\s/-]+[-/][^\s/-]+(?:[-/][^\s/-]+)?")
_JOINED = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u08a0-\u097f\ua8e0-\ua8ff\ufb1d-\ufdff\ufe70-\ufeff]")


def endless(sheet: Sheet) -> str:
    """A pattern, in Typst's words, for what may break anywhere; empty where no word is longer than a line."""
    found = any(_ENDLESS.search(text) for text in sheet.texts() if len(text) >= ENDLESS)
    return rf"[^\s\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Hangul}}]{{{ENDLESS},}}" if found else ""


def whole(sheet: Sheet) -> str:
    """A pattern for the words with a hyphen or slash that stay on one line, so that whoever reads the text finds them
    whole; empty where there is none, or more in one paragraph than Typst takes."""
    rows = [[entry.title for entry in section.entries] for section in sheet.sections]
    rows += [entry.tags for section in sheet.sections for entry in section.entries]
    paragraphs = (*sheet.texts(), *map(" ".join, rows))
    found = [_hyphened(text) for text in paragraphs if "-" in text or "/" in text]
    if max(map(len, found), default=0) > MOST_IN_A_ROW:
        return ""
    words = list(dict.fromkeys(chain.from_iterable(found)))[:MOST_WHOLE]
    # The first alternative that fits is taken, so that the longer of two goes before.
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _hyphened(text: str) -> list[str]:
    words = (word for word in text.split() if "-" in word or "/" in word)
    return [part for word in words for part in _HYPHENED.findall(word) if len(part.encode()) <= LONGEST_WHOLE]


def is_joined(sheet: Sheet) -> bool:
    """Whether it has letters that are written together (Arabic, Devanagari) or read worse apart (Hebrew)."""
    return any(_JOINED.search(text) for text in sheet.texts() if not text.isascii())
