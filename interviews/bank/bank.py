"""Our own questions by role family, in four languages, as data files of this folder."""

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from interviews.planning.competencies import Competency
from interviews.planning.plan import Kind, Level

FAMILIES = Path(__file__).parent / "families"
GENERAL = "general"
LANGUAGES = ("en", "de", "fr", "es")
SLOTS = ("role", "employer", "skill", "requirement", "line", "last_employer")
"""What a text may have in braces, filled from resume and posting; a question whose slots can't be filled isn't asked.

role and employer: applied for. skill: named in both or in the posting. requirement: quoted from the posting. line:
quoted from the resume. last_employer: the newest in the resume.
"""


class BankQuestion(BaseModel):
    """text, strong (what a strong answer shows, 3 or 4 points) and hints (2) are given in each of LANGUAGES."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind
    competency: Competency
    levels: tuple[Level, ...]
    text: dict[str, str]
    strong: dict[str, tuple[str, ...]]
    hints: dict[str, tuple[str, ...]]


class Family(BaseModel):
    """titles: by language, lower-case words or stems of job titles by which the family is recognised."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    family: str
    name: str
    titles: dict[str, tuple[str, ...]]
    questions: tuple[BankQuestion, ...]


@cache
def families() -> dict[str, Family]:
    """By name, "general" among them."""
    read = (Family.model_validate(json.loads(path.read_text(encoding="utf-8"))) for path in _files())
    return {each.family: each for each in read}


def _files() -> list[Path]:
    return sorted(FAMILIES.glob("*.json"))
