"""The plain text of a file as an extractor sees it that shares no code with our parser: pdfminer for PDF, mammoth for
Word. Runs in the sandbox: `second_text` is the parent's side, `main` the child's.

Input: one line with the file's type, then the bytes. Output: `text.txt` in the working folder.
"""

import logging
import re
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import mammoth
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from resume_agent.lib.confinement import Limits
from resume_agent.lib.sandbox import Ending, Outcome, read_output, run_limited
from resumes.parsing.reading import Kind

TEXT = "text.txt"
LARGEST_TEXT = 10 * 1024 * 1024
_NUMBER = re.compile(r"\d+ / \d+")
_DOWNWARDS = LAParams(boxes_flow=None)
"""Our pages have one column: from top to bottom, rather than guessing which boxes belong together, which puts a date
at the right margin into the middle of the text some lines below it."""


class NotRead(Exception):
    """The second reader failed; the text is for operators and says nothing of the file's content."""


def second_text(data: bytes, kind: Kind, *, seconds: float) -> str:
    """kind: PDF or DOCX. Raises NotRead."""
    with tempfile.TemporaryDirectory(prefix="second-") as folder:
        outcome = run_limited(
            "resumes.proving.second_reading",
            stdin=f"{kind}\n".encode() + data,
            out_dir=Path(folder),
            limits=Limits(wall=seconds),
        )
        return collected(outcome, Path(folder))


def collected(outcome: Outcome, folder: Path) -> str:
    if outcome.ending is not Ending.OK:
        raise NotRead(f"{outcome.ending} ({outcome.detail})")
    try:
        return read_output(folder, TEXT, at_most=LARGEST_TEXT).decode()
    except (OSError, ValueError) as error:
        raise NotRead(type(error).__name__) from None


def extracted(data: bytes, kind: Kind) -> str:
    """The text, by the second extractor, in this process."""
    if kind is Kind.PDF:
        # Its warnings quote the file.
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        return _without_headers(extract_text(BytesIO(data), laparams=_DOWNWARDS))
    text: str = mammoth.extract_raw_text(BytesIO(data)).value
    return text


def _without_headers(text: str) -> str:
    """Without what stands above the text of later pages: whose resume it is, and the page's number.

    The file marks both as no part of its text, which this reader doesn't look at.
    """
    pages = [page.strip().split("\n") for page in text.split("\f")]
    title = pages[0][0].strip()
    return "\n".join(line for number, page in enumerate(pages) for line in _body(page, title if number else None))


def _body(page: list[str], title: str | None) -> list[str]:
    first = 0
    while title is not None and first < len(page) and (not page[first].strip() or _is_header(page[first], title)):
        first += 1
    return page[first:]


def _is_header(line: str, title: str) -> bool:
    return line.strip() == title or bool(_NUMBER.fullmatch(line.strip()))


def main() -> None:
    kind, _, data = sys.stdin.buffer.read().partition(b"\n")
    Path(TEXT).write_text(extracted(data, Kind(kind.decode())), "utf-8", "replace")
