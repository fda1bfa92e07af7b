"""Proves a finished file: reads it again as two strangers would, each in the sandbox, and compares."""

import logging
from concurrent.futures import ThreadPoolExecutor

from resumes.document import Document
from resumes.parsing.reading import Kind
from resumes.parsing.unreadable import Unreadable
from resumes.proving.comparing import ReadBack, compare
from resumes.proving.second_reading import NotRead, second_text
from resumes.rendering.design import Design
from resumes.rendering.rendering import Format
from resumes.sandboxed_reading import read_file

KINDS = {Format.PDF: Kind.PDF, Format.DOCX: Kind.DOCX}
SECONDS = 30.0
_TECHNICAL = frozenset({"timeout", "corrupt", "bomb"})
"""Of the reasons why a file isn't read, those that say more about the reading than about the resume."""

logger = logging.getLogger(__name__)


class NotProven(Exception):
    """The file could not be read again; what came back is unknown. The text is a sentence for the person."""

    def __init__(self) -> None:
        super().__init__("Reading your file back took too long or failed, so nothing is proven. Please try again.")


def prove(document: Document, design: Design, form: Format, data: bytes, *, seconds: float = SECONDS) -> ReadBack:
    """What came back of a document out of a file made of it. form: PDF or DOCX. Raises NotProven.

    A file that our reader refuses as no resume is a result: nothing came back. Takes a second or two.
    """
    kind = KINDS[form]
    # Each thread only waits for a process of its own.
    with ThreadPoolExecutor(1) as second:
        waiting = second.submit(second_text, data, kind, seconds=seconds)
        ours = _our_document(data, kind, seconds=seconds)
        try:
            theirs = waiting.result()
        except NotRead as failure:
            logger.warning("A file could not be proven by the second reader: %s", failure)
            raise NotProven from None
    return compare(document, design, ours, theirs)


def _our_document(data: bytes, kind: Kind, *, seconds: float) -> Document:
    try:
        return read_file(data, f"resume.{kind}", images=False, seconds=seconds).reading.document
    except Unreadable as refusal:
        if refusal.code in _TECHNICAL:
            logger.warning("A file could not be proven by our own reader: %s", refusal.code)
            raise NotProven from None
        return Document()
