"""Halves and quarters in words: "an hour and a half", "anderthalb Stunden", "media hora", "half a million"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

UNITS = {
    "year": r"years?|jahr(?:e[ns]?)?|ans?|ann[ée]es?|años?",
    "month": r"months?|monat(?:e[ns]?)?|mois|mes(?:es)?",
    "week": r"weeks?|wochen?|semaines?|semanas?",
    "day": r"days?|tag(?:e[ns]?)?|jours?|journ[ée]es?|d[ií]as?",
    "hour": r"hours?|stunden?|heures?|horas?",
    "minute": r"minutes?|minuten?|minutos?",
    "": r"million(?:en)?|mill[oó]n|dozen|dutzend|douzaine|docena",
}
TIMES = {"m": 1e6, "d": 12.0}
NAMED = "|".join(f"(?P<{unit or 'many'}>{words})" for unit, words in UNITS.items())
FORMS = (
    (1.5, rf"(?:an?|one|une?) (?:{NAMED}) (?:and a half|et demie?)\b"),
    (1.5, rf"(?:un[ao]? )?\b(?:{NAMED}) y medi[ao]\b"),
    (1.5, rf"\b(?:anderthalb|eineinhalb) (?:{NAMED})\b"),
    (0.75, rf"\b(?:three[ -]quarters of an?|trois quarts d['’]|tres cuartos de|drei ?viertel) ?(?:{NAMED})\b"),
    (0.25, rf"\b(?:an? quarter of an?|un quart d['’]|un cuarto de|viertel) ?(?:{NAMED})\b"),
    (0.5, rf"\b(?:half an?|(?:eine?[nmrs]? )?halbe[nmrs]?|(?:une? )?demi-|medi[ao]) ?(?:{NAMED})\b"),
)
PATTERNS = tuple((value, re.compile(form, re.IGNORECASE)) for value, form in FORMS)


class Half(NamedTuple):
    value: float
    start: int
    end: int
    unit: str


def halves(text: str) -> Iterator[Half]:
    """Each part of the text once."""
    ends = 0
    found = ((value, match) for value, pattern in PATTERNS for match in pattern.finditer(text))
    for value, match in sorted(found, key=lambda one: (one[1].start(), -one[1].end())):
        if match.start() >= ends:
            unit = next(name for name, said in match.groupdict().items() if said)
            many = TIMES[match["many"][0].lower()] if unit == "many" else 1.0
            yield Half(value * many, match.start(), match.end(), "" if unit == "many" else unit)
            ends = match.end()
