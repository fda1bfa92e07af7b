"""What an education entry's head says: institution, degree and field."""

import re
from dataclasses import dataclass
from functools import cache

from resumes.parsing.heads import Entry, has_word, without_trailing_place
from resumes.parsing.labelled import labelled, listed
from resumes.parsing.places import is_place
from resumes.parsing.quotes import Quote, join
from resumes.parsing.words import fold, known, vocabulary

_COMMA = re.compile(r",\s+")
_SCORE_AT = re.compile(
    r"[(,]?\s*([^\W\d_][\w ]{1,24}?)\s*[:=]?\s+(\d[\d.,]*(?:\s?/\s?\d[\d.,]*)?)\s*\)?$|^\s*(\d[.,]\d+)\s*$"
)
_TRAINED_AS = re.compile(r"\s+(?:zur|zum)\s+[^\W\d_][\w/*:-]*")
_AT = re.compile(r"\s+(?:at|@|an der|am|bei|chez|presso|en la|na|aan de)\s+(?=[^\W\d_])")


@dataclass(slots=True)
class Studies:
    institution: Quote | None = None
    degree: Quote | None = None
    area: Quote | None = None
    score: Quote | None = None
    courses: tuple[Quote, ...] = ()
    rest: tuple[Quote, ...] = ()
    confidence: float = 0.0


@cache
def _degree_pattern() -> re.Pattern[str]:
    phrases = "|".join(re.escape(text) for text in vocabulary().degrees)
    return re.compile(rf"(?<![\w.])(?:{phrases})(?![\w])\.?")


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in vocabulary().sets["in"]), key=len, reverse=True))
    return re.compile(rf"^\s*(?:(?:{words})\s+|d'|[,:–—-]\s*|\()", re.IGNORECASE)


def _flat(text: str) -> str:
    return "".join((fold(char) or char)[:1] for char in text)


def find_degree(text: str) -> tuple[int, int] | None:
    """[start, end) of the first degree in a text; one-word acronyms must stand in capitals."""
    for match in _degree_pattern().finditer(_flat(text)):
        found = text[match.start() : match.end()]
        if len(found.strip(".")) > 3 or found[:1].isupper():
            return match.start(), match.end()
    return None


def is_institution(text: str) -> bool:
    """Whether a text names a school; German compounds end in the word ("Musikhochschule")."""
    endings = ("schule", "universitat", "gymnasium", "akademie", "kolleg", "universiteit", "hogeschool")
    return has_word(text, "institution") or any(word.strip(",.").endswith(endings) for word in fold(text).split())


def studies(entry: Entry) -> Studies:
    """The parts of one entry, each cell divided at commas where that tells them apart."""
    found = Studies()
    pieces = _wrapped(entry)
    if not any(find_degree(piece.text) for piece in pieces):
        told = [item for item in entry.items if _starts_with_degree(item.quote.text)][:1]
        pieces += [item.quote for item in told]
        entry.items = [item for item in entry.items if item not in told]
    found.courses = tuple(course for piece in pieces for course in listed(piece, "courses"))
    pieces = [piece for piece in pieces if not listed(piece, "courses")]
    pieces = _with_unknown_degree(pieces, found)
    parts = [part for piece in pieces for part in _parts(piece, pieces)]
    parts = _take_score(parts, found)
    parts = _take_institution(parts, found)
    parts = _take_degree(parts, found)
    _take_rest(parts, found)
    have = (found.institution is not None) + (found.degree is not None or found.area is not None)
    found.confidence = (0.4, 0.6, 0.9)[have]
    return found


def _wrapped(entry: Entry) -> list[Quote]:
    """The cells' texts; lines of a narrow column that go on below each other are joined."""
    texts: list[Quote] = []
    joined = False
    for cell in entry.cells:
        if texts and (_is_joiner(cell.quote.text) or _is_joiner(texts[-1].text.rpartition(" ")[2])):
            texts[-1] = join([texts[-1], cell.quote])
            continue
        goes_on = (
            texts and cell.quote.text[:1].islower() and (joined or texts[-1].text.endswith(("-", "of", "de", "in")))
        )
        if goes_on or (texts and re.search(r"[^\W\d_]\s?-$", texts[-1].text)):
            texts[-1] = join([texts[-1], cell.quote])
            joined = True
        else:
            texts.append(cell.quote)
            joined = bool(re.search(r"[^\W\d_]\s?-$", cell.quote.text))
    return texts


def _is_joiner(word: str) -> bool:
    return known("in", word) and word.islower()


def _with_unknown_degree(pieces: list[Quote], found: Studies) -> list[Quote]:
    """ "Магистр, Математика": without a known degree, what stands before a comma may be one, if others name the school.

    In an alphabet that the vocabulary has no words of, any other piece may be the school.
    """
    first = pieces[0] if len(pieces) > 1 else None
    if first is None or any(find_degree(piece.text) for piece in pieces) or is_institution(first.text):
        return pieces
    foreign = not re.search(r"[A-Za-z]", first.text)
    comma = _COMMA.search(first.text)
    if comma and (foreign or any(is_institution(piece.text) for piece in pieces)) and not is_place(first.text):
        found.degree = first.cut(0, comma.start())
        found.area = first.cut(comma.end(), len(first.text))
        return pieces[1:]
    return pieces


