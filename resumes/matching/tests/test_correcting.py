"""What a person puts right in the reading of a posting."""

from collections.abc import Callable

import pytest

from resumes.matching.correcting import Again, NotThere, TooMany, added, put_back, taken_out, weighed
from resumes.matching.posting import PostingReading, Requirement
from resumes.matching.reading_postings import MOST, read_posting

TEXT = "Engineer\n\nWhat you bring\n- Experience with Kafka\n- Three years of\n  COBOL\n\nYou like trains.\n"
READ = read_posting(TEXT)


def words(reading: PostingReading) -> list[str]:
    return [" ".join(each.text.split()) for each in reading.requirements]


def test_a_requirement_is_weighed_whatever_its_line_breaks() -> None:
    changed = weighed(READ, "Three years of COBOL", "preferred").requirements[1]
    assert (changed.priority, changed.by) == ("preferred", "person")


def test_what_is_taken_out_can_be_put_back_in_its_place() -> None:
    without = taken_out(READ, "Experience with Kafka")
    assert words(without) == ["Three years of COBOL"]
    assert words(put_back(without, "Experience with Kafka")) == words(READ)


def test_what_stands_in_the_posting_is_added_there_and_what_does_not_comes_last() -> None:
    reading = added(READ, TEXT, "You like  trains", "preferred")
    reading = added(reading, TEXT, "Night shifts", "required")
    trains, shifts = reading.requirements[-2:]
    assert TEXT[trains.start : trains.end] == "You like trains"
    assert (shifts.text, shifts.start, shifts.end) == ("Night shifts", 0, 0)


def test_what_is_added_again_is_no_longer_taken_out() -> None:
    reading = added(taken_out(READ, "Experience with Kafka"), TEXT, "experience with kafka", "required")
    assert (words(reading), reading.removed) == (words(READ), [])


def test_nothing_is_there_twice() -> None:
    with pytest.raises(Again):
        added(READ, TEXT, "EXPERIENCE with Kafka", "required")


@pytest.mark.parametrize("act", [taken_out, put_back])
def test_what_is_not_there_is_not_decided_on(act: Callable[[PostingReading, str], PostingReading]) -> None:
    with pytest.raises(NotThere):
        act(READ, "Experience with Rust")


def test_there_is_an_end_to_them() -> None:
    many = [Requirement(text=f"Thing {at}", priority="required", start=0, end=0) for at in range(MOST)]
    full = PostingReading(requirements=many, removed=READ.requirements)
    with pytest.raises(TooMany):
        added(full, TEXT, "One more", "required")
    with pytest.raises(TooMany):
        put_back(full, "Experience with Kafka")
