"""Scripts beyond Latin: which fonts write them, in which order, and what none of ours can write."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from resumes.rendering.fonts import upright
from resumes.rendering.sheet import Sheet

OTHERS = ("Noto Sans Hebrew", "Mukta", "Noto Sans Thai")
"""Hebrew, Devanagari, Thai. Greek and Cyrillic are in Noto Sans, which comes before all."""
ARABIC_FONTS = ("Almarai", "IBM Plex Sans Arabic")
"""The first is read back best from a PDF; the second also has the letters of Pashto and Kurdish."""
EAST_FONTS = ("Noto Sans SC", "Noto Sans JP", "Noto Sans KR")
KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff]")
# Invisible by nature (joiners, marks of direction, variation selectors): a font without them loses nothing.
_UNSEEN = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028\u2029\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def fallback(sheet: Sheet) -> list[str]:
    """Families in the order in which they are asked for what the template's own can't write.

    Chinese, Japanese and Korean draw the same Han character differently: kana or Hangul anywhere on the sheet tell
    which is meant.
    """
    text = "".join(sheet.texts())
    arabic = set(ARABIC.findall(text))
    # A word set in two fonts falls apart, so one writes all of it.
    plain = not arabic or arabic <= _letters("Almarai")
    own = "Noto Sans JP" if KANA.search(text) else "Noto Sans KR" if HANGUL.search(text) else "Noto Sans SC"
    east = (own, *(family for family in EAST_FONTS if family != own))
    return ["Noto Sans", *(ARABIC_FONTS if plain else ARABIC_FONTS[::-1]), *OTHERS, *east]


def is_arabic(sheet: Sheet) -> bool:
    """Whether anything on it is written in Arabic letters."""
    return any(ARABIC.search(text) for text in sheet.texts())


def unset_characters(sheet: Sheet) -> str:
    """What no font of ours can write, each character once, in the order of the sheet; empty nearly always.

    The same in every template: each falls back on all fonts.
    """
    left = [char for char in dict.fromkeys("".join(sheet.texts())) if not char.isspace() and not _UNSEEN.match(char)]
    for file in upright():
        if not left:
            break
        left = [char for char in left if not _has(file, char)]
    return "".join(left)


def _has(file: Path, char: str) -> bool:
    """The character itself, or the parts into which it is taken to be drawn."""
    held = _characters(file)
    return ord(char) in held or all(ord(part) in held for part in unicodedata.normalize("NFD", char))


def _letters(family: str) -> set[str]:
    file = next(file for file in upright() if file.stem == f"{family}-Regular")
    return {chr(code) for code in _characters(file)}


@cache
def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())
