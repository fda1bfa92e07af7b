"""What stands above the first heading: name, label, place and an unnamed summary."""

import re
from collections.abc import Sequence

from resumes.parsing.bodies import ink
from resumes.parsing.contact import EMAIL, NETWORKS, WEB, likely_countries
from resumes.parsing.dates import is_duration
from resumes.parsing.draft import Draft
from resumes.parsing.places import Place, as_country, could_be_city, has_postal, is_place, read_place
from resumes.parsing.quotes import Quote, join, quote
from resumes.parsing.roles import title_score
from resumes.parsing.rows import CELL, LONGEST_HEAD, Row, cells
from resumes.parsing.words import fold, known, phrase, section_named, vocabulary
from resumes.parsing.wrapped import joined_lines

_LABEL = re.compile(r"^([^:\t]{1,24})[:\t]\s*(?=\S)")
_NAME = re.compile(r"^[^\W\d_][\w'’.‘-]*(?:,?\s+\(?[^\W\d_]?[\w'’.‘-]*\)?){0,6}$")
_NETWORKS = frozenset(NETWORKS.values())
_CELL_END = re.compile(r"\s*[|·•‣]\s*|\s{3,}")
_BEHIND_NAME = re.compile(r",\s+|\s+[|–—-]\s+|\t")
_SYMBOLS = "⚬○●◦•▪■□◆◇★☆⌂✉☎✆☏➤►▸⚲⌖–—"
_CONTACT = re.compile(r"@|\d{6}|\d[\d ().-]{7,}\d|www\.|https?:")
_HANDLE = re.compile(r"(?:in|company|u|user)/\S+$", re.IGNORECASE)
"""The end of a profile's address, printed behind an icon."""
_OPEN_END = re.compile(r"(?:,|[^\W\d_]-)\s*$")
_SUMMARY_WORDS = 12


def read_name(rows: Sequence[Row], lines: Sequence[int], email: str, draft: Draft) -> int | None:
    """The line of the name: large, near the top, of the shape of a name, at best like the e-mail address."""
    scored = [(score, -line) for line in lines[:60] if (score := _name_score(rows, line, lines, email)) > 0]
    if not scored:
        return None
    score, line = max(scored)[0], -max(scored)[1]
    name, label = _name_and_label(joined_lines(rows, line, _goes_on_as_name))
    draft.put("basics.name", name, min(0.97, 0.45 + score / 10))
    if label:
        draft.put("basics.label", label, 0.8)
    return line


def _goes_on_as_name(row: Row) -> bool:
    text = row.text.rstrip("-\u2010")
    plain = bool(_NAME.match(text)) and not section_named(text) and not is_noise(text)
    return plain and title_score(text) <= 0 and len(text.split()) <= 4


def _name_and_label(text: Quote) -> tuple[Quote, Quote | None]:
    """ "Alice Smith, Engineer" in two, if what follows is a title."""
    for match in _BEHIND_NAME.finditer(text.text):
        if is_noise(text.text[match.end() :]):
            return text.cut(0, match.start()), None
        if title_score(text.text[match.end() :]) > 0:
            return text.cut(0, match.start()), text.cut(match.end(), len(text.text))
    return text, None


def _name_score(rows: Sequence[Row], line: int, lines: Sequence[int], email: str) -> float:
    row = rows[line]
    if len(row.text) > LONGEST_HEAD:
        return 0.0
    text = _name_and_label(quote(row, line))[0].text.replace(CELL, " ").strip()
    words = text.split()
    if row.bullet or not 1 <= len(words) <= 7 or not _NAME.match(text) or is_noise(text):
        return 0.0
    if section_named(text) or (is_place(text) and "," in text) or "@" in text:
        return 0.0
    largest = max((rows[other].style.size for other in lines), default=0.0)
    score = 3.0 * (row.style.size >= 0.97 * largest > 0) + (2.0 if 2 <= len(words) <= 4 else 0.2)
    score += 2.0 * (row.level == 1) - 1.5 * max(0.0, title_score(text))
    score += 1.0 * all(word[:1].isupper() for word in words if len(word) > 3)
    local = re.sub(r"[^a-z]", "", fold(email.partition("@")[0]))
    hits = [w for w in re.findall(r"[^\W\d_]+", fold(text)) if len(w) > 2 and w in local]
    score += 2.0 * min(2, len(hits)) - 3.0 * row.running
    return score - 0.15 * lines.index(line)


