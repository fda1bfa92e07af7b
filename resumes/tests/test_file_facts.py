"""Facts about files: what the machine-readability checks look at."""

from contextlib import nullcontext
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from fpdf import FPDF
from fpdf.enums import TextMode

from resumes.document import Document
from resumes.parsing.file_facts import complete_facts, look_at, running_lines
from resumes.parsing.odd_text import Found, Piece
from resumes.parsing.reading import Box, FileFacts, Kind, Line, Page, Reading, Span
from resumes.parsing.unreadable import Unreadable
from resumes.tests import files


def facts(data: bytes, kind: Kind = Kind.PDF) -> FileFacts:
    return look_at(data, "cv", kind).facts


def hidden(data: bytes, kind: Kind = Kind.PDF) -> list[str]:
    return [piece.text for piece in look_at(data, "cv", kind).found.hidden]


def page() -> FPDF:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.text(20, 20, "Seen by everyone")
    made.text(20, 25, "  ")
    return made


def saved(made: WordDocument) -> bytes:
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


def reading(*lines: Line, kind: Kind = Kind.PDF) -> Reading:
    return Reading(document=Document(), lines=list(lines), facts=FileFacts(kind=kind))


def line(text: str, y: float = 100, number: int = 1) -> Line:
    return Line(page=number, text=text, box=Box(x0=50, y0=y, x1=300, y1=y + 12))


def test_a_plain_pdf_has_plain_facts() -> None:
    found = facts(files.pdf(pages=2))
    assert (found.pages, found.restricted, found.form_fields, found.tagged) == (2, False, 0, False)
    assert found.image_share == 0
    assert found.fonts
    assert (found.fonts[0].name, found.fonts[0].size, found.fonts[0].share) == ("Helvetica", 11, 1)


def test_a_pdf_that_forbids_copying_is_restricted() -> None:
    assert facts(files.pdf(owner="owner")).restricted is True


def test_a_scan_is_covered_by_its_picture() -> None:
    assert facts(files.scan()).image_share == pytest.approx(1, abs=0.01)


def test_form_fields_are_counted() -> None:
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [0 0 9 9] >>"
    data = files.raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots [4 0 R] >>",
        field,
    )
    assert facts(data).form_fields == 1


def test_a_link_has_its_target_and_the_text_it_stands_on() -> None:
    made = page()
    made.set_xy(20, 40)
    made.cell(text="my site", link="https://alice.example")
    made.set_xy(20, 60)
    made.cell(text="page 1", link=made.add_link(page=1))
    assert [(link.url, link.text) for link in facts(bytes(made.output())).links] == [
        ("https://alice.example", "my site")
    ]


def test_text_that_can_be_seen_is_not_hidden() -> None:
    made = page()
    made.set_fill_color(20, 20, 90)
    made.rect(15, 30, 100, 20, style="F")
    made.set_text_color(255, 255, 255)
    made.text(20, 40, "White on dark blue")
    assert hidden(bytes(made.output())) == []


@pytest.mark.parametrize("shade", [255, 250])
def test_white_on_white_is_hidden(shade: int) -> None:
    made = page()
    made.set_text_color(shade, shade, shade)
    made.text(20, 40, "kubernetes kafka")
    assert hidden(bytes(made.output())) == ["kubernetes kafka"]


def test_unpainted_text_is_hidden() -> None:
    made = page()
    made.text_mode = TextMode.INVISIBLE
    made.text(20, 40, "kubernetes kafka")
    assert hidden(bytes(made.output())) == ["kubernetes kafka"]


def test_tiny_text_is_hidden() -> None:
    made = page()
    made.set_font_size(1)
    made.text(20, 40, "kubernetes kafka")
    assert hidden(bytes(made.output())) == ["kubernetes kafka"]


def test_text_off_the_page_is_hidden() -> None:
    made = page()
    made.text(20, 400, "kubernetes kafka")
    assert hidden(bytes(made.output())) == ["kubernetes kafka"]


