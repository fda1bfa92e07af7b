"""What can be told about a file without opening it: cheap and safe enough for the web process."""

import re

import puremagic

from resumes.parsing.plain_text import decode_text, is_markdown
from resumes.parsing.reading import Kind
from resumes.parsing.refusals import (
    MAX_BYTES,
    TAKEN,
    corrupt,
    empty,
    encrypted_office,
    picture,
    too_large,
    unknown,
    wrong_type,
)
from resumes.parsing.unreadable import Unreadable
from resumes.parsing.zip_directory import directory

PDF_HEADER = re.compile(rb"(?:\A|[\r\n\0 ])%PDF-\d")
PDF_HEADER_WITHIN = 1024
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLE_WORD = "WordDocument".encode("utf-16-le")
BLANK = b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"
EXPORT = "Please open it in your word processor and save it as PDF or Word (.docx)."
RESUME_ITSELF = f"Please upload the resume itself, as {TAKEN}."

# An entry's name in the archive (or its beginning), what such an archive is, and the way on.
ARCHIVES = (
    ("content.xml", "an OpenDocument file", EXPORT),
    ("xl/", "an Excel workbook", EXPORT),
    ("ppt/", "a PowerPoint presentation", EXPORT),
    ("Index/", "an Apple Pages document", "Please open it in Pages and export it as PDF or Word (.docx)."),
    ("META-INF/container.xml", "an e-book", RESUME_ITSELF),
)
# How a text begins that is markup of another kind.
MARKUP = (
    (r"\{\\rtf", "a Rich Text (RTF) file", EXPORT),
    (r"<!doctype html|<html|<head|<body", "a web page", "Please print it to PDF, or upload the resume itself."),
    (r"(<\?xml[^>]*>\s*)?<svg", "a drawing (SVG)", RESUME_ITSELF),
    (r"<\?xml|<!doctype", "an XML file", RESUME_ITSELF),
    (r"%!PS", "a PostScript file", "Please convert it to PDF."),
    (r"#!", "a program", RESUME_ITSELF),
)


def check_envelope(data: bytes, name: str) -> Kind:
    """The kind that the content claims to be. Raises Unreadable. Parses nothing but a ZIP archive's directory."""
    if len(data) > MAX_BYTES:
        raise too_large(len(data))
    if not data.strip(BLANK):
        raise empty()
    if data.startswith(ZIP):
        return _archive(data)
    if data.startswith(OLE):
        raise _old_office(data)
    if PDF_HEADER.search(data[:PDF_HEADER_WITHIN]) and not _named(data).startswith("image/"):
        return Kind.PDF
    text = decode_text(data)
    if text is None:
        raise _binary(data)
    return _text(text, name)


def _archive(data: bytes) -> Kind:
    names = {entry.filename for entry in directory(data)}
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return Kind.DOCX
    for sign, what, way_on in ARCHIVES:
        if any(name.startswith(sign) for name in names):
            raise wrong_type(what, way_on)
    if "[Content_Types].xml" in names:
        return Kind.DOCX
    raise wrong_type("a ZIP archive", f"Please unpack it and upload the resume itself, as {TAKEN}.")


def _old_office(data: bytes) -> Unreadable:
    if OLE_ENCRYPTED in data:
        return encrypted_office()
    what = "an old Word file (.doc)" if OLE_WORD in data else "an old Office file"
    return wrong_type(what, EXPORT)


def _binary(data: bytes) -> Unreadable:
    kind = _named(data)
    if kind.startswith("image/"):
        return picture()
    if data.startswith((b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")):
        return wrong_type("a program", RESUME_ITSELF)
    for family, what in (("audio/", "a sound recording"), ("video/", "a film"), ("font/", "a font")):
        if kind.startswith(family):
            return wrong_type(what, RESUME_ITSELF)
    return unknown()


def _named(data: bytes) -> str:
    """The MIME type by the first bytes, or nothing."""
    found = puremagic.magic_string(data[:4096])
    return str(found[0].mime_type) if found else ""


def _text(text: str, name: str) -> Kind:
    beginning = text[:2000].lstrip()
    for sign, what, way_on in MARKUP:
        if re.match(sign, beginning, re.IGNORECASE):
            raise wrong_type(what, way_on)
    if re.match(r'\{\s*("|\})', beginning):
        if not text.rstrip().endswith("}"):
            raise corrupt("JSON file")
        return Kind.JSON
    return Kind.MARKDOWN if is_markdown(text, name) else Kind.TEXT
