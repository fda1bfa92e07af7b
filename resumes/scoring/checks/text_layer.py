"""Readability: whether the file's text comes out as text, whole and in order. How it is written plays no part."""

import unicodedata
from dataclasses import replace
from itertools import pairwise

from resumes.parsing.reading import Box, Reading, Span
from resumes.scoring.checking import CONTENT, FILE, LINES, Check, Need, Verdict, check, passed
from resumes.scoring.citing import MOST_QUOTES, cite_lines, cite_span
from resumes.scoring.counting import count, listed
from resumes.scoring.subject import Subject

FEWEST_WORDS = 30
LONGEST_ICON = 2
LONGEST_FRONT = 40
UNREADABLE_SHARE = 0.15
SPECIAL_SHARE = 0.05
HIDDEN_CHARACTERS = 40
SCAN_SHARE = 0.8
SPECIAL_ALLOWED = frozenset("°™®©•·")
BOXES = Need(lambda s: any(line.box for line in s.reading.lines), "The file says nothing about where its lines stand.")
HIDDEN_KNOWN = Need(
    lambda s: not _is_read_scan(s),
    "This is a scan with a text layer, where the text always lies hidden under the picture.",
)


@check(
    "text-layer",
    "readability",
    weight=5,
    title="The file holds text",
    looks_at=f"The number of words that come out of the file; under {FEWEST_WORDS} it counts as empty.",
    why="Hiring systems read the text inside the file. What is only a picture of text doesn't reach them.",
    fix=(
        "Export the resume as a PDF straight from the program you wrote it in, rather than scanning or photographing "
        "it."
    ),
    needs=(FILE,),
    ceiling=10,
)
def text_layer(subject: Subject) -> Verdict:
    if subject.words >= FEWEST_WORDS:
        return passed(f"{count(subject.words, 'word')} can be read from the file")
    return Verdict(0, f"Only {count(subject.words, 'word')} can be read from the file", ceiling=10)


@check(
    "characters-decode",
    "readability",
    weight=4,
    title="Fonts decode to real characters",
    looks_at=(
        "The share of characters without a meaning in Unicode; none is full credit, 5% none; over "
        f"{UNREADABLE_SHARE:.0%} blocks."
    ),
    why=(
        "Some fonts draw a letter without saying which letter it is. People see the word; a machine sees a blank or "
        "a wrong sign."
    ),
    fix="Use a common font (for example Arial, Calibri, Georgia or Source Sans) and export the PDF again.",
    needs=(FILE, LINES, CONTENT),
    ceiling=30,
)
def characters_decode(subject: Subject) -> Verdict:
    broken = [span for span in subject.reading.facts.undecoded if not _is_icon(subject, span)]
    lost = sum(span.end - span.start for span in broken)
    share = lost / max(1, len(subject.text))
    if not lost:
        return passed("Every character decodes")
    return Verdict(
        max(0.0, 1 - share / 0.05),
        f"{count(lost, 'character')} can't be decoded",
        evidence=cite_lines(subject, _lines_of(broken)),
        ceiling=30 if share > UNREADABLE_SHARE else None,
    )


@check(
    "icons",
    "readability",
    weight=3,
    title="No icon glyphs or emoji in the text",
    looks_at=(
        "Emoji, and private-use characters standing alone, as icon fonts make them; each of up to four costs a quarter."
    ),
    why="An icon for a phone or a pin comes out as a stray sign in front of the value it stands by, and can spoil it.",
    fix="Replace icons and emoji with words ('Phone', 'E-mail') or leave them out; use plain bullets.",
    needs=(FILE, LINES),
)
def icons(subject: Subject) -> Verdict:
    private = [span.line for span in subject.reading.facts.undecoded if _is_icon(subject, span)]
    emoji = [i for i, line in enumerate(subject.reading.lines) if any(map(_is_emoji, line.text + line.bullet))]
    indexes = sorted({index for index in (*private, *emoji) if index < len(subject.reading.lines)})
    if not indexes:
        return passed("No icons or emoji stand in the text")
    title = f"{count(len(indexes), 'line')} {'holds' if len(indexes) == 1 else 'hold'} icons or emoji"
    if not all(_shows_icon(subject, index) for index in indexes):
        fronts = [f"'{subject.reading.lines[index].text.split('\t')[0][:LONGEST_FRONT].strip()}'" for index in indexes]
        title = f"{'An icon stands' if len(indexes) == 1 else 'Icons stand'} before or beside {listed(fronts, most=3)}"
    return Verdict(max(0.0, 1 - len(indexes) / 4), title, evidence=cite_lines(subject, indexes))


