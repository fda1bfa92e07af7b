"""What an AI says of a posting goes in only as far as the posting says it too."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.matching.merging import merged
from resumes.matching.posting import PostingReading
from resumes.matching.reading_postings import read_posting
from resumes.matching.said import Said

TEXT = """Backend Engineer
Employer: Example Payments

What you bring
- Experience with PostgreSQL and Kafka, and five years of Go
- A degree in computer science or comparable experience

We would be glad if somebody with a feeling for good prose joined us, as we write in French a lot.
"""
SPLIT = ("Experience with PostgreSQL", "Kafka", "five years of Go")


def said(**fields: Any) -> Said:
    empty = {"title": "", "employer": "", "requirements": [], "skills": [], "years": [], "languages": []}
    return Said.model_validate(empty | fields)


def asked(*quotes: str, priority: str = "required") -> list[dict[str, str]]:
    return [{"quote": quote, "priority": priority} for quote in quotes]


def requirements(**fields: Any) -> dict[str, str]:
    found = merged(TEXT, read_posting(TEXT), said(**fields)).requirements
    assert all(TEXT[each.start : each.end] == each.text for each in found)
    return {each.text: each.priority for each in found}


def test_what_the_rules_overlooked_is_added_at_its_place() -> None:
    found = requirements(requirements=asked("a feeling for\ngood   prose", priority="preferred"))
    assert list(found)[-1] == "a feeling for good prose"
    assert found["a feeling for good prose"] == "preferred"


@pytest.mark.parametrize(
    "quote", ["Experience with Cobol", "eeling for good pro", "", "-", TEXT, "x" * 700, "good prose " * 40]
)
def test_what_the_posting_does_not_say_is_dropped(quote: str) -> None:
    assert requirements(requirements=asked(quote)) == requirements()


def test_several_in_one_are_taken_apart() -> None:
    assert list(requirements(requirements=asked(*SPLIT)))[:3] == list(SPLIT)


def test_parts_that_leave_much_out_do_not_replace_the_whole() -> None:
    assert list(requirements(requirements=asked("Kafka", "Go"))) == list(requirements())


def test_a_requirement_is_weighed_anew() -> None:
    degree = "A degree in computer science or comparable experience"
    assert requirements()[degree] == "required"
    assert requirements(requirements=asked(degree, priority="preferred"))[degree] == "preferred"


def test_what_the_rules_read_and_the_ai_did_not_stays() -> None:
    assert requirements(requirements=[]) == {each.text: each.priority for each in read_posting(TEXT).requirements}


def test_what_the_person_decided_is_left_alone() -> None:
    reading = read_posting(TEXT)
    first, second = reading.requirements
    own = first.model_copy(update={"by": "person", "priority": "preferred"})
    reading = reading.model_copy(update={"requirements": [own], "removed": [second]})
    said_again = said(requirements=asked(*SPLIT) + asked(second.text))
    assert merged(TEXT, reading, said_again).requirements == [own]


@pytest.mark.parametrize(
    ("quote", "kept"),
    [("Example Payments", "Example Payments"), ("Acme Ltd", None), ("Backend Engineer Employer", None)],
)
def test_an_employer_stands_in_one_line_of_the_posting(quote: str, kept: str | None) -> None:
    reading = merged(TEXT, PostingReading(), said(employer=quote, title=quote))
    assert (reading.employer.value if reading.employer else None) == kept
    assert (reading.title.value if reading.title else None) == kept


def test_years_and_languages_are_those_that_the_quote_names() -> None:
    years = [{"quote": "five years of Go", "least": least} for least in (9, 5)]
    languages = [{"quote": "write in French", "code": code} for code in ("de", "fr")]
    reading = merged(TEXT, PostingReading(), said(years=years, languages=languages, skills=["Kafka", "Rust"]))
    assert [each.value for each in reading.years] == ["5"]
    assert [each.value for each in reading.languages] == ["fr"]
    assert [each.value for each in reading.skills] == ["Kafka"]


@settings(deadline=None)
@given(quotes=st.lists(st.text(alphabet="abG o\n-.", max_size=12) | st.sampled_from(TEXT.split("\n")), max_size=12))
def test_whatever_is_said_every_requirement_stands_in_the_posting(quotes: list[str]) -> None:
    requirements(requirements=asked(*quotes), title="x", skills=quotes)
