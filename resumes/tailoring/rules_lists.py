"""The bullets of one job seen together: full stops, openings that repeat, and bullets too long or without a number."""

import re
from collections import defaultdict

from resumes.scoring.wording import carries_number, is_honour, opening, opens_with, word_count, words_of
from resumes.tailoring.rules_lines import Finding, Line
from resumes.tailoring.rules_wording import Wording

INNER_END = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
LONGEST = 32
FEWEST_ALIKE = 3
FEWEST_WORDS = 4
FEWEST_LEFT = 4
NUMBER = "How many? Of what? Say the number, if you know it."


def with_full_stop(bullets: list[str], abbreviations: frozenset[str]) -> bool | None:
    """Whether the bullets of a list end with a full stop; None where they agree, or nothing shows."""
    ends = [_ends_with_stop(text, abbreviations) for text in bullets]
    told = [end for end in ends if end is not None]
    if len(set(told)) < 2:
        return None
    return told.count(True) * 2 > len(told) or any(INNER_END.search(text) for text in bullets)


def full_stop(text: str, *, wanted: bool, abbreviations: frozenset[str]) -> Finding | None:
    ends = _ends_with_stop(text, abbreviations)
    if ends is None or ends == wanted:
        return None
    stripped = text.rstrip()
    after = stripped + "." if wanted else stripped[:-1]
    return Finding(
        "full_stops", after, f"The bullets of this job all end {'with' if wanted else 'without'} a full stop."
    )


def _ends_with_stop(text: str, abbreviations: frozenset[str]) -> bool | None:
    """None where the last dot belongs to an abbreviation, or another mark ends the text."""
    stripped = text.rstrip()
    last = stripped.split()[-1] if stripped else ""
    if not last.endswith("."):
        return False if last[-1:].isalnum() or last[-1:] in tuple(')%€$£+”"') else None
    word = last.rstrip(".").lstrip("(").lower()
    odd = last.endswith("..") or "." in word or word in abbreviations or len(word) < 2
    return None if odd else True


def too_long(text: str, words: Wording | None) -> Finding | None:
    high = min(words.vocabulary.bullet_words[1], LONGEST) if words else LONGEST
    count = word_count(text)
    if count <= high:
        return None
    why = f"At {count} words it hides its point."
    if split := _split(text):
        return Finding("too_long", split, f"{why} Two sentences read faster.")
    if INNER_END.search(text):
        return Finding("too_long", "", f"{why} It holds more than one sentence: can each be a bullet of its own?")
    return Finding("too_long", "", f"{why} What is the one thing to remember? Can the rest be a bullet of its own?")


def _split(text: str) -> str:
    """At the one "; ", where both halves are long enough to stand."""
    halves = text.split("; ")
    if (
        len(halves) != 2
        or any(word_count(half) < FEWEST_LEFT for half in halves)
        or ("(" in halves[0] and ")" in halves[1])
    ):
        return ""
    first, second = halves[0].rstrip(" ."), halves[1].lstrip()
    starts = second.split()[0]
    return f"{first}. {second[0].upper() + second[1:] if starts.islower() else second}"


def repeated_openers(bullets: list[Line], words: Wording) -> list[tuple[Line, Finding]]:
    """One question for each opening of three or more bullets, at the third."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in bullets:
        if said := _opener(line.text, words):
            alike[said].append(line)
    return [
        (lines[FEWEST_ALIKE - 1], Finding("repeated_opener", "", _vary(lines[2].text, len(lines))))
        for lines in alike.values()
        if len(lines) >= FEWEST_ALIKE
    ]


def _vary(text: str, number: int) -> str:
    return (
        f"{number} bullets of this job start with “{text.split()[0].strip(',;:')}”. "
        "Can you say more exactly what you did in this one?"
    )


def _opener(text: str, words: Wording) -> str:
    listed = words_of(text)
    if not listed or opens_with(text, words.openers) or opens_with(text, words.weak):
        return ""
    form = words.vocabulary.forms.get(listed[0])
    return form.base if form else listed[0] if len(listed[0]) >= FEWEST_WORDS else ""


def missing_number(line: Line, words: Wording, *, few_numbers: bool) -> Finding | None:
    """few_numbers: fewer than half of the bullets around carry one, so that a general question is worth it."""
    vocabulary = words.vocabulary
    if carries_number(line.text, vocabulary) or is_honour(line.text, vocabulary) or not opening(line.text, vocabulary):
        return None
    listed = words_of(line.text)
    if listed[0] in words.noun_verbs and not (set(listed[1:2]) & words.determiners):
        return None
    asked = _asked(listed, words)
    if not asked and not (few_numbers and word_count(line.text) > FEWEST_WORDS):
        return None
    return Finding("missing_number", "", asked or NUMBER)


def _asked(listed: list[str], words: Wording) -> str:
    """The question that fits the opening; "how many" only where it may be many."""
    change, *amounts = words.measures
    if listed[0].startswith(change[1]):
        return change[0]
    one = len(listed) < 2 or re.split("['’]", listed[1])[0] in words.singular
    return "" if one else next((ask for ask, stems in amounts if listed[0].startswith(stems)), "")


def only_buzzwords(line: Line, words: Wording) -> Finding | None:
    """A summary of which little is left without stock phrases and words that fit everyone."""
    lowered = " ".join(line.text.lower().replace("’", "'").split())
    stock = [phrase for phrase in words.vocabulary.phrases["stock_phrases"] if phrase in lowered]
    for phrase in sorted(stock, key=len, reverse=True):
        lowered = lowered.replace(phrase, " ")
    left = [
        word
        for word in words_of(lowered)
        if len(word) > 2 and word not in words.generic and word not in words.vocabulary.function_words
    ]
    if not stock or len(left) >= FEWEST_LEFT or carries_number(line.text, words.vocabulary):
        return None
    named = f"“{stock[0]}”"
    return Finding(
        "buzzwords",
        "",
        f"{named} fits everyone. What do you do, for how long, and what are you known for? Say that instead.",
    )
