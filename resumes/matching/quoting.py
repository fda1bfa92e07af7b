"""Finds a quote in the posting that it is said to come from, word for word but for white space."""

import re
from collections.abc import Iterator

from resumes.matching.sentences import Span

LONGEST_QUOTE = 600


def places_of(quote: str, text: str) -> Iterator[Span]:
    """Each place where the quote stands as whole words, in the text's order; none for a quote that says nothing."""
    words = quote.split()
    if not any(map(str.isalnum, quote)) or len(quote) > LONGEST_QUOTE:
        return
    for found in re.finditer(r"\s+".join(map(re.escape, words)), text):
        start, end = found.span()
        if not (_inside_word(text, start) or _inside_word(text, end)):
            yield start, end


def place_of(quote: str, text: str) -> Span | None:
    """The first of them."""
    return next(places_of(quote, text), None)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
