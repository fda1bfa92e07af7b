"""What the sandbox's parent and child hand each other: the request, the refusal, and the names of the files."""

from pydantic import BaseModel, Field

READING = "reading.json"
REFUSED = "refused.json"
STEPS = ("reading", "understanding", "drawing")


class Request(BaseModel):
    """Goes to the child as one line of JSON, before the file's bytes."""

    name: str
    images: bool = True
    resume: bool = True
    """Whether the file must be a resume; a posting need not be."""


class Refusal(BaseModel):
    code: str = Field(max_length=20)
    sentence: str = Field(max_length=500)


def picture_name(number: int) -> str:
    return f"page-{number}.webp"
