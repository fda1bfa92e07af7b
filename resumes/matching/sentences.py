"""Sentences of a paragraph, and the single requirements that a sentence enumerates, as places in the text."""

import re
from collections.abc import Iterator

from resumes.matching.folding import fold
from resumes.matching.verb_forms import same_form
from resumes.matching.wording import Wording

END = re.compile(r"[.!?…]+[\"'”“»)]*\s+(?=[\"'„“«(¿¡]?[^\W_a-zß-öø-ÿ])")
ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:\w|e\.g|i\.e|z\.\s?b|u\.\s?a|d\.\s?h|o\.\s?ä|bzw|ca|inkl|mind|min|max|dr|prof|st|no|nr|vs|etc|ggf|evtl|p\.\s?ej|ej|sr|sra|dipl|ing|abs|mrs|mr|ms|approx)\.$",
    re.IGNORECASE,
)  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’+#.-][^\W_]+)*")
FIRST, FEW = 6, 3
WHO = frozenset({"who", "qui", "que"})
BACK, LONGEST_SENTENCE = 160, 4_000
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


def enumerated(text: str, span: Span, words: Wording, *, loose: bool, prose: bool = False) -> list[Span]:
    """Divided where a new requirement begins: "X, Y und Kenntnisse in Z", but not "CATIA V5 und Siemens NX".
    loose: at "or" as well, as wishes are listed. prose: also where an article opens the next one ("X, the drafting of Y
    and a command of Z"), or each begins alike ("with X, with Y or with Z")."""
    start, end = span
    if end - start > LONGEST_SENTENCE:
        return [span]
    folded = fold(text[start:end])
    parts: list[Span] = []
    begin, depth = 0, _depths(folded)
    alike = _alike(folded, words) if prose else ""
    for match in words.joiners.finditer(folded):
        left, rest = folded[begin : match.start()], folded[match.end() : match.end() + 120]
        either = bool(set(match.group().replace(",", " ").split()) & words.alternatives)
        if depth[match.start()] or (either and (not (loose or parts) or words.such_as.search(left[-BACK:]))):
            continue
        opens = prose and (loose or not either)
        new = _is_new(left, rest, words, opens=opens, prose=prose) or (bool(parts) and _is_last(match, left, rest))
        if match.group().startswith(";") or new or (alike and rest.startswith(alike)):
            parts.append((start + begin, start + match.start()))
            begin = match.end()
    return [*parts, (start + begin, end)]


def _is_new(left: str, rest: str, words: Wording, *, opens: bool, prose: bool) -> bool:
    """Whether a requirement of its own begins between the two."""
    if begins(rest, words) or (opens and _opens(left[-BACK:], rest, words)):
        return True
    return prose and same_form(left, rest, words)


def _is_last(joiner: re.Match[str], left: str, rest: str) -> bool:
    """Whether a list that was divided before ends here: a comma with an "and", the first in its part."""
    joined = joiner.group()
    return "," in joined and bool(joined.replace(",", " ").split()) and "," not in left and len(rest.split()) > 1


def _opens(left: str, rest: str, words: Wording) -> bool:
    """Whether an article opens a thing of its own: not one that goes on behind a preposition ("of the X and the Y")."""
    found = WORD.match(rest)
    if words.akin.search(" ".join(WORD.findall(rest)[:FEW])):
        return False
    if found is None or (article := _article(found.group(), words)) is None or len(rest.split()) < FEW:
        return False
    before = WORD.findall(left)
    return len(before) > 1 and article not in before[1:]


def _article(word: str, words: Wording) -> str | None:
    """Also the one that a word begins with: "l'utilisation"."""
    elided = f"{word.split("'")[0]}'" if "'" in word else word
    return next((article for article in (word, elided) if article in words.articles), None)


def _alike(folded: str, words: Wording) -> str:
    """The preposition, or "who", that opens two of the parts or more; "" without one."""
    firsts = [found.group() for match in words.joiners.finditer(folded) if (found := WORD.match(folded, match.end()))]
    return next(
        (f"{word} " for word in firsts if (word in words.prepositions or word in WHO) and firsts.count(word) > 1), ""
    )


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
