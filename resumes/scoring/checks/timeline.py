"""Dates: whether the story they tell runs in order, without contradictions."""

from itertools import combinations, pairwise

from resumes.scoring.checking import LANGUAGE, Check, Need, Verdict, check, passed
from resumes.scoring.citing import cite_all
from resumes.scoring.counting import count
from resumes.scoring.months import first_month, last_month, spoken
from resumes.scoring.subject import Entry, Subject, Text, names_of
from resumes.scoring.wording import find_phrase

LONGEST_GAP = 6
RECENT_YEARS = 10
OVERLAP = 3
SEVERAL = Need(lambda s: len(_spanned(s)) >= 2, "This compares jobs, and there are fewer than two with dates.")
SPANS = Need(
    lambda s: any(e.start is not None and e.end is not None for e in (*s.activities, *s.studies)),
    "There is no entry with a start and an end.",
)


@check(
    "newest-first",
    "dates",
    weight=2.5,
    title="Newest job first",
    looks_at="Neighbouring jobs in the order you list them; each pair the wrong way round costs its share.",
    why="Readers and systems take the first job for your current one.",
    fix="Sort the jobs so that the newest stands first.",
    needs=(SEVERAL,),
)
def newest_first(subject: Subject) -> Verdict:
    pairs = list(pairwise(_spanned(subject)))
    wrong = [after for before, after in pairs if _older(before, after)]
    if not wrong:
        return passed("The newest job stands first")
    title = f"{count(len(wrong), 'job')} {'stands' if len(wrong) == 1 else 'stand'} below an older one"
    return Verdict(1 - len(wrong) / len(pairs), title, evidence=cite_all(subject, names_of(wrong)))


@check(
    "end-after-start",
    "dates",
    weight=2.5,
    title="Nothing ends before it starts",
    looks_at="Every entry with a start and an end; any contradiction costs all.",
    why="It is always a typing mistake, and systems drop such entries.",
    fix="Correct the start or the end of the entries shown here.",
    needs=(SPANS,),
)
def end_after_start(subject: Subject) -> Verdict:
    entries = (*subject.activities, *subject.studies)
    wrong = [e for e in entries if e.start is not None and e.end is not None and e.end < e.start]
    if not wrong:
        return passed("Nothing ends before it starts")
    title = f"{count(len(wrong), 'entry')} {'ends' if len(wrong) == 1 else 'end'} before it starts"
    return Verdict(
        0,
        title.replace("end before it starts", "end before they start"),
        evidence=cite_all(subject, map(_start, wrong)),
    )


@check(
    "gaps",
    "dates",
    weight=1.5,
    title="Gaps are named",
    looks_at=(
        f"Gaps over {LONGEST_GAP} months between jobs of the last {RECENT_YEARS} years that no study, project, "
        "volunteering or word about a break covers; each is half."
    ),
    why="A gap is no fault, and people have good reasons. Unexplained, it leaves readers guessing.",
    fix=(
        "Add one line for the time shown if you like, such as parental leave, caring, study or travel. You need not "
        "give details."
    ),
    needs=(SEVERAL, LANGUAGE),
)
def gaps(subject: Subject) -> Verdict:
    found = _gaps(subject)
    if not found:
        return passed("No gap over six months lies between your jobs")
    if any(find_phrase(subject.text, phrase) for phrase in subject.known_vocabulary.phrases["breaks"]):
        return passed("The time between your jobs is explained")
    times = " and ".join(f"{spoken(start)} to {spoken(end)}" for start, end, _ in found)
    quotes = cite_all(subject, (_start(job) for _, _, job in found))
    return Verdict(max(0.0, 1 - 0.5 * len(found)), f"Nothing is said about {times}", evidence=quotes)


@check(
    "overlaps",
    "dates",
    weight=0.5,
    title="Jobs don't overlap by mistake",
    looks_at=f"Jobs at different employers that ran side by side for over {OVERLAP} months; any is half.",
    why="Two jobs at once are fine, but look like a mistake in the dates unless you say so.",
    fix="Check the dates of the jobs shown. If they are right, add 'part-time', 'freelance' or the like to one.",
    needs=(SEVERAL,),
)
def overlaps(subject: Subject) -> Verdict:
    pairs = [pair for pair in combinations(_spanned(subject), 2) if _side_by_side(*pair)]
    if not pairs:
        return passed("No jobs overlap")
    one, other = pairs[0]
    title = (
        f"{count(len(pairs), 'pair')} of jobs overlap" if len(pairs) > 1 else f"'{one.name}' and '{other.name}' overlap"
    )
    jobs = list(dict.fromkeys(job for pair in pairs for job in pair))
    return Verdict(0.5, title, evidence=cite_all(subject, map(_start, jobs)))


def _spanned(subject: Subject) -> list[Entry]:
    """Jobs whose time is known: they started, and ended or go on."""
    return [job for job in subject.jobs if job.start is not None and (job.end is not None or job.current)]


def _older(before: Entry, after: Entry) -> bool:
    """Whether the first of two neighbours both started earlier and ended no later than the second."""
    if before.current or before.start is None or after.start is None:
        return False
    ends_no_later = after.end is None or (before.end or 0) <= after.end
    return before.start < after.start and ends_no_later


def _gaps(subject: Subject) -> list[tuple[int, int, Entry]]:
    """First and last month of each gap, with the job that ended it."""
    jobs = sorted(_spanned(subject), key=lambda job: job.start or 0)
    newest = max(month for job in jobs for month in (job.start, job.end) if month is not None)
    busy = {m for e in (*subject.activities, *subject.studies) if e.start and e.end for m in range(e.start, e.end + 1)}
    covered, found = (jobs[0].end or newest), []
    for job in jobs[1:]:
        empty = [month for month in range(covered + 1, job.start or 0) if month not in busy]
        if len(empty) > LONGEST_GAP and empty[-1] >= newest - RECENT_YEARS * 12:
            found.append((empty[0], empty[-1], job))
        covered = max(covered, newest if job.current else (job.end or 0))
    return found


def _side_by_side(one: Entry, other: Entry) -> bool:
    """By the least that the dates can mean: jobs "2016 to 2020" and "2020 to 2022" follow each other."""
    starts = [last_month(entry.start_date) for entry in (one, other)]
    ends = [end for entry in (one, other) if (end := first_month(entry.end_date)) is not None]
    if one.organisation == other.organisation or not ends:
        return False
    return min(ends) - max(start for start in starts if start is not None) + 1 > OVERLAP


def _start(entry: Entry) -> Text:
    return Text(f"{entry.path}.startDate", entry.start_date)


CHECKS: tuple[Check, ...] = (newest_first, end_after_start, gaps, overlaps)
