"""Lines break between words, inside one only where it is longer than a line."""

import re

import pytest

from resumes.document import Document
from resumes.rendering.design import Design, Template
from resumes.rendering.laying_out import lay_out
from resumes.rendering.sheet import Sheet
from resumes.rendering.tests.given import alices
from resumes.rendering.tests.reading import text_of
from resumes.rendering.typesetting import pdf
from resumes.rendering.word_breaks import endless, is_joined, whole


def sheet(summary: str) -> Sheet:
    return lay_out(alices(basics={"summary": summary}, work=[]), Design())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("No such word", []),
        ("A well-known CI/CD hand", ["well-known", "CI/CD"]),
        ("a day-to-day-ish thing", ["day-to-day"]),
        (f"too long: {'a' * 30}-{'b' * 30}", []),
        ("dashes - and -- and / alone", []),
    ],
)
def test_a_word_with_a_hyphen_or_a_slash_is_kept_whole(text: str, kept: list[str]) -> None:
    found = whole(sheet(text))
    assert [match.group() for match in re.finditer(found or "$^", text)] == kept


def test_of_two_words_the_longer_is_looked_for_first() -> None:
    assert whole(sheet("on-site on-site-work")).startswith(re.escape("on-site-work"))


def test_what_looks_like_a_pattern_is_only_a_word() -> None:
    text = "a-(b|c)*[d]. +x/{2}^$"
    assert " ".join(re.findall(whole(sheet(text)), text)) == text
    assert "a-(b|c)*[d]." in text_of(pdf(sheet(text), Design()))


@pytest.mark.parametrize("template", Template)
def test_a_word_with_a_hyphen_is_read_back_whole(template: Template) -> None:
    text = text_of(pdf(sheet("counter-intuitive " * 60), Design(template=template)))
    assert text.count("counter-intuitive") == 60


@pytest.mark.parametrize(
    "document",
    [
        alices(basics={"summary": "on-site " * 2000}),
        alices(skills=[{"name": "All", "keywords": [f"a{n}-b" for n in range(2000)]}]),
    ],
    ids=["summary", "tags"],
)
def test_thousands_of_them_in_one_paragraph_are_set_all_the_same(document: Document) -> None:
    made = lay_out(document, Design())
    assert whole(made) == ""
    assert text_of(pdf(made, Design())).count("-") > 1900  # Some end a line.


@pytest.mark.parametrize(("text", "is_found"), [("a" * 44, False), ("a" * 45, True), ("王" * 60, False)])
def test_a_word_longer_than_a_line_may_break_anywhere(text: str, *, is_found: bool) -> None:
    assert bool(endless(sheet(text))) == is_found


@pytest.mark.parametrize(("text", "joined"), [("Zoë", False), ("سالم", True), ("देव", True), ("王", False)])
def test_letters_that_are_written_together_are_told(text: str, *, joined: bool) -> None:
    assert is_joined(sheet(text)) == joined
