"""Which row of one list is which of the other."""

from hypothesis import given
from hypothesis import strategies as st

from resumes.comparing.matching import MOST_PAIRS, Match, Row, match

LINES = st.lists(st.text(alphabet="abc ", min_size=1, max_size=8), max_size=8)


def row(text: str) -> Row:
    words = frozenset(text.split())
    return Row(text, words, words)


def matched(before: list[str], after: list[str]) -> list[Match]:
    return match([row(text) for text in before], [row(text) for text in after])


@given(LINES, LINES)
def test_every_row_is_there_once_and_the_new_order_is_kept(before: list[str], after: list[str]) -> None:
    found = matched(before, after)
    assert sorted(m.before for m in found if m.before is not None) == list(range(len(before)))
    assert [m.after for m in found if m.after is not None] == list(range(len(after)))


@given(LINES)
def test_a_list_and_itself_differ_nowhere(rows: list[str]) -> None:
    assert matched(rows, rows) == [Match(i, i) for i in range(len(rows))]


def test_a_changed_row_is_found_by_its_words() -> None:
    assert matched(["lead engineer acme", "clerk widget"], ["clerk at widget", "lead engineer at acme"]) == [
        Match(1, 0, moved=True), Match(0, 1),
    ]  # fmt: skip


def test_only_the_row_that_left_its_place_has_moved() -> None:
    found = matched(["a", "b", "c", "d"], ["d", "a", "b", "c"])
    assert [(m.before, m.moved) for m in found] == [(3, True), (0, False), (1, False), (2, False)]


def test_a_row_that_went_stands_where_it_stood() -> None:
    assert matched(["a", "b", "c"], ["a", "c"]) == [Match(0, 0), Match(1, None), Match(2, 1)]


def test_a_row_that_came_stands_at_its_new_place() -> None:
    assert matched(["a", "c"], ["a", "b", "c"]) == [Match(0, 0), Match(None, 1), Match(1, 2)]


def test_the_key_says_more_than_the_rest() -> None:
    shared = frozenset(["one", "two", "three", "four"])
    old = [Row("1", frozenset({"acme"}), shared), Row("2", frozenset({"widget"}), shared)]
    new = [Row("3", frozenset({"widget"}), shared), Row("4", frozenset({"acme"}), shared)]
    assert [(m.before, m.after) for m in match(old, new)] == [(1, 0), (0, 1)]


def test_too_many_rows_are_matched_only_when_equal() -> None:
    count = int(MOST_PAIRS**0.5) + 1
    old = [f"row {i} old" for i in range(count)]
    new = ["kept", *(f"row {i} new" for i in range(count))]
    found = matched(["kept", *old], new)
    assert found[0] == Match(0, 0)
    assert sum(m.after is None for m in found) == count
