import pytest

from resumes.parsing.dates import date_ranges, is_duration, only_dates

RANGES = [
    ("Mar 2020 – Present", "2020-03", ""),
    ("Apr 2017 - heute", "2017-04", ""),
    ("févr. 2020 - aujourd'hui", "2020-02", ""),
    ("de marzo de 2019 a la actualidad", "2019-03", ""),
    ("da gennaio 2019 a oggi", "2019-01", ""),
    ("jan. de 2018 - até ao presente", "2018-01", ""),
    ("maart 2019 - heden", "2019-03", ""),
    ("Seit März 2019", "2019-03", ""),
    ("Sept 2019 to date", "2019-09", ""),
    ("2020-02-01 —", "2020-02-01", ""),
    ("2014-04-01 to 2017-12-31", "2014-04-01", "2017-12-31"),
    ("2016.07 - 2020.02", "2016-07", "2020-02"),
    ("09/2015 - 12/2018", "2015-09", "2018-12"),
    ("05/19 - 06/21", "2019-05", "2021-06"),
    ("01.09.2015 – 31.12.2018", "2015-09", "2018-12"),
    ("Sep–Dec 2019", "2019-09", "2019-12"),
    ("2018/19", "2018", "2019"),
    ("2015 bis 2019", "2015", "2019"),
    ("Dal 2018 al 2020", "2018", "2020"),
]


@pytest.mark.parametrize(("text", "first", "last"), RANGES)
def test_a_range_is_read_in_many_forms_and_languages(text: str, first: str, last: str) -> None:
    found = date_ranges(text)
    assert [(one.first, one.last, one.open) for one in found] == [(first, last, not last)]
    assert only_dates(text)


SINGLE = [
    ("Mar 5, 2020", "2020-03-05"),
    ("1 de marzo de 2020", "2020-03-01"),
    ("Summer 2019", "2019-06"),
    ("2019", "2019"),
]


@pytest.mark.parametrize(("text", "first"), SINGLE)
def test_a_lone_date_is_single(text: str, first: str) -> None:
    (found,) = date_ranges(text)
    assert found.single
    assert found.first == first


def test_a_lone_date_behind_until_is_the_end() -> None:
    (found,) = date_ranges("Expected May 2026")
    assert (found.first, found.last) == ("", "2026-05")


def test_a_bare_from_does_not_mean_that_it_goes_on() -> None:
    (found,) = date_ranges("from 2019")
    assert not found.open


def test_years_that_run_backwards_are_no_range() -> None:
    assert [found.first for found in date_ranges("2019 - 2012")] == ["2019", "2012"]


@pytest.mark.parametrize("text", ["12,000 events", "May the force", "a dash - here", "", "from nowhere", "to 3"])
def test_text_without_dates_has_none(text: str) -> None:
    assert date_ranges(text) == []


def test_a_range_tells_where_it_stands() -> None:
    text = "Acme, 2019 – 2021, Leeds"
    (found,) = date_ranges(text)
    assert text[found.start : found.end] == "2019 – 2021"


@pytest.mark.parametrize("text", ["3 years 7 months", "(2 ans 3 mois)", "1 Jahr und 2 Monate", "10 years"])
def test_a_span_of_time_is_a_duration(text: str) -> None:
    assert is_duration(text)


@pytest.mark.parametrize("text", ["7 apples", "", "years", "3 years of leading teams"])
def test_other_text_is_no_duration(text: str) -> None:
    assert not is_duration(text)


def test_dates_with_their_duration_are_only_dates() -> None:
    assert only_dates("Jul 2016 - Feb 2020 (3 years 7 months)")
    assert only_dates("- Present")
    assert not only_dates("Engineer 2019")
