"""Readability: columns, tables, boxes, pictures and type."""

import re

from resumes.parsing.reading import FontUse
from resumes.scoring.checking import DOCX, FILE, Check, Need, Verdict, check, passed
from resumes.scoring.citing import cite_lines
from resumes.scoring.column_starts import column_starts
from resumes.scoring.counting import count, listed
from resumes.scoring.subject import Subject
from resumes.scoring.vocabulary import everywhere

SMALLEST_SIZE = 9.5
SMALL_SHARE = 0.1
MOST_FAMILIES = 3
PICTURE_SHARE = 0.3
STYLE_WORDS = re.compile(
    r"(regular|bold|italic|oblique|light|medium|semi|demi|black|roman|book|thin|mt|ps|std|pro|\d+)"
)
PAGES = Need(lambda s: bool(s.reading.pages), "This kind of file has no fixed pages.")
FONTS = Need(lambda s: bool(s.reading.facts.fonts), "The file says nothing about its fonts.")
PICTURES = Need(lambda s: s.reading.facts.image_share is not None, "This kind of file can't hold pictures.")


@check(
    "columns",
    "readability",
    weight=6,
    title="One column",
    looks_at="The most columns on a page: one is full credit, two 40%, three none.",
    why="Simpler hiring systems read straight across the page and mix the columns up. One column is safe everywhere.",
    fix="Move the side column's content into sections of the one main column, skills and contact first.",
    needs=(FILE, PAGES),
)
def columns(subject: Subject) -> Verdict:
    most = max(page.columns for page in subject.reading.pages)
    if most <= 1:
        return passed("The text stands in one column")
    starts = cite_lines(subject, column_starts(subject, most))
    return Verdict(0.4 if most == 2 else 0, f"The text stands in {most} columns", evidence=starts)


@check(
    "layout-tables",
    "readability",
    weight=5,
    title="No tables for layout",
    looks_at="Tables that hold the layout of a DOCX; one is 40% credit, more none.",
    why="Many systems skip tables or read them cell by cell in another order than you see.",
    fix="Turn each table into plain paragraphs with tab stops (in Word: Layout, Convert to Text).",
    needs=(DOCX,),
)
def layout_tables(subject: Subject) -> Verdict:
    number = subject.reading.facts.tables or 0
    if not number:
        return passed("No tables hold the layout")
    title = f"{count(number, 'table')} {'holds' if number == 1 else 'hold'} the layout"
    beside = [i for i, line in enumerate(subject.reading.lines) if "\t" in line.text]
    return Verdict(0.4 if number == 1 else 0, title, evidence=cite_lines(subject, beside[:number]))


@check(
    "text-boxes",
    "readability",
    weight=5,
    title="No text boxes",
    looks_at="Text boxes in a DOCX; any costs all.",
    why="Text boxes float outside the text, and many systems never look into them.",
    fix="Cut the text out of each box, paste it into the page itself, and delete the box.",
    needs=(DOCX,),
)
def text_boxes(subject: Subject) -> Verdict:
    number = subject.reading.facts.text_boxes or 0
    if not number:
        return passed("The file holds no text boxes")
    return Verdict(0, f"The file holds {count(number, 'text box', 'text boxes')}")


@check(
    "text-in-images",
    "readability",
    weight=4,
    title="No page is a picture",
    looks_at=(
        f"The largest share of a page that one picture covers; over {PICTURE_SHARE:.0%} with text around it is half "
        "credit, over 80% none."
    ),
    why="Words inside a picture are invisible to a machine.",
    fix="Type the words that stand in the picture, and keep a portrait or logo small.",
    needs=(FILE, PICTURES),
)
def text_in_images(subject: Subject) -> Verdict:
    share = subject.reading.facts.image_share or 0.0
    if share <= PICTURE_SHARE:
        return passed("No picture covers much of a page")
    return Verdict(0 if share > 0.8 else 0.5, f"One picture covers {min(share, 1):.0%} of a page")


