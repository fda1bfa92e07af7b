"""What people type into a field, and what is kept of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.editing.shape import Field, Kind
from resumes.editing.values import MOST_ROWS, Mistake, held, plain, read, rows_of, same, written

FIELDS = {kind: Field("x", "X", kind) for kind in Kind}


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("2021", "2021", "2021"),
        ("Mar 2021", "2021-03", "Mar 2021"),
        ("03/2021", "2021-03", "Mar 2021"),
        ("2021-03", "2021-03", "Mar 2021"),
        ("2021-03-15", "2021-03-15", "15 Mar 2021"),
        ("15 March 2021", "2021-03-15", "15 Mar 2021"),
        ("März 2021", "2021-03", "Mar 2021"),
        ("mars 2021", "2021-03", "Mar 2021"),
        ("marzo de 2021", "2021-03", "Mar 2021"),
        ("  ", "", ""),
    ],
)
def test_dates_keep_the_precision_they_were_written_with(typed: str, kept: str, shown: str) -> None:
    assert read(FIELDS[Kind.DATE], typed) == kept
    assert written(FIELDS[Kind.DATE], kept) == shown


@pytest.mark.parametrize("typed", ["present", "Present", "heute", "aujourd’hui", "actualidad", "now", ""])
def test_what_goes_on_has_no_end(typed: str) -> None:
    assert read(FIELDS[Kind.END], typed) == ""
    assert written(FIELDS[Kind.END], "", started=True) == "present"


@pytest.mark.parametrize("typed", ["soonish", "2019 - 2021", "since 2019", "2021-02-31", "Mar 2021 or so", "13/2021"])
def test_what_is_not_one_date_is_a_mistake(typed: str) -> None:
    for kind in (Kind.DATE, Kind.END):
        with pytest.raises(Mistake, match="Write it like “Mar 2021”"):
            read(FIELDS[kind], typed)


def test_a_beginning_is_not_the_present() -> None:
    with pytest.raises(Mistake):
        read(FIELDS[Kind.DATE], "present")


def test_a_date_that_came_unreadable_stays_as_it_is() -> None:
    assert written(FIELDS[Kind.DATE], "2021-99") == "2021-99"
    assert same(FIELDS[Kind.DATE], "Spring term", "Spring term")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Python,  Go ,, ", ["Python", "Go"]),
        ("Go, Rust; C", ["Go, Rust", "C"]),
        ("A\nB", ["A", "B"]),
        ("a, b;", ["a, b"]),
    ],
)
def test_words_are_separated_by_commas_or_where_they_hold_some_by_semicolons(typed: str, kept: list[str]) -> None:
    field = FIELDS[Kind.WORDS]

    assert read(field, typed) == kept
    assert read(field, written(field, kept)) == kept
    assert held(field, rows_of(kept)) == kept


def test_words_have_a_most() -> None:
    with pytest.raises(Mistake, match="200 is the most"):
        read(FIELDS[Kind.WORDS], "a," * (MOST_ROWS + 1))


def test_a_line_has_a_longest() -> None:
    with pytest.raises(Mistake, match="501 characters long, and 500"):
        read(FIELDS[Kind.LINE], "a" * 501)


@given(st.text(max_size=40), st.sampled_from(Kind))
def test_what_is_kept_reads_the_same_again(text: str, kind: Kind) -> None:
    field = FIELDS[kind]
    try:
        kept = read(field, text)
    except Mistake:
        return

    assert read(field, written(field, kept)) == kept
    assert same(field, written(field, kept), kept)
    assert not any(char < " " and char != "\n" for char in plain(text, kind))
