"""Which lines of the file were lost: text of the person's own that became part of no field.

Page furniture isn't lost, whoever left it over: running footers, lengths of time that the dates already tell, labels
inside an entry, and repeats of what was read.
"""

import re
from itertools import chain

from resumes.scoring.subject import Subject
from resumes.scoring.vocabulary import everywhere
from resumes.scoring.wording import WORD, plain

DURATION = re.compile(
    r"(?:\W*\d+\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|années?|mois|años?|mes(?:es)?)\b"
    r"(?:\s*(?:and|und|et|y))?)+\W*",
    re.IGNORECASE,
)
SHORTEST_REPEAT = 4
PAGE = r"(?:page|seite|página|pagina)"
PAGE_NUMBER = re.compile(rf"\b(?:{PAGE}\s*)?\d+\s*(?:/|of|von|sur|de|\|)\s*\d+\b|\b{PAGE}\s*\d+\b", re.IGNORECASE)


def lost_lines(subject: Subject) -> list[int]:
    """Indexes of the lines that found no place and should have."""
    lines = subject.reading.lines
    suspects = [i for i in subject.reading.unplaced if i < len(lines) and carries_words(subject, i)]
    if not suspects:
        return []
    contact = " ".join(_basics(subject))
    values = {_letters(field.value) for field in subject.reading.fields}
    return [i for i in suspects if not _is_furniture(subject, lines[i].text, contact, values)]


def carries_words(subject: Subject, index: int) -> bool:
    line = subject.reading.lines[index]
    return not line.heading and any(letter.isalpha() for letter in line.text)


def _is_furniture(subject: Subject, text: str, contact: str, values: set[str]) -> bool:
    running = {" ".join(line.split()) for line in subject.reading.facts.header_footer}
    if DURATION.fullmatch(text) or " ".join(text.split()) in running:
        return True
    own = _letters(PAGE_NUMBER.sub(" ", text))
    return own in values or own in everywhere().furniture or _repeats(own, text, contact)


def _repeats(own: str, text: str, contact: str) -> bool:
    """Whether the contact details already tell it, as a whole or word by word ("Leeds GB", a name over two lines)."""
    known = {_letters(word) for word in WORD.findall(contact)}
    whole = len(own) >= SHORTEST_REPEAT and own in _letters(contact)
    return whole or all(_letters(word) in known for word in WORD.findall(PAGE_NUMBER.sub(" ", text)))


def _basics(subject: Subject) -> list[str]:
    basics = subject.document.basics
    where = basics.location
    profiles = chain.from_iterable((p.network, p.username, p.url) for p in basics.profiles)
    own = (basics.name, basics.label, basics.email, basics.phone, basics.url)
    return [*own, where.address, where.city, where.region, where.country_code, *profiles]


def _letters(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())
