"""The checks on dates and the story they tell."""

from datetime import date
from typing import Any

import pytest

from resumes.document import Document
from resumes.parsing.reading import Span
from resumes.scoring.score import score_document
from resumes.tests.scoring.readings import ALICE, alice, found, found_in, reading_of


def _job(start: str, end: str = "", **more: Any) -> dict[str, Any]:
    return {
        "name": f"Employer since {start}",
        "position": f"Job since {start}",
        "startDate": start,
        "endDate": end,
    } | more


def _jobs(*jobs: dict[str, Any], **parts: Any) -> Document:
    return alice(work=list(jobs), **parts)


def test_a_job_without_dates_is_quoted() -> None:
    finding = found_in("job-dates", _jobs(_job("2020-01"), _job("", position="Cook")))
    assert (finding.title, finding.evidence[0].quote) == ("1 of 2 jobs lacks a start or an end", "Cook")


def test_a_job_that_goes_on_needs_no_end() -> None:
    assert found_in("job-dates", _jobs(_job("2020-01"), _job("2021-05"))).outcome == "passed"


def test_an_open_job_left_behind_by_later_ones_looks_forgotten() -> None:
    finding = found_in("job-dates", _jobs(_job("2020-01", "2022-01"), _job("2015-05", name="")))
    assert finding.outcome == "partly"


def test_a_date_that_is_no_date_does_not_count() -> None:
    assert found_in("job-dates", _jobs(_job("some day", "2020-13", position=""))).outcome == "failed"


def test_old_jobs_may_be_dated_by_the_year() -> None:
    assert found_in("months", _jobs(_job("2020-01"), _job("1999", "2004"))).outcome == "passed"
    assert found_in("months", _jobs(_job("2020-01"), _job("2018", "2019"))).outcome == "partly"
    assert found_in("months", _jobs(_job("", "2019"))).outcome == "failed"


def _written(*dates: str, language: str = "en") -> str:
    reading = reading_of(alice(), language=language)
    fields = [field for field in reading.fields if field.path.endswith(("startDate", "endDate"))]
    for field, text in zip(fields, dates, strict=False):
        line = field.spans[0].line
        reading.lines[line].text = text
        field.spans = [Span(line=line, start=0, end=len(text))]
    for field in fields[len(dates) :]:
        field.spans = []
    return found("date-format", reading).title


@pytest.mark.parametrize(
    ("dates", "language"),
    [
        (("Mar 2020", "Jan 2016", "May 2018"), "en"),
        (("March 2020", "January 2016", "June 2018"), "en"),
        (("03/2020", "01/2016"), "en"),
        (("févr. 2020", "sept. 2015"), "fr"),
        (("2020", "2016"), "en"),
        (("Apr 2017 - heute", "Mär 2016"), "de"),
    ],
)
def test_one_way_of_writing_dates_passes(dates: tuple[str, ...], language: str) -> None:
    assert _written(*dates, language=language) == "All dates are written the same way"


def test_two_ways_of_writing_dates_are_counted() -> None:
    assert _written("Mar 2020", "01/2016", "Feb 2020") == (
        "Dates are written in 2 ways, mostly like 'Mar 2020', but also like '01/2016'"
    )


def test_a_short_name_of_a_month_is_another_way_than_figures() -> None:
    title = _written("mars 2020", "01/2016", "août 2018", language="fr")
    assert title == "Dates are written in 2 ways, mostly like 'mars 2020', but also like '01/2016'"


def test_without_a_majority_no_way_of_writing_dates_is_called_the_usual_one() -> None:
    assert _written("Sept., 2020", "01/2016") == "Dates are written in 2 ways, like 'Sept., 2020' and '01/2016'"


def test_undated_education_is_quoted() -> None:
    finding = found_in("education-dates", alice(education=[*ALICE["education"], {"institution": "Evening school"}]))
    assert (finding.title, finding.evidence[0].quote) == (
        "1 of 2 entries has no date that can be read",
        "Evening school",
    )


def test_a_start_in_the_future_fails_until_its_month_comes() -> None:
    document = _jobs(_job("2026-12"))
    assert found_in("no-future", document).title == "1 date lies after November 2026"
    later = score_document(document, today=date(2026, 12, 1))
    assert "no-future" in {finding.check for finding in later.passed}


