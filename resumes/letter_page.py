"""Lays a letter out for the page: its text with the doubtful sentences marked, and a question for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from resumes.letter_checking import doubts_of
from resumes.letter_files import name_of
from resumes.lettering import WORDS
from resumes.models import Letter, LetterText
from resumes.rendering.letters import LetterFormat
from resumes.tailoring.letter_claims import Doubt
from resumes.tailoring.letter_sentences import sentences_of
from resumes.tailoring.letter_skeleton import gaps_in

TOO_LONG = 1.3
"""Times the words that were chosen: from there on the page says so."""
TITLES = {LetterFormat.PDF: "PDF", LetterFormat.DOCX: "Word", LetterFormat.TEXT: "Plain text"}


@dataclass(frozen=True)
class Question:
    """number: counts from one in the letter's order; names its mark. sentence: of the letter."""

    number: int
    sentence: str
    doubts: list[Doubt]

    @property
    def claims(self) -> list[str]:
        return list(dict.fromkeys(doubt.claim for doubt in self.doubts))


@dataclass(frozen=True)
class Part:
    """A piece of the letter; question: the number of what is asked about it, or 0."""

    text: str
    question: int = 0


@dataclass(frozen=True)
class LetterPage:
    letter: Letter

    @cached_property
    def questions(self) -> list[Question]:
        doubts = doubts_of(self.letter)
        asked = list(dict.fromkeys(doubt.where for doubt in doubts))
        return [
            Question(number, where, [doubt for doubt in doubts if doubt.where == where])
            for number, where in enumerate(asked, 1)
        ]

    @cached_property
    def parts(self) -> list[Part]:
        return list(self._parts())

    def _parts(self) -> Iterator[Part]:
        at, text = 0, self.letter.text
        numbers = {question.sentence: question.number for question in self.questions}
        for sentence in sentences_of(text):
            if sentence.text in numbers:
                yield Part(text[at : sentence.start])
                yield Part(sentence.text, numbers[sentence.text])
                at = sentence.end
        yield Part(text[at:])

    @property
    def gaps(self) -> list[str]:
        return gaps_in(self.letter.text)

    @property
    def words(self) -> int:
        return len(self.letter.text.split())

    @property
    def asked_words(self) -> int:
        return WORDS[Letter.Length(self.letter.length)]

    @property
    def is_long(self) -> bool:
        return self.words > self.asked_words * TOO_LONG

    @cached_property
    def earlier(self) -> list[LetterText]:
        return list(self.letter.earlier.newest_first())

    @property
    def files(self) -> list[tuple[str, str, str]]:
        """Ending, title and file name of each format."""
        return [(form.value, TITLES[form], name_of(self.letter, form)) for form in LetterFormat]
