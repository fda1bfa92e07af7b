"""A posting's text out of a person's file: text as it is, PDF and DOCX by the sandboxed reader."""

from pathlib import Path

from resumes.parsing import refusals
from resumes.parsing.envelope import check_envelope
from resumes.parsing.plain_text import decode_text
from resumes.parsing.reading import Kind, Line
from resumes.sandboxed_reading import read_file

PLAIN = (Kind.TEXT, Kind.MARKDOWN, Kind.JSON)
PARAGRAPH_GAP = 0.6
"""Of a line's height, from which the space above a line begins a paragraph."""


def posting_in(path: Path) -> str:
    """Raises Unreadable, and OSError when the file can't be opened."""
    with path.open("rb") as opened:
        data = opened.read(refusals.MAX_BYTES + 1)
    if len(data) > refusals.MAX_BYTES:
        raise refusals.too_large(path.stat().st_size)
    return posting_text(data, path.name)


def posting_text(data: bytes, name: str) -> str:
    """Raises Unreadable."""
    if check_envelope(data, name) in PLAIN:
        return decode_text(data) or ""
    lines = read_file(data, name, images=False, resume=False).reading.lines
    return as_text([line for line in lines if not line.hidden])


def as_text(lines: list[Line]) -> str:
    """Lines with their bullets, and an empty line where a paragraph begins."""
    told: list[str] = []
    for line, before in zip(lines, [None, *lines], strict=False):
        if before and (line.heading or _apart(before, line)):
            told.append("")
        told.append(f"{line.bullet} {line.text}" if line.bullet else line.text)
    return "\n".join(told)


def _apart(before: Line, line: Line) -> bool:
    if not before.box or not line.box or before.page != line.page:
        return False
    return line.box.y0 - before.box.y1 > PARAGRAPH_GAP * (line.box.y1 - line.box.y0)
