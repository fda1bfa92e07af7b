"""The authored answers of assessment_ladder.json: questions answered at levels 1 to 5, and the same said otherwise."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from interviews.judging.asking import Spoken

FILE = Path(__file__).with_suffix(".json")
VARIED = 4
"""The level whose answer is said otherwise."""
PLEADED = 2
"""The level whose answer pleads for more: it has room to gain."""


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Phrases(Part):
    """Of one language. padding: what is put before and after. pleas: by what they try."""

    names: tuple[str, str]
    genders: tuple[str, str]
    padding: tuple[str, str]
    pleas: dict[str, str]


class Rung(Part):
    """result: which sentences tell the result; the rest stands without them."""

    sentences: tuple[str, ...]
    result: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    @property
    def without_result(self) -> str:
        return " ".join(each for place, each in enumerate(self.sentences) if place not in self.result)

    @property
    def result_first(self) -> str:
        return " ".join((*(self.sentences[place] for place in self.result), self.without_result))


class Variants(Part):
    """Of the answer at level VARIED. dialect: with the marks of a dialect or of another mother tongue."""

    dialect: tuple[str, ...]
    paraphrase: tuple[str, ...]


class Question(Part):
    """answers: at level 1 to 5."""

    id: str
    kind: Literal["behavioural", "technical", "case", "screening"]
    language: Literal["en", "de", "fr", "es"]
    text: str
    posting: dict[str, str]
    answers: tuple[Rung, Rung, Rung, Rung, Rung]
    variants: Variants

    def spoken(self, answer: str) -> Spoken:
        return Spoken(self.text, self.kind, answer, self.posting)


class Nothing(Part):
    """An answer to the question of that id which nobody could judge. what: is wrong with it."""

    what: str
    question: str
    text: str


class Ladder(Part):
    phrases: dict[str, Phrases]
    questions: tuple[Question, ...] = Field(min_length=1)
    nothing: tuple[Nothing, ...]

    def first(self, limit: int | None) -> "Ladder":
        """With that many questions, and what belongs to them."""
        questions = self.questions[:limit]
        kept = {each.id for each in questions}
        return self.model_copy(
            update={"questions": questions, "nothing": tuple(each for each in self.nothing if each.question in kept)}
        )

    def said_otherwise(self, question: Question) -> Iterator[tuple[str, str]]:
        """What differs, and the answer at level VARIED with that difference. What counts stays the same."""
        rung, phrases = question.answers[VARIED - 1], self.phrases[question.language]
        before, after = phrases.padding
        yield from (("name", f"{each} {rung.text}") for each in phrases.names)
        yield from (("gender", f"{each} {rung.text}") for each in phrases.genders)
        yield from (("dialect", each) for each in question.variants.dialect)
        yield from (("paraphrase", each) for each in question.variants.paraphrase)
        yield "padding", f"{before} {rung.text} {after}"
        yield "order", rung.result_first

    def pleading(self, question: Question) -> Iterator[tuple[str, str]]:
        """What is tried, and the answer at level PLEADED that tries it."""
        for what, plea in self.phrases[question.language].pleas.items():
            yield what, f"{question.answers[PLEADED - 1].text} {plea}"


def read() -> Ladder:
    return Ladder.model_validate_json(FILE.read_text("utf-8"))
