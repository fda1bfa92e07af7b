"""The bar: every template brings back nearly all of every document, as PDF and as Word, to both readers."""

from functools import cache
from typing import Any

import pytest

from resumes.document import Document
from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts
from resumes.proving.comparing import ReadBack, compare
from resumes.proving.proving import KINDS
from resumes.proving.second_reading import extracted
from resumes.proving.tests import documents
from resumes.rendering.design import Design, Font, Paper, Spacing, Template
from resumes.rendering.rendering import Format, render

BAR = 0.98
FORMATS = (Format.PDF, Format.DOCX)


@cache
def everyone() -> dict[str, Document]:
    told = {f"truth_{entry['person']}": documents.from_truth(entry["truth"]) for entry in documents.manifest()}
    return documents.invented() | documents.people() | told


def read_back(document: Document, design: Design, form: Format) -> ReadBack:
    """As `proving.prove`, but in this process."""
    data, kind = render(document, design, form), KINDS[form]
    reading = read_document(data, kind, FileFacts(kind=kind))
    return compare(document, design, reading.document, extracted(data, kind))


def failures(name: str, read: ReadBack) -> list[str]:
    lost = [field for field in read.fields if field.ours != "came back" or field.theirs != "came back"]
    return [f"{name} {field.path}: {field.value!r} {field.ours}, {field.theirs} {field.got!r}" for field in lost]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("template", Template)
def test_every_document_comes_back_from_every_template(template: Template, form: Format) -> None:
    below = []
    for name, document in everyone().items():
        read = read_back(document, Design(template=template), form)
        if min(read.fidelity, read.theirs_fidelity) < BAR:
            below += failures(name, read)
    assert below == []


LOOKS: list[dict[str, Any]] = [
    {"paper": Paper.LETTER, "spacing": Spacing.AIRY, "accent": "#7c2d12"},
    {"spacing": Spacing.TIGHT, "font": Font.EB_GARAMOND, "accent": "#4a044e"},
    {"font": Font.ROBOTO, "language": "fr", "order": ("skills", "languages", "education", "work")},
    {"font": Font.GENTIUM, "language": "de", "hidden": ("summary", "interests")},
    {"font": Font.OPEN_SANS, "language": "es", "paper": Paper.LETTER},
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(sorted(look)))
@pytest.mark.parametrize("template", Template)
def test_no_choice_of_look_loses_anything(template: Template, look: dict[str, Any]) -> None:
    name = ("alice_en", "charlie_long", "charlie_academic")[len(look) % 3]
    read = read_back(documents.invented()[name], Design(template=template, **look), Format.PDF)
    assert min(read.fidelity, read.theirs_fidelity) >= BAR, failures(name, read)
