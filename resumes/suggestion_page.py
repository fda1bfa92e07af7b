"""Lays a round of suggestions out: each change where it stands, word by word, and who proposes it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from resumes.comparing.words import Piece, pieces
from resumes.editing.operations import Gone, value_at
from resumes.editing.outline import Outline
from resumes.editing.shape import BASICS, row_of, section_of
from resumes.models import Round, Suggestion
from resumes.suggesting.by_rules import ASKED

WORDS = {
    "asked": "What they ask for",
    "order": "Order",
    "wording": "Wording",
    "shorter": "Shorter",
    "stronger": "Says first what you did",
    "summary": "Summary",
    "weak_opener": "Weak opening",
    "missing_number": "A number is missing",
    "too_long": "Too long",
    "passive": "Passive",
    "filler": "Filler words",
    "buzzwords": "Empty words",
    "repeated_opener": "Same opening",
    "full_stops": "Full stops",
}


@dataclass(frozen=True)
class Refusal:
    """Why the last click did nothing. now: what the draft holds there, when it isn't what the suggestion was made for.
    written: what the person typed.
    """

    sentence: str
    now: str = ""
    written: str = ""


@dataclass(frozen=True)
class Card:
    suggestion: Suggestion
    outline: Outline
    is_by_ai: bool
    refusal: Refusal | None = None

    @property
    def kind(self) -> str:
        return kind_in_words(self.suggestion.kind)

    @property
    def asks_only(self) -> bool:
        return not self.suggestion.after

    @property
    def pieces(self) -> list[Piece]:
        return pieces(self.suggestion.before, self.suggestion.put_in)

    @property
    def box(self) -> str:
        """What the field to edit begins with."""
        return (self.refusal.written if self.refusal else "") or self.suggestion.put_in

    @cached_property
    def where(self) -> str:
        """Section and entry, as the editor calls them."""
        path = self.suggestion.path
        section = section_of(path) if path else None
        if not section:
            return next((field.label for field in BASICS if path == f"basics/{field.name}"), "")
        try:
            row = value_at(self.outline, row_of(path)) or {}
        except Gone:
            return section.title
        titles = [str(row[name]) for name in section.titles if row.get(name)]
        return ": ".join([section.title, ", ".join(titles)] if titles else [section.title])

    @property
    def editor_row(self) -> str:
        return row_of(self.suggestion.path) if self.suggestion.path else ""


@dataclass(frozen=True)
class Kind:
    """How many of a kind can be accepted at once."""

    name: str
    words: str
    count: int


@dataclass(frozen=True)
class RoundPage:
    """refusals: by the number of the suggestion."""

    round: Round
    outline: Outline
    suggestions: list[Suggestion]
    refused: Suggestion | None = None
    refusal: Refusal | None = None

    @cached_property
    def cards(self) -> list[Card]:
        return [self.card(each) for each in self.suggestions]

    def card(self, suggestion: Suggestion) -> Card:
        refusal = self.refusal if suggestion == self.refused else None
        by_ai = self.round.by == Round.By.AI and suggestion.kind != ASKED
        return Card(suggestion, self.outline, by_ai, refusal)

    @property
    def changes(self) -> list[Card]:
        return [card for card in self.cards if not card.asks_only and not card.suggestion.question]

    @property
    def questions(self) -> list[Card]:
        """What can't be applied: it only asks, or the evidence guard found something that nothing backs."""
        return [card for card in self.cards if card.asks_only or card.suggestion.question]

    @property
    def kinds(self) -> list[Kind]:
        """Those of which more than one is open."""
        counted = Counter(each.kind for each in self.suggestions if each.is_open and each.is_applicable)
        return [Kind(name, kind_in_words(name), count) for name, count in counted.items() if count > 1]

    @property
    def applied(self) -> int:
        return sum(each.is_applied for each in self.suggestions)

    @property
    def left(self) -> int:
        return sum(each.is_open for each in self.suggestions)


def kind_in_words(kind: str) -> str:
    return WORDS.get(kind, kind.replace("_", " ").capitalize())
