"""How much a resume says: the words of what was read, the same whoever drew the page."""

from collections.abc import Iterator
from typing import Any

from resumes.scoring.placing import lost_lines
from resumes.scoring.subject import Subject
from resumes.scoring.wording import word_count

UNCOUNTED = frozenset({"email", "phone", "url", "image", "location", "profiles"})
"""Contact details: they say nothing about what the person did."""
DATES = frozenset({"startDate", "endDate", "date", "releaseDate"})


def content_words(subject: Subject) -> int:
    """Words of the fields, and of lines that should have become part of one."""
    lost = sum(word_count(subject.reading.lines[i].text) for i in lost_lines(subject))
    return lost + sum(map(word_count, _texts(subject.document.to_json_resume())))


def skill_words(subject: Subject) -> int:
    return sum(map(word_count, _texts(subject.document.to_json_resume().get("skills"))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in UNCOUNTED | DATES:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
