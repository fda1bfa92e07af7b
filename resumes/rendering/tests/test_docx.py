"""The sheet as a Word file."""

import zipfile
from hashlib import sha256
from io import BytesIO

import docx
import mammoth
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.document import Document
from resumes.parsing.child import read
from resumes.parsing.reading import Kind
from resumes.rendering.design import Design, Font, Paper, Spacing, Template
from resumes.rendering.docx import write
from resumes.rendering.laying_out import lay_out
from resumes.rendering.sheet import Sheet
from resumes.rendering.tests.given import alices
from resumes.rendering.tests.sheets import FULL, SHEETS, sheet

HOSTILE = "=HYPERLINK(\"http://a.example\") {MERGEFIELD name} <w:p/> &amp; ${x} {{ y }} <b>bold</b> 'a' @SUM(1)"


def opened(document: Document = FULL, **choices: object) -> WordDocument:
    design = Design.model_validate(choices)
    return docx.Document(BytesIO(write(lay_out(document, design), design)))


def styled(word: WordDocument, style: str) -> list[str]:
    return [each.text.replace("\u00a0", " ") for each in word.paragraphs if each.style and each.style.name == style]


def named(name: str, **more: object) -> Document:
    return Document.model_validate({"basics": {"name": name, **more}})


def part(word: WordDocument, name: str) -> str:
    packed = BytesIO()
    word.save(packed)
    return zipfile.ZipFile(packed).read(f"word/{name}.xml").decode()


@pytest.mark.parametrize("template", Template)
def test_our_own_parser_reads_every_field_of_a_job_back(template: Template) -> None:
    design = Design(template=template)
    back = read(write(sheet(FULL, design), design), "alice.docx", Kind.DOCX, step=lambda _: None).document
    assert (back.basics.name, back.basics.label) == ("Alice Example", "Principal Engineer")
    assert (back.basics.email, back.basics.location.city) == ("alice@example.org", "Berlin")
    job = back.work[0]
    assert (job.name, job.position, job.location) == ("Acme GmbH", "Principal Engineer", "Berlin, Germany")
    assert (job.start_date, job.end_date, job.highlights) == ("2019-03", "", FULL.work[0].highlights)
    assert (back.work[1].name, back.work[1].start_date, back.work[1].end_date) == ("Initech", "2012", "2014")
    assert back.education[0].institution == "Technical University of Munich"
    assert back.certificates[0].name == "Certified Administrator"


@pytest.mark.parametrize("template", Template)
def test_another_reader_understands_all_of_it(template: Template) -> None:
    design = Design(template=template)
    names = {"Contact Details", "Entry Details", "Entry Line", "Keywords", "Title", "Subtitle", "Quote"}
    letters = {"Contact Link", "Hyperlink", "Employer", "Entry Dates"}
    mapped = [*(f"p[style-name='{name}'] => p" for name in names), *(f"r[style-name='{n}'] => em" for n in letters)]
    read = mammoth.convert_to_html(BytesIO(write(sheet(FULL, design), design)), style_map="\n".join(mapped))
    assert read.messages == []
    assert "<h1>Experience</h1><h2>Principal Engineer" in read.value
    assert "<ul><li>Cut settlement errors by 74 %</li>" in read.value


def test_everything_is_set_by_styles_with_names() -> None:
    word = opened()
    assert styled(word, "Title") == ["Alice Example"]
    assert styled(word, "Subtitle") == ["Principal Engineer"]
    assert styled(word, "Heading 1")[:3] == ["Summary", "Experience", "Education"]
    assert styled(word, "Heading 2")[:2] == ["Principal Engineer\tMar 2019 – Present", "Developer\t2012 – 2014"]
    assert styled(word, "Entry Details")[:2] == ["Acme GmbH · Berlin, Germany · acme.example.com", "Payments for shops"]
    assert styled(word, "List Bullet")[:2] == FULL.work[0].highlights
    assert styled(word, "Quote") == ["Alice is calm in any incident."]
    assert styled(word, "Keywords")[:3] == [
        "Courses: Compilers, Distributed systems",
        "Languages (Expert): Python, Go",
        "Chairing",
    ]
    assert styled(word, "Entry Line")[-1] == "Engineer of the year · Acme\tNov 2020"


