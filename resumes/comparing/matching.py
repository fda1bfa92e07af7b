"""Which row of one list is which row of the other: by what they say, not by where they stand."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

ALIKE = 0.35
"""Rows less alike than this are one that went and one that came."""
MOST_PAIRS = 40_000
"""Of rows that differ; beyond that only equal rows are matched."""
WEIGHT_OF_KEY = 0.6


@dataclass(frozen=True)
class Row:
    """whole: equal rows have equal ones. key: the words that say which row it is. words: all of its words."""

    whole: str
    key: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True)
class Match:
    """Indexes; None where the row is missing. moved: it stands in another order among the rows that stayed."""

    before: int | None
    after: int | None
    moved: bool = False


def match(before: Sequence[Row], after: Sequence[Row]) -> list[Match]:
    """Every row once, in the order of `after`; what went stands where it stood."""
    pairs = _equal(before, after)
    pairs |= _alike(before, after, pairs)
    return _in_order(len(before), len(after), pairs)


def _equal(before: Sequence[Row], after: Sequence[Row]) -> dict[int, int]:
    """Index after -> index before."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for i, row in enumerate(before):
        waiting[row.whole].append(i)
    return {j: waiting[row.whole].popleft() for j, row in enumerate(after) if waiting[row.whole]}


def _alike(before: Sequence[Row], after: Sequence[Row], pairs: dict[int, int]) -> dict[int, int]:
    """The most alike first; among equals those that stand closest."""
    taken = set(pairs.values())
    left = [i for i in range(len(before)) if i not in taken]
    right = [j for j in range(len(after)) if j not in pairs]
    if len(left) * len(right) > MOST_PAIRS:
        return {}
    ranked = sorted((-_likeness(before[i], after[j]), abs(i - j), i, j) for i in left for j in right)
    found: dict[int, int] = {}
    for likeness, _, i, j in ranked:
        if -likeness >= ALIKE and j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def _likeness(one: Row, other: Row) -> float:
    return WEIGHT_OF_KEY * _shared(one.key, other.key) + (1 - WEIGHT_OF_KEY) * _shared(one.words, other.words)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _in_order(before: int, after: int, pairs: dict[int, int]) -> list[Match]:
    stayed = _longest_rise([pairs[j] for j in range(after) if j in pairs])
    gone = deque(i for i in range(before) if i not in set(pairs.values()))
    rows: list[Match] = []
    for j in range(after):
        i = pairs.get(j)
        while i in stayed and gone and gone[0] < i:
            rows.append(Match(gone.popleft(), None))
        rows.append(Match(i, j, moved=i is not None and i not in stayed))
    return rows + [Match(i, None) for i in gone]


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The largest part of distinct numbers that stands in rising order: what didn't move."""
    ends: list[int] = []
    places: list[int] = []
    for number in numbers:
        place = bisect_left(ends, number)
        ends[place : place + 1] = [number]
        places.append(place)
    kept, wanted = set(), len(ends) - 1
    for number, place in zip(reversed(numbers), reversed(places), strict=True):
        if place == wanted:
            kept.add(number)
            wanted -= 1
    return kept
