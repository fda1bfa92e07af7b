"""Employer or title? Decided for all entries of a section together, from what each place in the head tends to say."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from resumes.parsing.heads import Cell, Entry, without_trailing_place
from resumes.parsing.places import could_be_city, could_be_place, is_place
from resumes.parsing.quotes import Quote
from resumes.parsing.words import fold, known, phrase, vocabulary

_COMMA = re.compile(r",\s+")


@dataclass(slots=True)
class Roles:
    """What an entry's head says, and how sure that is (0 to 1)."""

    title: Quote | None = None
    employer: Quote | None = None
    place: Quote | None = None
    rest: tuple[Quote, ...] = ()
    confidence: float = 0.0


def title_score(text: str) -> float:
    """How much a text reads like a job title; negative when it reads like an employer."""
    words = [part for word in phrase(text).split() for part in (word, *(word.split("-") if "-" in word else ()))]
    jobs = vocabulary().sets["job"]
    companies = vocabulary().sets["company"]
    score = 0.0
    for at, word in enumerate(words):
        if word in jobs or any(word.endswith(end) and len(word) > len(end) + 1 for end in vocabulary().suffixes):
            score += 1.0 if at < 4 else 0.5
    employer = sum(word in companies and word not in jobs for word in words)
    score -= (0.4 if score > 0 else 1.0) * employer
    if re.search(
        r"\b(?:Inc|LLC|Ltd|GmbH|AG|S\.?A\.?S?|S\.?L\.?U?|B\.?V|N\.?V|S\.?r\.?l|S\.?p\.?A|Ltda?|Corp|PLC|e\.V|KG)\b\.?",
        text,
    ):
        score -= 2.0
    return max(-2.5, min(2.5, score))


def assign(entries: Sequence[Entry]) -> list[Roles]:
    """The roles in each entry."""
    heads = [entry.cells for entry in entries]
    decided = [_by_connector(cells) for cells in heads]
    open_heads = [cells for cells, roles in zip(heads, decided, strict=True) if roles is None]
    places = _place_slots(open_heads)
    parts = [_without_place(cells, places) for cells in heads]
    undecided = [cells for (cells, _place), roles in zip(parts, decided, strict=True) if roles is None]
    order = _Order(undecided)
    found: list[Roles] = []
    above: tuple[Roles, Sequence[Cell]] | None = None
    for (cells, place), sure in zip(parts, decided, strict=True):
        inherited = None if sure else _inherited(cells, place, above)
        roles = sure or inherited or _roles(cells, place, order.title_first(cells))
        if not sure and not inherited and len(cells) >= 2:
            above = roles, cells
        found.append(roles)
    return _without_cities(found)


def _without_cities(found: list[Roles]) -> list[Roles]:
    """Where every employer ends in a comma and what could be a city, it is one ("Acme, Leeds")."""
    named = [roles for roles in found if roles.employer and not roles.place]
    tails = [roles.employer.text.rpartition(", ") for roles in named if roles.employer]
    if len(tails) < 2 or not all(
        head and could_be_city(tail) and title_score(tail) == 0 for head, _comma, tail in tails
    ):
        return found
    for roles, (head, comma, _tail) in zip(named, tails, strict=True):
        if roles.employer:
            start = len(head) + len(comma)
            roles.place = roles.employer.cut(start, len(roles.employer.text))
            roles.employer = roles.employer.cut(0, len(head))
    return found


class _Order:
    """Which comes first, title or employer: by heads that look alike, else by the whole section."""

    def __init__(self, heads: Sequence[Sequence[Cell]]) -> None:
        self._votes: dict[Hashable, float] = defaultdict(float)
        for cells in heads:
            vote = _vote(cells)
            self._votes[self._key(cells)] += vote
            self._votes[None] += vote

    @staticmethod
    def _key(cells: Sequence[Cell]) -> Hashable:
        return tuple(cell.look for cell in cells[:2])

    def title_first(self, cells: Sequence[Cell]) -> float:
        """Above 0 if titles come first, below 0 if employers do, 0 when nothing tells."""
        own = self._votes.get(self._key(cells), 0.0)
        return own or self._votes[None]


