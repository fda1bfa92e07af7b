"""PDF and pictures: tagged, the same each time, literal, in turn, and bounded."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from PIL import Image

from resumes.document import Document
from resumes.rendering.design import Design, Font, Paper, Spacing, Template
from resumes.rendering.laying_out import lay_out
from resumes.rendering.tests.given import HOSTILE, alices, long_document
from resumes.rendering.tests.reading import is_pdf_ua, text_of
from resumes.rendering.typesetting import MOST_CHARACTERS, MOST_LINES, NotSet, pdf, pictures

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)


def set_as(document: Document, **design: Any) -> bytes:
    return pdf(lay_out(document, Design(**design)), Design(**design), made=MADE)


def opened(data: bytes) -> PDFDocument:
    return PDFDocument(PDFParser(BytesIO(data)))


@pytest.mark.parametrize("template", Template)
def test_a_pdf_is_tagged_for_people_who_listen_to_it(template: Template) -> None:
    data = set_as(alices(), template=template, language="de")
    catalog = opened(data).catalog
    assert is_pdf_ua(data)
    assert resolve1(catalog["MarkInfo"])["Marked"] is True
    assert catalog["Lang"] == b"de"
    assert resolve1(catalog["StructTreeRoot"])["K"]


def test_a_pdf_says_whose_it_is_and_when_it_was_made() -> None:
    info = opened(set_as(alices())).info[0]
    assert (info["Title"], info["Author"]) == (b"Alice Example, resume", b"Alice Example")
    assert info["CreationDate"].startswith(b"D:20260301")


def test_a_pdf_keeps_whole_seconds_of_when_it_was_made() -> None:
    sheet, design = lay_out(alices(), Design()), Design()
    assert pdf(sheet, design, made=MADE.replace(microsecond=123_456)) == pdf(sheet, design, made=MADE)


@pytest.mark.parametrize("template", Template)
def test_the_same_resume_gives_the_same_bytes(template: Template) -> None:
    first, other, second = (set_as(alices(awards=[{"title": t}]), template=template) for t in ("One", "Two", "One"))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    assert first != other


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("spacing", Spacing)
@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_look_can_be_set(template: Template, paper: Paper, spacing: Spacing, language: str) -> None:
    data = set_as(alices(), template=template, paper=paper, spacing=spacing, language=language, accent="#aa3311")
    assert "Cut costs by 40 %." in text_of(data)


@pytest.mark.parametrize("font", Font)
def test_every_font_can_be_chosen(font: Font) -> None:
    assert font.value.replace(" ", "").encode()[:5] in set_as(alices(), font=font)


@pytest.mark.parametrize("template", Template)
def test_mark_up_of_any_kind_comes_out_as_it_was_typed(template: Template) -> None:
    work = [{"name": "Acme", "position": text, "summary": text, "highlights": [text]} for text in HOSTILE]
    text = "".join(text_of(set_as(alices(work=work), template=template)).split())
    assert [hostile for hostile in HOSTILE if text.count("".join(hostile.split())) < 3] == []


@pytest.mark.parametrize("template", Template)
def test_a_word_of_ten_thousand_letters_is_set_whole(template: Template) -> None:
    word = "abcdefghij" * 1000
    document = alices(work=[{"name": word, "position": word, "highlights": [word]}])
    assert text_of(set_as(document, template=template)).count("j") >= 3000


@pytest.mark.parametrize("template", Template)
def test_two_hundred_jobs_are_set(template: Template) -> None:
    text = text_of(set_as(long_document(200, 1), template=template))
    assert [n for n in range(200) if f"Acme {n}" not in text] == []


@pytest.mark.parametrize(
    "document",
    [
        alices(basics={"summary": "word " * (MOST_CHARACTERS // 5)}),
        long_document(MOST_LINES, 0),
        alices(basics={"name": "a" * 30_000}),
    ],
    ids=["characters", "lines", "word"],
)
def test_what_is_too_much_is_refused_in_a_sentence(document: Document) -> None:
    with pytest.raises(NotSet, match=r"^This resume holds .* to set on pages\.$"):
        set_as(document)


def test_an_empty_resume_gives_an_empty_page() -> None:
    assert len(pictures(lay_out(Document(), Design()), Design(), ppi=20)) == 1


def test_every_page_is_a_picture_of_its_paper() -> None:
    pages = pictures(lay_out(long_document(30, 3), Design()), Design(paper=Paper.LETTER), ppi=72)
    assert len(pages) > 1
    assert {Image.open(BytesIO(page)).size for page in pages} == {(612, 792)}


def test_many_at_once_wait_their_turn_and_each_gets_their_own() -> None:
    names = [f"Alice {n}" for n in range(40)]

    def made(name: str) -> str:
        return text_of(set_as(alices(basics={"name": name}), template=list(Template)[len(name) % 6]))

    with ThreadPoolExecutor(8) as pool:
        assert [name in text for name, text in zip(names, pool.map(made, names), strict=True)] == [True] * 40
