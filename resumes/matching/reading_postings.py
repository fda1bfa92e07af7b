"""Reads a job posting by rules: what it asks for, word for word, and how much it wants it."""

import re

from resumes.matching.clauses import addressed, clauses
from resumes.matching.folding import fold
from resumes.matching.naming_postings import employer_of, title_of
from resumes.matching.posting import PostingReading, Priority, Requirement
from resumes.matching.posting_blocks import Block, blocks, kind_named
from resumes.matching.posting_facts import languages_in, skills_in, years_in
from resumes.matching.sentences import Span, enumerated, has_head, sentences
from resumes.matching.settling_headings import settle
from resumes.matching.trimming import clean, cued, edged, without_leads
from resumes.matching.wording import Wording, heading_cues, language_of, wording

LONGEST = 200_000
LONGEST_REQUIREMENT = 600
MOST, MOST_BLOCKS = 120, 2_000
WANTED: dict[str, Priority] = {"required": "required", "preferred": "preferred"}
SPOKEN = "spoken"
LABEL = re.compile(r"\s*([^\W\d_][^:\n.]{1,60}?):\s+")
Asked = tuple[Span, Priority]


def read_posting(text: str) -> PostingReading:
    """Total over any text. Only the first 200,000 characters are read; places are places in the text."""
    text = text[:LONGEST]
    words = wording(language_of(text))
    found = settle(text, blocks(text)[:MOST_BLOCKS], words)
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
    """A paragraph that asks in two sentences or more asks in those as well that only speak to the reader."""
    asked = _said(text, block, words, relaxed=False)
    several = len({(found[1], found[2]) for found in asked}) > 1
    return [one for one, *_ in (_said(text, block, words, relaxed=True) if several else asked)]


def _said(text: str, block: Block, words: Wording, *, relaxed: bool) -> list[tuple[Asked, int, int]]:
    """What a paragraph asks, each with the place of its sentence."""
    asked: list[tuple[Asked, int, int]] = []
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
        held = "" if later and kind not in WANTED else kind
        if relaxed and not held and addressed(fold(text[slice(*span)]), words):
            held = SPOKEN
        found = [one for clause in clauses(text, span, words)
                 for one in _sentence(text, clause, held, words, inherited, later=later)]  # fmt: skip
        inherited = found[-1][1] if found else None
        asked += [(one, start, end) for one in found]
    return asked


def _sentence(
    text: str, span: Span, kind: str, words: Wording, inherited: Priority | None, *, later: bool
) -> list[Asked]:
    if kind and kind not in WANTED and kind != SPOKEN:
        return []
    cue = cued(text, span, words)
    goes_on = inherited if words.continues.match(fold(text[slice(*clean(text, span))])) else None
    priority = cue.priority or WANTED.get(kind) or goes_on or ("required" if kind == SPOKEN else None)
    if priority is None:
        return []
    if words.unneeded.search(fold(text[slice(*cue.span)])) and cue.priority != "preferred":
        return []
    parts = [part for body in (cue.span, cue.more) if body for part in _parts(text, body, kind, priority, words)]
    strict = later if kind and kind != SPOKEN else kind != SPOKEN and not cue.sure
    strict = strict and not (len(parts) > 1 and has_head(fold(text[slice(*parts[0])]), words))
    return [
        one
        for part in parts
        for one in _part(text, part, priority, words, strict=strict and not (kind and cue.priority))
    ]


def _parts(text: str, span: Span, kind: str, priority: Priority, words: Wording) -> list[Span]:
    body = without_leads(text, span, words)
    if kind in WANTED and ";" in text[slice(*body)]:
        return _divided_point(text, body)
    parts = enumerated(text, body, words, loose=priority == "preferred", prose=True)
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
