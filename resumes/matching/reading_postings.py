"""Reads a job posting by rules: what it asks for, word for word, and how much it wants it."""

import re

from resumes.matching.folding import fold
from resumes.matching.naming_postings import employer_of, title_of
from resumes.matching.posting import PostingReading, Priority, Requirement
from resumes.matching.posting_blocks import Block, blocks, kind_named
from resumes.matching.posting_facts import languages_in, skills_in, years_in
from resumes.matching.sentences import Span, enumerated, has_head, sentences
from resumes.matching.trimming import clean, cued, edged, without_leads
from resumes.matching.wording import Wording, heading_cues, language_of, wording

LONGEST = 200_000
LONGEST_REQUIREMENT = 600
MOST = 120
WANTED: dict[str, Priority] = {"required": "required", "preferred": "preferred"}
LABEL = re.compile(r"\s*([^\W\d_][^:\n.]{1,60}?):\s+")
Asked = tuple[Span, Priority]


def read_posting(text: str) -> PostingReading:
    """Total over any text. Only the first 200,000 characters are read; places are places in the text."""
    text = text[:LONGEST]
    words = wording(language_of(text))
    found = blocks(text)
    asked = [one for block in found for one in _asked(text, block, words)]
    if not asked:
        asked = _anything(text, found, words)
    requirements = _distinct(text, asked)
    return PostingReading(
        title=title_of(text, words),
        employer=employer_of(text, words),
        language=words.language,
        requirements=requirements,
        skills=skills_in(requirements),
        years=years_in(requirements),
        languages=languages_in(requirements),
    )


def _asked(text: str, block: Block, words: Wording) -> list[Asked]:
    if block.item:
        return _point(text, block, words) if block.kind in WANTED else []
    if block.kind in WANTED and not block.later and (lines := _unmarked_points(text, block)):
        return [one for line in lines for one in _point(text, line, words)]
    return _prose(text, block, words)


def _point(text: str, block: Block, words: Wording) -> list[Asked]:
    """A bullet is one requirement; what it adds in a sentence of its own counts if it asks for something."""
    asked: list[Asked] = []
    for span in sentences(text, block.start, block.end):
        cue = edged(text, span, words)
        if asked and not (cue.priority and has_head(fold(text[slice(*cue.span)]), words)):
            continue
        asked += [(part, cue.priority or WANTED[block.kind]) for part in _divided_point(text, cue.span)]
    return asked


def _divided_point(text: str, span: Span) -> list[Span]:
    start, end = span
    parts, begin = [], start
    for match in re.finditer(r";\s+", text[start:end]):
        parts.append((begin, start + match.start()))
        begin = start + match.end()
    return [*parts, (begin, end)]


def _unmarked_points(text: str, block: Block) -> list[Block]:
    """The lines of a list without bullets; none when the lines are a wrapped paragraph."""
    lines, start = [], block.start
    for raw in text[block.start : block.end].splitlines(keepends=True):
        lines.append(Block(start, start + len(raw.rstrip()), block.kind, item=True))
        start += len(raw)
    shown = [text[line.start : line.end].strip() for line in lines]
    wrapped = any(line[:1].islower() for line in shown[1:]) or max(map(len, shown)) > 110
    stopped = sum(bool(re.search(r"[.!?]\s+\S", line)) for line in shown)
    return [] if len(lines) < 2 or wrapped or stopped else lines


def _prose(text: str, block: Block, words: Wording) -> list[Asked]:
    asked: list[Asked] = []
    kind, inherited = block.kind, None
    later = block.later
    for start, end in sentences(text, block.start, block.end):
        span = start, end
        label = LABEL.match(text, start, end)
        if label and len(label[1].split()) <= 6 and (named := kind_named(label[1])):
            kind, span, later = named, (label.end(), end), False
        if heading_cues("offer").match(fold(text[slice(*clean(text, span))])):
            kind, later, inherited = "offer", False, None
            continue
        found = _sentence(text, span, "" if later and kind not in WANTED else kind, words, inherited, later=later)
        inherited = found[-1][1] if found else None
        asked += found
    return asked


def _sentence(
    text: str, span: Span, kind: str, words: Wording, inherited: Priority | None, *, later: bool
) -> list[Asked]:
    if kind and kind not in WANTED:
        return []
    cue = cued(text, span, words)
    goes_on = inherited if words.continues.match(fold(text[slice(*clean(text, span))])) else None
    priority = cue.priority or WANTED.get(kind) or goes_on
    if priority is None:
        return []
    if words.unneeded.search(fold(text[slice(*cue.span)])) and cue.priority != "preferred":
        return []
    parts = [part for body in (cue.span, cue.more) if body for part in _parts(text, body, kind, priority, words)]
    strict = later if kind else not cue.sure
    return [
        one
        for part in parts
        for one in _part(text, part, priority, words, strict=strict and not (kind and cue.priority))
    ]


def _parts(text: str, span: Span, kind: str, priority: Priority, words: Wording) -> list[Span]:
    body = without_leads(text, span, words)
    if kind in WANTED and ";" in text[slice(*body)]:
        return _divided_point(text, body)
    parts = enumerated(text, body, words, loose=priority == "preferred")
    return _short_list(text, parts[0]) if kind in WANTED and len(parts) == 1 else parts


def _short_list(text: str, span: Span) -> list[Span]:
    """ "Requirements: Python, SQL, Docker" is three; a sentence with a comma in it is one."""
    pieces, begin = [], span[0]
    for match in re.finditer(r",\s+", text[slice(*span)]):
        pieces.append((begin, span[0] + match.start()))
        begin = span[0] + match.end()
    pieces.append((begin, span[1]))
    return pieces if len(pieces) > 2 and all(len(text[slice(*piece)].split()) <= 4 for piece in pieces) else [span]


def _part(text: str, span: Span, priority: Priority, words: Wording, *, strict: bool) -> list[Asked]:
    """strict: without a heading above it, only what has a head word counts ("Erfahrung", "degree", "years")."""
    own = cued(text, span, words) if priority == "required" else None
    if own and own.priority == "preferred":
        span, priority = own.span, "preferred"
    span = without_leads(text, span, words)
    if strict and not has_head(fold(text[slice(*span)]), words):
        return []
    return [(span, priority)]


def _anything(text: str, found: list[Block], words: Wording) -> list[Asked]:
    """Without any heading or cue that we know: points and sentences that name experience, degrees, years."""
    items = [block for block in found if block.item and block.kind in {"", "other"}]
    named = [block for block in items if has_head(fold(text[block.start : block.end]), words)]
    return [((block.start, block.end), "required") for block in named or items]


def _distinct(text: str, asked: list[Asked]) -> list[Requirement]:
    """In the posting's order, cleaned, without what is empty, overlong or said twice."""
    requirements: list[Requirement] = []
    seen: set[str] = set()
    for span, priority in asked:
        start, end = clean(text, span)
        end = start + len(text[start : min(end, start + LONGEST_REQUIREMENT)].rstrip())
        key = " ".join(fold(text[start:end]).split())
        if re.search(r"\w", key) and key not in seen and len(requirements) < MOST:
            seen.add(key)
            requirements.append(Requirement(text=text[start:end], priority=priority, start=start, end=end))
    return requirements