def _vote(cells: Sequence[Cell]) -> float:
    if len(cells) >= 2:
        return title_score(cells[0].quote.text) - title_score(cells[1].quote.text)
    if cells and (parts := _comma_parts(cells[0].quote)):
        return _best_comma(parts)[1]
    return 0.0


def _inherited(cells: Sequence[Cell], place: Quote | None, above: tuple[Roles, Sequence[Cell]] | None) -> Roles | None:
    """A title alone, set like the title above it, is a further position at the same employer."""
    if above is None or len(cells) != 1 or above[0].title is None or above[0].employer is None:
        return None
    look = next((cell.look for cell in above[1] if cell.quote is above[0].title), None)
    set_alike = look == cells[0].look and look != above[1][0].look
    if not set_alike:
        return None
    return Roles(cells[0].quote, above[0].employer, place, (), 0.65)


def _connector() -> re.Pattern[str]:
    words = sorted((re.escape(word) for word in vocabulary().sets["at"]), key=len, reverse=True)
    return re.compile(rf"\s(?:{'|'.join(words)}|@)\s+", re.IGNORECASE)


def _by_connector(cells: Sequence[Cell]) -> Roles | None:
    """ "Engineer at Acme": a small word tells which is which."""
    for at, cell in enumerate(cells):
        text = cell.quote.text
        if known("at", text) and 0 < at < len(cells) - 1:
            return _connected(cells[:at], cells[at + 1].quote, cells[at + 2 :])
        leading = re.match(_connector().pattern.strip().removeprefix(r"\s"), text, re.IGNORECASE)
        if leading and at and leading.end() < len(text):
            employer = cell.quote.cut(leading.end(), len(text))
            return _connected(cells[:at], employer, cells[at + 1 :])
        for match in _connector().finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            if fold(match[0]).strip() not in _SURE and _names_employer(cells, cell):
                continue
            if title_score(before) > 0 >= title_score(after) - 0.5 and after[:1].isupper() and len(before) > 2:
                title = cell.quote.cut(0, match.start())
                employer = cell.quote.cut(match.end(), len(text))
                return _connected([Cell(title, cell.style), *cells[:at]], employer, cells[at + 1 :])
    return None


_SURE = frozenset({"at", "@", "bei", "chez", "presso"})
"""Words that tell an employer; others may as well stand in a title ("Clerk for Accounts")."""


def _names_employer(cells: Sequence[Cell], other_than: Cell) -> bool:
    """Whether another cell reads like an employer, so that "Lecturer in Biology" is a title as a whole."""
    return any(title_score(cell.quote.text) < 0 for cell in cells if cell is not other_than)


def _connected(before: Sequence[Cell], employer: Quote, after: Sequence[Cell]) -> Roles:
    place = next((cell.quote for cell in after if is_place(cell.quote.text) or could_be_city(cell.quote.text)), None)
    rest = tuple(c.quote for c in (*before[1:], *after) if c.quote is not place)
    name, comma_place = without_trailing_place(employer)
    return Roles(before[0].quote, name, place or comma_place, rest, 0.9)


def _place_slots(heads: Sequence[Sequence[Cell]]) -> set[tuple[Hashable, int, int]]:
    """Places in the head (look, which of that look, how many cells) where mostly places stand."""
    votes: dict[tuple[Hashable, int, int], list[float]] = defaultdict(list)
    for cells in heads:
        for slot, cell in _slots(cells):
            text = cell.quote.text
            sure = 1.0 if is_place(text) else 0.0
            maybe = 0.45 if could_be_place(text) and abs(title_score(text)) < 0.5 else -0.6
            votes[slot].append(sure or maybe)
    return {slot for slot, found in votes.items() if sum(found) / len(found) > 0.5}


