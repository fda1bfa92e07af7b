"""How a resume looks: the choices a person has, as plain data stored with each version."""

from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Template(StrEnum):
    CLASSIC = "classic"
    MODERN = "modern"
    COMPACT = "compact"
    EXECUTIVE = "executive"
    ACADEMIC = "academic"
    TECHNICAL = "technical"


class Paper(StrEnum):
    """Values are Typst's names."""

    A4 = "a4"
    LETTER = "us-letter"


class Spacing(StrEnum):
    TIGHT = "tight"
    NORMAL = "normal"
    AIRY = "airy"


class Font(StrEnum):
    """Families that are shipped with the product; see `fonts`."""

    SOURCE_SANS = "Source Sans 3"
    LATO = "Lato"
    OPEN_SANS = "Open Sans"
    ROBOTO = "Roboto"
    NOTO_SANS = "Noto Sans"
    EB_GARAMOND = "EB Garamond"
    XCHARTER = "XCharter"
    GENTIUM = "Gentium Book Plus"


SECTIONS = (
    "summary",
    "work",
    "education",
    "skills",
    "projects",
    "volunteer",
    "certificates",
    "publications",
    "awards",
    "languages",
    "interests",
    "references",
)
"""Every section that can stand on a page, in the order most readers expect."""

Language = Literal["", "en", "de", "fr", "es"]


class Design(BaseModel):
    """accent: "#rrggbb", or empty for the template's own. font: empty for the template's own.

    language: of headings and dates; empty for the language the resume is written in. order: section names, the rest
    follows in the template's own order. hidden: section names that are left out.
    """

    model_config = ConfigDict(frozen=True)

    template: Template = Template.CLASSIC
    accent: str = Field("", pattern=r"^(#[0-9a-f]{6})?$")
    font: Font | Literal[""] = ""
    paper: Paper = Paper.A4
    spacing: Spacing = Spacing.NORMAL
    language: Language = ""
    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    @classmethod
    def stored(cls, value: dict[str, Any]) -> "Design":
        """What was stored, or the standard design where an older release stored something else."""
        try:
            return cls.model_validate(value)
        except ValidationError:
            return cls()

    def sections(self) -> list[str]:
        """The sections to show, in order."""
        chosen = [key for key in dict.fromkeys(self.order) if key in SECTIONS]
        return [key for key in [*chosen, *(k for k in SECTIONS if k not in chosen)] if key not in self.hidden]
