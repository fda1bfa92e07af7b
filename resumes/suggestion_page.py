"""Lays a round of suggestions out: each change where it stands, word by word, and who proposes it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from resumes.comparing.words import Piece, pieces
from resumes.editing.operations import Gone, value_at
from resumes.editing.outline import Outline
from resumes.editing.shape import BASICS, row_of, section_of
from resumes.editing.whole_texts import text_at
from resumes.models import Draft, Round, Suggestion
from resumes.round_versions import Holding, holding
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

    @cached_property
    def stands(self) -> bool:
        """Whether the editor holds what was accepted just as it was put in."""
        try:
            return text_at(self.outline, self.suggestion.path) == self.suggestion.put_in
        except Gone:
            return False

    @property
    def editor_row(self) -> str:
        return row_of(self.suggestion.path) if self.suggestion.path else ""


@dataclass(frozen=True)
class Kind:
    """How many of a kind can be decided on at once. asks: they can only be dismissed."""

    name: str
    words: str
    count: int
    asks: bool


@dataclass(frozen=True)
class RoundPage:
    """refused: what the last click was on, if it did nothing."""

    round: Round
    draft: Draft
    suggestions: list[Suggestion]
    refused: Suggestion | None = None
    refusal: Refusal | None = None

    @cached_property
    def cards(self) -> list[Card]:
        return [self.card(each) for each in self.suggestions]

    def card(self, suggestion: Suggestion) -> Card:
        refusal = self.refusal if suggestion == self.refused else None
        by_ai = self.round.by == Round.By.AI and suggestion.kind != ASKED
        return Card(suggestion, self.draft.outline, by_ai, refusal)

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
        wanted = [each for each in self.suggestions if each.is_open and (each.is_applicable or each.kind == ASKED)]
        counted = Counter(each.kind for each in wanted)
        return [Kind(name, kind_in_words(name), count, name == ASKED) for name, count in counted.items() if count > 1]

    @cached_property
    def holding(self) -> Holding:
        """What a version made of it would hold."""
        return holding(self.draft, self.suggestions)

    @property
    def applied(self) -> int:
        return sum(each.is_applied for each in self.suggestions)

    @property
    def left(self) -> int:
        return sum(each.is_open for each in self.suggestions)


def kind_in_words(kind: str) -> str:
    return WORDS.get(kind, kind.replace("_", " ").capitalize())
