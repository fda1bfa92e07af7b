"""One proposed change to a resume, and what the evidence guard says of it."""

from typing import Literal

from pydantic import BaseModel, Field


class Proposal(BaseModel):
    """path: as in "work[0].highlights[2]"; before: what stands there. evidence: quotes of the resume or of `facts`.

    facts: what the person typed in answer to a question.
    """

    path: str
    before: str = ""
    after: str
    evidence: list[str] = Field(default_factory=list)
    facts: list[str] = Field(default_factory=list)


class Reason(BaseModel):
    """claim: the words of `after` that nothing backs. sentence: a question or explanation for the person."""

    kind: str
    claim: str
    sentence: str


class Verdict(BaseModel):
    """question: it may not be applied; the reasons say what the person would have to confirm."""

    verdict: Literal["ok", "question"]
    reasons: list[Reason] = Field(default_factory=list)
