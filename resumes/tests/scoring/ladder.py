"""Resumes from excellent to awful, each with more and graver faults than the one before."""

from typing import Any

from resumes.document import Document
from resumes.parsing.reading import Box, FontUse, Kind, Line, Page, Reading, Span
from resumes.tests.scoring.readings import ALICE, alice, reading_of

BASICS: dict[str, Any] = ALICE["basics"]
FIRST: dict[str, Any] = ALICE["work"][0]
SECOND: dict[str, Any] = ALICE["work"][1]


def excellent() -> Reading:
    return reading_of(alice())


def decent() -> Reading:
    """Two columns, no summary, half of the bullets without numbers, one weak opening, one stock phrase."""
    first = {
        **FIRST,
        "highlights": [
            "Led the move of 14 payment services to Kubernetes",
            "Responsible for the weekly release of the ledger and its documentation",
            "Mentored colleagues on database design with great attention to detail",
        ],
    }
    second = {
        **SECOND,
        "highlights": [
            "Built an import in Python for the statements of our partner banks",
            "Wrote the incident guide that other teams of the platform still use",
        ],
    }
    reading = reading_of(alice(basics={**BASICS, "summary": ""}, work=[first, second]))
    reading.pages = [Page(number=1, width=595, height=842, columns=2)]
    return reading


def fair() -> Reading:
    """As decent, but no numbers at all, two weak openings, jobs dated by the year, no phone number."""
    first = {
        **FIRST,
        "startDate": "2020",
        "highlights": [
            "Responsible for the weekly release of the ledger and its documentation",
            "Worked on the move of the payment services to a new platform",
            "Mentored colleagues on database design with great attention to detail",
            "Reviewed the designs of other teams for the payment platform",
        ],
    }
    second = {
        **SECOND,
        "startDate": "2016",
        "endDate": "2020",
        "highlights": [
            "Built an import in Python for the statements of our partner banks",
            "Wrote the incident guide that other teams of the platform still use",
        ],
    }
    reading = reading_of(alice(basics={**BASICS, "summary": "", "phone": ""}, work=[first, second]))
    reading.pages = [Page(number=1, width=595, height=842, columns=2)]
    return reading


def weak() -> Reading:
    """Duties instead of deeds, one bullet in the second job, no education, few skills, no phone number."""
    reading = reading_of(_weak_document())
    reading.pages = [Page(number=1, width=595, height=842, columns=2)]
    return reading


def poor() -> Reading:
    """As weak, with jobs without employers or ends, three pages, small type and lines that found no place."""
    document = _weak_document()
    document.work[0].name = document.work[1].name = ""
    document.work[0].start_date = document.work[1].end_date = ""
    reading = reading_of(
        document,
        extra=("Odd jobs at the harbour and on boats", "Freelancing here and there", "Various other engagements"),
        pages=3,
        fonts=[FontUse(name="Arial", size=8, share=1)],
    )
    reading.unplaced = list(range(len(reading.lines) - 3, len(reading.lines)))
    reading.pages = [Page(number=n, width=595, height=842, columns=2) for n in (1, 2, 3)]
    return reading


def awful() -> Reading:
    """A Word file of boxes and tables with hardly any content, no headings and stock phrases in the first person."""
    document = Document.model_validate(
        {
            "basics": {
                "name": "Alice Example",
                "email": "sexy.alice@example.com",
                "summary": "I am a team player, a hard worker and a quick learner, and I am highly motivated.",
            },
            "work": [
                {"position": "Assistant", "highlights": ["I was responsible for my things", "Duties"]},
                {"position": "Helper", "highlights": ["Various tasks for my team"]},
            ],
        }
    )
    reading = reading_of(document, kind=Kind.DOCX, tables=3, text_boxes=2, pages=None, fonts=None, image_share=0.5)
    for line in reading.lines:
        line.heading = ""
    for i, text in enumerate(("☎ by day", "✉ by night", "🚀 Rocket", "🎓 School of life")):
        reading.lines.append(Line(text=text, box=Box(x0=50, y0=600 + 12 * i, x1=300, y1=611 + 12 * i)))
    return reading


def _weak_document() -> Document:
    first = {
        **FIRST,
        "startDate": "2020",
        "highlights": [
            "Responsible for the weekly release of the ledger and its documentation",
            "Worked on the move of the payment services to a new platform",
            "Meetings with colleagues about my database designs",
            "Helped with support as a team player with attention to detail",
        ],
    }
    second = {**SECOND, "startDate": "2016", "endDate": "2019", "highlights": ["In charge of imports"]}
    basics = {**BASICS, "summary": "", "phone": "", "url": ""}
    return alice(basics=basics, work=[first, second], education=[], skills=[{"name": "Python"}])


def whole_line(reading: Reading, index: int) -> Span:
    line = range(len(reading.lines))[index]
    return Span(line=line, start=0, end=len(reading.lines[line].text))