def white_letter(size: str) -> bytes:
    text = f"1 1 1 rg BT /F {size} Tf 9 9 Td (A) Tj ET"
    return files.raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


@pytest.mark.parametrize("size", ["20", "99999999"])
def test_a_white_letter_is_hidden_whatever_its_size(size: str) -> None:
    assert hidden(white_letter(size)) == ["A"]


def test_a_turned_page_is_looked_at_without_its_shades() -> None:
    made = page()
    made.set_text_color(255, 255, 255)
    made.text(20, 40, "kubernetes kafka")
    turned = bytes(made.output()).replace(b"/Type /Page\n", b"/Type /Page\n/Rotate 90\n")
    assert b"/Rotate 90" in turned
    assert hidden(turned) == []


def test_a_word_file_has_its_facts() -> None:
    made = docx.Document()
    made.add_paragraph("Alice Example")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Experience", "Acme"
    made.add_table(rows=2, cols=2)
    made.sections[0].header.paragraphs[0].text = "alice@example.com"
    made.sections[0].footer.paragraphs[0].text = "Alice Example"
    made.add_picture(BytesIO(files.picture()), width=Inches(4.25), height=Inches(5.5))
    found = facts(saved(made), Kind.DOCX)
    assert (found.tables, found.text_boxes, found.form_fields) == (1, 0, 0)
    assert found.header_footer == ["alice@example.com"]
    assert found.image_share == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(("part", "refused"), [("header1", False), ("styles", True)])
def test_a_part_of_the_wrong_type_stops_nothing_but_its_file(part: str, *, refused: bool) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "alice@example.com"
    parts = files.parts(saved(made))
    types = parts["[Content_Types].xml"].decode()
    kind = "header" if part == "header1" else "styles"
    parts["[Content_Types].xml"] = types.replace(f"wordprocessingml.{kind}+xml", "other+xml").encode()
    with pytest.raises(Unreadable) if refused else nullcontext():
        assert facts(files.archive(parts), Kind.DOCX).header_footer == []


def test_a_word_files_fonts_come_from_runs_styles_and_theme() -> None:
    made = docx.Document()
    made.add_paragraph("1234567890")
    made.add_heading("12345", 1)
    own = made.add_paragraph().add_run("12345")
    own.font.name, own.font.size = "Georgia", Pt(9)
    fonts = facts(saved(made), Kind.DOCX).fonts or []
    assert [(use.name, use.size, use.share) for use in fonts] == [
        ("Cambria", 11, 0.5),
        ("Calibri", 14, 0.25),
        ("Georgia", 9, 0.25),
    ]


def test_a_word_link_has_its_target_and_text() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph()
    key = made.part.relate_to("https://alice.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    paragraph.add_run("my site")
    link.append(paragraph.runs[0]._r)
    paragraph._p.append(link)
    assert [(found.url, found.text) for found in facts(saved(made), Kind.DOCX).links] == [
        ("https://alice.example", "my site")
    ]


def test_hidden_white_and_tiny_runs_are_hidden_in_word() -> None:
    made = docx.Document()
    made.add_paragraph("Seen by everyone")
    made.add_paragraph().add_run("one").font.hidden = True
    made.add_paragraph().add_run("two").font.color.rgb = RGBColor(255, 255, 255)
    made.add_paragraph().add_run("three").font.size = Pt(1)
    marked = made.add_paragraph().add_run("four")
    marked.font.color.rgb, marked.font.highlight_color = RGBColor(255, 255, 255), WD_COLOR_INDEX.BLUE
    assert hidden(saved(made), Kind.DOCX) == ["one", "two", "three"]


def test_text_boxes_are_counted_once_and_their_white_text_may_be_seen() -> None:
    box = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{}'
        "</mc:AlternateContent></w:r></w:p>"
    )
    text = (
        '<w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>beside</w:t></w:r></w:p></w:txbxContent>'
    )
    body = box.format(f"<mc:Choice>{text}</mc:Choice><mc:Fallback>{text}</mc:Fallback>")
    data = files.word_with({files.DOCUMENT: files.word_xml(body)})
    assert facts(data, Kind.DOCX).text_boxes == 1
    assert hidden(data, Kind.DOCX) == []


