"""The rubric as a page for people: `python -m resumes.scoring.published > docs/scoring.md`."""

import sys
from collections.abc import Iterator

from resumes.scoring.checking import Check
from resumes.scoring.checks import CHECKS
from resumes.scoring.result import Category
from resumes.scoring.score import CATEGORIES, RUBRIC, STEEPNESS

INTRODUCTION = f"""# How a resume is scored

Rubric {RUBRIC}. This page is made from the checks themselves (`python -m resumes.scoring.published >
docs/scoring.md`), and a test holds the two together.

## How the total comes about

1. Each check earns between 0 and 1. Where a rule is about shares, such as bullets that carry a number, so is
   the credit.
2. A category is the mean of its checks by weight, raised to the power of {STEEPNESS}, times 100. So faults weigh
   more than in proportion: with 90% of its weight earned a category scores {100 * 0.9**STEEPNESS:.0f}, with 75%
   {100 * 0.75**STEEPNESS:.0f}, with half {100 * 0.5**STEEPNESS:.0f}. The total is the mean of the categories by
   weight, rounded down: 100 means that nothing is left to mend.
3. **Skipped is not passed.** A check that can't be made (no file, no fixed pages, no word list for the
   language) says so and leaves the sum, on both sides. A category whose checks were all skipped has no score.
4. **Blocking problems set a ceiling.** What a machine can't read, or nobody to reply to, can't be made up for
   elsewhere. The lowest ceiling counts. So it is when the checks on jobs can't be made because no job was read: if
   nothing else was read either, or a heading for jobs stands there without any, or many lines found no place. Who
   has studies, projects or volunteering instead of jobs meets no ceiling.
5. **Points are exact.** A finding's points are the difference between the total as it is and the total with
   that one check passed, under the same ceilings. Mended together, findings win back at least the sum of their
   points. Where a ceiling holds, other findings win nothing back until it is lifted; `points_unblocked` tells what
   they are worth then.
6. **Nothing to judge, no score.** A file without any text has no total.
7. **Same file, same score.** No chance, no network and no language model take part. The day plays one role: to
   tell whether a date lies in the future, by the month. The report is stored with the version of this rubric.
8. **What a total means.** 90 and more: ready to send. 70 to 89: good, with some real faults. 40 to 69: weak;
   worth an evening. Under 40: hard to read, or it says too little.
9. How a text is written never moves readability, which looks only at the file and the text layer.

Figures that differ from those in common advice, and why:

- Numbers in bullets: 50%, not 60%. Much good work in care, teaching and the trades isn't counted in figures, and
  a higher bar invites made-up ones.
- Bullet length goes by the language: German compounds say the same in fewer words than English.
- Bullets in each job: two to seven for the two newest jobs, none asked of older ones. Nothing caps a total for
  few bullets.
- Skills shown at work: 20% of those listed, each counted once, so that repeating keywords wins nothing.
- Words: at least 80 of what was read besides the list of skills, rather than 150 of the page with it, so that
  neither a longer list nor a busier page passes for more to say.
- Pages and words have no upper bound for academics (five publications, or an academic title with any).
- Passing 90% of bullets is a full pass where the rule is about wording, since any word list has gaps.
- Skills are found at work by the first letters of their words, so this check weighs little.
- Spelling is not checked: without a dictionary for each language it would blame names and terms.

## Categories
"""


def rubric_page() -> str:
    """The whole page, as Markdown."""
    return "\n".join([INTRODUCTION, *_categories(), *(line for name in CATEGORIES for line in _checks(name))]) + "\n"


def _categories() -> Iterator[str]:
    yield "| Category | Weight | Why | Checks |"
    yield "| --- | ---: | --- | ---: |"
    for name, weighed in CATEGORIES.items():
        yield f"| {weighed.label} | {weighed.weight}% | {weighed.reason} | {len(_of(name))} |"


def _checks(category: Category) -> Iterator[str]:
    checks = _of(category)
    whole = sum(check.weight for check in checks)
    yield f"\n## {CATEGORIES[category].label}\n"
    yield "Share: of the category, when none of its checks is skipped.\n"
    yield "| Check | Weight | Share | What it looks at | Why it matters | How to mend it | Skipped when |"
    yield "| --- | ---: | ---: | --- | --- | --- | --- |"
    for check in checks:
        yield _row(check, check.weight / whole)


def _row(check: Check, share: float) -> str:
    blocks = f" **Can cap the total at {check.ceiling}.**" if check.ceiling is not None else ""
    unmet = "; ".join(need.otherwise.rstrip(".") for need in check.needs) or "never"
    title = f"{check.title}<br>`{check.id}`"
    cells = (title, f"{check.weight:g}", f"{share:.0%}", check.looks_at + blocks, check.why, check.fix, unmet)
    return f"| {' | '.join(cells)} |"


def _of(category: Category) -> list[Check]:
    return [check for check in CHECKS if check.category == category]


if __name__ == "__main__":
    sys.stdout.write(rubric_page())
