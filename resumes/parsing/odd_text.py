"""Text that people and machines see differently: hidden from the one, without meaning to the other."""

import re
from dataclasses import dataclass, field

from resumes.parsing.reading import Box

# U+FFFD, private use, and control characters that are no white space.
UNDECODED = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\x00-\x08\x0e-\x1f\x7f-\x9f]+")


@dataclass(frozen=True)
class Piece:
    """box: in points from the page's top left, or None in files without pages."""

    text: str
    page: int = 1
    box: Box | None = None


@dataclass(frozen=True)
class Found:
    """What a first look found, before it is known where it stands among the lines."""

    hidden: list[Piece] = field(default_factory=list)
    undecoded: list[Piece] = field(default_factory=list)
