"""Which role families somebody belongs to, by the titles they hold or want."""

import re

from interviews.bank.bank import GENERAL, families

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
MOST = 2
"""Families that one interview draws from, besides the general one."""


def families_of(titles: tuple[str, ...]) -> list[str]:
    """The most telling first, the general one last. Earlier titles weigh more; longer stems say more."""
    scores: dict[str, float] = {}
    for place, title in enumerate(titles):
        for family, stems in _stems().items():
            best = max((len(stem) for stem in stems if _names(title, stem)), default=0)
            if best:
                scores[family] = scores.get(family, 0) + best / (1 + place)
    ranked = sorted(scores, key=lambda family: (-scores[family], family))
    return [*ranked[:MOST], GENERAL]


def _stems() -> dict[str, set[str]]:
    own = (each for each in families().values() if each.family != GENERAL)
    return {each.family: {stem.casefold() for stems in each.titles.values() for stem in stems} for each in own}


def _names(title: str, stem: str) -> bool:
    """Whether the title has the stem at the start of a word, or, in German compounds, at the start of a part."""
    folded = title.casefold().replace("-", " ")
    if " " in stem:
        return stem in folded
    return any(word.startswith(stem) or (len(stem) > 5 and stem in word) for word in _WORD.findall(folded))
