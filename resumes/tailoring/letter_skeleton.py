"""A letter put together by rules: the person's own lines beside what is asked, and gaps in brackets."""

import re
from dataclasses import dataclass

from resumes.tailoring.letter_words import LetterWords, letter_words

MOST_POINTS = 3
LONGEST_QUOTE = 300
GAP = re.compile(r"\[[^\[\]\n]{3,200}\]")


@dataclass(frozen=True)
class Point:
    """asked: in the posting's words. quote: the person's own line that shows it, or empty."""

    asked: str
    quote: str = ""


@dataclass(frozen=True)
class Occasion:
    """Who writes to whom about what, and how. short: no more than what is needed."""

    name: str
    title: str
    employer: str
    language: str
    tone: str
    short: bool


def skeleton(occasion: Occasion, points: list[Point]) -> str:
    words, tone = letter_words(occasion.language), occasion.tone
    greeting = (words.greeting if occasion.employer else words.greeting_unnamed)[tone]
    opening = [words.opening[tone].format(title=occasion.title), words.opening_gap]
    closing = [words.closing[tone]] if occasion.short else [words.closing[tone], words.closing_gap]
    paragraphs = [
        greeting.format(employer=occasion.employer),
        " ".join(opening),
        *_points(points, words, short=occasion.short),
        " ".join(closing),
        f"{words.farewell[tone]}\n{occasion.name or words.name_gap}",
    ]
    return "\n\n".join(paragraphs)


def gaps_in(text: str) -> list[str]:
    """What still has to be filled in."""
    return GAP.findall(text)


def _points(points: list[Point], words: LetterWords, *, short: bool) -> list[str]:
    """What is shown goes before what is not; a short letter leaves out what is not."""
    shown = [words.point.format(asked=point.asked, quote=point.quote) for point in points if point.quote][:MOST_POINTS]
    gaps = [words.gap.format(asked=point.asked) for point in points if not point.quote]
    room = 0 if short and shown else MOST_POINTS - len(shown)
    return [*shown, *gaps[:room]] or [words.no_points]
