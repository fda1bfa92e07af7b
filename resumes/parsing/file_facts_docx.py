"""Facts about a Word file, by python-docx and its XML."""

from collections import Counter
from collections.abc import Iterator

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from resumes.parsing.docx_styles import Look, Styles
from resumes.parsing.file_facts_pdf import fonts_by_share
from resumes.parsing.odd_text import Found, Piece
from resumes.parsing.opening import open_word
from resumes.parsing.reading import FileFacts, Link

WHITE = "FFFFFF"
SMALLEST_VISIBLE = 2.0
"""Points."""
EMU_PER_TWIP = 635
LETTER = (12240, 15840)
"""Twips; what Word takes when a section doesn't say."""


def look_at_word(data: bytes, facts: FileFacts) -> Found:
    """Fills in what a Word file can tell without being read, and returns its odd text. Raises Unreadable."""
    document = open_word(data)
    body = document.element.body
    facts.tables = sum(_holds_layout(table) for table in body.iterfind(f".//{qn('w:tbl')}"))
    facts.text_boxes = sum(1 for box in body.iter(qn("w:txbxContent")) if not _is_fallback(box))
    facts.form_fields = sum(1 for _ in body.iter(qn("w:ffData")))
    facts.image_share = _largest_picture(body)
    facts.header_footer = _only_in_margins(document)
    facts.links = list(_links(document))
    return Found(hidden=_runs(document, facts))


def _runs(document: WordDocument, facts: FileFacts) -> list[Piece]:
    """Counts the fonts, and returns the hidden runs."""
    styles = Styles(document)
    shares: Counter[tuple[str, float]] = Counter()
    hidden: list[Piece] = []
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(piece.text or "" for piece in run.iterchildren(qn("w:t"))).strip()
        if text and not _is_fallback(run):
            look = styles.look(run)
            shares[look.font, look.size] += len(text)
            if is_hidden(run, look):
                hidden.append(Piece(text))
    facts.fonts = fonts_by_share(shares)
    return hidden


def is_hidden(run: BaseOxmlElement, look: Look) -> bool:
    """Whether Word doesn't show a run, or in white on white, or too small for anybody's eyes."""
    if look.vanish or look.size < SMALLEST_VISIBLE:
        return True
    return look.color.upper() == WHITE and not _has_ground(run)


def _has_ground(run: BaseOxmlElement) -> bool:
    """White text on a coloured run, paragraph, cell, or shape can be seen."""
    for place in (run, *run.iterancestors()):
        for properties in place.iterchildren(qn("w:rPr"), qn("w:pPr"), qn("w:tcPr"), qn("w:tblPr")):
            for shade in properties.iterchildren(qn("w:shd"), qn("w:highlight")):
                if (shade.get(qn("w:fill")) or shade.get(qn("w:val")) or "auto").upper() not in {"AUTO", WHITE}:
                    return True
        if place.tag == qn("w:txbxContent"):
            return True
    return False


def _holds_layout(table: BaseOxmlElement) -> bool:
    """A table with text in two columns side by side; the ones inside it count by themselves."""
    return any(
        sum(1 for cell in row.iterchildren(qn("w:tc")) if _text(cell)) >= 2 for row in table.iterchildren(qn("w:tr"))
    )


def _text(element: etree._Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(qn("w:t"))).strip()


def _is_fallback(element: etree._Element) -> bool:
    """Word writes drawings twice: as it draws them, and for older programs."""
    return any(etree.QName(parent).localname == "Fallback" for parent in element.iterancestors())


def _only_in_margins(document: WordDocument) -> list[str]:
    body = {_text(paragraph) for paragraph in document.element.body.iter(qn("w:p"))}
    lines: dict[str, None] = {}
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")) and not relation.is_external:
            # In a broken file, a header may be a part of any other type, without XML.
            element = getattr(relation.target_part, "element", None)
            for paragraph in element.iter(qn("w:p")) if element is not None else ():
                if (text := _text(paragraph)) and text not in body:
                    lines[text] = None
    return list(lines)


def _links(document: WordDocument) -> Iterator[Link]:
    for hyperlink in document.element.body.iter(qn("w:hyperlink")):
        relation = document.part.rels.get(hyperlink.get(qn("r:id")) or "")
        if relation is not None and relation.is_external:
            yield Link(url=relation.target_ref or "", text=_text(hyperlink))


def _largest_picture(body: BaseOxmlElement) -> float:
    """The share of a page, 0 to 1, that the largest picture covers."""
    size = next(body.iter(qn("w:pgSz")), None)
    width, height = (_whole(size, name, default) for name, default in zip(("w:w", "w:h"), LETTER, strict=True))
    page = max(1, width * height * EMU_PER_TWIP**2)
    areas = [
        _whole(drawing.find(qn("wp:extent")), "cx", 0) * _whole(drawing.find(qn("wp:extent")), "cy", 0)
        for drawing in body.iter(qn("wp:inline"), qn("wp:anchor"))
        if next(drawing.iter(qn("pic:pic")), None) is not None
    ]
    return round(min(1.0, max(areas, default=0) / page), 3)


def _whole(element: etree._Element | None, name: str, default: int) -> int:
    """An attribute as a number; hostile files may hold anything there."""
    value = element.get(qn(name) if ":" in name else name) if element is not None else None
    return int(value) if value and value.isdecimal() and len(value) < 12 else default