def is_noise(text: str) -> bool:
    """Buttons, page marks and the like, which no one wrote as content."""
    key = phrase(text)
    noise = vocabulary().sets["noise"]
    return key in noise or any(key.startswith(f"{word} ") for word in noise if " " in word)


def says_nothing(text: str) -> bool:
    """Whether a line repeats what stands beside it, or only announces it."""
    label = phrase(text.rstrip(" :")) in vocabulary().labels or text.strip() in _NETWORKS
    empty = not any(char.isalnum() for char in text)
    return label or empty or is_duration(text) or known("subheads", text) or is_noise(text)


def read_label(rows: Sequence[Row], lines: Sequence[int], name: int, draft: Draft) -> int | None:
    """The line under the name, if it is no contact data."""
    if any(reading.path == "basics.label" for reading in draft.fields):
        return None
    named = {span.line for reading in draft.fields if reading.path == "basics.name" for span in reading.spans}
    for line in [other for other in lines if other > name and other not in named][:3]:
        text = rows[line].text
        if text == rows[name].text or is_noise(text):
            draft.take(line)
            continue
        if len(text.split()) > 12 or EMAIL.search(text) or WEB.search(text) or re.search(r"\d{3}", text):
            return None
        if is_place(text) and title_score(text) <= 0:
            return None
        draft.put("basics.label", quote(rows[line], line), 0.8 if title_score(text) > 0 else 0.6)
        return line
    return None


def read_location(rows: Sequence[Row], lines: Sequence[int], language: str, draft: Draft) -> None:
    """The person's place: the surest of the header's cells."""
    best: tuple[float, int, Quote, Place] | None = None
    for order, text in enumerate(_candidates(rows, lines)):
        place = read_place(text.text)
        score = _place_score(text.text, place)
        if score > 0 and (best is None or score > best[0]):
            best = (score, order, text, place)
    labelled = _labelled(rows, lines)
    if best is None and not labelled:
        return
    if best and ("city" not in labelled or best[0] > 2.5):
        place = as_country(best[3], likely_countries(draft, language))
        _put_place(best[2], place, 0.9 if best[0] > 1.5 else 0.55, draft)
    for key, text in labelled.items():
        if not any(reading.path == f"basics.location.{key}" for reading in draft.fields):
            draft.put(f"basics.location.{key}", text, 0.9)


def _candidates(rows: Sequence[Row], lines: Sequence[int]) -> list[Quote]:
    """Cells between separators; lines that end in a comma go on with the next."""
    found: list[Quote] = []
    for line in [other for other in lines if len(rows[other].text) <= LONGEST_HEAD]:
        row = rows[line]
        for start, end in cells(row):
            for piece in quote(row, line, start, end).split(_CELL_END):
                _add_candidate(_without_label(piece), found)
    return found


def _add_candidate(text: Quote, found: list[Quote]) -> None:
    part = text if text.text.rstrip().endswith(",") else text.strip(_SYMBOLS + " \t\u00a0,;")
    trailing = (
        bool(found)
        and len(found[-1].text) <= LONGEST_HEAD
        and bool(_OPEN_END.search(found[-1].text))
        and not _CONTACT.search(part.text)
    )
    if trailing or (found and re.match(r"\(\w{2}\)$", part.text)):
        found[-1] = join([found[-1], part])
    elif part:
        found.append(part)


def _without_label(part: Quote) -> Quote:
    part = part.cut(len(part.text) - len(part.text.lstrip(_SYMBOLS + " ")), len(part.text))
    match = _LABEL.match(part.text)
    if match and phrase(match[1]) in vocabulary().labels:
        return part.cut(match.end(), len(part.text))
    return part


