"""Words of a text with where they stand, folded so that spelling variants compare equal."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(
    r"(?:[^\W\d_][a-z]{0,2}\.){2,}(?!\w)"  # B.Sc., U.S.
    r"|\.(?:NET|net)\b"
    r"|[^\W\d_][^\W_]*(?:\+\+|#)?"  # STM32, C++
    r"|\d+[^\W\d_][^\W_]*"  # 3D
)
BREAK = re.compile(r"[;:!?()–—•|]|[.,](?=\s)|\s-\s|\s/\s")


ABBREVIATED = frozenset(
    [
        "mio",
        "mrd",
        "tsd",
        "ca",
        "bzw",
        "st",
        "nr",
        "dr",
        "prof",
        "inc",
        "ltd",
        "co",
        "corp",
        "no",
        "approx",
        "incl",
        "inkl",
        "vgl",
        "env",
        "min",
        "max",
        "dipl",
        "ing",
        "av",
        "sr",
        "sra",
    ]
)
"""The full stop after these ends no sentence."""


class Token(NamedTuple):
    """`opens`: it begins a sentence, so a capital says nothing. `dotted`: a full stop follows, as in Dipl.

    `hyphened`: it is the front of a longer word, as "after" in after-school.
    """

    text: str
    folded: str
    start: int
    end: int
    opens: bool
    dotted: bool
    hyphened: bool
    clause: int

    @property
    def is_acronym(self) -> bool:
        letters = [letter for letter in self.text if letter.isalpha()]
        return len(letters) > 1 and sum(letter.isupper() for letter in letters) > 1 and letters[0].isupper()

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Without accents, case, dots: "Élaboré" and "elabore", "B.Sc." and "BSc"."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss")).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain if plain.startswith(".") else plain.replace(".", "")


@lru_cache(maxsize=2_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words; numbers in digits are no words."""
    found: list[Token] = []
    end = clause = 0
    opens = True
    for match in WORD.finditer(text):
        between = text[end : match.start()]
        if found and BREAK.search(between) and not (found[-1].dotted and found[-1].folded in ABBREVIATED):
            clause += 1
            opens = bool(re.search(r"[!?:•]|\.\s", between))
        elif found:
            opens = False
        dotted = text[match.end() : match.end() + 1] == "."
        hyphened = bool(re.match(r"-\w", text[match.end() : match.end() + 2]))
        found.append(Token(match[0], folded(match[0]), match.start(), match.end(), opens, dotted, hyphened, clause))
        end = match.end()
    return tuple(found)


@lru_cache(maxsize=20_000)
def squeezed(text: str) -> str:
    """For comparing quotes: case, kinds of quotation marks and runs of space make no difference."""
    text = unicodedata.normalize("NFKC", text).casefold()
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, straight)
    return re.sub(r"\s+", " ", text).strip()
