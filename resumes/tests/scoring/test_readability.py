"""The checks on the file and its text layer."""

from typing import Any

import pytest

from resumes.parsing.reading import Box, FontUse, Kind, Line, Link, Page, Reading, Span
from resumes.scoring.score import score
from resumes.tests.scoring.readings import TODAY, alice, found, reading_of


def _with_line(text: str, **line: object) -> tuple[Reading, int]:
    reading = reading_of(alice())
    index = len(reading.lines)
    box = Box(x0=50, y0=50 + 12 * index, x1=500, y1=61 + 12 * index)
    reading.lines.append(Line.model_validate({"text": text, "box": box, **line}))
    return reading, index


def test_a_nearly_empty_file_blocks() -> None:
    finding = found("text-layer", reading_of(alice(), words=29))
    assert (finding.outcome, finding.blocking) == ("failed", True)
    assert finding.title == "Only 29 words can be read from the file"


def test_a_few_undecoded_characters_cost_a_part() -> None:
    reading, line = _with_line("Pro\ufffdect")
    reading.facts.undecoded = [Span(line=line, start=3, end=4)]
    finding = found("characters-decode", reading)
    assert (finding.outcome, finding.title) == ("partly", "1 character can't be decoded")
    assert finding.evidence[0].quote == "Pro\ufffdect"


def test_a_font_that_does_not_decode_blocks() -> None:
    reading, line = _with_line("\ufffd" * 500)
    reading.facts.undecoded = [Span(line=line, start=0, end=500)]
    assert score(reading, today=TODAY).cap == 30


def test_an_icon_glyph_is_not_taken_for_a_broken_font() -> None:
    reading, line = _with_line("\ue0b0 London")
    reading.facts.undecoded = [Span(line=line, start=0, end=1)]
    assert found("characters-decode", reading).outcome == "passed"
    assert found("icons", reading).title == "1 line holds icons or emoji"


def test_emoji_are_found_as_text_and_as_bullets() -> None:
    reading, _ = _with_line("📞 020 7946 0958")
    reading.lines[0].bullet = "🚀"
    assert found("icons", reading).title == "2 lines hold icons or emoji"


def test_ornaments_fail_only_in_numbers() -> None:
    assert found("special-characters", _with_line("★★★★☆ 20 °C")[0]).outcome == "passed"
    assert found("special-characters", _with_line("★" * 300)[0]).outcome == "failed"


def test_a_little_hidden_text_costs_a_part_and_much_costs_all() -> None:
    reading, line = _with_line("python java golang rust scala kotlin swift ruby perl")
    reading.facts.hidden = [Span(line=line, start=0, end=6)]
    assert found("hidden-text", reading).outcome == "partly"
    reading.facts.hidden = [Span(line=line, start=0, end=52)]
    assert found("hidden-text", reading).outcome == "failed"


def test_the_hidden_text_layer_of_a_scan_is_no_trick() -> None:
    reading, line = _with_line("x" * 3000)
    reading.facts.hidden = [Span(line=line, start=0, end=3000)]
    reading.facts.image_share = 1.0
    assert found("hidden-text", reading).outcome == "skipped"
    assert found("text-in-images", reading).outcome == "failed"


def test_text_that_jumps_back_up_the_page_costs_a_part() -> None:
    reading, _ = _with_line("London", box=Box(x0=50, y0=50, x1=90, y1=61))
    assert found("reading-order", reading).title == "The text jumps back up the page 1 time"


def test_a_second_column_may_start_at_the_top() -> None:
    reading, _ = _with_line("London", box=Box(x0=300, y0=50, x1=390, y1=61))
    for line in reading.lines[:-1]:
        line.box = line.box and line.box.model_copy(update={"x1": 280})
    assert found("reading-order", reading).outcome == "passed"


def test_text_all_over_the_page_blocks() -> None:
    reading = reading_of(alice())
    for i, line in enumerate(reading.lines):
        line.box = Box(x0=50, y0=700 if i % 2 else 50, x1=90, y1=711 if i % 2 else 61)
    assert score(reading, today=TODAY).cap == 60


def test_lines_without_a_place_are_quoted() -> None:
    reading, line = _with_line("Freelancing here and there")
    reading.lines += [Line(text="Odd jobs at the harbour"), Line(text="Ran the winter market")]
    reading.unplaced = [line, line + 1, line + 2]
    finding = found("lines-placed", reading)
    assert finding.outcome == "partly"
    assert finding.evidence[0].quote == "Freelancing here and there"


def test_headings_and_rules_need_no_place() -> None:
    reading, line = _with_line("----------")
    reading.unplaced = [line, *(i for i, one in enumerate(reading.lines) if one.heading)]
    assert found("lines-placed", reading).outcome == "passed"


@pytest.mark.parametrize(("columns", "outcome"), [(1, "passed"), (2, "partly"), (3, "failed")])
def test_columns_cost(columns: int, outcome: str) -> None:
    reading = reading_of(alice())
    reading.pages = [Page(number=1, width=595, height=842, columns=columns)]
    assert found("columns", reading).outcome == outcome


