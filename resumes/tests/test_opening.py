"""A file's kind is what it really holds; each refusal has its own sentence."""

import json
from io import BytesIO

import docx
import pytest
from fpdf import FPDF

from resumes.parsing.envelope import OLE, check_envelope
from resumes.parsing.file_names import clean_name
from resumes.parsing.opening import open_file
from resumes.parsing.reading import Kind
from resumes.parsing.refusals import MAX_BYTES
from resumes.parsing.unreadable import Unreadable
from resumes.tests import files
from resumes.tests.given import RESUME

MARKDOWN = "# Alice Example\n\n## Experience\n\n**Engineer** at [Acme](https://acme.example)\n"


def refusal(data: bytes, name: str = "resume.pdf") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        open_file(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (files.pdf(), Kind.PDF),
        (b"\n\n" + files.pdf(), Kind.PDF),
        (files.word(), Kind.DOCX),
        (RESUME.encode(), Kind.TEXT),
        (MARKDOWN.encode(), Kind.MARKDOWN),
        (json.dumps({"basics": {"name": "Alice", "url": None}}).encode(), Kind.JSON),
    ],
)
def test_the_content_decides_whatever_the_name(data: bytes, kind: Kind) -> None:
    assert open_file(data, "photo.png") is kind


def test_the_name_only_tells_plain_markdown_from_text() -> None:
    assert open_file(RESUME.encode(), "cv.md") is Kind.MARKDOWN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_usual_encodings(encoding: str) -> None:
    assert open_file(("Zoë Müller, café\r\n" + RESUME).encode(encoding), "cv.txt") is Kind.TEXT


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty", "empty"),
        (files.pdf(""), "empty", "nothing written"),
        (files.word(""), "empty", "nothing written"),
        (b"a" * (MAX_BYTES + 1), "too_large", "10.0 MB"),
        (files.pdf(pages=41), "too_many_pages", "41 pages"),
        (b"word " * 60_000, "too_many_pages", "more text"),
        (files.pdf(password="secret"), "encrypted", "This PDF is protected by a password"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "Office file is protected"),
        (files.pdf()[:400], "corrupt", "This PDF is damaged"),
        (files.word()[:4000], "corrupt", "This Word file is damaged"),
        (b'{"basics": {"name": ', "corrupt", "This JSON file is damaged"),
        (b'{"basics": }', "corrupt", "This JSON file is damaged"),
        (files.scan(), "image_only", "picture of a resume"),
        (files.scan("Scanned by a free app"), "image_only", "picture of a resume"),
        (OLE + "WordDocument".encode("utf-16-le"), "wrong_type", "old Word file"),
        (OLE + bytes(100), "wrong_type", "old Office file"),
        (files.picture("PNG"), "wrong_type", "is a picture"),
        (files.picture("JPEG"), "wrong_type", "is a picture"),
        (rb"{\rtf1\ansi Alice}", "wrong_type", "Rich Text"),
        (b"<!DOCTYPE html><html><body>Alice</body></html>", "wrong_type", "web page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "wrong_type", "drawing"),
        (b"<?xml version='1.0'?><resume/>", "wrong_type", "XML"),
        (b"#!/bin/sh\nrm -rf /\n", "wrong_type", "a program"),
        (b"MZ" + bytes(range(256)), "wrong_type", "a program"),
        (b"RIFF\x24\x08\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x02\x00\x00", "wrong_type", "a sound recording"),
        (bytes(range(256)) * 8, "wrong_type", "don't know"),
        (files.archive({"cv.pdf": files.pdf()}), "wrong_type", "ZIP archive"),
        (files.archive({"content.xml": "<x/>", "mimetype": "x"}), "wrong_type", "OpenDocument"),
        (files.archive({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "wrong_type", "Excel"),
        (b'{"name": "a package", "version": "1"}', "wrong_type", "JSON Resume"),
        (b'{"basics": {"name": 7}}', "wrong_type", "basics.name"),
        (b'{"basics": {}}', "empty", "nothing written"),
    ],
)
def test_each_refusal_has_its_own_sentence(data: bytes, code: str, words: str) -> None:
    refused = refusal(data)
    assert refused.code == code
    assert words in refused.sentence


def test_a_word_file_with_only_a_picture_is_named_so() -> None:
    made, packed = docx.Document(), BytesIO()
    made.add_picture(BytesIO(files.picture()))
    made.save(packed)
    assert refusal(packed.getvalue()).code == "image_only"


def test_a_word_file_with_macros_is_named_so() -> None:
    types = files.parts(files.word())["[Content_Types].xml"].decode()
    macros = types.replace(
        "openxmlformats-officedocument.wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml"
    )
    assert "macros" in refusal(files.word_with({"[Content_Types].xml": macros})).sentence


def test_a_word_file_may_call_its_main_part_as_it_likes() -> None:
    renamed = {
        name.replace("document.xml", "document2.xml"): content.replace(b"document.xml", b"document2.xml")
        for name, content in files.parts(files.word()).items()
    }
    assert open_file(files.archive(renamed), "cv.docx") is Kind.DOCX


@pytest.mark.parametrize("content", ["<x/>", files.word_xml("").replace("<w:body></w:body>", "")])
def test_a_word_file_without_a_body_is_corrupt(content: str) -> None:
    assert refusal(files.word_with({files.DOCUMENT: content})).code == "corrupt"


def test_declared_entities_are_refused_before_any_is_read() -> None:
    declared = files.word_xml("<w:p/>", before='<!DOCTYPE d [<!ENTITY a "a">]>')
    assert refusal(files.word_with({files.DOCUMENT: declared})).code == "bomb"


@pytest.mark.parametrize("kids", ["", "9 0 R"])
def test_a_pdf_whose_pages_are_missing_is_corrupt(kids: str) -> None:
    pages = f"<< /Type /Pages /Kids [{kids}] /Count {len(kids) // 5} >>"
    assert refusal(files.raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", pages)).code == "corrupt"


def test_letters_drawn_as_shapes_are_no_text() -> None:
    made = FPDF()
    made.add_page()
    made.rect(10, 10, 50, 50)
    assert refusal(bytes(made.output())).code == "image_only"


def test_a_pdf_of_letters_without_meaning_is_named_so() -> None:
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"
    text = f"BT /F 12 Tf 50 700 Td <{'E000E001E002' * 20}> Tj ET"
    cmap = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <E000> <E0FF> <E000> endbfrange"
    font = "/Type /Font /BaseFont /A"
    data = files.raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {page} >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        f"<< {font} /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        f"<< {font} /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    )
    assert "which letters they are" in refusal(data).sentence


def test_the_envelope_alone_already_refuses_a_picture() -> None:
    with pytest.raises(Unreadable, match="picture"):
        check_envelope(files.picture(), "cv.pdf")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Alice Example CV.pdf", "Alice Example CV.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\alice\\cv.docx", "cv.docx"),
        ("cv\0.pdf", "cv.pdf"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("a\n\tb   c.pdf", "a b c.pdf"),
        ("....", "resume"),
        ("", "resume"),
        ("a/", "resume"),
        (".pdf", "resume.pdf"),
        ("<img src=x>.pdf", "_img src=x_.pdf"),
        ("x" * 5000 + ".pdf", "x" * 116 + ".pdf"),
        ("y" * 5000, "y" * 120),
        ("履歴書.pdf", "履歴書.pdf"),
    ],
)
def test_a_name_is_made_safe_to_show(given: str, shown: str) -> None:
    assert clean_name(given) == shown
