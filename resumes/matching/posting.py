"""What a job posting says, as plain data: stored with the posting, shown, and matched against a resume."""

from typing import Literal

from pydantic import BaseModel, Field

Priority = Literal["required", "preferred"]
Reader = Literal["rules", "ai", "person"]


class Requirement(BaseModel):
    """Characters [start, end) of the posting's text, word for word; `text` is that slice. Only what a person added in
    words of their own stands nowhere: its start and end are 0. by: who found it, or weighed it last.
    """

    text: str
    priority: Priority
    start: int
    end: int
    by: Reader = "rules"


class Quoted(BaseModel):
    """A value with the place in the posting that says so. value: normalised ("Python", "7", "de"); text: the slice."""

    value: str
    text: str
    start: int
    end: int


class PostingReading(BaseModel):
    """title and employer may be missing. language: ISO 639-1. years: the least years asked for, each where it is asked.
    languages: ISO 639-1 codes of the languages a person must speak. skills: tools, methods and certificates named.
    removed: requirements that the person took out.
    """

    title: Quoted | None = None
    employer: Quoted | None = None
    language: str = "en"
    requirements: list[Requirement] = Field(default_factory=list)
    skills: list[Quoted] = Field(default_factory=list)
    years: list[Quoted] = Field(default_factory=list)
    languages: list[Quoted] = Field(default_factory=list)
    removed: list[Requirement] = Field(default_factory=list)
