import re

from resumes.parsing.quotes import join, quote
from resumes.parsing.reading import Span
from resumes.parsing.rows import Row


def test_a_cut_quote_remembers_where_it_stands() -> None:
    assert quote(Row(text="Engineer at Acme"), 3).cut(12, 16).spans == [Span(line=3, start=12, end=16)]


def test_a_strip_moves_the_span() -> None:
    assert quote(Row(text=" · Acme · "), 0).strip().spans == [Span(line=0, start=3, end=7)]


def test_a_split_leaves_out_what_is_empty() -> None:
    parts = quote(Row(text="a,,b"), 0).split(re.compile(","))
    assert [part.text for part in parts] == ["a", "b"]


def test_joined_lines_have_a_span_each() -> None:
    joined = join([quote(Row(text="one"), 0), quote(Row(text="two"), 1)])
    assert joined.text == "one two"
    assert [span.line for span in joined.spans] == [0, 1]


def test_a_word_hyphenated_at_a_lines_end_is_made_whole() -> None:
    assert join([quote(Row(text="Bach-"), 0), quote(Row(text="elor"), 1)]).text == "Bachelor"


def test_a_compound_keeps_its_hyphen() -> None:
    assert join([quote(Row(text="event-"), 0), quote(Row(text="sourced"), 1)]).text == "event-sourced"
    assert join([quote(Row(text="Diplom -"), 0), quote(Row(text="Ingenieur"), 1)]).text == "Diplom-Ingenieur"


def test_cleaning_makes_white_space_single() -> None:
    assert quote(Row(text="a \t  b"), 0).clean().text == "a b"


def test_half_a_pair_at_a_lines_end_keeps_its_hyphen() -> None:
    assert join([quote(Row(text="im In-"), 0), quote(Row(text="und Ausland"), 1)]).text == "im In- und Ausland"


def test_chinese_lines_go_on_without_a_space() -> None:
    assert join([quote(Row(text="核心系"), 0), quote(Row(text="统迁移"), 1)]).text == "核心系统迁移"
