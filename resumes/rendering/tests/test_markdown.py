"""The sheet as Markdown, held against a CommonMark renderer."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from resumes.document import Document
from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind
from resumes.rendering.markdown import link, literal, write
from resumes.rendering.sheet import Sheet
from resumes.rendering.tests.sheets import FULL, LINE, SHEETS, sheet

MARKED = [
    "# no heading",
    "a # b #",
    "- no list",
    "1. no list",
    "12) no list",
    "+ no list",
    "> no quote",
    "---",
    "***bold***",
    "__init__",
    "`code`",
    "[a](javascript:alert(1))",
    "![a](b)",
    "<script>alert(1)</script>",
    "&amp; &lt; AT&T",
    "a\\",
    "\\*",
    "~~gone~~",
    "| a | b |",
    "<https://example.org>",
    "C#",
    "=SUM(A1)",
    "===",
]


def html(text: str) -> str:
    return str(MarkdownIt("commonmark").render(text))


def shown(text: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html(text))).strip()


@pytest.mark.parametrize("text", MARKED)
@pytest.mark.parametrize("before", ["", "# ", "- "])
def test_marks_that_a_person_wrote_stay_literal(before: str, text: str) -> None:
    assert shown(before + literal(text)) == text


@given(LINE)
def test_any_text_stays_literal(text: str) -> None:
    assert html(literal(text)) == (f"<p>{_escaped(text)}</p>\n" if text else "")


@given(LINE.filter(bool))
def test_any_text_stays_literal_in_a_heading_and_a_list(text: str) -> None:
    assert html(f"### {literal(text)}") == f"<h3>{_escaped(text)}</h3>\n"
    assert html(f"- {literal(text)}") == f"<ul>\n<li>{_escaped(text)}</li>\n</ul>\n"


@given(
    LINE.filter(lambda text: bool(re.search(r"\w", text))), st.sampled_from([' x"', "(a)", "a_b*c`", "]", "\\", "&amp"])
)
def test_a_link_goes_where_it_should_and_nowhere_else(text: str, ending: str) -> None:
    rendered = html(link(text, f"https://example.org/{ending.strip()}"))
    assert rendered.startswith('<p><a href="https://example.org/')
    assert rendered.endswith(f">{_escaped(text)}</a></p>\n")


@given(SHEETS)
def test_any_sheet_makes_only_the_blocks_that_we_meant(any_sheet: Sheet) -> None:
    tags = set(re.findall(r"<(\w+)", html(write(any_sheet))))
    assert tags <= {"h1", "h2", "h3", "p", "ul", "li", "a", "strong"}


def test_headings_bullets_and_links_are_what_they_should_be() -> None:
    rendered = html(write(sheet()))
    assert "<h1>Alice Example</h1>" in rendered
    assert "<h2>Experience</h2>" in rendered
    assert "<h3>Principal Engineer</h3>" in rendered
    assert "<p><strong>Acme GmbH</strong> | Berlin, Germany | Mar 2019 – Present |" in rendered
    assert "<li>Cut settlement errors by 74 %</li>" in rendered
    assert '<a href="mailto:alice@example.org">alice@example.org</a>' in rendered
    assert "<li><strong>Languages (Expert)</strong>: Python, Go</li>" in rendered
    assert "<li>Chairing</li>" in rendered


def test_our_own_parser_reads_it_back() -> None:
    read = read_document(write(sheet()).encode(), Kind.MARKDOWN, FileFacts(kind=Kind.MARKDOWN)).document
    assert [(row.name, row.position, row.start_date) for row in read.work] == [
        ("Acme GmbH", "Principal Engineer", "2019-03"),
        ("Initech", "Developer", "2012"),
    ]
    assert read.work[0].highlights == FULL.work[0].highlights


def test_an_empty_document_is_an_empty_line() -> None:
    assert write(sheet(Document())) == "\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
