"""A list told piece by piece: every item once, in order, whole, and none before its time."""

import json

from hypothesis import given
from hypothesis import strategies as st

from resume_agent.ai.arriving import items

VALUES = st.none() | st.integers() | st.text(max_size=9) | st.lists(st.text(max_size=9), max_size=3)


def test_an_item_is_told_once_the_next_has_begun() -> None:
    told = iter(['{"changes": [{"a": "x', '"}', ", {", '"a": "y"}', "]}"])
    found = items(told, "changes")
    assert next(found) == {"a": "x"}
    assert next(told) == '"a": "y"}'
    assert list(found) == []


@given(values=st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=3), max_size=5), size=st.integers(1, 7))
def test_however_it_is_cut_every_item_comes_once(values: list[dict[str, object]], size: int) -> None:
    text = json.dumps({"changes": values, "more": [1]}, ensure_ascii=False)
    assert list(items((text[at : at + size] for at in range(0, len(text), size)), "changes")) == values


def test_what_is_no_such_list_has_no_items() -> None:
    for text in ("no JSON", "[1, 2]", '{"changes": 3}', '{"other": [1]}', ""):
        assert list(items([text], "changes")) == []