def test_bullets_are_a_real_list() -> None:
    word = opened()
    number = word.styles["List Bullet"].element.pPr.numPr.numId.val
    listed = word.part.numbering_part.element.num_having_numId(number)
    assert listed.abstractNumId.val == 0
    assert 'w:numFmt w:val="bullet"' in part(word, "numbering")


def test_nothing_lies_in_tables_boxes_or_fields() -> None:
    word = opened()
    names = {element.tag.rpartition("}")[2] for element in word.element.iter()}
    assert not names & {"tbl", "txbxContent", "drawing", "pict", "fldSimple", "instrText", "fldChar", "br"}
    assert [section.header.is_linked_to_previous for section in word.sections] == [True]


def test_dates_stand_at_the_end_of_the_titles_line() -> None:
    stop = opened(paper=Paper.A4).styles["Heading 2"].paragraph_format.tab_stops[0]
    assert stop.alignment == WD_TAB_ALIGNMENT.RIGHT
    # A4 without two margins of 19 mm.
    assert round(stop.position.mm) == 172


def test_dates_are_not_torn_apart() -> None:
    assert "Mar\u00a02019\u00a0–\u00a0Present" in part(opened(), "document")


def test_what_an_employer_is_stands_in_italics() -> None:
    word = opened(alices(work=[{"name": "Acme", "position": "Engineer", "description": "Pumps", "summary": "I lead."}]))
    italic = [run.text for paragraph in word.paragraphs for run in paragraph.runs if run.italic]
    assert italic == ["Pumps"]


def test_contacts_are_links() -> None:
    word = opened()
    links = {
        "".join(text.text or "" for text in link.iter(qn("w:t"))): word.part.rels[link.get(qn("r:id"))].target_ref
        for link in word.element.iter(qn("w:hyperlink"))
    }
    assert links["alice@example.org"] == "mailto:alice@example.org"
    assert links["github.com/alice"] == "https://github.com/alice"
    assert links["acme.example.com"] == "https://acme.example.com"


def test_a_harmful_address_is_only_text() -> None:
    word = opened(named("Alice", url="javascript:alert(1)"))
    assert not list(word.element.iter(qn("w:hyperlink")))
    assert styled(word, "Contact Details") == ["javascript:alert(1)"]


def test_the_file_says_whose_it_is_and_nothing_of_its_making() -> None:
    word = opened()
    properties = word.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Alice Example, resume",
        "Alice Example",
        "en-US",
    )
    assert (properties.comments, properties.last_modified_by, properties.created) == ("", "", None)


def test_a_name_beyond_all_measure_fits_its_property() -> None:
    assert len(opened(named("a" * 10_000)).core_properties.author) == 255


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (210.0, 297.0)), (Paper.LETTER, (215.9, 279.4))], ids=["a4", "letter"]
)
def test_the_paper_is_as_chosen(paper: Paper, size: tuple[float, float]) -> None:
    page = opened(paper=paper).sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm, 1), round(page.page_height.mm, 1)) == size


def test_accent_and_font_are_as_chosen() -> None:
    styles = part(opened(accent="#aa3311", font=Font.EB_GARAMOND), "styles")
    assert 'w:color w:val="AA3311"' in styles
    assert 'w:ascii="EB Garamond"' in styles


def test_spacing_moves_paragraphs_apart() -> None:
    tight, airy = (opened(spacing=each).styles["Heading 1"].paragraph_format for each in (Spacing.TIGHT, Spacing.AIRY))
    assert tight.space_before is not None
    assert airy.space_before is not None
    assert tight.space_before < airy.space_before


def test_each_template_has_a_look_of_its_own() -> None:
    looks = {part(opened(template=template), "styles") for template in Template}
    assert len(looks) == len(Template)


def test_nothing_is_left_of_an_empty_documents_own_look() -> None:
    word = opened()
    assert "4F81BD" not in part(word, "styles")
    assert {style.name for style in word.styles if style.name and style.name.startswith("Heading")} == {
        "Heading 1",
        "Heading 2",
    }


def test_headings_stay_with_what_follows() -> None:
    styles = opened().styles
    assert all(styles[name].paragraph_format.keep_with_next for name in ("Heading 1", "Heading 2", "Entry Details"))
    assert styles["Normal"].paragraph_format.widow_control


