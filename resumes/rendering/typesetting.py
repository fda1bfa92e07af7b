"""Sets a sheet on pages with Typst: one compiler per process and template, offline, with the fonts we ship."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from typst import Compiler, Fonts, TypstError

from resumes.rendering import fonts
from resumes.rendering.design import Design
from resumes.rendering.scripts import fallback, is_arabic, unset_characters
from resumes.rendering.sheet import Sheet
from resumes.rendering.word_breaks import endless, is_joined, whole

TEMPLATES = Path(__file__).parent / "templates"
MOST_CHARACTERS = 250_000
LONGEST_WORD = 20_000
LONG_PARAGRAPH = 3_000
MOST_LINES = 3_000
"""Entries, bullets and tags together. At these limits a resume takes a few seconds."""
# A compiler lets nobody else in while it works; it takes milliseconds.
_TURN = Lock()


class NotSet(Exception):
    """The sheet could not be set; the text is a sentence for the person."""


def pdf(sheet: Sheet, design: Design, *, made: datetime | None = None, page: str = "") -> bytes:
    """Tagged PDF/UA-1 with real text. The same input gives the same bytes. Raises NotSet.

    page: the file that sets it; the design's own template without.

    Characters that no font can write are drawn as an empty box; PDF/UA allows none, so that file is tagged alike but
    doesn't claim the standard. `scripts.unset_characters` tells which.
    """
    # A PDF keeps whole seconds.
    stamp = (made or datetime(2000, 1, 1, tzinfo=UTC)).replace(microsecond=0)
    options: dict[str, Any] = {"format": "pdf", "timestamp": stamp, "page": page}
    try:
        if not unset_characters(sheet):
            return _compile(sheet, design, **options, pdf_standards=["ua-1"])[0]
    except TypstError:
        pass  # A character that its font has, but not together with its neighbours.
    return _told(sheet, design, **options)[0]


def pictures(sheet: Sheet, design: Design, *, ppi: float = 144) -> list[bytes]:
    """Every page as PNG. Raises NotSet."""
    return _told(sheet, design, format="png", ppi=ppi)


def _told(sheet: Sheet, design: Design, **options: Any) -> list[bytes]:
    try:
        return _compile(sheet, design, **options)
    except TypstError as error:
        raise NotSet("This resume could not be set on pages. Shorten its longest texts and try again.") from error


def _compile(sheet: Sheet, design: Design, *, page: str = "", **options: Any) -> list[bytes]:
    _refuse_too_much(sheet)
    inputs = {"sheet": sheet.model_dump_json(), "look": json.dumps(_look(sheet, design))}
    with _TURN:
        made = _compiler(page or design.template).compile(sys_inputs=inputs, **options)
    return made if isinstance(made, list) else [made or b""]


def _look(sheet: Sheet, design: Design) -> dict[str, Any]:
    """What the templates ask for."""
    chosen = design.model_dump(mode="json", include={"accent", "font", "paper", "spacing", "template"})
    longest = max(map(len, sheet.texts()), default=0)
    return {
        **chosen,
        "fallback": fallback(sheet),
        "endless": endless(sheet),
        "whole": whole(sheet),
        "joined": is_joined(sheet),
        # Joined Arabic letters are read back in the wrong order.
        "ligatures": not is_arabic(sheet),
        # The best breaks of a whole paragraph take long to find where there are thousands to choose from.
        "linebreaks": "simple" if longest > LONG_PARAGRAPH else "optimized",
    }


def _refuse_too_much(sheet: Sheet) -> None:
    texts = list(sheet.texts())
    if sum(map(len, texts)) > MOST_CHARACTERS:
        raise NotSet(f"This resume holds more than {MOST_CHARACTERS:,} characters, too many to set on pages.")
    entries = [entry for section in sheet.sections for entry in section.entries]
    if sum(1 + len(entry.bullets) + len(entry.tags) for entry in entries) > MOST_LINES:
        raise NotSet(f"This resume holds more than {MOST_LINES:,} entries and bullets, too many to set on pages.")
    if any(len(word) > LONGEST_WORD for text in texts if len(text) > LONGEST_WORD for word in text.split()):
        raise NotSet(f"This resume holds a word of more than {LONGEST_WORD:,} characters, too long to set on pages.")


@cache
def _compiler(page: str) -> Compiler:
    return Compiler(TEMPLATES / f"{page}.typ", root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> Fonts:
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts.FOLDERS))
