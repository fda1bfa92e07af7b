"""Cities, regions and countries in text."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache

from resumes.parsing.words import FOLDER, fold, known


@dataclass(frozen=True)
class Place:
    """Parts as printed, each with its offset in the text; empty parts have offset -1."""

    city: str = ""
    city_at: int = -1
    region: str = ""
    region_at: int = -1
    postal: str = ""
    postal_at: int = -1
    country: str = ""
    country_at: int = -1
    address: str = ""
    address_at: int = -1
    country_code: str = ""

    @property
    def certain(self) -> bool:
        """More than a word that might be a city: a region, a country or a postal code stands with it."""
        return bool(self.region or self.postal or self.country) and bool(self.city)


@dataclass(frozen=True)
class _Gazetteer:
    countries: dict[str, str]
    state_codes: dict[str, str]
    regions: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    data = json.loads((FOLDER / "places.json").read_text("utf-8"))
    countries = {fold(name): code for code, names in data["countries"].items() for name in names}
    states = {state: code for code, codes in data["state_codes"].items() for state in codes}
    return _Gazetteer(countries, states, frozenset(fold(name) for name in data["regions"]))


def country_code(text: str) -> str:
    """ISO 3166 code of a country's name or of the code itself, or empty."""
    text = text.strip(" .()[]")
    codes = set(_gazetteer().countries.values())
    return text if text in codes else _gazetteer().countries.get(fold(text), "")


_POSTAL = re.compile(
    r"(?<![\w])(?:[A-Z]{1,2}-)?(?:\d{5}(?:-\d{4}|-\d{3})?|\d{4}-\d{3}|\d{4}\s?[A-Z]{2}|\d{4}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
    r"|[A-Z]\d[A-Z]\s?\d[A-Z]\d)(?![\w])"
)
_CAPITALISED = re.compile(r"^[^\W\d_][\w'’.-]*(?:[ -](?:[^\W\d_][\w'’.-]*)){0,4}$")
_SMALL = frozenset(
    [
        "de",
        "la",
        "le",
        "les",
        "del",
        "der",
        "am",
        "an",
        "of",
        "upon",
        "sur",
        "en",
        "do",
        "da",
        "dos",
        "den",
        "bei",
        "im",
        "on",
        "y",
        "e",
        "sous",
        "aux",
        "di",
        "in",
    ]
)
_LONGEST = 200
"""Characters, of anything that is taken for a place."""
_CODES = re.compile(r"^(\D{2,60}?) ([A-Z]{2}) ([A-Z]{2})$")
"""City, region and country without commas: "São Paulo SP BR"."""
_PIECE = re.compile(r"[^,|·•()\t\n/]+")


def read_place(text: str) -> Place:
    """The place that a text tells, as a whole; a Place without a city when it tells none."""
    found: dict[str, tuple[str, int]] = {}
    if len(text) > _LONGEST:
        return Place()
    pieces = list(_PIECE.finditer(text))
    # A number in front of a street looks like the shorter postal codes; the true one comes later.
    coded = [piece for piece in pieces if _POSTAL.search(piece[0])]
    for piece in pieces:
        street = len(coded) > 1 and piece is not coded[-1] and piece in coded
        (_read_address if street else _read_piece)(piece[0], piece.start(), found)
    code = country_code(found["country"][0]) if "country" in found else ""
    if not code and "region" in found:
        code = _gazetteer().state_codes.get(found["region"][0], "")
    parts = {key: value for key, (value, _at) in found.items()}
    offsets = {f"{key}_at": at for key, (_value, at) in found.items()}
    return Place(**parts, **offsets, country_code=code)  # type: ignore[arg-type]  # keys are the fields' names


_ZIP = re.compile(r"\d{5}(-\d{4})?|[A-Z]\d[A-Z]\s?\d[A-Z]\d")


def as_country(place: Place, likely: set[str]) -> Place:
    """The place, with a code that may mean a state or a country ("DE") read as the country if more speaks for that."""
    code = place.region
    if place.country or code not in _gazetteer().state_codes or country_code(code) != code:
        return place
    elsewhere = bool(place.postal) and not _ZIP.fullmatch(place.postal)
    if not elsewhere and code not in likely:
        return place
    return replace(place, region="", region_at=-1, country=code, country_at=place.region_at, country_code=code)


