"""How a resume meets a posting: each requirement with its status and the lines that prove it."""

from typing import Literal

from pydantic import BaseModel, Field

from resumes.matching.posting import Priority

Status = Literal["met", "partly", "not_found"]


class Proof(BaseModel):
    """quote: word for word from one value of the resume. path: where, as in "work[0].highlights[2]"."""

    quote: str
    path: str = ""


class RequirementMatch(BaseModel):
    """why: one sentence for the person. evidence: empty exactly when the status is not_found."""

    text: str
    priority: Priority
    status: Status
    evidence: list[Proof] = Field(default_factory=list)
    why: str = ""


class Match(BaseModel):
    """share: weighted share (0 to 100) of what is met, required counting double and partly half; None without any."""

    requirements: list[RequirementMatch]
    share: int | None = None
