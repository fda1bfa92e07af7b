"""What holds for any posting and any resume."""

import json
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.document import Document
from resumes.matching.match import Match
from resumes.matching.matching import match
from resumes.matching.reading_postings import LONGEST, read_posting
from resumes.matching.tests.measuring import stands

TODAY = date(2026, 11, 23)
SAMPLES = Path(__file__).parent / "samples" / "dev"
POSTINGS = [posting["text"] for posting in json.loads((SAMPLES / "matches.json").read_text())["postings"]]
PEOPLE = [json.loads(file.read_text()) for file in sorted((SAMPLES / "people").glob("*.json"))]
PIECES = st.sampled_from([
    *("\n", "\n\n", "- ", "• ", "1. ", "# ", "**", ": ", "; ", ", ", " and ", " oder ", "(", ")", ".", "Requirements"),
    "Ihr Profil",
    *("Nice to have", "We offer", "You must have ", "ist von Vorteil", "Se requiere ", "vous justifiez d'"),
    *("Python", "C++", ".NET", "five years of ", "10+ Jahre ", "fluent English", "$1.4 billion", "a degree in law"),
    *("ein Team von 8 Personen", "\u200b", "İ", "ß", "\u2028", "\x00"),
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def _match(resume: dict[str, object], text: str) -> Match:
    return match(Document.model_validate(resume), read_posting(text), today=TODAY)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_is_read_and_every_slice_is_word_for_word(text: str) -> None:
    reading = read_posting(text)
    named = [reading.title, reading.employer, *reading.skills, *reading.years, *reading.languages]
    assert all(text[one.start : one.end] == one.text for one in named if one)
    assert all(text[one.start : one.end] == one.text for one in reading.requirements)
    assert all(one.text.strip() == one.text and one.text for one in reading.requirements)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(PEOPLE))
def test_every_quote_stands_in_the_resume(text: str, resume: dict[str, object]) -> None:
    found = _match(resume, f"Requirements\n- {text}\n{text}").requirements
    assert all(stands(proof.quote, resume) for one in found for proof in one.evidence)
    assert all(bool(one.evidence) == (one.status != "not_found") for one in found)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=4), TEXTS)
def test_any_resume_is_matched(line: str, keywords: list[str], text: str) -> None:
    resume = {"work": [{"position": line, "highlights": [line], "startDate": line}], "skills": [{"keywords": keywords}]}
    found = _match(resume, f"Requirements\n- {text}\n- {line}").requirements
    assert all(stands(proof.quote, resume) for one in found for proof in one.evidence)


@pytest.mark.parametrize("text", POSTINGS, ids=lambda text: text[:16])
def test_an_empty_resume_meets_nothing(text: str) -> None:
    found = _match({}, text)
    assert found.requirements
    assert {one.status for one in found.requirements} == {"not_found"}
    assert found.share == 0


@pytest.mark.parametrize("text", [text for text in POSTINGS if "\n- " in text], ids=lambda text: text[:16])
def test_order_and_spaces_change_no_status(text: str) -> None:
    lines = text.split("\n")
    runs = [i for i, line in enumerate(lines) if line.startswith("- ")]
    first = runs[: next((n for n in range(1, len(runs)) if runs[n] != runs[n - 1] + 1), len(runs))]
    mixed = [lines[i] for i in first]
    random.Random(7).shuffle(mixed)
    for i, line in zip(first, mixed, strict=True):
        lines[i] = line.replace(" ", "  ")
    for resume in PEOPLE:
        before = {" ".join(one.text.split()): one.status for one in _match(resume, text).requirements}
        after = {" ".join(one.text.split()): one.status for one in _match(resume, "\n".join(lines)).requirements}
        assert before == after


@pytest.mark.parametrize("tool", ["Kafka", "Rust", "SAP MM", "CATIA V5", "HACCP", "C++", ".NET", "Go", "Epic"])
@pytest.mark.parametrize("asks", ["Experience with {}", "Gute Kenntnisse in {}", "Maîtrise de {}", "Dominio de {}"])
def test_a_tool_that_is_added_to_the_skills_is_met(tool: str, asks: str) -> None:
    text = f"Job\n\nRequirements\n- {asks.format(tool)}"
    without, having = (
        _match({"skills": [{"keywords": ["Chess"]}]}, text),
        _match({"skills": [{"keywords": [tool]}]}, text),
    )
    assert [one.status for one in without.requirements] == ["not_found"]
    assert [one.status for one in having.requirements] == ["met"]


@pytest.mark.parametrize(
    "piece", ["(", "a, ", "and ", "- x\n", "x" * 50, "Requirements: ", "1.", " \n", "you must have ", "9", "Ä", "Inc "]
)
def test_a_huge_posting_is_read_in_bounded_time(piece: str) -> None:
    reading = read_posting("Requirements\n" + piece * (3 * LONGEST // len(piece)))
    assert all(one.end <= LONGEST for one in reading.requirements)
