"""What holds for any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.parsing.reading import Kind, Reading
from resumes.parsing.unreadable import Unreadable
from resumes.sandboxed_reading import read_file
from resumes.tests.parsing.given import Sheet, read_text

WORDS = ["Experience", "Education", "Skills:", "Languages", "English", "Acme Inc", "Software Engineer", "2019 - 2021"]
MORE = ["Mar 2020", "present", "University of Leeds", "BSc", "Austin, TX", "a@b.co", "+44 20 7946 0958"]
MARKS = ["-", "- ", "•", "(", "of", ",", "|", "\t", "  "]
PIECES = st.sampled_from([*WORDS, *MORE, *MARKS])
LINES = st.lists(st.lists(PIECES | st.text(max_size=12), max_size=6).map(" ".join), max_size=25).map("\n".join)
TEXTS = LINES | st.text(max_size=400)


def check(reading: Reading) -> None:
    for field in reading.fields:
        for span in field.spans:
            assert 0 <= span.start < span.end <= len(reading.lines[span.line].text)
    placed = {span.line for field in reading.fields for span in field.spans}
    assert placed.isdisjoint(reading.unplaced)
    assert all(line.text.strip() for line in reading.lines)


@settings(max_examples=120, deadline=None)
@given(text=TEXTS, markdown=st.booleans())
def test_any_text_is_read_with_spans_in_bounds(text: str, markdown: bool) -> None:  # noqa: FBT001  # hypothesis names it
    check(read_text(text.encode("utf-8", "ignore").decode(), Kind.MARKDOWN if markdown else Kind.TEXT))


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    clean = text.encode("utf-8", "ignore").decode()
    assert read_text(clean) == read_text(clean)


@settings(max_examples=40, deadline=None)
@given(text=LINES)
def test_every_line_is_placed_marked_or_shown_as_unplaced(text: str) -> None:
    reading = read_text(text)
    told = {span.line for field in reading.fields for span in field.spans} | set(reading.unplaced)
    named = {at for at, line in enumerate(reading.lines) if line.heading}
    # What is left carries no content of its own: counts behind headings, words such as "Skip to content".
    assert all(len(reading.lines[at].text) <= 60 for at in set(range(len(reading.lines))) - told - named)


PLACED = st.lists(
    st.tuples(st.integers(5, 180), st.integers(10, 280), PIECES.filter(lambda text: text.strip())), max_size=25
)


@settings(max_examples=40, deadline=None)
@given(parts=PLACED)
def test_any_page_is_read(parts: list[tuple[int, int, str]]) -> None:
    sheet = Sheet()
    for x, y, text in parts:
        sheet.put(x, y, text.replace("•", "*"))
    check(sheet.read())


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "a@" * 5_000,
        "1 " * 5_000,
        "Abc, " * 2_000,
        "- " * 5_000,
        "2019 - 2020 " * 1_000,
        "a." * 5_000,
    ],
)
def test_long_words_and_lines_are_read(text: str) -> None:
    check(read_text(text))


def test_forty_full_pages_stay_within_the_childs_limits() -> None:
    sheet = Sheet()
    for number in range(40):
        if number:
            sheet.page()
        for line in range(50):
            sheet.put(10 + 40 * (line % 3), 10 + 5.5 * line, f"Engineer at Acme {number} 2019 - 2021")
    with pytest.raises(Unreadable) as refusal:
        read_file(sheet.data, "forty.pdf", images=False)
    assert refusal.value.code == "not_a_resume"
