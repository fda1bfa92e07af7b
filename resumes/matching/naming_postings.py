"""The job's title and the employer's name in a posting."""

import re

from resumes.matching.folding import fold, phrases
from resumes.matching.posting import Quoted
from resumes.matching.posting_blocks import Line, kind_named, lines_of
from resumes.matching.wording import Wording, data

FORMS = (
    r"GmbH(?: & Co\. KG)?|AG|SE|KG|OHG|UG|gGmbH|e\.\s?V\.|Inc\.?|LLC|Ltd\.?|PLC|plc|Corp\.?|SA|S\.A\.U?\.?|SAS|SARL"
    r"|S\.L\.U?\.?|SL|SLU"
)
WORD = r"(?<!\w)[A-ZÀ-Þ][\w&'’.-]{0,40}"
LEGAL = re.compile(rf"((?:{WORD}\s+|&\s+|und\s+|et\s+|y\s+){{0,4}}{WORD},?\s+(?:{FORMS}))(?!\w)")
SMALL = "of|de|du|des|la|le|del|und|&|et|y|im|am|in|the"
NAME = rf"({WORD}(?:\s+(?:{SMALL}|[A-ZÀ-Þ0-9][\w&'’.-]{{0,40}})){{0,6}})"
CUT = re.compile(
    r"\s+[|–—-]\s+|\s*\||,\s|\s*\((?=[mwdfhx]\s?/)|\s*[;:]|\.(?:\s|$)|\s+(?:at|bei|chez)\s+(?=[A-ZÀ-Þ])|\s+\((?=[^)]*$)"
)
FIRST_LINES = 12


def title_of(text: str, words: Wording) -> Quoted | None:
    lines = [line for line in lines_of(text[:8_000]) if line.text.strip()][:FIRST_LINES]
    if labelled := _labelled(text, lines, "title_labels", words):
        return labelled
    if lines and _is_title(lines[0]):
        return _cut(text, lines[0].start, lines[0].end)
    folded = fold(text[:8_000])
    for found in phrases(data(words.language)["title_after"]).finditer(folded):
        return _until_clause(text, found.end())
    return None


def employer_of(text: str, words: Wording) -> Quoted | None:
    lines = [line for line in lines_of(text[:8_000]) if line.text.strip()][:FIRST_LINES]
    if labelled := _labelled(text, lines, "employer_labels", words):
        return labelled
    head = text[:8_000]
    if legal := LEGAL.search(head):
        return _quoted(text, *_without_article(text, legal.start(1), legal.end(1)))
    return _by_place(text, lines) or _by_sentence(head, words)


def _labelled(text: str, lines: list[Line], key: str, words: Wording) -> Quoted | None:
    labels = phrases([*data(words.language)[key], *data("en")[key]])
    for line in lines:
        label, colon, rest = line.text.partition(":")
        folded = fold(label).strip(" *_#-•")
        if colon and rest.strip(" *_") and labels.fullmatch(folded):
            start = line.start + len(label) + 1
            return _cut(text, start, line.end)
    return None


def _is_title(line: Line) -> bool:
    words = line.text.split()
    return len(words) <= 14 and line.text.rstrip()[-1] not in ".!?:" and not line.bullet and not kind_named(line.text)


def _by_place(text: str, lines: list[Line]) -> Quoted | None:
    """The second line's first part, as in "Tallow | Austin, TX"."""
    if len(lines) < 2 or not _is_title(lines[0]):
        return None
    second = lines[1].text.strip()
    if (
        len(second.split()) <= 12
        and re.search(r"[|,·]|\s[–—-]\s", second)
        and second[0].isupper()
        and second[-1] != "."
    ):
        return _cut(text, lines[1].start, lines[1].end)
    first = re.match(rf"{NAME},\s+[A-ZÀ-Þ][\w\s-]+\.\s", second)
    return _quoted(text, lines[1].start, lines[1].start + first.end(1)) if first else None


def _by_sentence(head: str, words: Wording) -> Quoted | None:
    folded = fold(head)
    for found in phrases(data(words.language)["employer_after"]).finditer(folded):
        if named := re.match(rf"\s+{NAME}", head[found.end() : found.end() + 120]):
            return _quoted(head, found.end() + named.start(1), found.end() + named.end(1))
    verbs = phrases([*data(words.language)["employer_before"], *data(words.language)["title_after"]])
    opening = re.match(rf"(?:Die|Der|Das|The|At|La|Le|Les|L['’]|El|Los|Für die|Bei)?\s*{NAME}[^.!?\n]{{0,80}}", head)
    if opening and verbs.search(folded[: opening.end() + 40]) and not _is_title(lines_of(head[:400])[0]):
        return _quoted(head, opening.start(1), opening.end(1))
    for found in verbs.finditer(folded[:1_500]):
        begin = max(0, found.start() - 80)
        if named := re.search(rf"{NAME}\s+$", head[begin : found.start()]):
            return _quoted(head, begin + named.start(1), begin + named.end(1))
    return None


def _without_article(text: str, start: int, end: int) -> tuple[int, int]:
    found = re.match(r"(?:Die|Der|Das|The|Bei|Wir|La|Le|El)\s+", text[start:end])
    return (start + found.end(), end) if found else (start, end)


def _cut(text: str, start: int, end: int) -> Quoted | None:
    """The first part of a line, up to a place, a bracket or a separator."""
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t*_#"))
    found = CUT.search(text, start, end)
    stop = found.start() if found and found.start() > start else end
    return _quoted(text, start, stop)


def _until_clause(text: str, start: int) -> Quoted | None:
    found = re.search(
        r"[.,;:!?\n(]|\s(?:who|with|for our|to|mit|für unser|für den Standort|der|die|qui|pour|avec|que|con|para)\s",
        text[start : start + 160],
    )
    return _quoted(text, start, start + (found.start() if found else 0))


def _quoted(text: str, start: int, end: int) -> Quoted | None:
    part = text[start:end]
    start += len(part) - len(part.lstrip(" \t\n*_#"))
    end = start + len(text[start:end].rstrip(" \t\n*_#"))
    shown = text[start:end]
    return (
        Quoted(value=" ".join(shown.split()), text=shown, start=start, end=end) if shown and len(shown) <= 160 else None
    )
