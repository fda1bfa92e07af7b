"""What a person corrects in what was read of a posting: weighs a requirement anew, takes one out, adds one."""

from resumes.matching.folding import fold
from resumes.matching.merging import in_order
from resumes.matching.posting import PostingReading, Priority, Requirement
from resumes.matching.quoting import place_of
from resumes.matching.reading_postings import LONGEST_REQUIREMENT, MOST


class NotThere(ValueError):
    """No requirement reads like that any more."""


class Again(ValueError):
    """It is among them already."""


class TooMany(ValueError):
    """There are as many as a posting can have."""


def weighed(reading: PostingReading, words: str, priority: Priority) -> PostingReading:
    """words: the requirement's text, whatever its white space. Raises NotThere."""
    wanted = _find(reading.requirements, words)
    changed = wanted.model_copy(update={"priority": priority, "by": "person"})
    return _with(reading, [changed if each is wanted else each for each in reading.requirements], reading.removed)


def taken_out(reading: PostingReading, words: str) -> PostingReading:
    """Raises NotThere."""
    wanted = _find(reading.requirements, words)
    left = [each for each in reading.requirements if each is not wanted]
    return _with(reading, left, [*reading.removed, wanted][-MOST:])


def put_back(reading: PostingReading, words: str) -> PostingReading:
    """Raises NotThere, TooMany."""
    wanted = _find(reading.removed, words)
    if len(reading.requirements) >= MOST:
        raise TooMany
    back = wanted.model_copy(update={"by": "person"})
    return _with(reading, [*reading.requirements, back], [each for each in reading.removed if each is not wanted])


def added(reading: PostingReading, text: str, words: str, priority: Priority) -> PostingReading:
    """text: the posting's. At its place there if the words stand in it, else in the person's own words. Raises Again,
    TooMany.
    """
    words = " ".join(words.split())[:LONGEST_REQUIREMENT]
    if any(_same(each, words) for each in reading.requirements):
        raise Again
    if len(reading.requirements) >= MOST:
        raise TooMany
    start, end = place_of(fold(words), fold(text)) or (0, 0)
    made = Requirement(text=text[start:end] or words, priority=priority, start=start, end=end, by="person")
    return _with(reading, [*reading.requirements, made], [each for each in reading.removed if not _same(each, words)])


def _find(among: list[Requirement], words: str) -> Requirement:
    for each in among:
        if _same(each, words):
            return each
    raise NotThere


def _same(requirement: Requirement, words: str) -> bool:
    return fold(requirement.text).split() == fold(words).split()


def _with(reading: PostingReading, requirements: list[Requirement], removed: list[Requirement]) -> PostingReading:
    return reading.model_copy(update={"requirements": in_order(requirements), "removed": removed})