def _slots(cells: Sequence[Cell]) -> list[tuple[tuple[Hashable, int, int], Cell]]:
    seen: dict[Hashable, int] = defaultdict(int)
    found = []
    for cell in cells:
        key: Hashable = (cell.look, cell.side)
        found.append(((key, seen[key], len(cells)), cell))
        seen[key] += 1
    return found


def _without_place(cells: Sequence[Cell], places: set[tuple[Hashable, int, int]]) -> tuple[list[Cell], Quote | None]:
    """The cells apart from the place, if one is sure, likely by its slot, or left over."""
    slots = _slots(cells)
    sure = [at for at, (_slot, cell) in enumerate(slots) if is_place(cell.quote.text)]
    likely = [at for at, (slot, _cell) in enumerate(slots) if slot in places]
    left = _leftover_city(cells) if len(cells) >= 3 else []
    chosen = next(iter([*sure, *likely, *left]), None)
    if chosen is None or len(cells) == 1:
        return list(cells), None
    return [cell for at, cell in enumerate(cells) if at != chosen], cells[chosen].quote


def _leftover_city(cells: Sequence[Cell]) -> list[int]:
    """Of three cells or more, the one that is neither title nor employer and might be a city; side cells first."""
    found = [at for at, c in enumerate(cells) if could_be_place(c.quote.text) and title_score(c.quote.text) == 0]
    aside = [at for at in found if cells[at].side or not cells[at].first]
    titled_later = all(title_score(c.quote.text) <= 0 for c in cells[:2]) and title_score(cells[2].quote.text) > 0
    return sorted(aside, key=lambda at: -at) + [at for at in reversed(found) if at >= 2 or (at and titled_later)]


def _roles(cells: Sequence[Cell], place: Quote | None, title_first: float) -> Roles:
    if not cells:
        return Roles(place=place)
    if len(cells) == 1:
        return _single(cells[0].quote, place, title_first)
    first, second = cells[0].quote, cells[1].quote
    if not place:
        first, place = without_trailing_place(first)
    if not place:
        second, place = without_trailing_place(second)
    rest = tuple(cell.quote for cell in cells[2:])
    own = title_score(first.text) - title_score(second.text)
    is_title_first = title_first >= 0 if abs(title_first) > 0 or not own else own >= 0
    confidence = 0.9 if own and (own > 0) == is_title_first else 0.75 if title_first else 0.5
    title, employer = (first, second) if is_title_first else (second, first)
    return Roles(title, employer, place, rest, confidence)


def _single(text: Quote, place: Quote | None, title_first: float) -> Roles:
    """One cell: title and employer with a comma between, or one of the two alone."""
    if not place:
        text, place = without_trailing_place(text)
    if parts := _comma_parts(text):
        (before, after), score = _best_comma(parts)
        if abs(score) >= 1 or (title_first and len(parts) == 1):
            is_title_first = score > 0 if title_first == 0 else title_first > 0
            title, employer = (before, after) if is_title_first else (after, before)
            return Roles(title, employer, place, (), 0.7)
    if title_score(text.text) > 0:
        return Roles(text, None, place, (), 0.6)
    return Roles(None, text, place, (), 0.5)


def _comma_parts(text: Quote) -> list[tuple[Quote, Quote]]:
    """Each way to part a text at a comma."""
    ends = [(match.start(), match.end()) for match in _COMMA.finditer(text.text)]
    return [(text.cut(0, start), text.cut(end, len(text.text))) for start, end in ends]


def _best_comma(parts: Sequence[tuple[Quote, Quote]]) -> tuple[tuple[Quote, Quote], float]:
    scored = [(pair, title_score(pair[0].text) - title_score(pair[1].text)) for pair in parts]
    return max(scored, key=lambda item: abs(item[1]))
