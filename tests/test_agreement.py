"""The figures of a benchmark against values worked out by hand or printed in their source."""

import math

import pytest

from benchmarks.agreement import icc, mean_spread, spearman

SHROUT_AND_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
"""Table 2 of their paper: six targets, four judges."""


def test_the_spread_is_the_mean_of_each_rows_own() -> None:
    assert mean_spread([[3, 3, 3], [1, 2, 3], [2, 4, 6]]) == pytest.approx((0 + 1 + 2) / 3)


def test_icc_is_what_its_source_prints() -> None:
    assert icc(SHROUT_AND_FLEISS) == pytest.approx(0.29, abs=0.005)


def test_icc_by_hand() -> None:
    """Means of rows 1.5 and 3.5, of columns 2 and 3: BMS 4, JMS 1, EMS 0; 4 / (4 + 0 + 2 x 1 / 2)."""
    assert icc([[1, 2], [3, 4]]) == pytest.approx(0.8)


def test_judges_who_always_say_the_same_of_the_same_agree_wholly() -> None:
    assert icc([[1, 1, 1], [3, 3, 3], [5, 5, 5]]) == 1


@pytest.mark.parametrize("table", [[[3, 3], [3, 3]], [[1, 2]], [[1], [2]]])
def test_where_nothing_varies_no_icc_can_be_told(table: list[list[float]]) -> None:
    assert math.isnan(icc(table))


def test_ranks_that_run_together_correlate_wholly() -> None:
    assert spearman([1, 2, 3, 4], [10, 11, 50, 900]) == pytest.approx(1)
    assert spearman([1, 2, 3, 4], [4, 3, 2, 1]) == pytest.approx(-1)


def test_one_exchange_in_five_by_hand() -> None:
    """Differences of rank 0, 0, 0, 1, 1: 1 - 6 x 2 / (5 x 24)."""
    assert spearman([1, 2, 3, 4, 5], [1, 2, 3, 5, 4]) == pytest.approx(0.9)


def test_equals_share_the_mean_of_their_ranks() -> None:
    """Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 over the root of 4.5 x 5."""
    assert spearman([1, 2, 2, 3], [1, 2, 3, 4]) == pytest.approx(4.5 / math.sqrt(4.5 * 5))


def test_one_level_for_everything_correlates_with_nothing() -> None:
    assert math.isnan(spearman([1, 2, 3], [3, 3, 3]))