def test_an_expected_graduation_is_no_mistake() -> None:
    document = alice(education=[{"institution": "Leeds", "startDate": "2024-09", "endDate": "2028-06"}])
    assert found_in("no-future", document).outcome == "passed"


def test_a_certificate_from_the_future_fails() -> None:
    document = alice(certificates=[{"name": "First aid", "date": "2027-01"}, {"name": "Welder"}])
    assert found_in("no-future", document).evidence[0].quote == "2027-01"


def test_an_older_job_above_a_newer_one_is_quoted() -> None:
    finding = found_in("newest-first", _jobs(_job("2010-01", "2012-01"), _job("2013-01", "2015-01")))
    assert (finding.title, finding.evidence[0].quote) == ("1 job stands below an older one", "Job since 2013-01")


def test_a_newer_open_job_below_an_ended_one_is_found() -> None:
    assert found_in("newest-first", _jobs(_job("2010-01", "2012-01"), _job("2013-01"))).outcome == "failed"


def test_a_short_job_within_a_long_one_may_stand_on_either_side() -> None:
    assert found_in("newest-first", _jobs(_job("2010-01", "2020-01"), _job("2013-01", "2015-01"))).outcome == "passed"


def test_an_end_before_its_start_is_quoted() -> None:
    finding = found_in("end-after-start", _jobs(_job("2020-05", "2019-01"), _job("2018-05", "2017-01")))
    assert finding.title == "2 entries end before they start"


def test_a_gap_is_named_with_its_months() -> None:
    finding = found_in("gaps", _jobs(_job("2022-03"), _job("2018-01", "2020-12")))
    assert finding.title == "Nothing is said about January 2021 to February 2022"


def test_a_short_gap_is_none() -> None:
    assert found_in("gaps", _jobs(_job("2021-06"), _job("2018-01", "2020-12"))).outcome == "passed"


def test_an_old_gap_no_longer_matters() -> None:
    jobs = (_job("2022-03"), _job("2006-01", "2022-02"), _job("2000-01", "2002-12"))
    assert found_in("gaps", _jobs(*jobs)).outcome == "passed"


def test_study_fills_a_gap() -> None:
    study = [{"institution": "Leeds", "studyType": "MSc", "startDate": "2021-01", "endDate": "2022-02"}]
    assert found_in("gaps", _jobs(_job("2022-03"), _job("2018-01", "2020-12"), education=study)).outcome == "passed"


def test_a_break_that_the_person_names_is_accepted() -> None:
    basics = {**ALICE["basics"], "summary": "Nurse returning to work after parental leave of a good year."}
    finding = found("gaps", reading_of(_jobs(_job("2022-03"), _job("2018-01", "2020-12"), basics=basics)))
    assert finding.title == "The time between your jobs is explained"


def test_a_job_that_goes_on_covers_what_follows() -> None:
    jobs = (_job("2024-03", "2025-01"), _job("2018-01"), _job("2016-01", "2017-12"))
    assert found_in("gaps", _jobs(*jobs)).outcome == "passed"


def test_jobs_side_by_side_are_pointed_out_gently() -> None:
    finding = found_in("overlaps", _jobs(_job("2020-01", "2022-01"), _job("2018-01", "2020-12")))
    assert (finding.outcome, finding.title) == ("partly", "'Job since 2020-01' and 'Job since 2018-01' overlap")


def test_several_overlaps_are_counted() -> None:
    jobs = (_job("2020-01", "2022-01"), _job("2018-01", "2020-12"), _job("2017-01", "2018-09"))
    assert found_in("overlaps", _jobs(*jobs)).title == "2 pairs of jobs overlap"


def test_two_posts_with_one_employer_do_not_overlap() -> None:
    jobs = (_job("2020-01", "2022-01", name="Acme"), _job("2018-01", "2020-12", name="Acme"))
    assert found_in("overlaps", _jobs(*jobs)).outcome == "passed"


def test_jobs_that_share_a_year_in_dates_without_months_do_not_overlap() -> None:
    assert found_in("overlaps", _jobs(_job("2020", "2022"), _job("2016", "2020"))).outcome == "passed"
