"""Cuts what a posting says around a requirement ("Sie bringen ... mit") and tells how much it is wanted."""

import re
from dataclasses import dataclass

from resumes.matching.folding import fold
from resumes.matching.posting import Priority
from resumes.matching.sentences import Span, has_head
from resumes.matching.wording import Wording, data

EDGES_LEFT = " \t\n\r,;:.–—-·•*_\"'’»«„“”"
EDGES_RIGHT = " \t\n\r,;:.!–—-·•*_„“"
WISHED, NEEDED = data("generic")["marked"]["preferred"], data("generic")["marked"]["required"]
EMPTY = frozenset(
    {"il", "it", "es", "ce", "that", "this", "das", "dies", "ademas", "zudem", "ausserdem", "also", "aussi"}
)
MARKED = re.compile(rf"\s*[(\[](?:(?P<wished>{'|'.join(WISHED)})|{'|'.join(NEEDED)})[)\]]", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """span: what is asked, cue cut away. more: what the same cue asks on its other side. priority: None when the text
    says nothing about it. sure: the cue says nothing else in any text."""

    span: Span
    priority: Priority | None
    more: Span | None = None
    sure: bool = True


def cued(text: str, span: Span, words: Wording) -> Cue:
    """Reads the cue of a sentence or part, wherever it stands."""
    start, end = span
    folded = fold(text[start:end])
    for priority, after, before in (
        ("preferred", words.preferred_after, words.preferred_before),
        ("required", words.required_after, words.required_before),
    ):
        if found := _last(before, folded):
            left, right = folded[: found.start()], folded[found.end() :]
            if _says_more(left, right, words):
                more = (start + found.end(), end) if has_head(right, words) else None
                return Cue((start, start + found.start()), _priority(priority), more, _is_sure(found, words))
        if found := after.search(folded):
            sure, left = _is_sure(found, words), folded[: found.start()]
            if len(folded[found.end() :].split()) >= 1:
                more = (start, start + found.start()) if _asks_before(left, words) else None
                return Cue((start + found.end(), end), _priority(priority), more, sure)
            return Cue((start, start + found.start()), _priority(priority), None, sure)
    if found := words.sought.search(folded):
        return Cue((start + found.end(), end), "required", None, sure=False)
    return Cue(span, None)


def edged(text: str, span: Span, words: Wording) -> Cue:
    """As `cued`, for a point of a list, where a cue stands at its beginning or end only."""
    start, end = span
    if marked := MARKED.search(text, start, end):
        end = marked.start() if marked.end() >= end - 1 else end
        return Cue((start, end), "preferred" if marked["wished"] else "required")
    folded = fold(text[start:end])
    body = folded.rstrip(EDGES_RIGHT + ")")
    for priority, after, before in (
        ("preferred", words.preferred_after, words.preferred_before),
        ("required", words.required_after, words.required_before),
    ):
        if (found := _last(before, body)) and found.end() == len(body) and len(body[: found.start()].split()) >= 1:
            return Cue((start, start + found.start()), _priority(priority))
        if (found := after.match(folded)) and len(folded[found.end() :].split()) >= 1:
            return Cue(without_leads(text, (start + found.end(), end), words), _priority(priority))
    return Cue((start, end), None)


def without_leads(text: str, span: Span, words: Wording) -> Span:
    """The span without the words that only lead to a requirement or follow it."""
    start, end = clean(text, span)
    for _ in range(6):
        folded = fold(text[start:end])
        if not (found := words.leads.match(folded)) or not folded[found.end() :].strip(EDGES_LEFT):
            break
        start, end = clean(text, (start + found.end(), end))
    for _ in range(3):
        folded = fold(text[start:end])
        found = next(
            (m for m in words.tails.finditer(folded, max(0, len(folded) - 40)) if m.end() == len(folded)), None
        )
        if found is None or not folded[: found.start()].strip():
            break
        start, end = clean(text, (start, start + found.start()))
    return start, end


def clean(text: str, span: Span) -> Span:
    """Without bullets, spaces and full stops at the edges; a bracket that is opened stays closed."""
    start, end = span
    while start < end and (text[start] in EDGES_LEFT or text[start].isspace()) and not _dotted(text, start, end):
        start += 1
    while end > start and (text[end - 1] in EDGES_RIGHT or text[end - 1].isspace()):
        end -= 1
    if end > start and text[start] == "(" and text[end - 1] == ")" and text.count(")", start, end) == 1:
        return clean(text, (start + 1, end - 1))
    return start, end


def _dotted(text: str, start: int, end: int) -> bool:
    """ ".NET" keeps its dot."""
    return text[start] == "." and start + 1 < end and text[start + 1].isalpha()


def _says_more(left: str, right: str, words: Wording) -> bool:
    """Whether what is asked stands before the cue rather than after it: "Il est indispensable de ..." has nothing."""
    if not set(left.strip(EDGES_LEFT).split()) - EMPTY:
        return False
    return has_head(left, words) or (len(left.split()) <= 12 and not has_head(right, words))


def _is_sure(found: re.Match[str], words: Wording) -> bool:
    return words.unsure.fullmatch(found.group()) is None


def _asks_before(left: str, words: Wording) -> bool:
    """ "With a degree in law, you have ..." asks on both sides; "As you will work in Paris, ..." doesn't."""
    return left.rstrip().endswith(",") and len(left.split()) <= 8 and has_head(left, words)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[-1] if found else None


def _priority(name: str) -> Priority:
    return "preferred" if name == "preferred" else "required"
