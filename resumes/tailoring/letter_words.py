"""The words that letters are made of and greeted with, by language."""

import json
from functools import cache
from pathlib import Path

from pydantic import BaseModel

LANGUAGES = ("en", "de", "fr", "es")


class LetterWords(BaseModel):
    """By tone where there are several. frames: phrases of politeness, which claim nothing. courtesy: words that claim
    nothing by themselves. aims: words of a sentence that speaks of the job applied for. motives: phrases of a sentence
    on why somebody applies; boasts: those of one that says what they did or can."""

    greeting: dict[str, str]
    greeting_unnamed: dict[str, str]
    opening: dict[str, str]
    opening_gap: str
    point: str
    gap: str
    no_points: str
    closing: dict[str, str]
    closing_gap: str
    farewell: dict[str, str]
    name_gap: str
    frames: list[str]
    courtesy: list[str]
    aims: list[str]
    motives: list[str]
    boasts: list[str]


def letter_words(language: str) -> LetterWords:
    """English for a language that we have no words for."""
    return _all()[language if language in LANGUAGES else "en"]


@cache
def _all() -> dict[str, LetterWords]:
    stored = json.loads((Path(__file__).parent / "letter_words.json").read_text(encoding="utf-8"))
    return {language: LetterWords.model_validate(words) for language, words in stored.items()}
