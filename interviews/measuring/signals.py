"""What can be counted in an answer without judging it."""

from pydantic import BaseModel, Field


class Counted(BaseModel):
    """text: as it stands in the answer. count: how often."""

    text: str
    count: int


class Covered(BaseModel):
    """A requirement of the posting that the answer speaks to, with its words."""

    requirement: str
    quote: str


class Signals(BaseModel):
    """seconds and pace (words a minute) only of recordings. fillers: only of transcripts. cues: words that lead a
    listener through an answer ("first", "as a result"). parts: which of situation, task, action and result have a cue.
    """

    words: int
    seconds: float | None = None
    pace: int | None = None
    fillers: list[Counted] = Field(default_factory=list)
    cues: list[str] = Field(default_factory=list)
    parts: list[str] = Field(default_factory=list)
    numbers: list[str] = Field(default_factory=list)
    own: int = 0
    """How often the answer says "I", in its language."""
    shared: int = 0
    """How often it says "we"."""
    covered: list[Covered] = Field(default_factory=list)
