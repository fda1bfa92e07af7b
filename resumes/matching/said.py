"""What an AI says of a posting: quotes, each to be found in the posting before anything is made of it."""

from pydantic import BaseModel

from resumes.matching.posting import Priority


class SaidRequirement(BaseModel):
    quote: str
    priority: Priority


class SaidYears(BaseModel):
    """least: the least years that the quote asks for."""

    quote: str
    least: int


class SaidLanguage(BaseModel):
    """code: ISO 639-1."""

    quote: str
    code: str


class Said(BaseModel):
    """title, employer: quotes too, empty where the posting doesn't say."""

    title: str
    employer: str
    requirements: list[SaidRequirement]
    skills: list[str]
    years: list[SaidYears]
    languages: list[SaidLanguage]
