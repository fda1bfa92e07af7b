"""What happens to the fields that a page sends."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.document import Document
from resumes.editing.asking import addresses, questions, with_questions
from resumes.editing.operations import Gone, do, value_at
from resumes.editing.outline import document_of, outline_of
from resumes.editing.saving import put_back, save, typed_in
from resumes.editing.shape import FIELDS, pattern_of
from resumes.editing.tests.given import DOCUMENT

OUTLINE = outline_of(Document.model_validate(DOCUMENT))
PATHS = st.sampled_from([pattern.replace("*", row) for pattern in FIELDS for row in ("1", "3", "zz")])


@given(st.dictionaries(PATHS, st.text(max_size=30), max_size=6))
def test_whatever_is_sent_is_saved_or_refused_and_never_breaks_the_document(sent: dict[str, str]) -> None:
    outline = copy.deepcopy(OUTLINE)
    saving = save(outline, typed_in(sent), keep={})
    for operation in [*saving.operations, *put_back(outline, saving.gone)]:
        do(outline, operation)  # type: ignore[arg-type]

    Document.model_validate(document_of(outline).to_json_resume())
    for path in sent:
        value_at(outline, path)


@given(st.dictionaries(PATHS, st.text(max_size=30), max_size=6))
def test_the_same_request_again_has_nothing_to_do(sent: dict[str, str]) -> None:
    outline = copy.deepcopy(OUTLINE)
    first = save(outline, typed_in(sent), keep={})
    for operation in first.operations:
        do(outline, operation)  # type: ignore[arg-type]

    again = save(outline, typed_in(sent), keep={})

    assert not again.operations
    assert again.problems.keys() == first.problems.keys()


def test_an_outline_and_back_is_the_same_document() -> None:
    document = Document.model_validate(
        {**DOCUMENT, "meta": {"theme": "x", "#": 1}, "work": [{"#text": "x", "name": "A"}]}
    )

    assert document_of(outline_of(document)).to_json_resume() == {
        **DOCUMENT, "meta": {"theme": "x"}, "work": [{"name": "A"}]
    }  # fmt: skip


def test_rows_with_nothing_do_not_shift_what_a_reading_speaks_of() -> None:
    outline = {"work": [{"#": "a1"}, {"#": "1", "highlights": [{"#": "b", "#text": ""}, {"#": "c", "#text": "Ran"}]}]}

    assert ("work[0].highlights[0]", "work/1/highlights/c/#text") in list(addresses(outline))


def test_a_question_about_what_is_gone_is_not_asked() -> None:
    fields = [{"path": "work[0].name", "confidence": 0.1}, {"path": "basics.image", "confidence": 0.1}]
    outline = with_questions(OUTLINE, {"fields": fields})
    assert questions(outline) == ["work/1/name"]

    assert questions({**outline, "work": []}) == []


def test_an_address_with_an_impossible_id_leads_nowhere() -> None:
    assert pattern_of("work/../name") == ""


def test_a_text_where_a_list_is_expected_is_gone() -> None:
    with pytest.raises(Gone):
        value_at({"work": "text"}, "work/1/name")
