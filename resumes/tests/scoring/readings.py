"""Readings made from documents, as the parser would make them: a line for each value, with its span."""

from copy import deepcopy
from datetime import date
from typing import Any

from resumes.document import Document
from resumes.parsing.reading import Box, FieldReading, FileFacts, FontUse, Kind, Line, Page, Reading, Span
from resumes.scoring.result import Finding, Score
from resumes.scoring.score import score, score_document

TODAY = date(2026, 11, 23)
HEADINGS = {"work": "Work experience", "education": "Education", "skills": "Skills", "projects": "Projects"}
ALICE: dict[str, Any] = {
    "basics": {
        "name": "Alice Example",
        "label": "Backend engineer",
        "email": "alice@example.com",
        "phone": "+44 20 7946 0958",
        "url": "https://alice.example.com",
        "summary": "Backend engineer with eight years of building payment services, from design to on-call.",
        "location": {"city": "London", "countryCode": "GB"},
    },
    "work": [
        {
            "name": "Acme Ltd",
            "position": "Senior Engineer",
            "startDate": "2020-03",
            "highlights": [
                "Led the move of 14 payment services to Kubernetes, cutting the hosting bill by 31%",
                "Halved the time to restore the ledger from 40 to 20 minutes by rehearsing it each month",
                "Mentored five engineers on database design, two of whom now lead teams of their own",
            ],
        },
        {
            "name": "Widget Works",
            "position": "Engineer",
            "startDate": "2016-01",
            "endDate": "2020-02",
            "highlights": [
                "Built an import in Python that reads 2 million rows an hour from bank statements",
                "Wrote the incident guide that four teams still use for every outage of the platform",
            ],
        },
    ],
    "education": [
        {
            "institution": "University of Leeds",
            "area": "Computer Science",
            "studyType": "BSc",
            "startDate": "2012-09",
            "endDate": "2015-06",
        },
    ],
    "skills": [
        {"name": "Languages", "keywords": ["Python", "Go", "SQL"]},
        {"name": "Platform", "keywords": ["Kubernetes", "Terraform"]},
    ],
}


def alice(**parts: Any) -> Document:
    """A good resume, with whole parts replaced."""
    return Document.model_validate({**deepcopy(ALICE), **parts})


def alice_with(**basics: Any) -> Document:
    return alice(basics={**ALICE["basics"], **basics})


def alice_saying(*bullets: str, current: bool = True) -> Document:
    """Alice with these bullets in her first job, and with no others."""
    ended = {} if current else {"endDate": "2024-05"}
    first = {**ALICE["work"][0], **ended, "highlights": list(bullets)}
    return alice(work=[first, {**ALICE["work"][1], "highlights": []}])


def reading_of(document: Document, *, language: str = "en", extra: tuple[str, ...] = (), **facts: Any) -> Reading:
    """A one-column PDF that says what the document says, then the extra lines."""
    lines: list[Line] = []
    fields: list[FieldReading] = []
    for section, content in document.to_json_resume().items():
        if heading := HEADINGS.get(section):
            lines.append(_line(len(lines), heading, heading=section))
        for path, value in _leaves(section, content):
            fields.append(FieldReading(path=path, value=value, confidence=0.9, spans=[_whole(len(lines), value)]))
            lines.append(_line(len(lines), value))
    lines += [_line(len(lines) + i, text) for i, text in enumerate(extra)]
    words = sum(len(line.text.split()) for line in lines)
    known: dict[str, Any] = {
        "kind": Kind.PDF,
        "name": "alice-example.pdf",
        "bytes": 60_000,
        "pages": 1,
        "words": max(words, 160),
        "restricted": False,
        "form_fields": 0,
        "tagged": True,
        "fonts": [FontUse(name="ABCDEF+SourceSans-Regular", size=10.5, share=1)],
        "image_share": 0.0,
    }
    return Reading(
        document=document,
        language=language,
        pages=[Page(number=1, width=595, height=842)],
        lines=lines,
        fields=fields,
        facts=FileFacts(**{**known, **facts}),
    )


def found(check: str, reading: Reading) -> Finding:
    return _one(check, score(reading, today=TODAY))


def found_in(check: str, document: Document) -> Finding:
    return _one(check, score_document(document, today=TODAY))


def _one(check: str, result: Score) -> Finding:
    return next(f for f in (*result.findings, *result.passed, *result.skipped) if f.check == check)


def _leaves(path: str, value: Any) -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(path, value)] if value else []
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(f"{path}.{key}", inner)]
    return [leaf for i, inner in enumerate(value) for leaf in _leaves(f"{path}[{i}]", inner)]


def _line(index: int, text: str, *, heading: str = "") -> Line:
    box = Box(x0=50, y0=50 + 12 * index, x1=500, y1=61 + 12 * index)
    return Line(text=text, box=box, size=10.5, heading=heading)


def _whole(line: int, text: str) -> Span:
    return Span(line=line, start=0, end=len(text))
