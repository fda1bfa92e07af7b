"""Sentences of a paragraph, and the single requirements that a sentence enumerates, as places in the text."""

import re
from collections.abc import Iterator

from resumes.matching.folding import fold
from resumes.matching.wording import Wording

END = re.compile(r"[.!?…]+[\"'”“»)]*\s+(?=[\"'„“«(¿¡]?[^\W_a-zß-öø-ÿ])")
ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:\w|e\.g|i\.e|z\.\s?b|u\.\s?a|d\.\s?h|o\.\s?ä|bzw|ca|inkl|mind|min|max|dr|prof|st|no|nr|vs|etc|ggf|evtl|p\.\s?ej|ej|sr|sra|dipl|ing|abs|mrs|mr|ms|approx)\.$",
    re.IGNORECASE,
)  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’+#.-][^\W_]+)*")
FIRST = 6
LONGEST_WORD, LEAST_FIRST, LEAST_LAST = 40, 3, 5
Span = tuple[int, int]


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in END.finditer(text, start, end):
        stop = match.start() + 1
        if not ABBREVIATED.search(text[max(begin, stop - 12) : stop]):
            yield begin, match.end()
            begin = match.end()
    if begin < end:
        yield begin, end


def enumerated(text: str, span: Span, words: Wording, *, loose: bool) -> list[Span]:
    """Divided where a new requirement begins: "X, Y und Kenntnisse in Z", but not "CATIA V5 und Siemens NX".
    loose: at "or" as well, as wishes are listed."""
    start, end = span
    folded = fold(text[start:end])
    parts: list[Span] = []
    begin, depth = 0, _depths(folded)
    for match in words.joiners.finditer(folded):
        joined = set(match.group().replace(",", " ").split())
        if depth[match.start()] or (joined & words.alternatives and not (loose or parts)):
            continue
        if match.group().startswith(";") or begins(folded[match.end() : match.end() + 120], words):
            parts.append((start + begin, start + match.start()))
            begin = match.end()
    return [*parts, (start + begin, end)]


def begins(folded: str, words: Wording) -> bool:
    """Whether a requirement of its own begins here: a head word comes before any preposition, comma or "and"."""
    stop = words.joiners.search(folded, 1, 120)
    found = WORD.findall(folded[: stop.start() if stop else 120])[:FIRST]
    if len(found) > 1 and found[0] in words.verbs:
        return True
    for number, word in enumerate(found):
        if _is_head(word, words):
            return True
        if word in words.prepositions and number:
            return False
    return False


def _is_head(word: str, words: Wording) -> bool:
    """Also as the end of a compound: "kranschein", "l'anglais"."""
    if word in words.heads or not words.heads.isdisjoint(re.split(r"['’-]", word)):
        return True
    if words.language != "de" or len(word) > LONGEST_WORD:
        return False
    return any(word[cut:] in words.heads for cut in range(LEAST_FIRST, len(word) - LEAST_LAST + 1))


def has_head(folded: str, words: Wording) -> bool:
    return any(_is_head(word, words) for word in WORD.findall(folded))


def _depths(text: str) -> list[int]:
    """How many brackets are open at each character; an unbalanced close counts as none."""
    depths, depth = [], 0
    for char in text:
        depth = depth + 1 if char == "(" else max(0, depth - 1) if char == ")" else depth
        depths.append(depth)
    return depths