def _labelled(rows: Sequence[Row], lines: Sequence[int]) -> dict[str, Quote]:
    """Values behind "City", "Region" and the like, in the same line or the next."""
    keys = {"location": "city", "region": "region", "postal": "postalCode"}
    found: dict[str, Quote] = {}
    for at, line in enumerate(lines):
        text = rows[line].text
        match = _LABEL.match(text)
        label = vocabulary().labels.get(phrase(match[1] if match else text), "")
        if label not in keys or keys[label] in found:
            continue
        if match:
            value = quote(rows[line], line, match.end())
        elif at + 1 < len(lines):
            value = quote(rows[lines[at + 1]], lines[at + 1])
        else:
            continue
        if label == "location" and ("," in value.text or not could_be_city(value.text)):
            continue
        found[keys[label]] = value
    return found


def _place_score(text: str, place: Place) -> float:
    if not place.city or EMAIL.search(text) or WEB.search(text) or len(text) > 100 or not could_be_city(place.city):
        return 0.0
    if title_score(text) > 0 or section_named(text) or known("languages", place.city) or _HANDLE.match(text):
        return 0.0
    sentence = text.rstrip().endswith((".", "!", "?")) and len(text.split()) > 5
    if sentence or phrase(place.city) in vocabulary().labels:
        return 0.0
    score = 1.5 * bool(place.country) + 1.5 * (bool(place.postal) and has_postal(text)) + 0.8 * bool(place.region)
    score += 0.7 * (place.country_code != "") + 0.6 * is_place(text)
    return score or 0.0


def _put_place(text: Quote, place: Place, confidence: float, draft: Draft) -> None:
    for key, path in (("address", "address"), ("city", "city"), ("region", "region"), ("postal", "postalCode")):
        value, at = getattr(place, key), getattr(place, f"{key}_at")
        if at >= 0:
            draft.put(f"basics.location.{path}", text.cut(at, at + len(value)), confidence)
    if place.country_code:
        at = place.country_at if place.country else place.region_at
        value = place.country or place.region
        draft.put("basics.location.countryCode", text.cut(at, at + len(value)), confidence, value=place.country_code)


def read_city_alone(rows: Sequence[Row], lines: Sequence[int], draft: Draft) -> None:
    """A capitalised cell among the contact data, if nothing surer was found."""
    if any(reading.path == "basics.location.city" for reading in draft.fields):
        return
    taken = {reading.value for reading in draft.fields}
    for line in [other for other in lines if len(rows[other].text) <= LONGEST_HEAD]:
        row = rows[line]
        shared = bool(EMAIL.search(row.text) or re.search(r"\d{4}", row.text))
        for start, end in cells(row):
            for part in quote(row, line, start, end).split(re.compile(r"\s*[|·•‣]\s*")):
                text = _without_label(part).strip()
                alone = line not in draft.lines and text.text not in taken
                if (shared or alone) and could_be_city(text.text) and _is_free(text.text):
                    draft.put("basics.location.city", text, 0.5)
                    return


def read_city_as_label(draft: Draft) -> None:
    """Without any other place, a line under the name that reads like no title is where the person lives."""
    label = next((reading for reading in draft.fields if reading.path == "basics.label"), None)
    if label is None or any(reading.path == "basics.location.city" for reading in draft.fields):
        return
    if could_be_city(label.value) and _is_free(label.value):
        draft.fields.remove(label)
        draft.fields.append(label.model_copy(update={"path": "basics.location.city", "confidence": 0.4}))


def _is_free(text: str) -> bool:
    other = section_named(text) or known("noise", text) or phrase(text) in vocabulary().labels or text in _NETWORKS
    return not other and title_score(text) == 0 and len(text.split()) <= 3


def read_summary(rows: Sequence[Row], lines: Sequence[int], draft: Draft) -> None:
    """A paragraph of some length among the contact data."""
    paragraphs: list[list[int]] = []
    for line in lines:
        if line in draft.lines or CELL in rows[line].text or EMAIL.search(rows[line].text):
            continue
        above = paragraphs[-1][-1] if paragraphs else None
        if above == line - 1 and rows[line].gap < 0.6 and ink(rows[above]) == ink(rows[line]):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    long = [group for group in paragraphs if sum(len(rows[line].text.split()) for line in group) >= _SUMMARY_WORDS]
    if long:
        draft.put("basics.summary", join([quote(rows[line], line) for group in long for line in group]), 0.75)
