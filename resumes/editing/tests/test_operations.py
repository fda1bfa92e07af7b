"""Operations on an outline, and what takes them back."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.editing.operations import Change, Gone, Insert, Move, Put, Remove, do, value_at
from resumes.editing.outline import Outline

PATHS = st.sampled_from(["basics/name", "basics/location/city", "work/1/position", "work/2/position", "work/9/name"])
ROWS = st.sampled_from(["work/1", "work/2", "work/9", "work/1/highlights/3", "work/2/highlights/4", "skills/7"])
LISTS = st.sampled_from(["work", "work/1/highlights", "work/2/highlights", "skills", "work/9/highlights"])
IDS = st.sampled_from(["1", "3", "7", "8", "9"])
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Put, path=PATHS, value=st.none() | st.text(max_size=3)),
    st.builds(Insert, path=LISTS, index=st.integers(-1, 4), row=IDS.map(lambda i: {"#": i})),
    st.builds(Remove, path=ROWS),
    st.builds(Move, path=ROWS, index=st.integers(-1, 4)),
)


def outline() -> Outline:
    return {
        "work": [
            {"#": "1", "position": "Cook", "highlights": [{"#": "3", "#text": "Cooked."}]},
            {"#": "2", "highlights": [{"#": "4", "#text": "Baked."}, {"#": "5", "#text": "Ate."}]},
        ]
    }


@given(st.lists(CHANGES, max_size=12))
def test_taking_everything_back_gives_the_start(changes: list[Change]) -> None:
    held, backward = outline(), list[Change]()
    for change in changes:
        before = copy.deepcopy(held)
        try:
            inverse = do(held, change.model_copy(deep=True))
        except Gone:
            assert held == before
            continue
        assert (inverse is None) == (held == before)
        if inverse:
            backward.append(inverse)
    for change in reversed(backward):
        do(held, change)

    assert held == outline()


def test_a_field_never_filled_is_nothing() -> None:
    assert value_at(outline(), "basics/location/city") is None


def test_a_row_is_moved_to_the_index_it_has_afterwards() -> None:
    held = outline()

    do(held, Move(path="work/2", index=0))

    assert [row["#"] for row in held["work"]] == ["2", "1"]


def test_the_same_row_is_inserted_once() -> None:
    held = outline()
    do(held, Insert(path="skills", index=0, row={"#": "9"}))

    assert do(held, Insert(path="skills", index=0, row={"#": "9"})) is None
    assert len(held["skills"]) == 1


@pytest.mark.parametrize(
    "change",
    [
        Put(path="work/77/name", value="x"),
        Put(path="work/1", value="x"),
        Put(path="skills/1/name", value="x"),
        Insert(path="work/77/highlights", index=0, row={"#": "9"}),
        Insert(path="work/1/position", index=0, row={"#": "9"}),
        Remove(path="work"),
        Remove(path="work/1/position/deep/er"),
        Move(path="skills/3", index=0),
    ],
)
def test_what_is_not_there_is_gone(change: Change) -> None:
    with pytest.raises(Gone):
        do(outline(), change)