@check(
    "special-characters",
    "readability",
    weight=1,
    title="Few special characters",
    looks_at="Drawing signs, stars, blocks and arrows; at most 5% of the characters.",
    why="Rating stars, progress bars and ornaments turn into noise that says nothing to a machine.",
    fix="Write levels as words ('fluent', 'advanced') and separate with commas or line breaks.",
    needs=(FILE, LINES, CONTENT),
)
def special_characters(subject: Subject) -> Verdict:
    odd = [i for i, line in enumerate(subject.reading.lines) if any(map(_is_special, line.text))]
    number = sum(map(_is_special, subject.text))
    share = number / max(1, len(subject.text))
    if share <= SPECIAL_SHARE:
        return passed("The text holds few special characters or none")
    return Verdict(0, f"{share:.0%} of the characters are ornaments", evidence=cite_lines(subject, odd))


@check(
    "hidden-text",
    "readability",
    weight=6,
    title="No hidden text",
    looks_at=(
        "White, invisible, tiny or off-page text, and letters that draw nothing. It counts for no other check; "
        f"{HIDDEN_CHARACTERS} characters or more cost all."
    ),
    why=(
        "Systems compare what a machine reads with what a person sees. Hidden words look like an attempt to trick them."
    ),
    fix="Delete the text shown here, or make it visible if it belongs in your resume.",
    needs=(FILE, HIDDEN_KNOWN),
)
def hidden_text(subject: Subject) -> Verdict:
    subject = replace(subject, reading=_whole(subject))
    lines = subject.reading.lines
    spans = [span for span in subject.reading.facts.hidden if span.line < len(lines)]
    number = sum(len(lines[span.line].text[span.start : span.end].strip()) for span in spans)
    if not number:
        return passed("All text is visible")
    quotes = [cite_span(subject, span) for span in spans[:MOST_QUOTES]]
    return Verdict(
        max(0.0, 1 - number / HIDDEN_CHARACTERS),
        f"{count(number, 'character')} can't be seen on the page",
        evidence=quotes,
    )


@check(
    "reading-order",
    "readability",
    weight=3,
    title="Text comes in reading order",
    looks_at=(
        "How often the text jumps back up the page other than to a column on the right; over 10% of the lines costs "
        "all, over 40% blocks."
    ),
    why="When a file stores its text out of order, a job's title can end up beside another job's dates.",
    fix="Lay the resume out from top to bottom in one column, without text boxes, and export it again.",
    needs=(FILE, BOXES),
    ceiling=60,
)
def reading_order(subject: Subject) -> Verdict:
    jumps = [index for page in subject.reading.pages for index in _jumps_back(subject, page.number)]
    share = len(jumps) / max(1, len(subject.reading.lines))
    if not jumps:
        return passed("The text runs from top to bottom")
    return Verdict(
        max(0.0, 1 - share / 0.1),
        f"The text jumps back up the page {count(len(jumps), 'time')}",
        evidence=cite_lines(subject, jumps),
        ceiling=60 if share > 0.4 else None,
    )


def _whole(subject: Subject) -> Reading:
    return subject.reading.model_copy(update={"lines": [*subject.reading.lines, *subject.unseen]})


def _is_icon(subject: Subject, span: Span) -> bool:
    """One or two private-use signs standing alone; more in a row is a word whose font doesn't decode."""
    lines = subject.reading.lines
    text = lines[span.line].text[span.start : span.end] if span.line < len(lines) else ""
    return len(text) <= LONGEST_ICON and all(unicodedata.category(letter) == "Co" for letter in text)


def _shows_icon(subject: Subject, index: int) -> bool:
    """Whether the line as it was read still holds the sign; the reading leaves icon glyphs out."""
    line = subject.reading.lines[index]
    return any(_is_emoji(letter) or unicodedata.category(letter) == "Co" for letter in line.text + line.bullet)


def _is_emoji(letter: str) -> bool:
    return 0x1F000 <= ord(letter) <= 0x1FAFF or letter in "☎✆✉⌂☏"


def _is_special(letter: str) -> bool:
    return ord(letter) > 127 and letter not in SPECIAL_ALLOWED and unicodedata.category(letter) in {"So", "Sk"}


def _is_read_scan(subject: Subject) -> bool:
    if subject.unseen:
        return False
    facts = subject.reading.facts
    hidden = sum(span.end - span.start for span in facts.hidden)
    return (facts.image_share or 0) >= SCAN_SHARE and hidden > len(subject.text) / 2


def _jumps_back(subject: Subject, page: int) -> list[int]:
    """Lines that start more than two line heights above the one before, without being in a column to its right."""
    placed = [(i, line.box) for i, line in enumerate(subject.reading.lines) if line.box and line.page == page]
    return [i for (_, before), (i, box) in pairwise(placed) if _is_jump(before, box)]


def _is_jump(before: Box, box: Box) -> bool:
    up = before.y0 - box.y0 > 2 * max(1.0, box.y1 - box.y0)
    return up and box.x0 < before.x1


def _lines_of(spans: list[Span]) -> list[int]:
    return sorted({span.line for span in spans})


CHECKS: tuple[Check, ...] = (
    text_layer,
    characters_decode,
    reading_order,
    hidden_text,
    icons,
    special_characters,
)
