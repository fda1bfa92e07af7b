"""Which row that was read is which row of the document: by what they say, and by order where that doesn't tell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resumes.proving.alike import likeness, same, words
from resumes.proving.expected import Expected
from resumes.proving.flattening import kind, rows

_LEAST = 0.3
"""Rows that have less in common are not the same."""
_NEAR = 25
"""Positions: readers keep the order, and hundreds of rows shall not be compared with hundreds of others."""


@dataclass(frozen=True)
class _Row:
    at: int
    values: dict[str, str]
    """By kind; the items of a list as one text."""
    words: Counter[str]


def partners(meant: Sequence[Expected], got: Mapping[str, str]) -> dict[str, str]:
    """For each row that was meant ("work[2]") the path of the one that was read as it, each at most once."""
    fields = {field.path: field for field in meant}
    read = rows(got)
    found: dict[str, str] = {}
    for name, ours in rows(fields).items():
        theirs = [_row(at, {path: got[path] for path in paths}) for at, paths in read.get(name, {}).items()]
        mine = {at: [fields[path] for path in paths] for at, paths in ours.items()}
        found |= {f"{name}[{at}]": f"{name}[{other}]" for at, other in _paired(mine, theirs).items()}
    return found


def _paired(mine: Mapping[int, Sequence[Expected]], theirs: Sequence[_Row]) -> dict[int, int]:
    """Greedily by score; rows that are alike by their order."""
    scored: list[tuple[float, int, int, int]] = []
    for at, wanted in mine.items():
        one = _row(at, {field.path: field.value for field in wanted})
        scores = ((_score(one, wanted, other), other.at) for other in theirs if abs(at - other.at) <= _NEAR)
        scored += [(-score, abs(at - other), at, other) for score, other in scores if score >= _LEAST]
    found: dict[int, int] = {}
    for _, _, at, other in sorted(scored):
        if at not in found and other not in found.values():
            found[at] = other
    return found


def _row(at: int, values: Mapping[str, str]) -> _Row:
    return _Row(at, {kind(path): value for path, value in values.items()}, words(" ".join(values.values())))


def _score(one: _Row, wanted: Sequence[Expected], other: _Row) -> float:
    """The number of values that are the same, and the share of words that both rows have."""
    equal = sum(same(field, other.values.get(kind(field.path), "")) for field in wanted)
    return equal + likeness(one.words, other.words)
