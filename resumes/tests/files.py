"""Files of every kind, made as the tests need them: sound ones and ones meant to harm."""

import io
import zipfile
from collections.abc import Mapping

import docx
from fpdf import FPDF
from fpdf.enums import AccessPermission
from PIL import Image

from resumes.tests.given import RESUME

DOCUMENT = "word/document.xml"


def pdf(text: str = RESUME, *, pages: int = 1, password: str | None = None, owner: str | None = None) -> bytes:
    """The text on the first page, a line on the others.

    password: needed to open it. owner: forbids copying to all who open it without.
    """
    made = FPDF()
    made.set_font("Helvetica", size=11)
    if password or owner:
        made.set_encryption(owner or "owner", password, permissions=AccessPermission.none())
    for number in range(pages):
        made.add_page()
        made.multi_cell(0, 5, text if number == 0 else "Gave talks at conferences")
    return bytes(made.output())


def picture(kind: str = "PNG") -> bytes:
    packed = io.BytesIO()
    Image.effect_noise((60, 80), 80).convert("RGB").save(packed, kind)
    return packed.getvalue()


def scan(stamp: str = "") -> bytes:
    """A page that is one picture, with a few words of text at most."""
    made = FPDF()
    made.add_page()
    made.image(io.BytesIO(picture()), x=0, y=0, w=210, h=297)
    made.set_font("Helvetica", size=8)
    made.text(10, 290, stamp)
    return bytes(made.output())


def word(text: str = RESUME) -> bytes:
    made, packed = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(packed)
    return packed.getvalue()


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return packed.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def word_with(changes: Mapping[str, bytes | str]) -> bytes:
    """A sound Word file with some parts replaced or added."""
    return archive({**parts(word()), **changes})


def word_xml(body: str, *, before: str = "") -> str:
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{names}"><w:body>{body}</w:body></w:document>'


def raw_pdf(*objects: str) -> bytes:
    """A PDF written by hand, object 1 the catalog; without a table of its objects, as PDFium rebuilds one."""
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, start=1))
    return f"%PDF-1.7\n{body}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF".encode()
