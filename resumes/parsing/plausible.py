"""Whether what was read is a resume at all."""

from resumes.document import Education, Project, Volunteer, Work
from resumes.parsing.reading import Kind, Reading

_CORE = frozenset({"work", "education", "skills", "projects", "volunteer", "languages", "summary", "certificates"})
_ENOUGH = 4


def looks_like_resume(reading: Reading) -> bool:
    """Whether enough of a resume's parts are there: headings, dated entries, contact data, skills.

    A JSON Resume says itself what it is: any content will do.
    """
    document = reading.document
    if reading.facts.kind is Kind.JSON:
        return bool(document.to_json_resume())
    headings = {line.heading for line in reading.lines} & _CORE
    entries: list[Work | Education | Project | Volunteer] = [*document.work, *document.education]
    entries += [*document.projects, *document.volunteer]
    dated = sum(bool(entry.start_date or entry.end_date) for entry in entries)
    points = min(3, len(headings)) + min(2, dated)
    points += bool(document.basics.email) + bool(document.basics.phone) + bool(document.basics.name)
    points += bool(document.skills)
    whole = bool(headings or dated) and bool(
        document.work or document.education or document.projects or document.skills
    )
    return whole and points >= _ENOUGH
