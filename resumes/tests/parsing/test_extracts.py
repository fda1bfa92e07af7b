"""Word files, Markdown, plain text and JSON to rows."""

import json
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from resumes.parsing.extract_docx import extract_docx
from resumes.parsing.extract_text import extract_text
from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.parsing.rows import Extraction
from resumes.parsing.unreadable import Unreadable


def extracted(document: WordDocument) -> Extraction:
    data = BytesIO()
    document.save(data)
    return extract_docx(data.getvalue())


def texts(document: WordDocument) -> list[str]:
    return [row.text for row in extracted(document).rows]


def test_paragraphs_keep_bold_level_and_bullet() -> None:
    document = docx.Document()
    document.add_heading("Experience", 2)
    document.add_paragraph().add_run("Acme").bold = True
    document.add_paragraph("Built it", style="List Bullet")
    rows = extracted(document).rows
    assert [(row.level, row.style.bold, row.bullet) for row in rows] == [(2, True, ""), (0, True, ""), (0, False, "•")]


def test_a_tab_parts_cells_and_a_break_parts_rows() -> None:
    document = docx.Document()
    document.add_paragraph("Acme\t2019\nEngineer")
    assert texts(document) == ["Acme\t2019", "Engineer"]


def test_a_small_table_row_is_one_row_of_cells() -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Acme", "2019"
    assert texts(document) == ["Acme\t2019"]


def test_a_table_row_with_tall_cells_is_read_cell_by_cell() -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "a\nb\nc\nd", "e\nf\ng\nh"
    rows = extracted(document).rows
    assert [row.text for row in rows] == list("abcdefgh")
    assert [row.text for row in rows if row.opens_column] == ["a", "e"]


def test_a_label_beside_a_tall_cell_comes_first() -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=3).rows[0].cells
    cells[0].text, cells[1].text = "2019", "Acme\nEngineer\nBuilt it"
    assert texts(document) == ["2019", "Acme", "Engineer", "Built it"]


def test_an_empty_table_has_no_rows() -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=2)
    assert texts(document) == []


def test_headers_come_first_and_footers_are_running() -> None:
    document = docx.Document()
    document.add_paragraph("Body")
    document.sections[0].header.paragraphs[0].text = "alice@example.com"
    document.sections[0].footer.paragraphs[0].text = "Page"
    assert [(row.text, row.running) for row in extracted(document).rows] == [
        ("alice@example.com", False),
        ("Body", False),
        ("Page", True),
    ]


def test_hyperlinks_are_read_and_noted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("See ")
    key = document.part.relate_to("https://github.com/alice", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>alice</w:t></w:r></w:hyperlink>')
    )
    extraction = extracted(document)
    assert extraction.rows[0].text == "See alice"
    assert [(link.url, link.text) for link in extraction.links] == [("https://github.com/alice", "alice")]


def test_text_boxes_and_tracked_insertions_are_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Body")
    inner = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:r {nsdecls('w')}><w:pict>{inner}</w:pict></w:r>"
    paragraph._p.append(parse_xml(box))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t> in</w:t><w:noBreakHyphen/></w:r></w:ins>"))
    assert texts(document) == ["Body in-", "Boxed"]


def test_content_controls_are_read() -> None:
    document = docx.Document()
    inner = "<w:sdtContent><w:p><w:r><w:t>Held</w:t></w:r></w:p></w:sdtContent>"
    document.element.body.insert(0, parse_xml(f"<w:sdt {nsdecls('w')}>{inner}</w:sdt>"))
    assert texts(document) == ["Held"]


def rows(text: str) -> Extraction:
    return extract_text(text.encode(), Kind.MARKDOWN)


def test_markdown_is_stripped_of_its_marks() -> None:
    extraction = rows("## **Work** ##\n\n- *Built* [it](https://example.com) <https://a.example>\n| a | b |\n")
    assert [row.text for row in extraction.rows] == ["Work", "Built it https://a.example", "a\tb"]
    assert [link.url for link in extraction.links] == ["https://example.com", "https://a.example"]


def test_bold_in_markdown_is_kept_as_a_run() -> None:
    (row,) = rows("**Acme**, Leeds\n").rows
    assert [(run.start, run.end, run.style.bold) for run in row.runs] == [(0, 4, True), (4, 11, False)]


def test_an_image_is_no_link() -> None:
    assert rows("![photo](https://example.com/a.png)\n").links == []


def test_wide_gaps_in_text_part_cells() -> None:
    (row,) = extract_text(b"Acme Inc        2019 - 2021", Kind.TEXT).rows
    assert row.text == "Acme Inc\t2019 - 2021"


def from_json(value: object) -> Reading:
    return read_document(json.dumps(value).encode(), Kind.JSON, FileFacts(kind=Kind.JSON))


def test_a_json_resume_is_quoted_from_lines_made_of_it() -> None:
    reading = from_json(
        {
            "$schema": "x",
            "basics": {"name": "Alice", "url": None},
            "work": [{"name": "Acme", "highlights": ["a", None]}],
        }
    )
    assert [(field.path, reading.lines[field.spans[0].line].text) for field in reading.fields] == [
        ("basics.name", "Alice"),
        ("work[0].name", "Acme"),
        ("work[0].highlights[0]", "a"),
    ]
    assert [line.section for line in reading.lines] == ["", "work", "work"]


def test_the_words_of_a_file_are_counted() -> None:
    assert from_json({"basics": {"name": "Alice Example"}}).facts.words == 2


@pytest.mark.parametrize("data", [b"{", b"\xff", b'{"work": "none"}'])
def test_broken_json_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_document(data, Kind.JSON, FileFacts(kind=Kind.JSON))
