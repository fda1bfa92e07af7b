"""How consistent judging is: `python -m benchmarks.assessment [--repeats N] [--limit N]` prints a table.

Asks the provider of OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL by the product's own path: three judgements, their
median, verified quotes. What is asked is authored (assessment_ladder.json). About 120 judgements for each question at
five repeats, and each is a call. A fake provider shows that this works, and nothing about quality.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from math import isnan

from benchmarks import assessment_checks as checks
from benchmarks.assessment_checks import Judge, Row
from benchmarks.assessment_ladder import Ladder, read
from benchmarks.throwaway_site import throwaway_site
from resume_agent.ai.errors import AIError

AT_ONCE = 8
NO_KEY = "Set OPENAI_API_KEY (and OPENAI_BASE_URL, OPENAI_MODEL) to the provider whose judging is to be measured.\n"


def measure(judge: Judge, ladder: Ladder, repeats: int) -> Iterator[Row]:
    rungs = checks.climb(judge, ladder, repeats)
    yield from checks.retest(rungs)
    yield from checks.ordered(rungs)
    yield from checks.without_result(judge, rungs)
    yield from checks.invariance(judge, ladder, rungs)
    yield from checks.pleas(judge, ladder, rungs)
    yield from checks.nothing(judge, ladder)
    yield from checks.quotes(judge)


def table(rows: Iterable[Row]) -> str:
    lines = ["| check | figure | bar | |", "|---|---|---|---|"]
    for row in rows:
        figure = "can’t be told" if isnan(row.figure) else f"{row.figure:.2f}"
        bar = f"{'≥' if row.least else '≤'} {row.bar:.2f}"
        lines.append(f"| {row.what} | {figure} | {bar} | {'pass' if row.passed else 'fail'} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """The exit status: 0 once the table is printed, whatever it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5, help="times that each answer is judged, at least 2")
    parser.add_argument("--limit", type=int, help="questions, from the first; all without")
    options = parser.parse_args()
    if options.repeats < 2 or (options.limit is not None and options.limit < 1):
        parser.error("--repeats is at least 2, --limit at least 1")
    if not os.environ.get("OPENAI_API_KEY", "").strip():
        sys.stderr.write(NO_KEY)
        return 1
    ladder = read().first(options.limit)
    try:
        with throwaway_site() as ask:
            rows = list(measure(Judge(ask, AT_ONCE), ladder, options.repeats))
    except AIError as error:
        sys.stderr.write(f"The provider failed ({error.code}), so nothing was measured.\n")
        return 1
    sys.stdout.write(table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
