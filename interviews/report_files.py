"""The report as a PDF: what its page says, without what only a screen can do."""

from collections.abc import Iterator

from django.utils.formats import date_format

from interviews.models import Interview
from interviews.report_page import AnswerPart, Judged, QuestionPart, ReportPage
from resumes.rendering import typesetting
from resumes.rendering.design import Design
from resumes.rendering.sheet import Entry, Section, Sheet

NOTE = "The rubric's levels are a practice aid, not a validated test."


def pdf_of(interview: Interview) -> bytes:
    """Raises NotSet."""
    return typesetting.pdf(sheet_of(interview), Design(), made=interview.ended_at, page="interview")


def sheet_of(interview: Interview) -> Sheet:
    page = ReportPage(interview)
    when = date_format(interview.ended_at, "j F Y") if interview.ended_at else ""
    label = f"Practice interview, {when}. {page.answered} of {len(page.questions)} questions answered. {NOTE}"
    sections = [_section(place, item) for place, item in enumerate(page.items, 1)]
    return Sheet(name=interview.title, label=label, sections=sections)


def _section(place: int, item: QuestionPart) -> Section:
    entries = [entry for part in item.answers for entry in _entries(part)]
    nothing = [Entry(path="skipped", summary="Skipped.")]
    heading = f"{place}. {item.question.text}"
    return Section(key=f"question-{place}", heading=heading, form="entries", entries=entries or nothing)


def _entries(part: AnswerPart) -> Iterator[Entry]:
    first = part.answer.attempt == 1
    yield Entry(path="answer", title="" if first else f"Try {part.answer.attempt}", summary=part.answer.text)
    counted = [f"{part.signals.words} words"]
    if part.signals.pace:
        counted.append(f"{part.signals.pace} words a minute")
    if part.signals.numbers:
        counted.append(f"numbers: {', '.join(part.signals.numbers)}")
    yield Entry(path="counted", title="Counted, not judged", summary=", ".join(counted))
    if part.none_because:
        yield Entry(path="none", title="Not enough evidence", summary=part.none_because)
        return
    for each in part.judged:
        yield _judged(each)


def _judged(judged: Judged) -> Entry:
    found = judged.found
    if found.level is None:
        return Entry(path=judged.dimension.id, title=judged.dimension.name, note="Not enough evidence")
    spread = "" if judged.is_sure else f" (judges: {found.low} to {found.high})"
    said = [f"“{quote}”" for quote in found.quotes]
    said += [text for text in (found.missing, f"Next: {found.next_step}" if found.next_step else "") if text]
    note = f"{found.level} of 5{spread}"
    return Entry(path=judged.dimension.id, title=judged.dimension.name, note=note, summary=found.anchor, bullets=said)
