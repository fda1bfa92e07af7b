"""Puts what an AI says of a posting into what the rules read of it; what the posting doesn't say is dropped.

The rules' places stay: the AI adds requirements, weighs them anew and takes one apart that is several. What the person
decided on is left alone.
"""

from collections.abc import Iterable, Iterator

from resumes.matching.folding import fold
from resumes.matching.languages_asked import tongues_in
from resumes.matching.numbers import numbers_in
from resumes.matching.posting import PostingReading, Quoted, Requirement
from resumes.matching.quoting import place_of, places_of
from resumes.matching.reading_postings import MOST
from resumes.matching.said import Said, SaidRequirement
from resumes.matching.sentences import Span
from resumes.matching.trimming import clean

LONGEST_NAME = 160
MOST_SKILLS = 200
WHOLE = 0.6
"""Of a requirement's letters, that its parts must hold to stand in its place."""
SAME = 0.5
"""Of the shorter of two places, that both must hold to be about the same."""


def merged(text: str, reading: PostingReading, said: Said) -> PostingReading:
    """Places are places in the text. Total over whatever was said."""
    asked = list(_placed(text, said.requirements, taken_out=reading.removed))
    return reading.model_copy(
        update={
            "title": _named(text, said.title) or reading.title,
            "employer": _named(text, said.employer) or reading.employer,
            "requirements": _requirements(reading.requirements, asked),
            "skills": _with(reading.skills, _skills(text, said), MOST_SKILLS),
            "years": _with(reading.years, _years(text, said), MOST),
            "languages": _with(reading.languages, _languages(text, said), MOST),
        }
    )


def in_order(requirements: Iterable[Requirement]) -> list[Requirement]:
    """The posting's; what stands nowhere in it comes last."""
    return sorted(requirements, key=lambda each: (not each.end, each.start, each.end))


def shared(one: Requirement, other: Requirement) -> float:
    """How much of the shorter both hold, 0 to 1; places that are the same words count as one."""
    if fold(one.text).split() == fold(other.text).split():
        return 1.0
    least = min(one.end - one.start, other.end - other.start)
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / least if least else 0.0


def _placed(text: str, said: list[SaidRequirement], *, taken_out: list[Requirement]) -> Iterator[Requirement]:
    """Each quote at the first place that no quote before it has."""
    taken: set[Span] = set()
    for each in said[: 2 * MOST]:
        span = next((span for span in places_of(each.quote, text) if span not in taken), None)
        if span is None:
            continue
        taken.add(span)
        start, end = clean(text, span)
        found = Requirement(text=text[start:end], priority=each.priority, start=start, end=end, by="ai")
        if any(map(str.isalnum, found.text)) and not any(shared(found, gone) >= SAME for gone in taken_out):
            yield found


def _requirements(known: list[Requirement], asked: list[Requirement]) -> list[Requirement]:
    kept: list[Requirement] = []
    for requirement in known:
        same = [each for each in asked if shared(requirement, each) >= SAME]
        kept += [requirement] if requirement.by == "person" else _improved(requirement, same)
    for each in asked:
        if not any(shared(each, other) > 0 for other in (*known, *kept)):
            kept.append(each)
    return in_order(kept[:MOST])


def _improved(requirement: Requirement, same: list[Requirement]) -> list[Requirement]:
    """Taken apart, weighed anew, or as it was."""
    parts = _apart([each for each in same if requirement.start <= each.start and each.end <= requirement.end])
    letters = sum(map(str.isalnum, requirement.text))
    if len(parts) > 1 and sum(char.isalnum() for part in parts for char in part.text) >= WHOLE * letters:
        return parts
    weighed = same[0].priority if same else requirement.priority
    if weighed == requirement.priority:
        return [requirement]
    return [requirement.model_copy(update={"priority": weighed, "by": "ai"})]


def _apart(parts: list[Requirement]) -> list[Requirement]:
    """In the text's order, without those that begin before the last one ends."""
    found: list[Requirement] = []
    for part in in_order(parts):
        if not found or part.start >= found[-1].end:
            found.append(part)
    return found


def _named(text: str, quote: str) -> Quoted | None:
    """A title or an employer: one line of the posting, or a part of one."""
    span = place_of(quote, text)
    if span is None or len(quote) > LONGEST_NAME or "\n" in text[slice(*span)]:
        return None
    return _quoted(text, span, " ".join(quote.split()))


def _skills(text: str, said: Said) -> Iterator[Quoted]:
    for quote in said.skills[:MOST_SKILLS]:
        if len(quote.split()) <= 6 and (span := place_of(quote, text)):
            yield _quoted(text, span, text[slice(*span)])


def _years(text: str, said: Said) -> Iterator[Quoted]:
    """Only a number that the quote holds."""
    for each in said.years[:MOST]:
        span = place_of(each.quote, text)
        if span and any(number.value == each.least for number in numbers_in(text[slice(*span)])):
            yield _quoted(text, span, str(each.least))


def _languages(text: str, said: Said) -> Iterator[Quoted]:
    """Only a language that the quote names."""
    for each in said.languages[:MOST]:
        span = place_of(each.quote, text)
        if span and any(tongue.code == each.code for tongue in tongues_in(text[slice(*span)])):
            yield _quoted(text, span, each.code)


def _with(known: list[Quoted], more: Iterable[Quoted], most: int) -> list[Quoted]:
    """Each value once; for the same place, what was known."""
    found = list(known)
    for each in more:
        again = any(fold(each.value) == fold(other.value) or _overlap(each, other) for other in found)
        if not again and len(found) < most:
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _overlap(one: Quoted, other: Quoted) -> bool:
    return one.start < other.end and other.start < one.end


def _quoted(text: str, span: Span, value: str) -> Quoted:
    return Quoted(value=value, text=text[slice(*span)], start=span[0], end=span[1])
