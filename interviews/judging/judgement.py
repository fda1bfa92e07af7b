"""What judges say of an answer, and what is made of it."""

from pydantic import BaseModel, Field


class DimensionJudgement(BaseModel):
    """One judge on one dimension. level: 1 to 5, or None for not enough evidence. quotes: of the answer, verbatim.

    anchor: the words of the rubric that fit. missing: what the next level asks and the answer lacks.
    """

    dimension: str
    level: int | None = Field(ge=1, le=5)
    quotes: list[str]
    anchor: str
    missing: str
    next_step: str


class Judgement(BaseModel):
    dimensions: list[DimensionJudgement]


class AssessedDimension(BaseModel):
    """level: the median, None for not enough evidence; low and high: the spread of the judges. quotes: verified."""

    dimension: str
    level: int | None = None
    low: int | None = None
    high: int | None = None
    quotes: list[str] = Field(default_factory=list)
    anchor: str = ""
    missing: str = ""
    next_step: str = ""


class Assessed(BaseModel):
    """dimensions: in the rubric's order. none_because: a sentence, when the answer as a whole can't be judged."""

    dimensions: list[AssessedDimension] = Field(default_factory=list)
    none_because: str = ""
