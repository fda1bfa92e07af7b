"""The plan of an interview as plain data: each question with what it tests and what it comes from."""

import hashlib
import re
from typing import Literal

from pydantic import BaseModel, Field

from interviews.planning.competencies import Competency

Kind = Literal["behavioural", "technical", "case", "screening"]
Level = Literal["entry", "mid", "senior", "lead"]
_NOT_WORDS = re.compile(r"\W+")


class Source(BaseModel):
    """Where a question comes from. quote: word for word, of a line of the resume (path: of the document, as in
    "work[0].highlights[2]"), of the posting, or of the answer it follows; empty for what the role asks of anybody."""

    kind: Literal["resume", "posting", "answer", "role"]
    quote: str = ""
    path: str = ""


class PlannedQuestion(BaseModel):
    """strong: what a strong answer shows. seconds: planned for the answer. bank_id: of our own bank, or empty."""

    text: str
    kind: Kind
    competency: Competency
    strong: list[str] = Field(default_factory=list)
    hints: list[str] = Field(default_factory=list)
    source: Source
    bank_id: str = ""
    seconds: int = 150


def fingerprint(text: str) -> str:
    """The same for texts that differ only in case, spaces and signs."""
    return hashlib.sha256(_NOT_WORDS.sub(" ", text.casefold()).strip().encode()).hexdigest()
