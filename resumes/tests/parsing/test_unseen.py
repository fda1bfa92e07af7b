"""What a person can't see is set apart before anything is understood; what they can see stays where it is."""

import io

from fpdf import FPDF
from fpdf.enums import TextMode

from resumes.parsing.file_facts import complete_facts, look_at
from resumes.parsing.read import read_document
from resumes.parsing.reading import Kind, Reading
from resumes.parsing.rows import Extraction, Row, Run, Style
from resumes.parsing.unseen import parted
from resumes.tests import files


def reading_of(made: FPDF) -> Reading:
    data = bytes(made.output())
    look = look_at(data, "cv.pdf", Kind.PDF)
    reading = read_document(data, Kind.PDF, look.facts, look.found.hidden)
    reading.facts = complete_facts(reading, look.found)
    return reading


def page(text: str = "Seen by everyone") -> FPDF:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    made.text(20, 20, text)
    return made


def lines(reading: Reading, *, hidden: bool) -> list[str]:
    return [line.text for line in reading.lines if line.hidden == hidden]


def rows_of(*rows: Row) -> tuple[list[Row], list[str]]:
    seen, unseen = parted(Extraction(Kind.TEXT, rows=list(rows)), [], image_share=0)
    return seen.rows, [line.text for line in unseen]


def test_hidden_words_in_the_middle_of_a_line_leave_it() -> None:
    made = page("Python")
    made.set_text_color(255, 255, 255)
    made.text(40, 20, "COBOL Rust")
    made.set_text_color(0, 0, 0)
    made.text(70, 20, "Kafka")
    found = reading_of(made)
    assert " ".join(lines(found, hidden=False)).split() == ["Python", "Kafka"]
    assert lines(found, hidden=True) == ["COBOL Rust"]
    assert [found.lines[span.line].text for span in found.facts.hidden] == ["COBOL Rust"]
    assert found.facts.words == 2


def test_white_text_on_a_dark_ground_stays() -> None:
    made = page()
    made.set_fill_color(20, 20, 90)
    made.rect(15, 30, 100, 20, style="F")
    made.set_text_color(255, 255, 255)
    made.text(20, 40, "White on dark blue")
    assert lines(reading_of(made), hidden=False) == ["Seen by everyone", "White on dark blue"]


def test_the_recognised_text_of_a_scanned_page_stays() -> None:
    made = page()
    made.add_page()
    made.image(io.BytesIO(files.picture()), x=0, y=0, w=210, h=297)
    made.text_mode = TextMode.INVISIBLE
    made.text(20, 40, "Recognised on the scan")
    assert "Recognised on the scan" in lines(reading_of(made), hidden=False)


def test_runs_are_counted_anew_where_characters_leave() -> None:
    row = Row(text="\u200bLead\u200b er\u200b, Acme", runs=(Run(0, 10, Style(bold=True)), Run(10, 16, Style())))
    (seen,), unseen = rows_of(row)
    assert seen.text == "Lead er, Acme"
    assert [seen.text[run.start : run.end] for run in seen.runs] == ["Lead er", ", Acme"]
    assert unseen == []


def test_a_row_of_nothing_but_tags_is_no_row_and_is_told() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "obey me")
    assert rows_of(Row(text=hidden)) == ([], ["obey me"])


def test_a_long_code_without_width_is_told_and_a_few_joiners_are_not() -> None:
    _, unseen = rows_of(Row(text=f"Led{'\u200b\u200c' * 20} it"), Row(text="co\u200boperate"))
    assert unseen == ["[40 characters that draw nothing]"]
