"""Evidence: quotes that stand word for word in the resume, with their page and place."""

from collections.abc import Iterable

from resumes.parsing.reading import Span
from resumes.scoring.result import Evidence
from resumes.scoring.subject import Subject, Text
from resumes.scoring.wording import find_phrase

LONGEST_QUOTE = 240
MOST_QUOTES = 12


def cite(subject: Subject, text: Text, part: str = "") -> Evidence:
    """A piece of the document, or a part of it, found again on the page when the reading knows where it stands."""
    spans = _spans(subject, text.path)
    if narrowed := _narrowed(subject, spans, part):
        spans = [narrowed]
    quote = part or (_slice(subject, spans[0]) if len(spans) == 1 else "") or text.text
    return Evidence(quote=_short(quote), page=_page(subject, spans), spans=spans, path=text.path)


def cite_all(subject: Subject, texts: Iterable[Text]) -> list[Evidence]:
    return [cite(subject, text) for text in list(texts)[:MOST_QUOTES]]


def cite_line(subject: Subject, index: int) -> Evidence:
    """A whole line as it was read."""
    return cite_span(subject, Span(line=index, start=0, end=len(subject.reading.lines[index].text)))


def cite_span(subject: Subject, span: Span) -> Evidence:
    return Evidence(quote=_short(_slice(subject, span)), page=_page(subject, [span]), spans=[span])


def cite_lines(subject: Subject, indexes: Iterable[int]) -> list[Evidence]:
    return [cite_line(subject, index) for index in list(indexes)[:MOST_QUOTES]]


def _spans(subject: Subject, path: str) -> list[Span]:
    field = subject.fields.get(path)
    lines = len(subject.reading.lines)
    return [span for span in field.spans if span.line < lines] if field else []


def _narrowed(subject: Subject, spans: list[Span], part: str) -> Span | None:
    if not part:
        return None
    for span in spans:
        at = _slice(subject, span).find(part)
        if at >= 0:
            return Span(line=span.line, start=span.start + at, end=span.start + at + len(part))
    return None


def _slice(subject: Subject, span: Span) -> str:
    return subject.reading.lines[span.line].text[span.start : span.end]


def _page(subject: Subject, spans: list[Span]) -> int | None:
    return subject.reading.lines[spans[0].line].page if spans and subject.reading.pages else None


def _short(quote: str) -> str:
    """The front of a long quote, cut between words, so that it still stands word for word in the text."""
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[:LONGEST_QUOTE].rsplit(" ", 1)[0]


def cite_text(subject: Subject, phrase: str) -> list[Evidence]:
    """Each line of the file, or value of the document when there is no file, that holds the phrase."""
    if subject.reading.lines:
        lines = subject.reading.lines
        return [cite_line(subject, i) for i, line in enumerate(lines) if find_phrase(line.text, phrase)]
    return [Evidence(quote=_short(line)) for line in subject.text.splitlines() if find_phrase(line, phrase)]
