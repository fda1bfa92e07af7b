"""The checks on contact details and sections."""

from typing import Any

import pytest

from resumes.parsing.reading import Reading
from resumes.scoring.result import Finding
from resumes.tests.scoring.readings import ALICE, alice, alice_with, found, found_in, reading_of


@pytest.mark.parametrize(
    ("check", "basics", "outcome"),
    [
        ("name", {"name": ""}, "failed"),
        ("email", {"email": ""}, "failed"),
        ("email", {"email": "alice@example"}, "failed"),
        ("phone", {"phone": ""}, "failed"),
        ("phone", {"phone": "020 7946 0958"}, "passed"),
        ("phone", {"phone": "12"}, "partly"),
        ("phone", {"phone": "(512) 555-0147", "location": {}}, "passed"),
        ("web-profile", {"url": ""}, "failed"),
        ("web-profile", {"url": "", "profiles": [{"username": "alice"}]}, "passed"),
        ("email-professional", {"email": "sexy.alice@example.com"}, "failed"),
        ("email-professional", {"email": "k2xq@example.com"}, "partly"),
        ("email-professional", {"email": "ap.mueller@example.com", "name": "Alice Müller"}, "passed"),
        ("place", {"location": {"city": "London"}}, "partly"),
        ("place", {"location": {}}, "failed"),
        ("street-address", {"location": {"address": "1 High Street"}}, "failed"),
        ("summary", {"summary": ""}, "failed"),
        ("summary", {"summary": "Engineer."}, "partly"),
        ("summary", {"summary": "word " * 71}, "partly"),
    ],
)
def test_contact_details_and_summary_are_judged(check: str, basics: dict[str, Any], outcome: str) -> None:
    assert found(check, reading_of(alice_with(**basics))).outcome == outcome


def test_a_doubtful_contact_detail_is_quoted() -> None:
    reading = reading_of(alice())
    next(field for field in reading.fields if field.path == "basics.phone").confidence = 0.4
    finding = found("contact-confidence", reading)
    assert finding.title == "The phone number could be misread"
    assert finding.evidence[0].quote == "+44 20 7946 0958"


def test_a_german_address_is_left_to_the_person() -> None:
    document = alice_with(location={"address": "Hauptstraße 1", "city": "Ulm"})
    assert found("street-address", reading_of(document, language="de")).outcome == "skipped"


def test_private_facts_are_found_in_english() -> None:
    finding = found("private-facts", reading_of(alice(), extra=("Date of birth: 1 May 1990", "Marital status: single")))
    assert finding.title == "2 lines tell private facts"
    assert finding.evidence[0].quote == "Date of birth: 1 May 1990"


def test_private_facts_are_found_without_a_file() -> None:
    document = alice(interests=[{"name": "Marital status: married"}])
    assert found_in("private-facts", document).evidence[0].quote == "Marital status: married"


def test_private_facts_are_left_to_the_person_where_they_are_customary() -> None:
    assert found("private-facts", reading_of(alice(), language="de")).outcome == "skipped"


@pytest.mark.parametrize(
    ("check", "parts", "outcome"),
    [
        ("experience", {"work": []}, "failed"),
        ("experience", {"work": [], "projects": [{"name": "Bridge"}]}, "partly"),
        ("experience", {"work": [], "volunteer": [{"organization": "Food bank"}]}, "partly"),
        ("education", {"education": []}, "failed"),
        ("education", {"education": [], "certificates": [{"name": "Welder"}]}, "partly"),
        ("skills", {"skills": []}, "failed"),
        ("skills", {"skills": [{"name": "Welding"}]}, "partly"),
        ("skills", {"skills": [{"name": "", "keywords": ["Go", "go", "GO", " "]}]}, "partly"),
        ("jobs-complete", {"work": [{"name": "Acme Ltd"}]}, "failed"),
        ("jobs-complete", {"work": [*ALICE["work"], {"position": "Cook"}]}, "partly"),
        ("education-complete", {"education": [{"institution": "Leeds"}]}, "failed"),
    ],
)
def test_sections_are_judged(check: str, parts: dict[str, Any], outcome: str) -> None:
    assert found_in(check, alice(**parts)).outcome == outcome


def test_an_entry_without_anything_is_counted_but_not_quoted() -> None:
    finding = found_in("education-complete", alice(education=[{"url": "https://example.com"}]))
    assert (finding.title, finding.evidence) == ("1 of 1 entry lacks a school or a degree", [])


def test_a_missing_heading_is_named() -> None:
    reading = reading_of(alice())
    for line in reading.lines:
        line.heading = line.heading if line.heading == "work" else ""
    assert found("standard-headings", reading).title == "No standard heading was found for education and skills"


def _with_education_first(**parts: Any) -> Reading:
    reading = reading_of(alice(**parts))
    swap = {"work": "education", "education": "work"}
    for line in reading.lines:
        line.heading = swap.get(line.heading, line.heading)
    return reading


def _order(reading: Reading) -> Finding:
    return found("section-order", reading)


def test_with_years_of_work_education_should_not_come_first() -> None:
    assert _order(reading_of(alice())).outcome == "passed"
    assert _order(_with_education_first()).title == "Education comes before experience"


def test_with_little_work_either_order_is_good() -> None:
    job = {"name": "Acme", "position": "Intern", "startDate": "2024-01", "endDate": "2024-06"}
    assert _order(_with_education_first(work=[job])).outcome == "skipped"


def test_academics_may_put_education_first() -> None:
    papers = [{"name": f"Paper {i}"} for i in range(5)]
    assert _order(_with_education_first(publications=papers)).outcome == "skipped"


def test_a_scholar_may_fill_many_pages() -> None:
    document = alice(publications=[{"name": "A paper"}], basics={**ALICE["basics"], "label": "Professor of History"})
    assert found("pages", reading_of(document, pages=9)).outcome == "skipped"


def test_a_promise_of_references_is_quoted() -> None:
    finding = found("references-on-request", reading_of(alice(), extra=("References available on request.",)))
    assert finding.evidence[0].quote == "References available on request."


def _promise(reference: str, **parts: Any) -> Finding:
    return found_in("references-on-request", alice(references=[{"reference": reference}], **parts))


def test_a_promise_among_the_references_is_found_by_where_it_stands() -> None:
    assert _promise("Available upon request").evidence[0].path == "references[0].reference"
    assert _promise("A pleasure to work with.").title == "No line promises references on request"


def test_a_promise_under_a_heading_for_references_is_quoted_once() -> None:
    finding = found("references-on-request", reading_of(alice(), extra=("Referees", "On request")))
    assert [quote.quote for quote in finding.evidence] == ["On request"]


def test_elsewhere_on_request_promises_nothing() -> None:
    reading = reading_of(alice(), extra=("Portfolio", "Shown on request"))
    assert found("references-on-request", reading).outcome == "passed"


@pytest.mark.parametrize(
    ("basics", "language", "advice"),
    [
        ({"phone": "06 12", "location": {}}, "fr", "starting with +33."),
        ({"phone": "", "location": {}}, "de", "starting with +49."),
        ({"phone": "12", "location": {"countryCode": "ch"}}, "de", "starting with +41."),
        ({"phone": "12", "location": {}}, "es", "with its country code, such as +34."),
        ({"phone": "12", "location": {}}, "nl", "with its country code."),
        ({"phone": "+33 12"}, "fr", "the country code too."),
    ],
)
def test_the_advice_on_a_phone_number_names_the_resumes_own_country(
    basics: dict[str, Any], language: str, advice: str
) -> None:
    assert found("phone", reading_of(alice_with(**basics), language=language)).fix.endswith(advice)
