"""How each template looks in a word processor: the few measures in which their Word files differ."""

from typing import Literal, NamedTuple

from resumes.rendering.design import Design, Paper, Spacing, Template
from resumes.rendering.looks import LOOKS as OWN


class WordLook(NamedTuple):
    """Sizes in points, margin in millimetres; font and accent (RRGGBB) are filled in by `look_of`.

    rule: the line that goes with a section's heading. wide: letters of headings set apart. employer: how the line
    under an entry's title begins.
    """

    font: str = ""
    accent: str = ""
    size: float = 10.5
    margin: float = 19
    name_size: float = 24
    name_bold: bool = True
    name_caps: bool = False
    name_coloured: bool = False
    centred: bool = False
    head_rule: bool = False
    heading_size: float = 12
    heading_caps: Literal["", "caps", "smallCaps"] = ""
    heading_centred: bool = False
    heading_coloured: bool = True
    rule: Literal["", "below", "above", "around", "side"] = ""
    employer: Literal["plain", "italic", "coloured"] = "plain"
    line: float = 1.08


LOOKS = {
    Template.CLASSIC: WordLook(
        centred=True, name_size=22, heading_caps="smallCaps", heading_size=12.5, rule="below", employer="italic"
    ),
    Template.MODERN: WordLook(
        size=10,
        name_size=28,
        name_coloured=True,
        heading_size=13,
        employer="coloured",
        head_rule=True,
    ),
    Template.COMPACT: WordLook(
        size=9.5,
        margin=14,
        name_size=18,
        heading_size=10,
        heading_caps="caps",
        rule="below",
        line=1.0,
    ),
    Template.EXECUTIVE: WordLook(
        size=11.5,
        margin=23,
        name_size=26,
        name_bold=False,
        name_caps=True,
        centred=True,
        heading_size=11.5,
        heading_caps="caps",
        heading_centred=True,
        rule="around",
        employer="italic",
    ),
    Template.ACADEMIC: WordLook(
        size=11,
        margin=25,
        name_size=20,
        centred=True,
        heading_size=13,
        heading_coloured=False,
        employer="italic",
    ),
    Template.TECHNICAL: WordLook(
        size=9.5,
        margin=17,
        name_size=22,
        heading_size=11,
        rule="side",
        employer="coloured",
    ),
}
PAGES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Width and height in millimetres."""
AIR = {Spacing.TIGHT: 0.7, Spacing.NORMAL: 1.0, Spacing.AIRY: 1.4}
"""By what the gaps between paragraphs are multiplied."""
LEADING = {Spacing.TIGHT: 0.95, Spacing.NORMAL: 1.0, Spacing.AIRY: 1.1}


def look_of(design: Design) -> WordLook:
    """The template's look with the person's own choices."""
    look, own = LOOKS[design.template], OWN[design.template]
    accent = (design.accent or own.accent).removeprefix("#").upper()
    return look._replace(font=design.font or own.font, accent=accent, line=look.line * LEADING[design.spacing])
