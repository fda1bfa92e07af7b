"""Hand-written lines in four languages: which rule speaks, and what it makes of them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resumes.document import Document
from resumes.tailoring.rules import RuleSuggestion, suggest

TODAY = date(2026, 3, 1)
CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "rules_cases.json").read_text("utf-8"))


def said_of(case: dict[str, Any]) -> list[RuleSuggestion]:
    job = {"name": "Halden Foods", "startDate": "2018", "highlights": [case["before"]]}
    job |= {} if case["now"] else {"endDate": "2020-05"}
    return suggest(Document.model_validate({"meta": {"language": case["language"]}, "work": [job]}), today=TODAY)


def spoken(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[f"{each['kind']}: {each['before'][:60]}" for each in cases])


@spoken([case for case in CASES if case["after"]])
def test_a_line_is_rewritten_out_of_its_own_words(case: dict[str, Any]) -> None:
    assert [(made.kind, made.after) for made in said_of(case) if made.after] == [(case["kind"], case["after"])]


@spoken([case for case in CASES if case["after"] == ""])
def test_what_the_line_does_not_hold_is_asked(case: dict[str, Any]) -> None:
    said = said_of(case)
    assert [made.kind for made in said if not made.after] == [case["kind"]]
    assert not any(made.after for made in said)


@spoken([case for case in CASES if case["after"] is None])
def test_a_line_that_is_right_is_left_alone(case: dict[str, Any]) -> None:
    said = said_of(case)
    assert case["kind"] not in [made.kind for made in said]
    assert case["kind"] == "missing_number" or not any(made.after for made in said)


def test_every_language_and_kind_has_cases() -> None:
    assert len(CASES) >= 100
    assert {case["language"] for case in CASES} == {"en", "de", "fr", "es"}
