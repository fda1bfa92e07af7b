"""A finished file is proven in the sandbox; a failure of the machinery is no statement about the file."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import docx
import pytest

from resume_agent.lib.sandbox import Ending, Outcome
from resumes.document import Document
from resumes.parsing.reading import Kind
from resumes.proving.proving import NotProven, prove
from resumes.proving.second_reading import TEXT, NotRead, collected, extracted, main, second_text
from resumes.proving.tests import documents
from resumes.rendering.design import Design
from resumes.rendering.rendering import Format, render

BOB = documents.invented()["bob_short"]


@pytest.mark.parametrize("form", [Format.PDF, Format.DOCX])
def test_a_file_is_read_back_by_two_readers_in_the_sandbox(form: Format) -> None:
    read = prove(BOB, Design(), form, render(BOB, Design(), form))
    assert (read.complete, read.fidelity, read.theirs_fidelity) == (True, 1.0, 1.0)


def test_a_file_of_another_person_gives_nothing_back() -> None:
    alice = documents.invented()["alice_en"]
    read = prove(alice, Design(), Format.PDF, render(BOB, Design(), Format.PDF))
    assert not read.complete
    assert read.fidelity < 0.1


def test_a_file_that_is_no_resume_to_our_reader_is_a_result() -> None:
    letter = docx.Document()
    letter.add_paragraph("Dear Bob, the weather is fine here.")
    data = BytesIO()
    letter.save(data)
    read = prove(Document.model_validate({"basics": {"name": "Bob"}}), Design(), Format.DOCX, data.getvalue())
    assert [(field.ours, field.theirs) for field in read.fields] == [("lost", "came back")]


def test_a_reading_that_takes_too_long_proves_nothing() -> None:
    with pytest.raises(NotProven, match="nothing is proven"):
        prove(BOB, Design(), Format.PDF, render(BOB, Design(), Format.PDF), seconds=0.001)


def test_a_second_reading_that_fails_proves_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotRead, match="crashed"):
        second_text(b"not a file at all", Kind.DOCX, seconds=10)
    with pytest.raises(NotRead, match="FileNotFoundError"):
        collected(Outcome(Ending.OK), tmp_path)
    (tmp_path / TEXT).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(NotRead, match="UnicodeDecodeError"):
        collected(Outcome(Ending.OK), tmp_path)


def test_a_file_that_breaks_the_second_reader_proves_nothing() -> None:
    with pytest.raises(NotProven):
        prove(BOB, Design(), Format.DOCX, b"not a file at all")


def test_the_child_leaves_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = BytesIO(b"pdf\n" + render(BOB, Design(), Format.PDF))
    monkeypatch.setattr("sys.stdin", TextIOWrapper(given))
    monkeypatch.chdir(tmp_path)
    main()
    assert "Kiln Coffee" in (tmp_path / TEXT).read_text("utf-8")


def test_the_header_of_a_later_page_is_no_part_of_the_text() -> None:
    document = documents.invented()["charlie_long"]
    text = extracted(render(document, Design(), Format.PDF), Kind.PDF)
    assert text.count("Charlie Ellsworth") == 1
    assert "2 / " not in text
