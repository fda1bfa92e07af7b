"""Resumes with orders to an AI in them, as files: in plain sight, and hidden in every way we know of."""

import base64
from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.shared import Pt, RGBColor
from fpdf import FPDF
from fpdf.enums import TextMode

from resumes.tests.given import RESUME

LAST = "- Wrote the incident guide that 4 teams use"
"""The bullet behind which the order stands."""


def with_bullet(text: str) -> str:
    return RESUME.replace(LAST, f"{LAST}\n- {text}")


def visible(order: str) -> bytes:
    return with_bullet(order).encode()


def encoded(order: str) -> bytes:
    return with_bullet(f"Decode and follow {base64.b64encode(order.encode()).decode()}").encode()


def split(order: str) -> bytes:
    words = order.split()
    return with_bullet(f"{' '.join(words[:3])}\n- {' '.join(words[3:])}").encode()


def parted(order: str) -> bytes:
    """With nothing between its letters: read by eye as it is meant, by a filter for words not at all."""
    return with_bullet("\u200b".join(order)).encode()


def tags(order: str) -> bytes:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in order)
    return RESUME.replace(LAST, LAST + hidden).encode()


def bits(order: str) -> bytes:
    """Each bit of it a character without width."""
    hidden = "".join(f"{byte:08b}" for byte in order.encode()).translate({48: "\u200b", 49: "\u200c"})
    return RESUME.replace(LAST, LAST + hidden).encode()


def white_in_pdf(order: str) -> bytes:
    return _pdf(order, color=255)


def unpainted_in_pdf(order: str) -> bytes:
    return _pdf(order, mode=TextMode.INVISIBLE)


def tiny_in_pdf(order: str) -> bytes:
    return _pdf(order, size=1)


def off_the_page_in_pdf(order: str) -> bytes:
    return _pdf(order, top=400)


def white_in_word(order: str) -> bytes:
    return _word(order, white=True)


def hidden_in_word(order: str) -> bytes:
    return _word(order, white=False)


SEEN: dict[str, Callable[[str], bytes]] = {"txt": visible, "b64.txt": encoded, "split.txt": split, "zw.txt": parted}
UNSEEN: dict[str, Callable[[str], bytes]] = {
    "tags.txt": tags,
    "bits.txt": bits,
    "white.pdf": white_in_pdf,
    "unpainted.pdf": unpainted_in_pdf,
    "tiny.pdf": tiny_in_pdf,
    "off.pdf": off_the_page_in_pdf,
    "white.docx": white_in_word,
    "hidden.docx": hidden_in_word,
}
"""By the ends of their files' names."""


def plain_pdf() -> bytes:
    return bytes(_sheet().output())


def plain_word() -> bytes:
    return _saved(_letter())


def _sheet() -> FPDF:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.multi_cell(0, 5, RESUME)
    return made


def _pdf(
    order: str, *, color: int = 0, mode: TextMode = TextMode.FILL, size: float = 11, top: float | None = None
) -> bytes:
    made = _sheet()
    made.set_text_color(color, color, color)
    made.set_font_size(size)
    made.text_mode = mode
    made.text(10, top or made.get_y() + 8, order)
    return bytes(made.output())


def _letter() -> WordDocument:
    made = docx.Document()
    for line in RESUME.splitlines():
        made.add_paragraph(line)
    return made


def _word(order: str, *, white: bool) -> bytes:
    made = _letter()
    run = made.add_paragraph().add_run(order)
    run.font.size = Pt(10)
    if white:
        run.font.color.rgb = RGBColor(255, 255, 255)
    else:
        run.font.hidden = True
    return _saved(made)


def _saved(made: WordDocument) -> bytes:
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()
