"""A text's words as the guard compares them: German verbs put together again ("führte … ein" -> "einführte")."""

from functools import lru_cache

from resumes.tailoring.lexicon import lexicon
from resumes.tailoring.tokens import Token, tokens

VERB_ENDINGS = ("te", "ten", "t", "e", "en", "st")


@lru_cache(maxsize=4_000)
def read(text: str, language: str) -> tuple[Token, ...]:
    listed = tokens(text)
    return _rejoined(listed, text) if language == "de" else listed


def _rejoined(listed: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    particles = lexicon("de").particles
    words = list(listed)
    for place, token in enumerate(listed):
        if token.folded in particles and _ends_clause(place, listed) and not _before_number(token, text):
            verb = _verb(place, listed)
            if verb is not None:
                words[verb] = words[verb]._replace(folded=token.folded + words[verb].folded)
                words[place] = token._replace(folded="")
    return tuple(word for word in words if word.folded)


def _before_number(token: Token, text: str) -> bool:
    """ "Von 4,5 auf 1,8 %"."""
    return text[token.end :].lstrip()[:1].isdigit()


def _ends_clause(place: int, listed: tuple[Token, ...]) -> bool:
    if place + 1 == len(listed):
        return True
    following = listed[place + 1]
    return following.clause != listed[place].clause or following.folded in ("und", "sowie", "oder")


def _verb(particle: int, listed: tuple[Token, ...]) -> int | None:
    """The first word of the clause that looks like a verb; in a list of verbs the closest one."""
    joiners = lexicon("de").joiners
    found = [
        place
        for place, token in enumerate(listed[:particle])
        if token.clause == listed[particle].clause and token.folded not in joiners and _looks_finite(token)
    ]
    opening = [place for place in found if place and listed[place - 1].folded in ("und", "sowie", "oder")]
    return next(iter(opening[-1:] or found[:1]), None)


def _looks_finite(token: Token) -> bool:
    if token.is_capitalised:
        return token.opens and not token.folded.endswith(("ung", "tion", "heit", "keit"))
    return token.folded.endswith(VERB_ENDINGS) or len(token.folded) < 6
