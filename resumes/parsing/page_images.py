"""Pictures of a PDF's pages, to show beside what was read from them."""

from collections.abc import Iterator
from io import BytesIO

from pypdfium2 import PdfPage, raw

from resumes.parsing.opening import opened_pdf

WIDTH = 1240
"""Pixels: two for each that a page takes on a desktop, three on a phone."""
TALLEST = 3600
"""Pixels. Posters get narrower pictures instead of huge ones."""
# A page takes about 20 ms to draw, 50 ms to pack and 90 KB; slower methods save 3 % for twice the time.
QUALITY, METHOD = 80, 2


def page_images(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each page's number, from 1, and its picture as WebP. Raises Unreadable."""
    with opened_pdf(data) as document:
        if document.get_formtype() != raw.FORMTYPE_NONE:
            # Without this, what was filled into a form's fields stays invisible.
            document.init_forms()
        for number, page in enumerate(document, start=1):
            yield number, _draw(page)
            page.close()


def _draw(page: PdfPage) -> bytes:
    width, height = page.get_size()
    scale = min(WIDTH / max(1, width), TALLEST / max(1, height))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    packed = BytesIO()
    bitmap.to_pil().convert("RGB").save(packed, format="WEBP", quality=QUALITY, method=METHOD)
    bitmap.close()
    return packed.getvalue()
