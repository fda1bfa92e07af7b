"""Headings and dates in four languages: as people write them, and as our own reader understands them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.parsing.dates import DateRange, date_ranges
from resumes.parsing.words import section_named
from resumes.rendering.design import SECTIONS
from resumes.rendering.wording import WORDS, written_date, written_range

LANGUAGES = sorted(WORDS)
MONTHS = [f"{year}-{month:02d}" for year in (1999, 2021) for month in range(1, 13)]
DATES = st.sampled_from([*MONTHS, "1999", "2021"])


def read(text: str) -> tuple[str, str, bool]:
    found = date_ranges(text)
    assert [(f.start, f.end) for f in found] == [(0, len(text))]
    whole: DateRange = found[0]
    return whole.first, whole.last, whole.open


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_a_heading_that_the_reader_knows(language: str) -> None:
    headings = WORDS[language].headings
    assert {key: section_named(heading) for key, heading in headings.items()} == {key: key for key in SECTIONS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("iso", [*MONTHS, "2021"])
def test_a_date_alone_is_read_as_it_was_meant(language: str, iso: str) -> None:
    assert read(written_date(iso, language)) == (iso, "", False)


@given(language=st.sampled_from(LANGUAGES), first=DATES, last=DATES)
def test_a_range_is_read_as_it_was_meant(language: str, first: str, last: str) -> None:
    first, last = sorted((first, last), key=lambda iso: iso[:4])
    assert read(written_range(first, last, language)[2]) == (first, last, False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("iso", [*MONTHS, "2021"])
def test_what_goes_on_is_read_as_going_on(language: str, iso: str) -> None:
    assert read(written_range(iso, "", language)[2]) == (iso, "", True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("iso", [*MONTHS, "2021"])
def test_an_end_without_a_beginning_is_read_as_an_end(language: str, iso: str) -> None:
    assert read(written_range("", iso, language)[2]) == ("", iso, False)


def test_an_education_s_end_alone_needs_no_word() -> None:
    assert written_range("", "2021", "en", says_until=False) == ("", "2021", "2021")


@pytest.mark.parametrize(("iso", "printed"), [("2021", "2021"), ("2021-03", "Mar 2021"), ("2021-03-15", "Mar 2021")])
def test_a_date_keeps_the_precision_of_its_month(iso: str, printed: str) -> None:
    assert written_date(iso, "en") == printed


@pytest.mark.parametrize("text", ["2021-13", "2021-031", "Spring 2021", "", "in 2021-03", "٢٠٢١-٠٣"])
def test_what_is_no_iso_date_stays_as_it_is(text: str) -> None:
    assert written_date(text, "de") == text


def test_a_typed_present_is_said_in_the_language_of_the_sheet() -> None:
    assert written_range("2021-03", "Present", "de") == ("März 2021", "heute", "März 2021 – heute")


def test_no_dates_give_no_text() -> None:
    assert written_range("", "", "fr") == ("", "", "")
