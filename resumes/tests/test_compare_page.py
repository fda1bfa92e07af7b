"""Two versions in the words of the page."""

from typing import Any

import pytest

from resumes.compare_page import ComparePage
from resumes.models import Report, Version


def version(document: dict[str, Any] | None = None, design: dict[str, Any] | None = None, **report: Any) -> Version:
    made = Version(document=document or {}, design=design or {})
    if report:
        made.report = Report(version=made, **report)
    return made


def test_fields_have_the_labels_of_their_section() -> None:
    job = {"name": "Acme", "startedAt": "x", "location": "London"}
    page = ComparePage(version(), version({"work": [job], "basics": {"location": {"city": "Leeds"}}}))
    labels = {s.title: [t.label for e in s.changed for t in e.changed] for s in page.changed}
    assert labels == {"Contact and summary": ["City"], "Experience": ["Employer", "Started at", "Place"]}


def test_a_section_of_an_import_keeps_its_own_name() -> None:
    assert ComparePage(version(), version({"sideHustles": ["x"]})).changed[0].title == "Side hustles"


def test_dates_are_written_with_the_precision_they_have() -> None:
    old, new = ({"awards": [{"title": "Prize", "date": date}]} for date in ("2021-03-05", "2021-03"))
    [section] = ComparePage(version(old), version(new)).changed
    assert [piece.text for piece in section.changed[0].changed[0].text.pieces] == ["5 ", "Mar 2021"]


def test_what_is_unchanged_is_set_apart() -> None:
    old = {"work": [{"name": "Acme"}, {"name": "Widget"}], "skills": [{"name": "Go"}]}
    page = ComparePage(
        version(old), version({**old, "work": [{"name": "Acme", "position": "Clerk"}, {"name": "Widget"}]})
    )
    [work] = page.changed
    assert (len(work.changed), len(work.kept)) == (1, 1)
    assert [section.title for section in page.kept] == ["Skills"]
    assert not page.is_same


def test_a_changed_design_is_told_in_words() -> None:
    old = {"template": "classic", "paper": "a4", "hidden": ["interests"]}
    new = {
        "template": "modern",
        "paper": "us-letter",
        "accent": "#1f4e79",
        "language": "de",
        "order": ["skills", "work"],
    }
    told = {
        change.what: (change.before, change.after) for change in ComparePage(version({}, old), version({}, new)).design
    }
    assert told["Template"] == ("Classic", "Modern")
    assert told["Paper"] == ("A4", "Letter")
    assert told["Colour"] == ("the template’s own", "#1f4e79")
    assert told["Language of headings"] == ("that of the resume", "German")
    assert told["Left out"] == ("Interests", "nothing")
    assert told["Order of sections"][1].startswith("Skills, ")


def test_hiding_a_section_is_no_other_order() -> None:
    page = ComparePage(version(), version({}, {"hidden": ["awards"]}))
    assert [change.what for change in page.design] == ["Left out"]


@pytest.mark.django_db
def test_scores_are_compared_only_by_the_same_rubric() -> None:
    one = version(total=60, rubric="a")
    assert ComparePage(one, version(total=72, rubric="a")).difference == 12
    assert ComparePage(version(total=72, rubric="a"), one).lost == 12
    other = ComparePage(one, version(total=72, rubric="b"))
    assert (other.difference, other.other_rubric) == (None, True)
    assert ComparePage(one, version()).difference is None
    assert ComparePage(one, version(total=None, rubric="a")).difference is None


def test_two_equal_versions_are_the_same() -> None:
    assert ComparePage(version({"basics": {"name": "Alice"}}), version({"basics": {"name": "Alice"}})).is_same
