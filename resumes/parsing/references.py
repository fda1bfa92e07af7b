"""References: who speaks for the person, and what they say."""

import itertools
from collections.abc import Sequence

from resumes.parsing.bodies import Item, items
from resumes.parsing.draft import Draft
from resumes.parsing.rows import Row, Style
from resumes.parsing.words import phrase

_NAME = 8
"""Words: more are what somebody says."""


def read_references(rows: Sequence[Row], lines: Sequence[int], draft: Draft, _inline: int) -> None:
    """A short line set apart from the text that follows it is a name; every other text is a reference of its own."""
    path = ""
    found = _without_joined_names(rows, lines)
    names = {_style(rows[a.quote.first_line]) for a, b in itertools.pairwise(found) if _is_name(a, b, rows)}
    for item in found:
        if _style(rows[item.quote.first_line]) in names and _is_short(item):
            path = draft.next("references")
            draft.put(f"{path}.name", item.quote, 0.7)
        else:
            draft.put(f"{path or draft.next('references')}.reference", item.quote, 0.5)
            path = ""


def _without_joined_names(rows: Sequence[Row], lines: Sequence[int]) -> list[Item]:
    """Paragraphs, parted wherever the style of the whole line changes."""
    groups: list[list[int]] = []
    for line in lines:
        if groups and _style(rows[groups[-1][-1]]) == _style(rows[line]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [item for group in groups for item in items(rows, group)]


def _style(row: Row) -> Style:
    return row.style


def _is_name(item: Item, below: Item, rows: Sequence[Row]) -> bool:
    name = rows[item.quote.first_line]
    return _is_short(item) and (_style(name) != _style(rows[below.quote.first_line]) or name.level > 0)


def _is_short(item: Item) -> bool:
    return len(phrase(item.quote.text).split()) <= _NAME and not item.quote.text.rstrip().endswith((".", "!"))