def test_tags_stay_with_their_entry() -> None:
    paragraphs = opened().paragraphs
    at = next(at for at, each in enumerate(paragraphs) if each.text.startswith("Technologies"))
    assert paragraphs[at - 1].paragraph_format.keep_with_next


@pytest.mark.parametrize(("language", "locale"), [("de", "de-DE"), ("fr", "fr-FR"), ("es", "es-ES"), ("en", "en-US")])
def test_the_language_is_told(language: str, locale: str) -> None:
    assert f'<w:lang w:val="{locale}"' in part(opened(language=language), "styles")


@pytest.mark.parametrize(
    ("name", "font", "locale"),
    [
        ("山田 花子 さん", "Noto Sans JP", "ja-JP"),
        ("김 민준", "Noto Sans KR", "ko-KR"),
        ("王 伟", "Noto Sans SC", "zh-CN"),
    ],
)
def test_chinese_japanese_and_korean_are_told_apart(name: str, font: str, locale: str) -> None:
    word = opened(named(name))
    assert f'w:eastAsia="{font}"' in part(word, "styles")
    assert f'w:eastAsia="{locale}"' in part(word, "styles")
    assert '<w:rFonts w:hint="eastAsia"/>' in part(word, "document")


@pytest.mark.parametrize(("name", "locale"), [("ליאת כהן", "he-IL"), ("ليلى حداد", "ar-SA")])
def test_what_runs_from_right_to_left_is_told(name: str, locale: str) -> None:
    word = opened(named(name, email="a@example.org", phone="+962 6 1234567"))
    assert "<w:bidi/>" in part(word, "styles")
    assert f'w:bidi="{locale}"' in part(word, "styles")
    title, contacts = word.paragraphs
    assert [run.font.rtl for run in title.runs] == [True]
    assert [run.font.rtl for run in contacts.runs] == [True]
    assert "<w:bidi/>" not in part(opened(), "styles")


def test_the_same_sheet_gives_the_same_bytes() -> None:
    first, second = (write(sheet(), Design()) for _ in range(2))
    assert sha256(first).digest() == sha256(second).digest()
    assert {entry.date_time for entry in zipfile.ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_only_what_is_needed_is_in_the_file() -> None:
    names = zipfile.ZipFile(BytesIO(write(sheet(), Design()))).namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "theme" in name]


def test_formulas_and_markup_are_only_text() -> None:
    word = opened(Document.model_validate({"work": [{"position": HOSTILE, "name": HOSTILE, "highlights": [HOSTILE]}]}))
    assert styled(word, "Heading 2") == styled(word, "Entry Details") == styled(word, "List Bullet") == [HOSTILE]
    assert not list(word.element.iter(qn("w:instrText"), qn("w:fldSimple")))


def test_an_entry_without_a_title_keeps_its_dates() -> None:
    word = opened(Document.model_validate({"work": [{"startDate": "2019", "endDate": "2020", "location": "Ulm"}]}))
    assert styled(word, "Entry Details") == ["Ulm\t2019 – 2020"]


def test_an_empty_sheet_is_an_empty_file_that_opens() -> None:
    word = opened(Document())
    assert word.paragraphs == []
    assert word.core_properties.title == "Resume"


@settings(max_examples=30, deadline=None)
@given(SHEETS, st.sampled_from(Template))
def test_any_sheet_stands_in_its_file_word_for_word(any_sheet: Sheet, template: Template) -> None:
    design = Design(template=template)
    word = docx.Document(BytesIO(write(any_sheet, design)))
    shown = "\n".join(each.text for each in word.paragraphs).replace("\u00a0", " ")
    texts = [any_sheet.name, any_sheet.label, *(contact.text for contact in any_sheet.contacts)]
    for section in any_sheet.sections:
        texts += [section.heading, *(entry.title for entry in section.entries)]
    assert all(text in shown for text in texts)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=20), st.text(st.characters(), max_size=20))
def test_what_xml_cannot_hold_is_left_out(name: str, heading: str) -> None:
    data = write(Sheet.model_construct(name=f"\0{name}\ud800\ufffe", label=heading, contacts=[], sections=[]), Design())
    assert docx.Document(BytesIO(data)).paragraphs
