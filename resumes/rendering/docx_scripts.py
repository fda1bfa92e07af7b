"""Scripts in a Word file: which fonts write them, and what Word has to be told about a run of them."""

import re
from typing import NamedTuple

from resumes.rendering.scripts import HANGUL, KANA
from resumes.rendering.sheet import Sheet

_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
LOCALES = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES"}


class Scripts(NamedTuple):
    """Languages for the spelling checker, and the font of Chinese, Japanese or Korean."""

    language: str
    east_asian_font: str
    east_asian_language: str
    right_to_left_language: str


def scripts_of(sheet: Sheet) -> Scripts:
    text = "".join(sheet.texts())
    if KANA.search(text):
        east = ("Noto Sans JP", "ja-JP")
    elif HANGUL.search(text):
        east = ("Noto Sans KR", "ko-KR")
    else:
        east = ("Noto Sans SC", "zh-CN")
    right = "he-IL" if _HEBREW.search(text) else "ar-SA"
    return Scripts(LOCALES.get(sheet.language, "en-US"), *east, right)


def is_east_asian(text: str) -> bool:
    return bool(_EAST_ASIAN.search(text))
