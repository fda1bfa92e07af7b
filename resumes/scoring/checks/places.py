"""Readability: whether what stands in the file arrived in a field."""

from resumes.scoring.checking import CONTENT, FILE, LINES, Check, Verdict, check, passed
from resumes.scoring.citing import cite_lines
from resumes.scoring.counting import credit_at, listed, share_of
from resumes.scoring.placing import carries_words, lost_lines
from resumes.scoring.subject import Subject

FREE_SHARE = 0.05
MOST_LOST = 0.3
MOST_LOST_CEILING = 60


@check(
    "lines-placed",
    "readability",
    weight=8,
    title="Every line found its place",
    looks_at=(
        f"The share of lines that became part of a field; up to {FREE_SHARE:.0%} left over is full credit, "
        f"{MOST_LOST:.0%} none, more blocks. Running footers, page numbers, lengths of time, labels such as "
        "'Highlights' and repeats of what was read don't count."
    ),
    why="What a machine can't assign to a job, a course or a skill is lost when it fills in its form.",
    fix=(
        "Put the lines shown under a heading that systems know, such as 'Work experience' or 'Projects', or leave out "
        "those that nobody would miss."
    ),
    needs=(FILE, LINES, CONTENT),
    ceiling=MOST_LOST_CEILING,
)
def lines_placed(subject: Subject) -> Verdict:
    lost = lost_lines(subject)
    judged = [i for i in range(len(subject.reading.lines)) if carries_words(subject, i)]
    share = len(lost) / max(1, len(judged))
    if share <= FREE_SHARE:
        return passed("Nearly every line found its place")
    title = share_of(len(lost), len(judged), "line", one="found no place in a field", many="found no place in a field")
    return Verdict(
        credit_at(share, free=FREE_SHARE, none=MOST_LOST),
        title,
        _fix(subject, lost),
        cite_lines(subject, lost),
        MOST_LOST_CEILING if share > MOST_LOST else None,
    )


def _fix(subject: Subject, lost: list[int]) -> str:
    """Lines under a known heading need another layout; the others need a heading first."""
    lines = subject.reading.lines
    known = {line.heading: line.text.strip() for line in lines if line.heading not in {"", "other"}}
    under = [lines[i].section for i in lost]
    headings = [f"'{known[section]}'" for section in dict.fromkeys(under) if section in known]
    if not headings or any(section not in known for section in under):
        return ""
    return (
        f"Lay out each entry under {listed(headings, most=3)} the same way: title, employer or school and dates first, "
        "then the points. Leave out lines that nobody would miss."
    )


CHECKS: tuple[Check, ...] = (lines_placed,)
