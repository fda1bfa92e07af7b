"""The templates in words for people, and what each uses where a person chose nothing."""

from typing import NamedTuple

from resumes.rendering.design import Font, Template


class Look(NamedTuple):
    """font, accent: the template's own, as its file has them."""

    name: str
    sentence: str
    font: Font
    accent: str


LOOKS = {
    Template.CLASSIC: Look(
        "Classic", "A centred serif page, small capitals over fine rules.", Font.XCHARTER, "#1f3a5f"
    ),
    Template.MODERN: Look("Modern", "A tinted band, a bold name, clear sans headings.", Font.LATO, "#0f766e"),
    Template.COMPACT: Look("Compact", "All on one page, in the largest size that fits.", Font.SOURCE_SANS, "#9a3412"),
    Template.EXECUTIVE: Look("Executive", "A large Garamond name and room to breathe.", Font.EB_GARAMOND, "#7a1f2b"),
    Template.ACADEMIC: Look("Academic", "Dates in a rail, at its best with publications.", Font.GENTIUM, "#30475e"),
    Template.TECHNICAL: Look("Technical", "A time line along every entry, easy to scan.", Font.ROBOTO, "#1d4ed8"),
}
