"""A Word file to rows: paragraphs, tables, text boxes, headers and footers, in the order they are read."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from resumes.parsing.docx_styles import Look, Styles
from resumes.parsing.file_facts_docx import is_hidden
from resumes.parsing.opening import open_word
from resumes.parsing.reading import Kind, Link
from resumes.parsing.rows import CELL, Extraction, Row, Run, Style

_BULLET_STYLE = re.compile(r"bullet|list|liste|aufz|viñeta|elenco|puce", re.IGNORECASE)
_HEADING_STYLE = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop)\s*(\d)|section heading|\btitle$", re.IGNORECASE
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TALL = 4
"""A table row whose cells all hold this many lines is a page layout; its cells are columns."""


def extract_docx(data: bytes) -> Extraction:
    """Rows and links of a Word file. Raises Unreadable."""
    document = open_word(data)
    reader = _Reader(document)
    extraction = Extraction(Kind.DOCX, links=reader.links, hidden=reader.hidden)
    headers, footers = _margins(document)
    for part in headers:
        extraction.rows += reader.block(part)
    extraction.rows += reader.block(document.element.body)
    for part in footers:
        extraction.rows += [replace(row, running=True) for row in reader.block(part)]
    return extraction


def _margins(document: WordDocument) -> tuple[list[BaseOxmlElement], list[BaseOxmlElement]]:
    """Distinct header and footer parts, without those that only repeat the section's before."""
    headers, footers = list[BaseOxmlElement](), list[BaseOxmlElement]()
    for section in document.sections:
        for part in (section.first_page_header, section.header):
            if not part.is_linked_to_previous:
                headers.append(part._element)
        for foot in (section.first_page_footer, section.footer):
            if not foot.is_linked_to_previous:
                footers.append(foot._element)
    return headers, footers


class _Reader:
    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._styles = Styles(document)
        self.links: list[Link] = []
        self.hidden: list[Row] = []

    def block(self, element: BaseOxmlElement) -> list[Row]:
        """The rows of a body, a cell, a text box, a header or a footer."""
        rows: list[Row] = []
        for child in element.iterchildren():
            if child.tag == qn("w:p"):
                rows += self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                for table_row in child.iterchildren(qn("w:tr")):
                    rows += self._table_row(table_row)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
                rows += self.block(child)
        return rows

    def _table_row(self, element: BaseOxmlElement) -> list[Row]:
        cells = [rows for cell in element.iterchildren(qn("w:tc")) if (rows := self.block(cell))]
        if not cells:
            return []
        if len(cells) > 1 and max(len(rows) for rows in cells) <= 2:
            return [_beside(list(line)) for line in _lines(cells)]
        if len(cells) > 1 and min(len(rows) for rows in cells) >= _TALL:
            return [row for rows in cells for row in (replace(rows[0], opens_column=True), *rows[1:])]
        return [row for rows in cells for row in rows]

    def _paragraph(self, element: BaseOxmlElement) -> list[Row]:
        paragraph = Paragraph(element, self._document)
        name = str(paragraph.style.name) if paragraph.style else ""
        bulleted = _has_number(paragraph) or bool(_BULLET_STYLE.search(name))
        text, hidden, runs = "", "", list[Run]()
        for piece, style in self._pieces(element, paragraph, name):
            if style.hidden:
                hidden += piece
                continue
            if runs and runs[-1].style == style:
                runs[-1] = Run(runs[-1].start, len(text) + len(piece), style)
            else:
                runs.append(Run(len(text), len(text) + len(piece), style))
            text += piece
        rows = list(_rows(text, runs, bullet="•" if bulleted else "", level=_level(name)))
        self.hidden += _rows(hidden, [], bullet="", level=0)
        for box in element.iter(qn("w:txbxContent")):
            if not any(above.tag in (_FALLBACK, qn("w:txbxContent")) for above in box.iterancestors()):
                rows += self.block(box)
        return rows

    def _pieces(self, element: BaseOxmlElement, paragraph: Paragraph, name: str) -> Iterator[tuple[str, Style]]:
        """Texts with their styles, in order; hyperlinks are noted in passing."""
        for child in element.iterchildren():
            if child.tag == qn("w:r"):
                look = self._styles.look(child)
                run = WordRun(child, paragraph)
                hidden = is_hidden(child, look)
                yield _text(child), _style(look, run, bold=_bold(run, paragraph), hidden=hidden, name=name)
            elif child.tag == qn("w:hyperlink"):
                inner = list(self._pieces(child, paragraph, name))
                self._note(child, "".join(text for text, _style in inner))
                yield from inner
            elif child.tag in (qn("w:ins"), qn("w:smartTag"), qn("w:sdt"), qn("w:sdtContent"), qn("w:fldSimple")):
                yield from self._pieces(child, paragraph, name)

    def _note(self, element: BaseOxmlElement, text: str) -> None:
        relation = self._document.part.rels.get(str(element.get(qn("r:id"))))
        if relation is not None and relation.is_external:
            self.links.append(Link(url=relation.target_ref, text=text))


