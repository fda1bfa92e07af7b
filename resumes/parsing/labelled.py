"""Lines that say in front what they hold: "Courses: Algebra, Logic", "Technologies: Go, SQL"."""

import re

from resumes.parsing.quotes import Quote
from resumes.parsing.words import known

LABELS = ("courses", "tools", "scores")
_LABEL = re.compile(r"^([^:\t]{2,40}?)\s?:\s+(?=\S)")
_SPLIT = re.compile(r"\s*[,;•·|\t]\s+(?![^()]*\))")


def labelled(text: Quote, kind: str) -> Quote | None:
    """What stands behind a label of a kind ("courses", "tools", "scores"), if the text begins with one."""
    match = _LABEL.match(text.text)
    return text.cut(match.end(), len(text.text)) if match and known(kind, match[1]) else None


def listed(text: Quote, kind: str) -> list[Quote]:
    """The parts of a list that stands behind a label of a kind; none without the label."""
    found = labelled(text, kind)
    return [part for piece in found.split(_SPLIT) if (part := piece.strip())] if found else []