def _in_columns(*left_edges: int) -> Reading:
    reading, _ = _with_line("A name across the page", box=Box(x0=50, y0=20, x1=550, y1=31))
    for row in range(4):
        for edge in left_edges:
            box = Box(x0=edge, y0=700 + 12 * row, x1=edge + 90, y1=711 + 12 * row)
            reading.lines.append(Line(text=f"At {edge}, row {row}", box=box))
    reading.lines = reading.lines[-1 - 4 * len(left_edges) :]
    reading.pages = [Page(number=1, width=595, height=842, columns=len(left_edges))]
    return reading


@pytest.mark.parametrize("edges", [(50, 300), (50, 200, 400)])
def test_the_first_line_of_each_column_is_quoted(edges: tuple[int, ...]) -> None:
    quotes = [quote.quote for quote in found("columns", _in_columns(*edges)).evidence]
    assert quotes == [f"At {edge}, row 0" for edge in edges]


def test_columns_that_cannot_be_told_apart_are_not_quoted() -> None:
    reading = reading_of(alice())
    reading.pages[0].columns = 2
    assert found("columns", reading).evidence == []


def test_lines_of_layout_tables_are_quoted() -> None:
    finding = found("layout-tables", reading_of(alice(), kind=Kind.DOCX, tables=1, extra=("Acme\t2020", "Leeds\t2012")))
    assert [quote.quote for quote in finding.evidence] == ["Acme\t2020"]


def test_an_icon_that_the_reading_left_out_is_told_by_what_it_stands_before() -> None:
    reading, line = _with_line("PROFIL\there")
    reading.facts.undecoded = [Span(line=line, start=0, end=0)]
    assert found("icons", reading).title == "An icon stands before or beside 'PROFIL'"


@pytest.mark.parametrize(
    ("check", "facts", "title"),
    [
        ("layout-tables", {"kind": Kind.DOCX, "tables": 1}, "1 table holds the layout"),
        ("layout-tables", {"kind": Kind.DOCX, "tables": 0}, "No tables hold the layout"),
        ("layout-tables", {"kind": Kind.DOCX, "tables": 3}, "3 tables hold the layout"),
        ("text-boxes", {"kind": Kind.DOCX, "text_boxes": 2}, "The file holds 2 text boxes"),
        ("text-boxes", {"kind": Kind.DOCX, "text_boxes": 0}, "The file holds no text boxes"),
        ("text-in-images", {"image_share": 0.5}, "One picture covers 50% of a page"),
        ("unrestricted", {"restricted": True}, "The PDF forbids copying its text"),
        ("form-fields", {"form_fields": 2}, "The PDF holds 2 form fields"),
        ("tagged", {"tagged": False}, "The PDF has no structure tags"),
        ("file-size", {"bytes": 2_500_000}, "The file has 2.5 MB"),
        ("file-name", {"name": "resume.pdf"}, "The file's name, 'resume.pdf', doesn't say whose resume it is"),
        ("pages", {"pages": 3}, "It has 3 pages; two is the usual limit"),
        ("font-size", {"fonts": [FontUse(name="Arial", size=8, share=0.4)]}, "40% of the text is smaller than 9.5 pt"),
    ],
)
def test_a_fact_about_the_file_is_told(check: str, facts: dict[str, Any], title: str) -> None:
    assert found(check, reading_of(alice(), **facts)).title == title


def test_what_only_another_kind_of_file_has_is_skipped() -> None:
    reading = reading_of(alice(), kind=Kind.TEXT, fonts=None, pages=None, image_share=None)
    skipped = {f.check for f in score(reading, today=TODAY).skipped}
    assert {"tagged", "text-boxes", "fonts", "pages", "text-in-images", "unrestricted"} <= skipped


def test_contact_details_only_in_a_word_header_fail() -> None:
    reading = reading_of(alice(), kind=Kind.DOCX, header_footer=["alice@example.com", "+44 20 7946 0958"])
    finding = found("header-footer", reading)
    assert finding.title == "alice@example.com and +44 20 7946 0958 stand only in the header or footer"
    assert [e.quote for e in finding.evidence] == ["alice@example.com", "+44 20 7946 0958"]


def test_contact_details_repeated_in_the_page_pass() -> None:
    reading = reading_of(
        alice(),
        kind=Kind.DOCX,
        header_footer=["alice@example.com"],
        extra=("Write to alice@example.com",),
    )
    assert found("header-footer", reading).outcome == "passed"


@pytest.mark.parametrize(
    ("names", "outcome"),
    [
        (["Arial-Bold", "ABCDEF+ArialMT", "Arial,Italic"], "passed"),
        (["ComicSansMS"], "failed"),
        (["Arial", "Georgia", "Lato", "Futura"], "partly"),
        (["Arial", "FontAwesome", "Wingdings", "Webdings"], "passed"),
    ],
)
def test_fonts_are_counted_by_family(names: list[str], outcome: str) -> None:
    uses = [FontUse(name=name, size=11, share=1 / len(names)) for name in names]
    assert found("fonts", reading_of(alice(), fonts=uses)).outcome == outcome


def test_a_link_on_an_icon_is_named() -> None:
    links = [Link(url="https://github.com/alice"), Link(url="mailto:alice@example.com"), Link(url="tel:123")]
    finding = found("links", reading_of(alice(), links=links))
    assert finding.title == "1 of 2 links stands on no text: https://github.com/alice"


def test_links_on_text_pass() -> None:
    links = [Link(url="https://github.com/alice", text="GitHub")]
    assert found("links", reading_of(alice(), links=links)).outcome == "passed"
