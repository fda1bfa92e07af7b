"""Sections: whether the parts that every reader looks for are there, whole and where they are expected."""

from itertools import pairwise

from resumes.scoring.checking import CONTENT, JOBS, LANGUAGE, LINES, Check, Need, Verdict, check, passed
from resumes.scoring.citing import MOST_QUOTES, cite, cite_all, cite_line, cite_text
from resumes.scoring.counting import count, credit_at, listed, share_of
from resumes.scoring.result import Evidence
from resumes.scoring.subject import Entry, Subject, Text
from resumes.scoring.wording import find_phrase, word_count

FEWEST_SKILLS = 3
SHORTEST_SUMMARY = 20
LONGEST_SUMMARY = 70
EXPERIENCED_MONTHS = 36
UNREAD_CEILING = 45
UNREAD_FIX = (
    "Start each job with a line that holds its title and employer, with the dates as month and year on the same line "
    "or the next, and lay out all jobs the same way."
)
STUDIES = Need(lambda s: bool(s.studies), "There is no education to look at.")
EXPECTED = {"work": "experience", "education": "education", "skills": "skills"}


@check(
    "experience",
    "sections",
    weight=4,
    title="Work experience",
    looks_at=(
        "Whether jobs were found; projects or volunteering instead are half credit. It blocks when a heading for "
        "jobs has none under it, and more so when no education, project or volunteering was found either."
    ),
    why="It is what readers look at first and longest.",
    fix="List your jobs, internships and side jobs under the heading 'Work experience'.",
    needs=(CONTENT,),
    ceiling=UNREAD_CEILING,
)
def experience(subject: Subject) -> Verdict:
    if subject.jobs:
        return passed(f"{count(len(subject.jobs), 'job')} {'was' if len(subject.jobs) == 1 else 'were'} found")
    if (heading := _first_line(subject, "work")) is not None:
        return Verdict(0, "No job could be read under its heading", UNREAD_FIX, [cite_line(subject, heading)], 60)
    if subject.activities:
        return Verdict(0.5, "No jobs were found, only projects or volunteering")
    if subject.studies:
        return Verdict(0, "No work experience was found")
    return Verdict(0, "No job, education, project or volunteering was found", ceiling=UNREAD_CEILING)


@check(
    "education",
    "sections",
    weight=2.5,
    title="Education",
    looks_at="Whether education was found; certificates instead are half credit.",
    why="Application forms ask for it, and some jobs require a degree or a trade certificate.",
    fix="List your highest education with school and degree under the heading 'Education'.",
    needs=(CONTENT,),
)
def education(subject: Subject) -> Verdict:
    if subject.studies:
        return passed("Education was found")
    if subject.document.certificates:
        return Verdict(0.5, "No education was found, only certificates")
    return Verdict(0, "No education was found")


@check(
    "skills",
    "sections",
    weight=2.5,
    title="At least three skills",
    looks_at=f"The number of skills listed; {FEWEST_SKILLS} or more is full credit.",
    why="Recruiters search by skill, and systems match this list against the posting.",
    fix="List the skills you really use, as the postings you want call them, under the heading 'Skills'.",
    needs=(CONTENT,),
)
def skills(subject: Subject) -> Verdict:
    number = len(subject.skills)
    if number >= FEWEST_SKILLS:
        return passed(f"{count(number, 'skill')} are listed")
    title = (
        f"Only {count(number, 'skill')} {'is' if number == 1 else 'are'} listed" if number else "No skills were found"
    )
    return Verdict(number / FEWEST_SKILLS, title, evidence=cite_all(subject, subject.skills))


@check(
    "summary",
    "sections",
    weight=1.5,
    title="A short summary",
    looks_at=(
        f"A summary of at least {SHORTEST_SUMMARY} characters and at most {LONGEST_SUMMARY} words; another length is "
        "half credit."
    ),
    why="Two or three sentences tell a reader within seconds why to go on.",
    fix=(
        "Say in two or three sentences what you do, for how long, and what you are best at, in words that the rest "
        "proves."
    ),
    needs=(CONTENT,),
)
def summary(subject: Subject) -> Verdict:
    text = subject.document.basics.summary.strip()
    if not text:
        return Verdict(0, "There is no summary at the top")
    evidence = [cite(subject, Text("basics.summary", text))]
    if len(text) < SHORTEST_SUMMARY:
        return Verdict(0.5, "The summary is too short to say much", evidence=evidence)
    if (words := word_count(text)) > LONGEST_SUMMARY:
        fix = f"Cut the summary to {LONGEST_SUMMARY} words; what you cut may fit a bullet of the job it belongs to."
        return Verdict(0.5, f"The summary has {words} words", fix, evidence)
    return passed("The summary has a good length")


@check(
    "standard-headings",
    "sections",
    weight=2,
    title="Standard headings",
    looks_at="Whether experience, education and skills that were found stand under headings that systems know.",
    why="Systems find a section by its heading. 'Where I've been' is not on their list.",
    fix=(
        "Use 'Work experience', 'Education' and 'Skills', or the usual words in the resume's language, each on its "
        "own line."
    ),
    needs=(LINES, Need(lambda s: bool(_present(s)), "None of these sections was found.")),
)
def standard_headings(subject: Subject) -> Verdict:
    used = {line.heading for line in subject.reading.lines}
    present = _present(subject)
    missing = [EXPECTED[key] for key in present if key not in used]
    if not missing:
        return passed("The main sections have headings that systems know")
    return Verdict(1 - len(missing) / len(present), f"No standard heading was found for {listed(missing)}")


