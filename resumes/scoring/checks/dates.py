"""Dates: whether each can be read, and whether all are written the same way."""

import re
from collections import Counter
from collections.abc import Iterator

from resumes.parsing.reading import Span
from resumes.scoring.checking import DATED, JOBS, LANGUAGE, Check, Need, Verdict, check, passed
from resumes.scoring.citing import MOST_QUOTES, cite_all, cite_span
from resumes.scoring.counting import count, credit_at, listed, share_of
from resumes.scoring.months import first_month, names_a_month, spoken
from resumes.scoring.subject import Entry, Subject, Text, names_of

DATE_PATHS = re.compile(r"(?:work|education|volunteer|projects)\[\d+\]\.(?:startDate|endDate)")
FULL, SHORT, EITHER = "March 2021", "Mar 2021", "May 2021"
NUMERIC = {
    "03/2021": re.compile(r"\b\d{1,2}/\d{4}\b"),
    "03.2021": re.compile(r"\b\d{1,2}\.\d{4}\b"),
    "2021-03": re.compile(r"\b\d{4}-\d{2}\b"),
}
NAMED = re.compile(r"(?P<month>[^\W\d_]+)(?:[.,]{0,2}\s*\d{4})?")
LOST_DATES = 0.6
SHORTEST_FULL_NAME = 5
SHORTEST_SHORT_NAME = 3
STUDIES = Need(lambda s: bool(s.studies), "There is no education to look at.")
WRITTEN = Need(lambda s: any(_date_spans(s)), "No dates were found in the lines of a file.")


@check(
    "job-dates",
    "dates",
    weight=4,
    title="Each job has a start and an end",
    looks_at=(
        "Whether each job has a start and, unless it goes on, an end that can be read; a missing one is half of the "
        f"job's share, and none is left when {LOST_DATES:.0%} are missing."
    ),
    why="Systems add up your years of experience from these dates. A job without them counts as nothing.",
    fix="Give each job shown here a start and an end as month and year; write 'present' for the one you hold.",
    needs=(JOBS,),
)
def job_dates(subject: Subject) -> Verdict:
    earned = [_dated(job, subject) for job in subject.jobs]
    lacking = [job for job, credit in zip(subject.jobs, earned, strict=True) if credit < 1]
    if not lacking:
        return passed("Each job has a start and an end, or goes on")
    title = share_of(len(lacking), len(earned), "job", one="lacks a start or an end", many="lack a start or an end")
    credit = credit_at(1 - sum(earned) / len(earned), none=LOST_DATES)
    return Verdict(credit, title, evidence=cite_all(subject, names_of(lacking)))


@check(
    "months",
    "dates",
    weight=1.5,
    title="Dates name the month",
    looks_at="The share of jobs of the last ten years of the resume whose dates name a month.",
    why="'2019 to 2020' can be two years or two months, and readers assume the shorter.",
    fix="Add the month to the dates shown here.",
    needs=(DATED,),
)
def months(subject: Subject) -> Verdict:
    dated = [job for job in subject.jobs if job.start or job.end]
    newest = max(month for job in dated for month in (job.start, job.end) if month)
    recent = [job for job in dated if (job.end or newest) >= newest - 120]
    vague = [job for job in recent if not all(names_a_month(d) for d in (job.start_date, job.end_date) if d)]
    if not vague:
        return passed("Recent dates name the month")
    title = share_of(
        len(vague), len(recent), "recent job", one="is dated by the year alone", many="are dated by the year alone"
    )
    return Verdict(1 - len(vague) / len(recent), title, evidence=cite_all(subject, map(_date, vague)))


@check(
    "date-format",
    "dates",
    weight=1.5,
    title="One date format",
    looks_at=(
        "How months are written (Mar 2021, March 2021, 03/2021, 03.2021, 2021-03); the share in the most used way."
    ),
    why="Mixed formats confuse systems about what is a month and what a day, and look careless to people.",
    fix="Write every date in the same way, with the month and the year.",
    needs=(WRITTEN, LANGUAGE),
)
def date_format(subject: Subject) -> Verdict:
    found = _settled([(form, said, span) for span in _date_spans(subject) for form, said in _formats(subject, span)])
    tally = Counter(form for form, _, _ in found)
    if len(tally) <= 1:
        return passed("All dates are written the same way")
    usual = tally.most_common(1)[0][0]
    examples = {form: f"'{said}'" for form, said, _ in reversed(found)}
    others = listed([examples[form] for form in tally if form != usual])
    mostly = tally[usual] * 2 > len(found)
    ways = (
        f"mostly like {examples[usual]}, but also like {others}" if mostly else f"like {examples[usual]} and {others}"
    )
    return Verdict(
        tally[usual] / len(found),
        f"Dates are written in {len(tally)} ways, {ways}",
        f"Write every date in one way, for example all like {examples[usual]}.",
        [cite_span(subject, span) for form, _, span in found if form != usual][:MOST_QUOTES],
    )


