"""What is counted in answers, and what is not."""

import pytest

from interviews.measuring.measuring import measure
from resumes.matching.reading_postings import read_posting

ANSWER = (
    "At the time we had a slow import. My goal was to halve its time. First, I decided to measure it. "
    "As a result it went from 40 to 18 minutes, which saved $1,200 a month."
)


def test_an_answer_is_counted_with_the_words_that_were_looked_at() -> None:
    found = measure(ANSWER, language="en", seconds=None)
    assert (found.words, found.own, found.shared) == (36, 2, 1)
    assert found.parts == ["situation", "task", "action", "result"]
    assert found.numbers == ["40", "18", "$1,200"]
    assert "first" in found.cues


def test_pace_comes_of_the_recording_alone() -> None:
    assert measure(ANSWER, language="en", seconds=18).pace == 120
    assert measure(ANSWER, language="en", seconds=None).pace is None
    assert measure(ANSWER, language="en", seconds=1).pace is None


@pytest.mark.parametrize(
    ("language", "text", "filler"),
    [
        ("en", "Um, I, um, wrote it", "um"),
        ("de", "Ähm, ich habe ähm gefragt", "ahm"),
        ("fr", "Euh, j'ai euh décidé", "euh"),
        ("es", "Este, o sea, o sea decidí", "o sea"),
    ],
)
def test_fillers_are_counted_in_what_was_spoken_only(language: str, text: str, filler: str) -> None:
    found = measure(text, language=language, seconds=10).fillers
    assert (found[0].text, found[0].count) == (filler, 2)
    assert measure(text, language=language, seconds=None).fillers == []


def test_what_the_job_asks_is_found_in_the_answer_with_its_words() -> None:
    posting = read_posting("Backend engineer\n\nRequirements\n- Experience with PostgreSQL\n- Kubernetes\n")
    found = measure("I moved our PostgreSQL to a new server.", language="en", seconds=None, posting=posting).covered
    assert [(each.requirement, each.quote) for each in found] == [
        ("Experience with PostgreSQL", "I moved our PostgreSQL to a new server.")
    ]


def test_nothing_is_found_in_nothing() -> None:
    assert measure("", language="en", seconds=None).model_dump(exclude_defaults=True) == {"words": 0}
