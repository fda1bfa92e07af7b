"""The rubric: behaviourally anchored levels, versioned, as a data file of this folder. Not a validated instrument."""

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

CURRENT = 1


class Dimension(BaseModel):
    """anchors: what levels 1 to 5 look like."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    asks: str
    anchors: tuple[str, str, str, str, str]


class Rubric(BaseModel):
    """kinds: the dimensions that count for each kind of question, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: int
    dimensions: tuple[Dimension, ...]
    kinds: dict[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        return f"rubric@{self.version}"

    def of_kind(self, kind: str) -> list[Dimension]:
        named = {each.id: each for each in self.dimensions}
        return [named[each] for each in self.kinds[kind]]


@cache
def rubric(version: int = CURRENT) -> Rubric:
    path = Path(__file__).parent / f"rubric.v{version}.json"
    return Rubric.model_validate(json.loads(path.read_text(encoding="utf-8")))
