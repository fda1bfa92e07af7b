"""Bullet glyphs at the front of lines."""

import re

from resumes.parsing.dates import only_dates

_GLYPHS = "•◦▪▫■□●○◆◇▸▹►▻‣⁃∙➢➤➔→✓✔✦★☆❖»›⦿∗·–—*+-o\u00a7"
_LONE = re.compile(rf"^(?:[{re.escape(_GLYPHS)}]|\d{{1,2}}[.)])$")
_FRONT = re.compile(rf"^\s*([{re.escape(_GLYPHS)}])[ \t\u00a0]+(?=\S)")


def is_bullet(word: str) -> bool:
    """Whether a word is nothing but a bullet."""
    return bool(_LONE.match(word))


def cut_bullet(text: str) -> tuple[str, str]:
    """(bullet, rest), the bullet empty when the text has none."""
    match = _FRONT.match(text)
    if not match or (match[1] in "+-–—→" and only_dates(text[match.end() :])):
        return "", text
    return match[1], text[match.end() :]