@check(
    "header-footer",
    "readability",
    weight=3,
    title="Contact details stand in the page, not in its header or footer",
    looks_at="Whether the e-mail address or phone number of a DOCX stands only in its header or footer.",
    why="Many systems skip headers and footers, and then can't tell whose resume it is or how to reach you.",
    fix="Move your name, e-mail address and phone number from the header or footer to the top of the first page.",
    needs=(DOCX,),
)
def header_footer(subject: Subject) -> Verdict:
    apart = [" ".join(line.split()) for line in subject.reading.facts.header_footer]
    basics = subject.document.basics
    lines = [i for i, line in enumerate(subject.reading.lines) if " ".join(line.text.split()) in apart]
    body = "\n".join(line.text for i, line in enumerate(subject.reading.lines) if i not in lines)
    only_there = [v for v in (basics.email, basics.phone) if v and v in "\n".join(apart) and v not in body]
    if not only_there:
        return passed("Contact details stand in the page itself")
    quotes = cite_lines(subject, [i for i in lines if any(v in subject.reading.lines[i].text for v in only_there)])
    return Verdict(
        0,
        f"{listed(only_there)} {'stands' if len(only_there) == 1 else 'stand'} only in the header or footer",
        evidence=quotes,
    )


@check(
    "font-size",
    "readability",
    weight=1.5,
    title="Type is large enough",
    looks_at=(
        f"The share of characters under {SMALLEST_SIZE} pt; up to {SMALL_SHARE:.0%} is full credit, half of the text "
        "none."
    ),
    why="Small type is hard on readers, and on text recognition when the resume gets printed and scanned.",
    fix=(
        f"Set the text in at least {SMALLEST_SIZE:g} pt, better 10 to 11; save space by cutting words rather than size."
    ),
    needs=(FILE, FONTS),
)
def font_size(subject: Subject) -> Verdict:
    small = sum(font.share for font in subject.reading.facts.fonts or [] if 0 < round(font.size, 1) < SMALLEST_SIZE)
    if small <= SMALL_SHARE:
        return passed(f"The text is set in {SMALLEST_SIZE:g} pt or more")
    return Verdict(max(0.0, 1 - small / 0.5), f"{small:.0%} of the text is smaller than {SMALLEST_SIZE:g} pt")


@check(
    "fonts",
    "readability",
    weight=1,
    title="Few, readable fonts",
    looks_at=(
        f"Font families with more than 2% of the text: at most {MOST_FAMILIES}, and none that imitates handwriting "
        "or posters."
    ),
    why="Ornamental fonts slow readers down and are the ones that most often fail to decode.",
    fix="Use one or two plain font families throughout.",
    needs=(FILE, FONTS),
)
def fonts(subject: Subject) -> Verdict:
    used = _families(subject.reading.facts.fonts or [])
    ornate = [name for name in used if _holds(name, everywhere().decorative_fonts)]
    if ornate:
        return Verdict(0, f"The font {listed(ornate)} is hard to read")
    if len(used) > MOST_FAMILIES:
        return Verdict(0.5, f"The text mixes {len(used)} font families: {listed(used)}")
    return passed(f"The text uses {count(len(used), 'font family', 'font families')}, which is few enough to read well")


def _families(uses: list[FontUse]) -> list[str]:
    """Families as a person knows them, without a subset's prefix or the style. Icon fonts are another check's."""
    shares: dict[str, float] = {}
    names: dict[str, str] = {}
    for use in uses:
        name = re.split(r"[-,]", use.name.split("+")[-1])[0]
        family = STYLE_WORDS.sub("", _letters(name)) or _letters(name)
        names.setdefault(family, name)
        shares[family] = shares.get(family, 0) + use.share
    return sorted(names[f] for f, share in shares.items() if share > 0.02 and not _holds(f, everywhere().icon_fonts))


def _letters(name: str) -> str:
    return name.lower().replace(" ", "")


def _holds(name: str, words: tuple[str, ...]) -> bool:
    return any(word in _letters(name) for word in words)


CHECKS: tuple[Check, ...] = (columns, layout_tables, text_boxes, text_in_images, header_footer, font_size, fonts)