def _text(run: BaseOxmlElement) -> str:
    text = ""
    for child in run.iterchildren():
        if child.tag == qn("w:t"):
            text += str(child.text or "")
        elif child.tag in (qn("w:tab"), qn("w:ptab")):
            text += CELL
        elif child.tag in (qn("w:br"), qn("w:cr")):
            text += "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            text += "-"
    return text


def _rows(text: str, runs: list[Run], *, bullet: str, level: int) -> Iterator[Row]:
    """A row for each line of a paragraph that isn't blank; runs of tabs and spaces become one cell gap."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        own = [Run(max(r.start, start), min(r.end, end), r.style) for r in runs if r.end > start and r.start < end]
        if line.strip():
            yield _trimmed(line, [Run(r.start - start, r.end - start, r.style) for r in own], bullet, level)
        start = end + 1


def _trimmed(line: str, runs: list[Run], bullet: str, level: int) -> Row:
    lead = len(line) - len(line.lstrip())
    text = line.strip()
    ends = len(text)
    moved = [Run(max(0, r.start - lead), min(ends, r.end - lead), r.style) for r in runs]
    return Row(text=text, runs=tuple(r for r in moved if r.end > r.start), bullet=bullet, level=level, gap=1.0)


def _lines(cells: list[list[Row]]) -> Iterator[list[Row]]:
    for index in range(max(len(rows) for rows in cells)):
        yield [rows[index] for rows in cells if index < len(rows)]


def _beside(parts: list[Row]) -> Row:
    """Cells of a table that stand beside each other, as one row."""
    text, runs = "", list[Run]()
    for part in parts:
        text += CELL if text else ""
        runs += [Run(run.start + len(text), run.end + len(text), run.style) for run in part.runs]
        text += part.text
    return replace(parts[0], text=text, runs=tuple(runs), level=max(part.level for part in parts))


def _has_number(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _level(name: str) -> int:
    match = _HEADING_STYLE.search(name)
    return int(match[1] or 1) if match else 0


def _style(look: Look, run: WordRun, *, bold: bool, hidden: bool, name: str) -> Style:
    return Style(
        look.font,
        look.size,
        bold=bold,
        italic=bool(run.italic),
        colour=_colour(look.color),
        hidden=hidden,
        name=name,
    )


def _bold(run: WordRun, paragraph: Paragraph) -> bool:
    """Bold by the run itself, else by its styles; 20 ancestors at most, as styles may go round in a circle."""
    if run.bold is not None:
        return bool(run.bold)
    style = paragraph.style
    for _ in range(20):
        if style is None:
            return False
        if style.font.bold is not None:
            return bool(style.font.bold)
        style = style.base_style
    return False


def _colour(code: str) -> int:
    return int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{6}", code) else 0
