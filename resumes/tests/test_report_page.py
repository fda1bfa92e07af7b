"""How a report is laid out: values, their places, and the marks on the pages."""

from datetime import date

import pytest

from resumes.document import Document
from resumes.parsing.reading import Box, FieldReading, FileFacts, Kind, Line, Page, Reading, Span
from resumes.report_page import Picture, ReportPage, Section
from resumes.scoring.result import Evidence, Finding, Score
from resumes.scoring.score import score

DOCUMENT = Document.model_validate(
    {
        "basics": {
            "name": "Alice Example",
            "summary": "Builds things.",
            "location": {"city": "London"},
            "profiles": [{"network": "GitHub", "username": "alice"}],
        },
        "work": [{"name": "Acme", "startDate": "2020-03", "summary": "Ledger."}],
        "education": [{"institution": "Leeds", "startDate": "2012", "endDate": "2015-06-30"}],
        "skills": [{"name": "Languages", "keywords": ["Python", "Go"]}],
    }
)
LINES = [
    Line(text="Alice Example", box=Box(x0=10, y0=10, x1=90, y1=22)),
    Line(text="Acme since March", box=Box(x0=10, y0=30, x1=90, y1=42)),
    Line(text="Hobbies: rowing", box=Box(x0=10, y0=50, x1=90, y1=62)),
    Line(text="Nobody speaks of this", box=Box(x0=10, y0=70, x1=90, y1=82)),
]
FIELDS = [
    FieldReading(path="basics.name", value="Alice Example", confidence=1, spans=[Span(line=0, start=0, end=13)]),
    FieldReading(path="work[0].startDate", value="2020-03", confidence=0.4, spans=[Span(line=1, start=5, end=16)]),
    FieldReading(path="basics.profiles[0].username", value="alice", confidence=1, spans=[Span(line=0, start=0, end=5)]),
]


def page(*findings: Finding, pages: bool = True) -> ReportPage:
    reading = Reading(
        document=DOCUMENT,
        lines=LINES,
        fields=FIELDS,
        unplaced=[2],
        pages=[Page(number=1, width=100, height=100)] if pages else [],
        facts=FileFacts(kind=Kind.PDF),
    )
    result = Score(rubric="x", total=50, cap=60, categories=[], findings=list(findings), passed=[], skipped=[])
    images = [Picture(number=1, width=100, height=100, address="/page/1/")] if pages else []
    return ReportPage(reading, result, images)


def finding(*evidence: Evidence, points: float = 2) -> Finding:
    return Finding(
        check="weak", category="content", outcome="failed", title="t", why="w", fix="f", points=points,
        points_unblocked=2, evidence=list(evidence),
    )  # fmt: skip


def section(title: str) -> Section:
    return next(each for each in page().sections if each.title == title)


def test_dates_read_as_people_write_them() -> None:
    [job], [school] = section("Experience").entries, section("Education").entries
    assert [(v.label, v.text) for v in job.values] == [
        ("Employer", "Acme"), ("From", "March 2020"), ("To", "present"), ("About", "Ledger."),
    ]  # fmt: skip
    assert [v.text for v in school.values] == ["Leeds", "2012", "30 June 2015"]


def test_a_value_links_to_its_line_and_page() -> None:
    name = section("Contact").entries[0].values[0]
    assert name.place is not None
    assert (name.place.href, name.place.thread, name.place.page) == ("#line-0", "line-0", 1)


def test_a_profile_finds_its_place_by_whichever_part_was_read() -> None:
    profile = section("Contact").entries[0].values[-1]
    assert (profile.label, profile.text) == ("GitHub", "alice")
    assert profile.place is not None


def test_what_the_reader_was_unsure_of_is_marked_and_counted() -> None:
    start = next(v for v in section("Experience").entries[0].values if v.label == "From")
    assert start.unsure
    assert page().unsure == 1


def test_skills_stand_in_a_row() -> None:
    assert section("Skills").inline
    assert [v.text for v in section("Skills").entries[0].bullets] == ["Python", "Go"]


def test_only_lines_that_something_speaks_of_are_marked() -> None:
    shown = page(finding(Evidence(quote="Acme", spans=[Span(line=1, start=0, end=4)]))).pages[0]
    assert [(mark.line, mark.finding) for mark in shown.marks] == [(0, ""), (1, "weak"), (2, "")]
    assert (shown.marks[0].width, shown.marks[0].height) == (80, 12)


def test_a_quote_without_spans_stands_where_its_field_does() -> None:
    [shown] = page(finding(Evidence(quote="2020-03", path="work[0].startDate"))).findings
    assert shown.thread == "line-1"


def test_a_quote_that_stands_nowhere_has_no_place() -> None:
    [shown] = page(finding(Evidence(quote="2020-03", path="work[9].startDate"))).findings
    assert shown.quotes[0].place is None
    assert shown.thread == ""


def test_points_behind_a_ceiling_are_shown_as_waiting() -> None:
    [shown] = page(finding(points=0)).findings
    assert (shown.points, shown.waits) == (2, True)
    assert "above 60" in page().cap_sentence


def test_a_file_without_pages_is_set_as_text() -> None:
    set_as_text = page(pages=False)
    assert [line.line.text for line in set_as_text.paper] == [line.text for line in LINES]
    assert set_as_text.unplaced[0].place is not None
    assert set_as_text.unplaced[0].place.page is None


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2030, 1, 1)])
def test_an_empty_document_still_has_its_three_sections(day: date) -> None:
    reading = Reading(document=Document(), facts=FileFacts(kind=Kind.TEXT))
    empty = ReportPage(reading, score(reading, today=day), [])
    assert [each.title for each in empty.sections] == ["Contact", "Experience", "Education", "Skills"]
