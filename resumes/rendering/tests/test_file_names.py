"""Names of exported files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.document import Document
from resumes.rendering.file_names import file_name


def named(name: str, summary: str = "") -> Document:
    return Document.model_validate({"basics": {"name": name, "summary": summary}})


GERMAN = "Ich leite seit zwölf Jahren die Entwicklung von Zahlungssystemen und führe ein Team mit neun Personen."


@pytest.mark.parametrize(
    ("document", "version", "name"),
    [
        (named("Alice Example"), "", "Alice-Example-Resume.pdf"),
        (named("Alice Example"), "Acme backend", "Alice-Example-Resume-Acme-backend.pdf"),
        (named("Jürgen Weißmüller", GERMAN), "", "Jürgen-Weißmüller-Lebenslauf.pdf"),
        (named("山田 花子"), "", "山田-花子-Resume.pdf"),
        (named("Siobhán O’Hara-Reyes, Ph.D."), "", "Siobhán-OHara-Reyes-PhD-Resume.pdf"),
        (named("../../etc/passwd"), "", "etc-passwd-Resume.pdf"),
        (named('a\\b:c*d?"<>|'), "", "a-b-c-d-Resume.pdf"),
        (named("CON"), "", "CON-Resume.pdf"),
        (named(""), "", "Resume.pdf"),
        (named("\u202efdp.exe"), "", "fdpexe-Resume.pdf"),
        (named("e\u0301"), "", "é-Resume.pdf"),
    ],
)
def test_a_file_is_called_after_its_person(document: Document, version: str, name: str) -> None:
    assert file_name(document, "pdf", version) == name


def test_long_names_are_cut_between_letters() -> None:
    assert file_name(named("a" * 500), "docx") == "a" * 80 + ".docx"
    assert file_name(named("花" * 500), "docx") == "花" * 66 + ".docx"


@given(st.text(), st.text())
def test_any_name_gives_a_name_that_every_system_takes(name: str, version: str) -> None:
    made = file_name(named(name.encode(errors="ignore").decode()), "pdf", version)
    assert re.fullmatch(r"[^\s/\\:*?\"<>|.\x00-\x1f\u202a-\u202e\u2066-\u2069-][^\s/\\:*?\"<>|.\x00-\x1f]*\.pdf", made)
    assert len(made) <= 84
    assert len(made.encode()) <= 204
