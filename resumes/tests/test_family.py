"""The drawing of the family tree."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from resumes.family import FIRST, MOST_LANES, STEP, Line, family
from resumes.models import Version


def drawn(*parents: int | None) -> list[Line]:
    """Versions, newest first, by the index of each one's parent."""
    ids = [uuid.UUID(int=i + 1) for i in range(len(parents))]
    return family([Version(id=ids[i], parent_id=None if p is None else ids[p]) for i, p in enumerate(parents)])


def test_a_straight_line_stands_in_one_lane() -> None:
    lines = drawn(1, 2, None)
    assert [(line.x, line.up, line.down) for line in lines] == [
        (FIRST, False, True), (FIRST, True, True), (FIRST, True, False),
    ]  # fmt: skip
    assert not any(line.branches or line.curves for line in lines)


def test_a_branch_runs_beside_and_ends_at_its_parent() -> None:
    newest, side, first = drawn(2, 2, None)
    assert (newest.x, side.x, side.through) == (FIRST, FIRST + STEP, [FIRST])
    assert (first.ending, len(first.curves)) == ([FIRST + STEP], 1)
    assert newest.branches
    assert not side.branches


def test_a_parent_that_is_gone_ends_the_line() -> None:
    [line] = family([Version(id=uuid.uuid4(), parent_id=uuid.uuid4())])
    assert not line.down


def test_a_lane_is_used_again_when_it_is_free() -> None:
    assert {line.x for line in drawn(1, None, 3, None)} == {FIRST}


@given(st.data(), st.integers(min_value=1, max_value=30))
def test_every_line_down_arrives(data: st.DataObject, count: int) -> None:
    older = [st.none() | st.integers(i + 1, count - 1) if i < count - 1 else st.none() for i in range(count)]
    lines = drawn(*(data.draw(parent) for parent in older))
    assert len(lines) == count
    assert all(FIRST <= line.x < FIRST + STEP * MOST_LANES for line in lines)
    assert lines[-1].through == []
    assert not lines[-1].down
