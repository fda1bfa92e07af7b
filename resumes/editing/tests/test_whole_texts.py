"""Places of the outline as one text."""

import pytest

from resumes.document import Document
from resumes.editing.operations import Gone, do
from resumes.editing.outline import Outline, document_of, outline_of
from resumes.editing.values import Mistake
from resumes.editing.whole_texts import places_of, put_at, text_at

DOCUMENT = Document.model_validate(
    {
        "basics": {"name": "Alice Example"},
        "work": [{"name": "Acme", "highlights": ["One", "Two", "Three"]}],
        "skills": [{"name": "Tools", "keywords": ["Python", "Go"]}],
    }
)


@pytest.fixture
def outline() -> Outline:
    return outline_of(DOCUMENT)


def written(outline: Outline, dotted: str, text: str) -> Document:
    do(outline, put_at(outline, places_of(outline)[dotted], text))
    return document_of(outline)


@pytest.mark.parametrize(
    ("dotted", "text"),
    [
        ("basics.name", "Alice Example"),
        ("basics.summary", ""),
        ("work[0].highlights[1]", "Two"),
        ("work[0].highlights", "One\nTwo\nThree"),
        ("skills[0].keywords", "Python, Go"),
        ("skills[0].keywords[1]", "Go"),
    ],
)
def test_each_place_reads_as_one_text(outline: Outline, dotted: str, text: str) -> None:
    assert text_at(outline, places_of(outline)[dotted]) == text


def test_bullets_that_stay_keep_their_ids(outline: Outline) -> None:
    ids = {row["#text"]: row["#"] for row in outline["work"][0]["highlights"]}
    assert written(outline, "work[0].highlights", "Three\nNew\nOne").work[0].highlights == ["Three", "New", "One"]
    after = {row["#text"]: row["#"] for row in outline["work"][0]["highlights"]}
    assert (after["Three"], after["One"]) == (ids["Three"], ids["One"])
    assert after["New"] not in ids.values()


def test_words_are_written_with_commas_or_alone(outline: Outline) -> None:
    assert written(outline, "skills[0].keywords", "Go, Rust").skills[0].keywords == ["Go", "Rust"]
    assert written(outline, "skills[0].keywords[0]", "Zig").skills[0].keywords == ["Zig", "Rust"]


def test_what_the_place_cannot_take_is_a_mistake(outline: Outline) -> None:
    with pytest.raises(Mistake):
        put_at(outline, "basics/name", "x" * 501)


@pytest.mark.parametrize("path", ["work/1/nothing", "nothing", "work/1/other/2/#text"])
def test_a_place_that_nobody_edits_is_gone(outline: Outline, path: str) -> None:
    with pytest.raises(Gone):
        put_at(outline, path, "x")