@check(
    "education-dates",
    "dates",
    weight=1,
    title="Education is dated",
    looks_at="The share of courses of study with a year.",
    why="Forms ask for the year of graduation, and an undated degree may count as unfinished.",
    fix="Add the year you finished, or expect to finish, to the entries shown here.",
    needs=(STUDIES,),
)
def education_dates(subject: Subject) -> Verdict:
    undated = [study for study in subject.studies if study.start is None and study.end is None]
    if not undated:
        return passed("Education is dated")
    title = share_of(
        len(undated),
        len(subject.studies),
        "entry",
        one="has no date that can be read",
        many="have no date that can be read",
    )
    quotes = cite_all(
        subject, filter(_said, (Text(f"{study.path}.institution", study.organisation) for study in undated))
    )
    return Verdict(1 - len(undated) / len(subject.studies), title, evidence=quotes)


@check(
    "no-future",
    "dates",
    weight=2,
    title="Nothing happened in the future",
    looks_at=(
        "Starts, and ends of jobs and certificates, after the month of the report; an expected graduation is fine."
    ),
    why="A date in the future is a typing mistake, and readers wonder what else is.",
    fix="Correct the dates shown here, or write 'present' if the job goes on.",
    needs=(Need(lambda s: any(_past_dates(s)), "There are no dates to look at."),),
)
def no_future(subject: Subject) -> Verdict:
    this_month = subject.today.year * 12 + subject.today.month - 1
    late = [text for text in _past_dates(subject) if (first_month(text.text) or 0) > this_month]
    if not late:
        return passed("No date lies in the future")
    title = f"{count(len(late), 'date')} {'lies' if len(late) == 1 else 'lie'} after {spoken(this_month)}"
    return Verdict(0, title, evidence=cite_all(subject, late))


def _dated(job: Entry, subject: Subject) -> float:
    """Half for the start, half for the end. Only the newest open job is taken to go on, with those begun since."""
    goes_on = job.current and not any(_left_behind(job, other) for other in subject.jobs)
    return 0.5 * (job.start is not None) + 0.5 * (job.end is not None or (goes_on and job.start is not None))


def _left_behind(job: Entry, other: Entry) -> bool:
    """An open job looks forgotten when another began and ended after it began."""
    return job.start is not None and other.start is not None and other.end is not None and other.start > job.start


def _said(text: Text) -> bool:
    return bool(text.text)


def _date(job: Entry) -> Text:
    return (
        Text(f"{job.path}.startDate", job.start_date) if job.start_date else Text(f"{job.path}.endDate", job.end_date)
    )


def _past_dates(subject: Subject) -> Iterator[Text]:
    for entry in (*subject.activities, *subject.studies):
        if entry.start is not None:
            yield Text(f"{entry.path}.startDate", entry.start_date)
    for job in subject.jobs:
        if job.end is not None:
            yield Text(f"{job.path}.endDate", job.end_date)
    for i, certificate in enumerate(subject.document.certificates):
        if certificate.date:
            yield Text(f"certificates[{i}].date", certificate.date)


def _date_spans(subject: Subject) -> list[Span]:
    """Where the dates stand, each place once: a start and an end often share one."""
    lines = subject.reading.lines
    spans = [span for path, field in subject.fields.items() if DATE_PATHS.fullmatch(path) for span in field.spans]
    places = dict.fromkeys((span.line, span.start, span.end) for span in spans if span.line < len(lines))
    return [Span(line=line, start=start, end=end) for line, start, end in places]


def _formats(subject: Subject, span: Span) -> Iterator[tuple[str, str]]:
    """The ways in which months are written here, each with a date as it stands there."""
    text = subject.reading.lines[span.line].text[span.start : span.end]
    for form, pattern in NUMERIC.items():
        if found := pattern.search(text):
            yield form, found.group()
    for match in NAMED.finditer(text):
        if form := _month_form(match["month"].lower(), subject.known_vocabulary.months):
            yield form, match.group()


def _month_form(word: str, names: tuple[str, ...]) -> str:
    """Names of up to four letters (May, June) are the same in full and shortened."""
    if word in names:
        return FULL if len(word) >= SHORTEST_FULL_NAME else EITHER
    shortened = len(word) >= SHORTEST_SHORT_NAME and any(
        name.startswith(word) for name in names if len(name) >= SHORTEST_FULL_NAME
    )
    return SHORT if shortened else ""


def _settled(found: list[tuple[str, str, Span]]) -> list[tuple[str, str, Span]]:
    """With names that fit either way counted to the way that the other names are written."""
    named = [form for form, _, _ in found if form in {FULL, SHORT}]
    way = Counter(named or [FULL]).most_common(1)[0][0]
    return [(way if form == EITHER else form, said, span) for form, said, span in found]


CHECKS: tuple[Check, ...] = (job_dates, months, date_format, education_dates, no_future)