def _read_piece(piece: str, at: int, found: dict[str, tuple[str, int]]) -> None:
    if postal := _POSTAL.search(piece):
        found.setdefault("postal", (postal[0], at + postal.start()))
        for start, end in ((0, postal.start()), (postal.end(), len(piece))):
            if piece[start:end].strip():
                _read_piece(piece[start:end], at + start, found)
        return
    text = piece.strip()
    at += len(piece) - len(piece.lstrip())
    if not text:
        return
    if any(char.isdigit() for char in text):
        _read_address(text, at, found)
    elif _is_region(text) and "region" not in found and ("city" in found or text in _gazetteer().state_codes):
        found.setdefault("region", (text, at))
    elif country_code(text) and ("city" in found or "postal" in found or len(text) > 2):
        found.setdefault("country", (text, at))
    else:
        _read_city(text, at, found)


def _read_address(text: str, at: int, found: dict[str, tuple[str, int]]) -> None:
    """A street with its number; what follows a number at its end is the city ("Main Road 12 Leeds")."""
    last = max(index for index, char in enumerate(text) if char.isdigit()) + 1
    if text[0].isdigit() or not text[last:].startswith(" "):
        last = len(text)
    found.setdefault("address", (text[:last], at))
    if text[last:].strip():
        _read_piece(text[last:], at + last, found)


def _read_city(text: str, at: int, found: dict[str, tuple[str, int]]) -> None:
    """A city, perhaps with its state's code behind it ("Austin TX"), else the region behind a city."""
    if (codes := _CODES.match(text)) and not codes[1].isupper() and country_code(codes[3]) and not found:
        found.update(
            city=(codes[1], at), region=(codes[2], at + codes.start(2)), country=(codes[3], at + codes.start(3))
        )
        return
    words = text.split(" ")
    for start in range(1, len(words)):
        tail = " ".join(words[start:])
        if "region" not in found and "city" not in found and _is_region(tail):
            text = " ".join(words[:start])
            found["region"] = (tail, at + len(text) + 1)
            break
    if "city" not in found:
        found["city"] = (text, at)
    else:
        found.setdefault("region", (text, at))


def _is_region(text: str) -> bool:
    return text in _gazetteer().state_codes or fold(text) in _gazetteer().regions


def is_place(text: str) -> bool:
    """Whether a text is surely nothing but a place ("Austin, TX", "Lyon, France", "Remote")."""
    text = text.strip(" ·•|,-–—()")
    if not text or len(text) > 60:
        return False
    if known("remote", text) or any(known("remote", part) for part in re.split(r"[,/(]", text)):
        return True
    pieces = [piece.strip() for piece in re.split(r"[,()/]", text) if piece.strip()]
    if len(pieces) > 4 or not all(_CAPITALISED.match(piece) or _POSTAL.search(piece) for piece in pieces):
        return False
    if len(pieces) == 1:
        return bool(country_code(pieces[0]) and len(pieces[0]) > 2) or fold(pieces[0]) in _gazetteer().regions
    if any(known("languages", piece) for piece in pieces):
        return False
    return read_place(text).certain and (_is_region(pieces[-1]) or bool(country_code(pieces[-1])) or has_postal(text))


def has_postal(text: str) -> bool:
    return any(not 1900 <= int(m[0]) <= 2100 if m[0].isdigit() else True for m in _POSTAL.finditer(text))


def could_be_place(text: str) -> bool:
    """Whether a text might be a city, alone or with what may be its region behind a comma."""
    pieces = text.split(", ")
    return len(pieces) <= 3 and all(could_be_city(piece) for piece in pieces)


def could_be_city(text: str) -> bool:
    """Whether a text might be a city: one to three capitalised words (small joining words aside), without digits."""
    text = text.strip(" ·•|,-–—()")
    words = text.split()
    return bool(
        1 <= len(words) <= 5
        and len(text) <= 40
        and _CAPITALISED.match(text)
        and not words[0][:1].islower()
        and all(not word[:1].islower() or word in _SMALL for word in words)
    )
