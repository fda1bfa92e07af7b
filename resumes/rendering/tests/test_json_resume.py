"""JSON Resume written and read again."""

import json
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from resumes.document import Document, Part
from resumes.parsing.extract_json import document_in
from resumes.rendering.json_resume import write
from resumes.rendering.tests.sheets import FULL

DATES = st.sampled_from(["", "2021", "2021-03", "2021-03-15"])


def parts(kind: type[Part]) -> st.SearchStrategy[Part]:
    """Any part of a kind, with a key that the schema doesn't know."""
    values = {name: _values(name, field.annotation) for name, field in kind.model_fields.items()}
    return st.builds(kind, **values, pronouns=st.text() | st.lists(st.integers()))


def _values(name: str, kind: object) -> st.SearchStrategy[object]:
    if kind is str:
        return DATES if name.endswith("date") else st.text()
    if kind == list[str]:
        return st.lists(st.text(), max_size=2)
    (inner,) = get_args(kind) or (kind,)
    return st.lists(parts(inner), max_size=2) if get_args(kind) else parts(inner)


@given(parts(Document))
def test_any_document_comes_back_as_it_was(document: Document) -> None:
    # Something that makes it a resume at all.
    document.basics.label = "Engineer"
    assert document_in(write(document).encode()) == document


def test_the_schema_is_named_and_what_is_empty_is_left_out() -> None:
    written = json.loads(write(FULL))
    assert written["$schema"] == "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
    assert written["meta"] == {"version": "v1.0.0"}
    assert written["work"][1] == {"name": "Initech", "position": "Developer", "startDate": "2012", "endDate": "2014"}


def test_names_are_those_of_the_schema_in_letters_that_people_can_read() -> None:
    text = write(Document.model_validate({"education": [{"studyType": "Máster"}]}))
    assert '"studyType": "Máster"' in text


def test_what_an_import_brought_is_kept() -> None:
    given_meta = {"canonical": "https://example.org/cv.json", "lastModified": "2026-01-01", "version": "v0.0.16"}
    document = Document.model_validate({"basics": {"name": "Alice"}, "meta": given_meta, "$schema": "old", "x": [1]})
    written = json.loads(write(document))
    assert written["meta"] == given_meta | {"version": "v1.0.0"}
    assert written["x"] == [1]
    assert "old" not in written.values()


def test_half_a_character_is_written_as_an_escape() -> None:
    document = Document.model_validate({"basics": {"name": "Alice", "x": json.loads('"\\ud83d"')}})
    assert document_in(write(document).encode()) == document


def test_odd_meta_is_replaced() -> None:
    assert json.loads(write(Document.model_validate({"meta": "x"})))["meta"] == {"version": "v1.0.0"}
