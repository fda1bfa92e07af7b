"""A sentence's clauses that ask by themselves ("you need X, and we expect Y"), without the reasons it gives."""

import re
from functools import cache

from resumes.matching.folding import fold, phrases
from resumes.matching.sentences import Span
from resumes.matching.wording import LANGUAGES, Wording, data

LEAST_WORDS, ENOUGH, LONGEST_SENTENCE = 2, 80, 4_000
ENDS = re.compile(r"[\s.!?;,]*")


@cache
def _asking(language: str) -> re.Pattern[str]:
    words = data(language)
    joined = "|".join(re.escape(fold(word)) for word in (*words["and"], *words["but"]))
    cues = sorted((fold(cue) for cue in (*words["required_after"], *words["preferred_after"]) if " " in cue),
                  key=len, reverse=True)  # fmt: skip
    body = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in cues)
    you = "|".join(re.escape(fold(word)) for word in words["subject"])
    parts = rf"[,;–—-]\s+(?:(?:{joined})\s+)?(?=(?:{body})(?!\w))|,?\s+(?:{joined})\s+(?=(?:{body}|{you})(?!\w))"
    return re.compile(parts)


@cache
def _reason() -> re.Pattern[str]:
    texts = "|".join(re.escape(fold(text)) for language in LANGUAGES for text in data(language)["because"])
    return re.compile(rf"(?:{texts})\s+[^,;.]*")


def clauses(text: str, span: Span, words: Wording) -> list[Span]:
    """In their order; the whole sentence when it asks once."""
    start, end = span
    if end - start > LONGEST_SENTENCE:
        return [span]
    folded = fold(text[start:end])
    parts, begin = [], 0
    for match in _asking(words.language).finditer(folded):
        if len(folded[begin : min(match.start(), begin + ENOUGH)].split()) > LEAST_WORDS:
            parts.append((start + begin, start + match.start()))
            begin = match.end()
    parts.append((start + begin, end))
    if len(parts) > 1 and fold(text[slice(*parts[0])]).lstrip().startswith(_opening(words.language)):
        parts = parts[1:]
    return [_without_reason(text, part) for part in parts]


@cache
def _opening(language: str) -> tuple[str, ...]:
    """What a reason begins with that stands first ("Da Sie ... werden, erwarten wir")."""
    return tuple(f"{fold(text).strip(' ,')} " for text in data(language)["because"])


def _without_reason(text: str, span: Span) -> Span:
    """Cut where a reason ends the clause; a reason in its middle stays, as places are word for word."""
    folded = fold(text[slice(*span)])
    for match in _reason().finditer(folded):
        if len(folded[: min(match.start(), ENOUGH)].split()) > LEAST_WORDS and ENDS.fullmatch(folded, match.end()):
            return span[0], span[0] + match.start()
    return span


def addressed(folded: str, words: Wording) -> bool:
    """Whether a sentence speaks to the reader."""
    return _you(words.language).search(folded) is not None


@cache
def _you(language: str) -> re.Pattern[str]:
    return phrases(data(language)["you"])