def test_a_word_file_without_styles_or_theme_still_has_facts() -> None:
    run = '<w:r><w:rPr><w:rFonts w:cs="Arial"/><w:sz w:val="x"/></w:rPr><w:t>Alice</w:t></w:r>'
    body = f'<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{run}</w:p>'
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = f'<w:styles xmlns:w="{names}"/>'
    changes = {files.DOCUMENT: files.word_xml(body), "word/styles.xml": styles, "word/theme/theme1.xml": "<broken"}
    fonts = facts(files.word_with(changes), Kind.DOCX).fonts or []
    assert [(use.name, use.size) for use in fonts] == [("", 10.0)]


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'
    styles = f'<w:styles xmlns:w="{names}">{style.format("A", "B")}{style.format("B", "A")}</w:styles>'
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Alice</w:t></w:r></w:p>'
    changes = {files.DOCUMENT: files.word_xml(body), "word/styles.xml": styles}
    assert facts(files.word_with(changes), Kind.DOCX).fonts


def test_text_has_no_facts_of_pages() -> None:
    found = facts(b"Alice Example", Kind.TEXT)
    assert (found.pages, found.fonts, found.image_share, found.bytes) == (None, None, None, 13)


def test_words_are_counted_over_the_lines() -> None:
    assert complete_facts(reading(line("Alice Example"), line("Engineer")), Found()).words == 3


def test_characters_without_meaning_are_found_in_the_lines() -> None:
    found = complete_facts(reading(line("call \ue001\ue002 now")), Found())
    assert found.undecoded == [Span(line=0, start=5, end=7)]


def test_a_sign_that_the_reading_left_out_is_marked_at_the_nearest_line() -> None:
    sign = Piece("\ue001", 1, Box(x0=40, y0=101, x1=48, y1=111))
    after = Piece("\ue001", 1, Box(x0=310, y0=131, x1=318, y1=141))
    lost = Piece("\ue001", 2, Box(x0=310, y0=131, x1=318, y1=141))
    found = complete_facts(
        reading(line("alice@example.com"), line("London", 130)), Found(undecoded=[sign, after, lost])
    )
    assert found.undecoded == [Span(line=0, start=0, end=0), Span(line=1, start=6, end=6)]


def test_hidden_words_are_marked_in_the_line_they_stand_in() -> None:
    piece = Piece("kafka  spark", 1, Box(x0=100, y0=131, x1=200, y1=141))
    lines = (line("kafka spark"), line("I know kafka spark", 130), line("kafka", 130, 2))
    assert complete_facts(reading(*lines), Found(hidden=[piece])).hidden == [Span(line=1, start=7, end=18)]


def test_hidden_runs_of_a_file_without_pages_are_found_by_their_words() -> None:
    lines = (Line(text="kafka"), Line(text="and kafka spark"))
    found = complete_facts(reading(*lines, kind=Kind.DOCX), Found(hidden=[Piece("kafka spark"), Piece("gone")]))
    assert found.hidden == [Span(line=1, start=4, end=15)]


def test_lines_that_come_back_at_the_edge_of_each_page_are_running_lines() -> None:
    pages = [Page(number=number, width=600, height=800) for number in (1, 2)]
    lines = [line(f"Alice Example, page {number}", 780, number) for number in (1, 2)]
    lines += [line("Experience", 400, 1), line("Experience", 400, 2), line("Only once", 20, 1)]
    assert running_lines(lines, pages) == ["Alice Example, page 1"]
