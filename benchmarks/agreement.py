"""How far judgements agree: spread, ICC(2,1) and rank correlation, as plain arithmetic."""

import statistics
from collections.abc import Sequence
from math import nan

type Table = Sequence[Sequence[float]]
"""A row for each thing that was judged, a column for each time."""


def mean_spread(table: Table) -> float:
    """The mean over rows of the sample standard deviation (n - 1) within a row."""
    return statistics.fmean(statistics.stdev(row) for row in table)


def icc(table: Table) -> float:
    """ICC(2,1): two-way random effects, absolute agreement, a single rating. nan where nothing varies at all.

    (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n), for n rows and k columns, where the mean squares of a two-way
    analysis of variance are BMS between rows (n - 1 degrees of freedom), JMS between columns (k - 1), and EMS what is
    left ((n - 1)(k - 1)). Shrout and Fleiss (1979), Intraclass correlations: uses in assessing rater reliability,
    Psychological Bulletin 86(2), 420-428.
    """
    n, k = len(table), len(table[0])
    if n < 2 or k < 2:
        return nan
    rows = [statistics.fmean(row) for row in table]
    columns = [statistics.fmean(column) for column in zip(*table, strict=True)]
    mean = statistics.fmean(rows)
    between = k * sum((row - mean) ** 2 for row in rows)
    judges = n * sum((column - mean) ** 2 for column in columns)
    rest = max(0.0, sum((each - mean) ** 2 for row in table for each in row) - between - judges)
    bms, jms, ems = between / (n - 1), judges / (k - 1), rest / ((n - 1) * (k - 1))
    whole = bms + (k - 1) * ems + k * (jms - ems) / n
    return (bms - ems) / whole if whole else nan


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Pearson's correlation of ranks, equals sharing the mean of theirs. nan where one side is all the same.

    Spearman (1904), The proof and measurement of association between two things, American Journal of Psychology 15.
    """
    if len(set(left)) < 2 or len(set(right)) < 2:
        return nan
    return statistics.correlation(left, right, method="ranked")
