"""Word-level differences."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from resumes.comparing.words import LONGEST, Piece, pieces, tokens

# Few letters, so that the two texts share something.
TEXTS = st.text(alphabet="ab ,.\n漢é", max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(piece.text for piece in found if piece.kind != "added") == before
    assert "".join(piece.text for piece in found if piece.kind != "removed") == after


@given(TEXTS, TEXTS)
def test_no_piece_is_empty_and_no_two_neighbours_are_of_a_kind(before: str, after: str) -> None:
    found = pieces(before, after)
    assert all(piece.text for piece in found)
    assert all(one.kind != other.kind for one, other in pairwise(found))


@given(st.text())
def test_tokens_lose_nothing(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_one_changed_word_is_one_change() -> None:
    assert pieces("Led a team of 4", "Led a team of 14") == [
        Piece("same", "Led a team of "), Piece("removed", "4"), Piece("added", "14"),
    ]  # fmt: skip


def test_a_blank_between_two_changes_joins_them() -> None:
    assert pieces("Responsible for releases", "Shipped weekly releases") == [
        Piece("removed", "Responsible for"), Piece("added", "Shipped weekly"), Piece("same", " releases"),
    ]  # fmt: skip


def test_chinese_is_compared_sign_by_sign() -> None:
    assert pieces("软件工程师", "硬件工程师") == [
        Piece("removed", "软"), Piece("added", "硬"), Piece("same", "件工程师"),
    ]  # fmt: skip


def test_the_same_text_is_one_piece_and_no_text_is_none() -> None:
    assert pieces("Same here.", "Same here.") == [Piece("same", "Same here.")]
    assert pieces("", "") == []


def test_a_text_too_long_to_compare_is_replaced_as_a_whole() -> None:
    long = "word " * LONGEST
    assert [piece.kind for piece in pieces(long, long + "more")] == ["removed", "added"]
    assert [piece.kind for piece in pieces(long, long)] == ["same"]


def test_words_that_stayed_between_two_changes_are_shown_as_they_are() -> None:
    found = pieces("Led 4 teams in London", "Ran 4 teams in Paris")
    assert [piece.text for piece in found if piece.kind == "same"] == [" 4 teams in "]
