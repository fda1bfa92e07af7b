"""File names that people give, made safe to show and to keep."""

import re
import unicodedata

LONGEST = 120
LONGEST_ENDING = 10
NAMELESS = "resume"


def clean_name(name: str) -> str:
    """The last part of a path, in one line of visible characters, at most 120 of them, its ending kept.

    Escaping for HTML stays the template's job; here only what could mislead or break goes: separators, controls,
    and the marks that turn the reading direction.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name.replace("\0", "")))[-1]
    visible = "".join(" " if char.isspace() else char for char in last if _shown(char))
    tidy = re.sub(r'[<>:"|?*]', "_", " ".join(visible.split())).rstrip(". ")
    stem, dot, ending = tidy.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return tidy.lstrip(". ")[:LONGEST].rstrip(". ") or NAMELESS
    return f"{stem.lstrip('. ')[: LONGEST - len(ending) - 1].rstrip('. ') or NAMELESS}.{ending}"


def _shown(char: str) -> bool:
    """Format characters (direction marks among them), controls, surrogates and private use are left out."""
    return char.isspace() or not unicodedata.category(char).startswith("C")