@check(
    "section-order",
    "sections",
    weight=1,
    title="Experience before education",
    looks_at="For people with three years of work or more: whether experience comes before education.",
    why="Once you have worked for a few years, what you did counts for more than what you studied.",
    fix="Move 'Work experience' above 'Education'.",
    needs=(
        LINES,
        Need(
            lambda s: _worked_months(s) >= EXPERIENCED_MONTHS, "With under three years of work, either order is good."
        ),
        Need(lambda s: not s.academic, "In academic resumes, education often comes first."),
        Need(
            lambda s: all(_first_line(s, key) is not None for key in ("work", "education")),
            "The two headings weren't both found.",
        ),
    ),
)
def section_order(subject: Subject) -> Verdict:
    if (_first_line(subject, "work") or 0) < (_first_line(subject, "education") or 0):
        return passed("Experience comes before education")
    return Verdict(0, "Education comes before experience")


@check(
    "jobs-complete",
    "sections",
    weight=3,
    title="Each job has a title and an employer",
    looks_at="The share of jobs with both; none when half of them lack one.",
    why="Forms have a field for each, and a job without them can't be compared with anything.",
    fix="Give each job shown here both a title and an employer, laid out like the others.",
    needs=(JOBS,),
)
def jobs_complete(subject: Subject) -> Verdict:
    lacking = [job for job in subject.jobs if not (job.title and job.organisation)]
    if not lacking:
        return passed("Each job has a title and an employer")
    title = share_of(
        len(lacking), len(subject.jobs), "job", one="lacks a title or an employer", many="lack a title or an employer"
    )
    credit = credit_at(len(lacking) / len(subject.jobs), none=0.5)
    return Verdict(credit, title, evidence=_named(subject, lacking, "position", "name"))


@check(
    "education-complete",
    "sections",
    weight=1,
    title="Each course of study has a school and a degree",
    looks_at="The share of entries with a school and a degree or subject.",
    why="Employers verify degrees by school and title.",
    fix="Add what is missing: the school, or the degree and subject as your certificate states it.",
    needs=(STUDIES,),
)
def education_complete(subject: Subject) -> Verdict:
    lacking = [study for study in subject.studies if not (study.title and study.organisation)]
    if not lacking:
        return passed("Each entry has a school and a degree")
    title = share_of(
        len(lacking), len(subject.studies), "entry", one="lacks a school or a degree", many="lack a school or a degree"
    )
    quotes = _named(subject, lacking, "studyType", "institution")
    return Verdict(1 - len(lacking) / len(subject.studies), title, evidence=quotes)


@check(
    "references-on-request",
    "sections",
    weight=0.5,
    title="No 'references on request'",
    looks_at="Lines that promise references, by their words or under a heading for references.",
    why="Everyone assumes it; the line only takes space.",
    fix="Delete the line.",
    needs=(CONTENT, LANGUAGE),
)
def references_on_request(subject: Subject) -> Verdict:
    phrases = subject.known_vocabulary.phrases["references"]
    found = [quote for phrase in phrases for quote in cite_text(subject, phrase)] + _promises_among_references(subject)
    if not found:
        return passed("No line promises references on request")
    unique = [quote for i, quote in enumerate(found) if quote.quote not in [other.quote for other in found[:i]]]
    return Verdict(0, "A line promises references on request", evidence=unique[:MOST_QUOTES])


def _promises_among_references(subject: Subject) -> list[Evidence]:
    """What promises references without saying so, by where it stands: "On request" under "Referees"."""
    phrases = subject.known_vocabulary.phrases
    promises, headings = phrases["reference_promises"], phrases["reference_headings"]
    given = (Text(f"references[{i}].reference", r.reference) for i, r in enumerate(subject.document.references))
    lines = subject.reading.lines
    under = [i for i, (a, _) in enumerate(pairwise(lines), 1) if a.text.strip(" :").lower() in headings]
    return [
        *cite_all(subject, (text for text in given if _holds_any(text.text, promises))),
        *(cite_line(subject, i) for i in under if _holds_any(lines[i].text, promises)),
    ]


def _holds_any(text: str, phrases: tuple[str, ...]) -> bool:
    return any(find_phrase(text, phrase) for phrase in phrases)


def _present(subject: Subject) -> list[str]:
    content = {
        "work": subject.document.work,
        "education": subject.document.education,
        "skills": subject.document.skills,
    }
    return [key for key in EXPECTED if content[key]]


def _first_line(subject: Subject, key: str) -> int | None:
    return next((i for i, line in enumerate(subject.reading.lines) if line.heading == key), None)


def _worked_months(subject: Subject) -> int:
    """From the first start to the last month that any job names; the day of reading plays no part."""
    starts = [job.start for job in subject.jobs if job.start]
    return max([*starts, *(job.end for job in subject.jobs if job.end)]) - min(starts) if starts else 0


def _named(subject: Subject, entries: list[Entry], title: str, organisation: str) -> list[Evidence]:
    texts = [
        Text(f"{e.path}.{title}", e.title) if e.title else Text(f"{e.path}.{organisation}", e.organisation)
        for e in entries
    ]
    return cite_all(subject, (text for text in texts if text.text))


CHECKS: tuple[Check, ...] = (
    experience,
    education,
    skills,
    summary,
    standard_headings,
    section_order,
    jobs_complete,
    education_complete,
    references_on_request,
)