def _parts(piece: Quote, pieces: list[Quote]) -> list[Quote]:
    """A piece divided; a degree stays with all of its field ("PhD, Ecology, Evolution") if others name the school."""
    others = [other.text for other in pieces if other is not piece]
    schools = [text for text in others if is_institution(text) or not find_degree(text)]
    schools = [text for text in schools if not is_place(text) and not _SCORE_AT.search(text)]
    if schools and _starts_with_degree(piece.text) and not is_institution(piece.text) and not _AT.search(piece.text):
        name, place = without_trailing_place(piece)
        return [name, place] if place else [piece]
    return _divided(piece, alone=not others)


def _divided(text: Quote, *, alone: bool) -> list[Quote]:
    """A cell at "at" and at commas; a school's own name may have one, if other cells tell the rest."""
    if leading := _AT.match(f" {text.text}"):
        text = text.cut(leading.end() - 1, len(text.text))
    for match in _AT.finditer(text.text):
        if is_institution(text.text[match.end() :]):
            return [*_divided(text.cut(0, match.start()), alone=alone), text.cut(match.end(), len(text.text))]
    name, place = without_trailing_place(text)
    if place:
        return [*_divided(name, alone=alone), place]
    if find_degree(text.text) or (alone and is_institution(text.text)):
        return [part for part in text.split(_COMMA) if part]
    return [text]


def _take_score(parts: list[Quote], found: Studies) -> list[Quote]:
    kept = []
    for part in parts:
        match = _SCORE_AT.search(part.text)
        if grade := labelled(part, "scores"):
            found.score = found.score or grade
        elif match and (match[3] or fold(match[1].strip()) in vocabulary().sets["scores"]):
            group = 3 if match[3] else 2
            found.score = found.score or part.cut(match.start(group), match.end(group))
            rest = part.cut(0, match.start()).strip()
            kept += [rest] if rest else []
        else:
            kept.append(part)
    return kept


def _take_institution(parts: list[Quote], found: Studies) -> list[Quote]:
    """The part that names a school; a degree's own words ("Diploma of the academy") count against it."""
    named = [part for part in parts if is_institution(part.text) and not _starts_with_degree(part.text)]
    named = named or [part for part in parts if is_institution(part.text) and not find_degree(part.text)]
    if not named:
        return parts
    found.institution = named[0]
    return [part for part in parts if part is not named[0]]


def _starts_with_degree(text: str) -> bool:
    place = find_degree(text)
    return place is not None and place[0] == 0


def _take_degree(parts: list[Quote], found: Studies) -> list[Quote]:
    kept = []
    for part in parts:
        place = find_degree(part.text) if found.degree is None else None
        if place is None or place[0] > 3:
            kept.append(part)
            continue
        end = _whole_degree(part.text, place[1])
        degree, rest = part.cut(0, end), part.cut(end, len(part.text))
        kept += _set_degree(part, degree, rest, found)
    return kept


def _whole_degree(text: str, end: int) -> int:
    """Where a degree ends that a second word completes: "HBO Bachelor", "Ausbildung zur Kauffrau"."""
    following = find_degree(text[end:])
    if following and not text[end : end + following[0]].strip():
        return end + following[1]
    if trained := _TRAINED_AS.match(text, end) or (_TRAINED_AS.match(text, text.rfind(" ", 0, end))):
        return trained.end()
    return end


def _set_degree(part: Quote, degree: Quote, rest: Quote, found: Studies) -> list[Quote]:
    """Degree and field out of "Bachelor of Science in Physics"; what is left over comes back."""
    joiner = _joiner().match(rest.text)
    field = rest.cut(joiner.end(), len(rest.text)).strip() if joiner else rest.strip()
    words = field.text.rstrip(")").split()
    half = len(words) // 2
    if words and len(words) % 2 == 0 and words[:half] == words[half:]:
        end = part.text.index(field.text) + len(" ".join(words[:half]))
        found.degree, field = part.cut(0, end), field.cut(len(" ".join(words[:half])), len(field.text)).strip()
    else:
        found.degree = degree.strip(" ,:-–")
    if field and field.text.endswith(")") and "(" not in field.text:
        field = field.cut(0, len(field.text) - 1)
    if field:
        found.area = found.area or field
    return []


def _take_rest(parts: list[Quote], found: Studies) -> None:
    rest = []
    for part in parts:
        if is_place(part.text):
            rest.append(part)
        elif found.institution is None and (found.area is not None or found.degree is not None) and len(part.text) > 2:
            found.institution = part
        elif found.area is None and len(part.text) <= 80:
            found.area = part
        else:
            rest.append(part)
    if found.institution is None and found.area is not None and found.degree is None:
        found.institution, found.area = found.area, None
    found.rest = tuple(rest)
