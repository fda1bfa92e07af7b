"""Lines that found no place: which are blamed on the person, and what advice comes with them."""

from typing import Any

import pytest

from resumes.parsing.reading import Line, Reading
from resumes.scoring.score import score
from resumes.tests.scoring.readings import TODAY, alice, alice_with, found, reading_of

LOST = ("Odd jobs at the harbour", "Ran the winter market", "Freelancing here and there")


def _unplaced(*texts: str, section: str = "", **facts: Any) -> Reading:
    profiles = [{"network": "GitHub", "username": "alice-example", "url": "https://github.com/alice-example"}]
    reading = reading_of(alice_with(profiles=profiles), **facts)
    first = len(reading.lines)
    reading.lines += [Line(text=text, section=section) for text in texts]
    reading.unplaced = list(range(first, len(reading.lines)))
    return reading


@pytest.mark.parametrize(
    "text",
    [
        "Alice Example - 1/2",
        "Alice Example, page 2 of 3",
        "7 years 3 months",
        "(2 Jahre und 4 Monate)",
        "1 an 3 mois",
        "Highlights",
        "Courses:",
        "Réalisations",
        "Schwerpunkte",
        "(GitHub)",
        "LinkedIn",
        "alice-example",
        "ALICE EXAMPLE",
        "Example",
        "London GB",
        "University of Leeds",
    ],
)
def test_furniture_of_the_page_is_not_blamed_on_the_person(text: str) -> None:
    assert found("lines-placed", _unplaced(*[text] * 9)).outcome == "passed"


def test_a_running_footer_is_not_blamed_on_the_person() -> None:
    reading = _unplaced(*["Application  for the bridge post"] * 4, header_footer=["Application for the bridge post"])
    assert found("lines-placed", reading).outcome == "passed"


def test_lines_without_a_known_heading_are_to_get_one() -> None:
    finding = found("lines-placed", _unplaced(*LOST, section="other"))
    assert [quote.quote for quote in finding.evidence] == list(LOST)
    assert finding.fix.startswith("Put the lines shown under a heading")


def test_lines_under_a_known_heading_are_to_be_laid_out_anew() -> None:
    finding = found("lines-placed", _unplaced(*LOST, section="work"))
    assert finding.fix.startswith("Lay out each entry under 'Work experience' the same way")


def test_losing_nearly_a_quarter_of_the_lines_costs_many_points() -> None:
    reading = _unplaced(*(f"{text} {word}" for text in LOST for word in ("twice", "daily", "weekly")))
    finding = found("lines-placed", reading)
    assert (finding.title, finding.blocking) == ("9 of 38 lines found no place in a field", False)
    assert finding.points > 6


def test_losing_over_thirty_percent_of_the_lines_sets_a_ceiling() -> None:
    result = score(_unplaced(*(f"{text} {i}" for text in LOST for i in range(6))), today=TODAY)
    assert (result.total, result.cap) == (60, 60)


def test_furniture_of_the_page_is_not_counted_as_words() -> None:
    title = found("word-count", reading_of(alice())).title
    assert found("word-count", _unplaced("Highlights", "7 years 3 months")).title == title
    assert found("word-count", reading_of(alice(), extra=("Page 1 of 1",), words=900)).title == title


def test_lost_lines_count_as_words() -> None:
    counts = [found("word-count", _unplaced(*texts)).title for texts in ((), ("Ran the winter market",))]
    first, second = (int(title.split()[2]) for title in counts)
    assert second - first == 4
