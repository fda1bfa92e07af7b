"""What a person chooses about how their resume looks, as a form over the draft's design."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from resumes.editing.drafting import design_in, document_in
from resumes.models import Draft
from resumes.rendering.design import SECTIONS, Design, Font, Paper, Spacing
from resumes.rendering.laying_out import lay_out
from resumes.rendering.looks import LOOKS, Look

CUSTOM = "custom"
ACCENTS = (
    ("#1f3a5f", "Ink blue"),
    ("#14535f", "Petrol"),
    ("#2d5a3d", "Forest"),
    ("#7a1f3d", "Burgundy"),
    ("#963a1d", "Rust"),
    ("#5b2a6b", "Plum"),
    ("#44546a", "Slate"),
    ("#1f1c18", "Black"),
)
"""Each reads well as small text on white paper. No yellow: that means evidence."""
FONTS = (
    ("", "The template’s own"),
    ("With serifs", [(font, font.value) for font in (Font.EB_GARAMOND, Font.GENTIUM, Font.XCHARTER)]),
    (
        "Without serifs",
        [(font, font.value) for font in (Font.LATO, Font.NOTO_SANS, Font.OPEN_SANS, Font.ROBOTO, Font.SOURCE_SANS)],
    ),
)
PAPERS = ((Paper.A4, "A4"), (Paper.LETTER, "US Letter"))
SPACINGS = ((Spacing.TIGHT, "Tight"), (Spacing.NORMAL, "Normal"), (Spacing.AIRY, "Airy"))
# Each language under its own name: who needs it can read it.
LANGUAGES = (("", "As the text"), ("en", "English"), ("de", "Deutsch"), ("fr", "Français"), ("es", "Español"))
STEPS = {"up": -1, "down": 1}
KEYS = [(key, key) for key in SECTIONS]
TEMPLATES = [(each, look.name) for each, look in LOOKS.items()]
COLOURS = [("", "Its own"), *ACCENTS, (CUSTOM, "Another")]
MOVES = [(f"{way}:{key}", way) for way in STEPS for key in SECTIONS]
UNKNOWN = "That is not one of the choices here, so nothing was changed. Choose again."
NO_COLOUR = "Choose your colour, or one of those beside it. A colour is written as # and six digits, like #1f3a5f."


@dataclass(frozen=True)
class Card:
    """A template to choose."""

    value: str
    look: Look
    chosen: bool

    @property
    def picture(self) -> str:
        """Made by scripts/template_pictures.py."""
        return f"img/templates/{self.value}.png"


@dataclass(frozen=True)
class Swatch:
    value: str
    name: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """A section that has something to print. heading: as it is printed."""

    key: str
    heading: str
    shown: bool


class LooksForm(forms.Form):
    template = forms.ChoiceField(choices=TEMPLATES)
    accent = forms.ChoiceField(required=False, choices=COLOURS)
    accent_custom = forms.RegexField(r"^#[0-9a-fA-F]{6}$", required=False, error_messages={"invalid": NO_COLOUR})
    font = forms.ChoiceField(
        label="Font", required=False, choices=FONTS, widget=forms.Select({"aria-describedby": "own-font"})
    )
    paper = forms.ChoiceField(label="Paper", choices=PAPERS, widget=forms.RadioSelect)
    spacing = forms.ChoiceField(label="Spacing", choices=SPACINGS, widget=forms.RadioSelect)
    language = forms.ChoiceField(label="Language of headings and dates", required=False, choices=LANGUAGES)
    order = forms.MultipleChoiceField(required=False, choices=KEYS)
    shown = forms.MultipleChoiceField(required=False, choices=KEYS)
    move = forms.ChoiceField(required=False, choices=MOVES)

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.draft = draft
        self.design = design_in(draft)
        for field in self.fields.values():
            field.error_messages |= dict.fromkeys(("required", "invalid_choice", "invalid_list"), UNKNOWN)

    @classmethod
    def of(cls, draft: Draft, sent: Mapping[str, Any] | None = None) -> "LooksForm":
        """The design that the draft has or, with what was sent, the one it is to have."""
        design = design_in(draft)
        plain = design.model_dump(mode="json", include={"template", "font", "paper", "spacing", "language"})
        accent = design.accent if design.accent in {"", *dict(ACCENTS)} else CUSTOM
        shown = design.accent or LOOKS[design.template].accent
        initial = {**plain, "accent": accent, "accent_custom": shown}
        return cls(sent, draft=draft, initial=initial, auto_id="looks-%s")

    def clean_order(self) -> list[str]:
        order: list[str] = self.cleaned_data["order"]
        if len(order) != len(set(order)):
            raise forms.ValidationError(UNKNOWN)
        return order

    def clean(self) -> dict[str, Any]:
        sent = self.cleaned_data
        if sent.get("accent") == CUSTOM and sent.get("accent_custom") == "":
            self.add_error("accent_custom", NO_COLOUR)
        way, _, key = sent.get("move", "").partition(":")
        if key in sent.get("order", ()):
            sent["order"] = moved(sent["order"], key, STEPS[way])
        return sent

    def chosen(self) -> Design:
        """The design that was sent. Only for a valid form."""
        sent = self.cleaned_data
        accent = sent["accent_custom"].lower() if sent["accent"] == CUSTOM else sent["accent"]
        plain = {name: sent[name] for name in ("template", "font", "paper", "spacing", "language")}
        return Design.model_validate({**plain, "accent": accent, "order": self._order(), "hidden": self._hidden()})

    def _order(self) -> tuple[str, ...]:
        """Sections that aren't listed, because they have nothing in them, keep their place among the others."""
        everything = self.design.model_copy(update={"hidden": ()}).sections()
        listed = self.cleaned_data["order"]
        following = iter(listed)
        order = [next(following) if key in listed else key for key in everything]
        return self.design.order if order == everything else tuple(order)

    def _hidden(self) -> tuple[str, ...]:
        sent = self.cleaned_data
        unlisted = {key for key in self.design.hidden if key not in sent["order"]}
        return tuple(key for key in SECTIONS if key in unlisted or (key in sent["order"] and key not in sent["shown"]))

    def look(self) -> Look:
        """Of the draft's template."""
        return LOOKS[self.design.template]

    def templates(self) -> list[Card]:
        return [Card(each, look, self["template"].value() == each) for each, look in LOOKS.items()]

    def swatches(self) -> list[Swatch]:
        return [Swatch(colour, name, self["accent"].value() == colour) for colour, name in ACCENTS]

    def segments(self) -> list[forms.BoundField]:
        return [self["paper"], self["spacing"]]

    def mistakes(self) -> list[str]:
        """Each sentence once."""
        return list(dict.fromkeys(str(each) for errors in self.errors.values() for each in errors))

    def rows(self) -> list[Row]:
        """The sections that have something to print, in their order."""
        sheet = lay_out(document_in(self.draft), self.design.model_copy(update={"hidden": ()}))
        return [Row(each.key, each.heading, each.key not in self.design.hidden) for each in sheet.sections]


def moved(order: Sequence[str], key: str, step: int) -> list[str]:
    """The first can't go up, the last can't go down: they stay."""
    rest = [each for each in order if each != key]
    index = max(0, min(order.index(key) + step, len(rest)))
    return [*rest[:index], key, *rest[index:]]
