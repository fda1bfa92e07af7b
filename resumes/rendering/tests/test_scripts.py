"""Any script is set, or the sheet tells which characters can't be."""

import pytest

from resumes.document import Basics, Document
from resumes.rendering.design import Design
from resumes.rendering.laying_out import lay_out
from resumes.rendering.scripts import fallback, unset_characters
from resumes.rendering.sheet import Sheet
from resumes.rendering.tests.reading import is_pdf_ua, text_of
from resumes.rendering.typesetting import pdf, pictures

NAMES = {
    "Arabic": "سالم العربي محمد بن عبد الله",
    "Pashto": "ښکلی ډېر",
    "Hebrew": "שלום עולם",
    "Chinese": "王小明",
    "Japanese": "やまだ 太郎",
    "Korean": "김철수",
    "Greek": "Γιώργος Σεφέρης",
    "Cyrillic": "Иван Щербаков",
    "Devanagari": "देवनागरी",
    "Thai": "สมชาย กรุงเทพ",
    "Vietnamese": "Nguyễn Thị Hồng",
    "Latin": "Łukasz Żółć Ðorđe Ğül Ŵ",
}


def sheet_of(name: str) -> Sheet:
    return lay_out(Document(basics=Basics(name=name)), Design())


@pytest.mark.parametrize("script", NAMES)
def test_a_name_in_any_of_these_scripts_is_set_and_read_back(script: str) -> None:
    sheet = sheet_of(NAMES[script])
    assert unset_characters(sheet) == ""
    data = pdf(sheet, Design())
    assert is_pdf_ua(data)
    if script != "Pashto":  # Its font joins letters that are read back in another order.
        assert NAMES[script] in text_of(data)


@pytest.mark.parametrize(
    ("name", "unset"),
    [("Alice 😀🚀😀", "😀🚀"), ("বাংলা", "বাংল"), ("Alice", ""), ("a\u200db\u200e\ufe0fc\u00ad", ""), ("é e\u0301", "")],
)
def test_what_no_font_can_write_is_told_once_each(name: str, unset: str) -> None:
    found = unset_characters(sheet_of(name))
    assert found[: len(unset)] == unset
    assert bool(found) == bool(unset)


@pytest.mark.parametrize("name", ["Alice 😀", "বাংলা", "👩\u200d💻"])
def test_what_no_font_can_write_leaves_the_rest_on_the_page(name: str) -> None:
    sheet = sheet_of(f"Alice {name}")
    data = pdf(sheet, Design())
    assert "Alice" in text_of(data)
    assert not is_pdf_ua(data)
    assert len(pictures(sheet, Design(), ppi=20)) == 1


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("王小明", "Noto Sans SC"),
        ("高橋 やまだ", "Noto Sans JP"),
        ("金 김철수", "Noto Sans KR"),
        ("Alice", "Noto Sans SC"),
    ],
)
def test_han_characters_look_as_their_language_writes_them(name: str, first: str) -> None:
    east = [family for family in fallback(sheet_of(name)) if family[-2:] in {"SC", "JP", "KR"}]
    assert (east[0], len(east)) == (first, 3)


@pytest.mark.parametrize(("name", "font"), [("سالم", "Almarai"), ("ښکلی", "IBM Plex Sans Arabic")])
def test_arabic_is_set_in_one_font_that_has_all_its_letters(name: str, font: str) -> None:
    families = fallback(sheet_of(name))
    assert next(family for family in families if family in {"Almarai", "IBM Plex Sans Arabic"}) == font
