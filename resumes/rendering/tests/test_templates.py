"""Every template prints all of a sheet, inside the page, in text that machines read as it was written."""

from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine

from resumes.rendering.design import Design, Template
from resumes.rendering.sheet import Contact, Entry, Section, Sheet
from resumes.rendering.typesetting import pdf

JOB = Entry(
    path="work[0]",
    title="Staff Engineer",
    subtitle="Northwind",
    place="Portland",
    dates="Mar 2020 – Present",
    link="northwind.example.com",
    href="https://northwind.example.com",
    note="Payments for small shops",
    summary="Leads a group of nine.\n\nReports to the board.",
    bullets=["Cut the office flow by a fifth", "Wrote the well-known handbook"],
    tags_label="Technologies",
    tags=["Go", "SQLite"],
)
FULL = Sheet(
    name="Alice Example",
    label="Engineer",
    contacts=[Contact(kind="email", text="alice@example.org", href="mailto:alice@example.org")],
    sections=[
        Section(
            key="summary", heading="Summary", form="text", entries=[Entry(path="basics", summary="Calm.\n\nKind.")]
        ),
        Section(key="work", heading="Experience", form="entries", entries=[JOB]),
        Section(
            key="certificates",
            heading="Certificates",
            form="lines",
            entries=[Entry(path="c", title="First Aid", subtitle="Red House", dates="2019", link="aid.example.org")],
        ),
        Section(
            key="skills",
            heading="Skills",
            form="groups",
            entries=[Entry(path="s", title="Data", note="Expert", tags=["R"])],
        ),
        Section(
            key="languages", heading="Languages", form="pairs", entries=[Entry(path="l", title="Latin", note="Fluent")]
        ),
        Section(
            key="references",
            heading="References",
            form="quotes",
            entries=[Entry(path="r", title="Bob", summary="Superb.")],
        ),
    ],
)
every_template = pytest.mark.parametrize("template", list(Template))


def made(sheet: Sheet, template: Template, **look: str) -> bytes:
    return pdf(sheet, Design.model_validate({"template": template, **look}))


def page_texts(data: bytes) -> list[str]:
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]


def characters(data: bytes) -> list[LTChar]:
    lines = [
        line
        for page in extract_pages(BytesIO(data), laparams=LAParams())
        for box in page
        if isinstance(box, LTTextContainer)
        for line in box
        if isinstance(line, LTTextLine)
    ]
    return [char for line in lines for char in line if isinstance(char, LTChar)]


def jobs(count: int) -> Sheet:
    return Sheet(
        name="Alice Example", sections=[Section(key="work", heading="Work", form="entries", entries=[JOB] * count)]
    )


@every_template
def test_prints_every_value_of_the_sheet(template: Template) -> None:
    text = " ".join(page_texts(made(FULL, template)))
    missing = [value for value in FULL.texts() for part in value.split("\n\n") if part not in text]
    assert missing == []


@every_template
def test_prints_sections_in_their_order(template: Template) -> None:
    text = " ".join(page_texts(made(FULL, template)))
    places = [text.index(section.heading) for section in FULL.sections]
    assert all(first < second for first, second in pairwise(places))


@every_template
@pytest.mark.parametrize(
    "sheet",
    [FULL, Sheet(), Sheet(name="Alice"), Sheet(sections=FULL.sections)],
    ids=["full", "empty", "name", "nameless"],
)
def test_is_accessible_by_the_standard_whatever_is_missing(template: Template, sheet: Sheet) -> None:
    assert b"pdfuaid:part" in made(sheet, template)


@every_template
def test_follows_addresses(template: Template) -> None:
    data = made(FULL, template)
    assert b"(mailto:alice@example.org)" in data
    assert b"(https://northwind.example.com)" in data


@every_template
def test_breaks_a_word_that_is_longer_than_the_page(template: Template) -> None:
    word = "ab" * 5_000
    section = Section(
        key="work", heading="Work", form="entries", entries=[Entry(path="w", title=word[:300], bullets=[word])]
    )
    letters = characters(made(Sheet(name="Alice", sections=[section]), template))
    assert sum(char.get_text() in "ab" for char in letters) >= 10_300
    assert all(char.x0 > 0 and char.x1 < 595 and char.y0 > 0 for char in letters)


@every_template
def test_goes_on_over_pages_where_one_job_is_longer_than_a_page(template: Template) -> None:
    job = Entry(path="w", title="Engineer", bullets=["b"] * 150)
    section = Section(key="work", heading="Work", form="entries", entries=[job])
    letters = characters(made(Sheet(sections=[section]), template))
    assert sum(char.get_text() == "b" and char.y0 > 0 for char in letters) == 150


@every_template
def test_names_the_person_on_later_pages_but_not_twice_on_the_first(template: Template) -> None:
    first, second, *_ = pages = page_texts(made(jobs(20), template))
    assert first.count("Alice Example") == 1
    assert second.count("Alice Example") == 1
    assert f"2 / {len(pages)}" in second


@every_template
def test_sets_text_in_a_pale_accent_dark_enough_to_read(template: Template) -> None:
    colours = {char.graphicstate.ncolor for char in characters(made(FULL, template, accent="#ffe600"))}
    assert all(contrast_with_white(colour) >= 4.5 for colour in colours)


@every_template
def test_mirrors_a_sheet_that_runs_from_right_to_left(template: Template) -> None:
    entry = Entry(path="w", title="מהנדסת", bullets=["הובלת צוות"])
    section = Section(key="work", heading="Work", form="entries", entries=[entry])
    letters = characters(made(Sheet(name="נועה", sections=[section], rtl=True), template))
    bullet = next(char for char in letters if char.get_text() in "•–")
    assert all(
        char.x1 <= bullet.x0 + 1 for char in letters if char.get_text() in "הובלת" and abs(char.y0 - bullet.y0) < 3
    )


def test_compact_takes_the_largest_type_that_fits_on_one_page() -> None:
    few, many = made(jobs(2), Template.COMPACT), made(jobs(7), Template.COMPACT)
    assert len(page_texts(few)) == len(page_texts(many)) == 1
    assert body_size(few) > body_size(many) >= 8.5


def test_compact_flows_on_in_readable_type_when_one_page_is_too_little() -> None:
    data = made(jobs(40), Template.COMPACT)
    assert len(page_texts(data)) > 1
    assert body_size(data) >= 9


def body_size(data: bytes) -> float:
    letters = characters(data)
    return float(next(char.size for char in letters if char.get_text() == "•"))


def contrast_with_white(colour: object) -> float:
    parts = colour if isinstance(colour, tuple) else (colour,) * 3
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return float(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05))
