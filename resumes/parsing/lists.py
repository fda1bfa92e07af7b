"""Sections that are lists: skills, languages, interests."""

import re
from collections.abc import Sequence

from resumes.parsing.bodies import ink
from resumes.parsing.draft import Draft
from resumes.parsing.quotes import Quote, join, quote
from resumes.parsing.rows import CELL, Row, cells
from resumes.parsing.words import known

_SPLIT = re.compile(r"\s*[,;•·|‣▪●\t\n]\s*(?![^()]*\))|\s+[–—/]\s+(?![^()]*\))")
_GROUP = re.compile(r"^([^:\t]{2,60}?)\s?:\s*")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]\s*$")
_PROSE = 12
_APART = 0.6
"""Of a line's height: more space parts two lists."""


def read_skills(rows: Sequence[Row], lines: Sequence[int], draft: Draft, inline: int = 0) -> None:
    """Groups with keywords: a group's name stands before a colon, above its list, or in a style of its own."""
    item, keywords = "", 0
    for at, text in _whole_lines(rows, lines, inline):
        match = _GROUP.match(text.text)
        if match and len(match[1].split()) <= 6:
            item, keywords = _new_group(text.cut(0, match.end(1)), draft), 0
            keywords = _put_keywords(text.cut(match.end(), len(text.text)), item, keywords, draft)
        elif known("levels", text.text) and item:
            draft.put(f"{item}.level", text, 0.7)
        elif leveled := _leveled(text):
            item, keywords = _new_group(leveled[0], draft), 0
            draft.put(f"{item}.level", leveled[1], 0.7)
        elif _is_group_name(rows, lines, at) or (item and _stands_as_group(rows[lines[at]], rows[lines[0]])):
            item, keywords = _new_group(text.strip(), draft), 0
        else:
            if not item:
                item = draft.next("skills")
            keywords = _put_keywords(text, item, keywords, draft)


def _whole_lines(rows: Sequence[Row], lines: Sequence[int], inline: int = 0) -> list[tuple[int, Quote]]:
    """(position, text) of each line, with what was too long for it."""
    found: list[tuple[int, Quote]] = []
    for at, line in enumerate(lines):
        text = quote(rows[line], line, inline if at == 0 else 0)
        if at and _goes_on(rows[lines[found[-1][0]]], rows[lines[at - 1]], rows[line]):
            found[-1] = found[-1][0], join([found[-1][1], text])
        else:
            found.append((at, text))
    return found


def _goes_on(first: Row, above: Row, row: Row) -> bool:
    """Whether a row is the rest of a list that began in `first`: it hangs, or its first word had no room above."""
    if above.box is None or row.box is None or first.box is None or row.bullet or _GROUP.match(row.text):
        return False
    if (
        CELL in row.text
        or CELL in above.text
        or not _SPLIT.search(first.text)
        or above.runs[-1].style != row.first_style
    ):
        return False
    if above.page == row.page and row.gap > _APART:
        return False
    hangs = row.box.x0 > first.box.x0 + 2
    needed = (row.box.x1 - row.box.x0) * (len(row.text.split()[0]) + 1) / len(row.text)
    full = above.box.x1 + 0.8 * needed >= above.edge
    return full and (hangs or abs(row.box.x0 - first.box.x0) < 2)


def read_keywords(rows: Sequence[Row], lines: Sequence[int], item: str, draft: Draft) -> None:
    """Lines that are nothing but keywords of one group."""
    count = 0
    for _at, text in _whole_lines(rows, lines):
        count = _put_keywords(text, item, count, draft)


def _leveled(text: Quote) -> tuple[Quote, Quote] | None:
    """A group's name with its level in a cell of its own."""
    parts = text.split(re.compile(r"\t"))
    return (parts[0], parts[1]) if len(parts) == 2 and known("levels", parts[1].text) else None


def _new_group(name: Quote, draft: Draft) -> str:
    item = draft.next("skills")
    level = _BRACKETS.search(name.text)
    if level and known("levels", level[1]):
        draft.put(f"{item}.level", name.cut(level.start(1), level.end(1)), 0.8)
        name = name.cut(0, level.start())
    draft.put(f"{item}.name", name, 0.85)
    return item


def _stands_as_group(row: Row, first: Row) -> bool:
    """Whether a whole line is set as the names of groups are in front of their colons."""
    named = len(row.runs) == 1 and row.first_style == first.first_style and row.style.bold
    return named and not row.bullet and len(row.text.split()) <= 6 and "," not in row.text and len(first.runs) > 1


def _is_group_name(rows: Sequence[Row], lines: Sequence[int], at: int) -> bool:
    """A line above a list that looks unlike it: bold or larger, or without the bullets of what follows."""
    row = rows[lines[at]]
    below = rows[lines[at + 1]] if at + 1 < len(lines) else None
    if row.bullet or below is None or len(row.text.split()) > 6 or len(list(cells(row))) > 1 or "," in row.text:
        return False
    if below.bullet:
        return True
    bolder = row.style.bold and not below.style.bold
    return ink(row) != ink(below) and (bolder or row.style.size > below.style.size or row.level > below.level)


def _put_keywords(text: Quote, item: str, count: int, draft: Draft) -> int:
    """The keywords of a line; a sentence stays whole."""
    parts = text.split(_SPLIT)
    if len(parts) == 1 and len(text.text.split()) >= _PROSE:
        parts = [text]
    for text_part in parts:
        named = text_part.strip(" \t,;:•·|–—-")
        # A full stop ends a list but begins ".NET".
        part = _without_level(named.cut(0, len(named.text.rstrip(" ."))))
        if not part or known("noise", part.text):
            continue
        draft.put(f"{item}.keywords[{count}]", part, 0.85 if len(part.text.split()) <= 6 else 0.5)
        count += 1
    return count


def _without_level(part: Quote) -> Quote:
    level = _BRACKETS.search(part.text)
    return part.cut(0, level.start()) if level and (known("levels", level[1]) or known("fluency", level[1])) else part


def is_language(text: str) -> bool:
    return known("languages", text)


def read_languages(rows: Sequence[Row], lines: Sequence[int], draft: Draft, inline: int = 0) -> None:
    """Each language with what is said about it up to the next one."""
    item = ""
    for at, line in enumerate(lines):
        text = quote(rows[line], line, inline if at == 0 else 0)
        for part in text.split(re.compile(r"\s*[,;•·|\t]\s*(?![^()]*\))")):
            found = _told_language(part) or _language_in(part)
            if found:
                item = draft.next("languages")
                draft.put(f"{item}.language", found[0], 0.95)
            fluency = _unwrapped((found[1] if found else part).strip(" \t:–—-,"))
            if item and fluency and not any(f.path == f"{item}.fluency" for f in draft.fields):
                draft.put(f"{item}.fluency", fluency, 0.8)


def _told_language(part: Quote) -> tuple[Quote, Quote] | None:
    """A language, known or not, whose fluency stands behind a colon: "Wolof: fluent"."""
    match = _GROUP.match(part.text)
    told = match and len(match[1].split()) <= 4 and match.end() < len(part.text) and not part.text.startswith("(")
    return (part.cut(0, match.end(1)), part.cut(match.end(), len(part.text))) if match and told else None


def _unwrapped(text: Quote) -> Quote:
    return text.cut(1, len(text.text) - 1).strip() if text.text[:1] in "([" and text.text[-1:] in ")]" else text


def _language_in(part: Quote) -> tuple[Quote, Quote] | None:
    """The language that opens a text, and the rest."""
    words = list(re.finditer(r"[^\W\d_][\w'’-]*", part.text))[:5]
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        if is_language(part.text[words[0].start() : end]):
            return part.cut(words[0].start(), end), part.cut(end, len(part.text))
    return None


def read_interests(rows: Sequence[Row], lines: Sequence[int], draft: Draft, inline: int = 0) -> None:
    """Each interest; what stands behind its colon are its keywords."""
    for _at, text in _whole_lines(rows, lines, inline):
        match = _GROUP.match(text.text)
        if match and len(match[1].split()) <= 6 and match.end() < len(text.text):
            item = draft.next("interests")
            draft.put(f"{item}.name", text.cut(0, match.end(1)), 0.75)
            _put_keywords(text.cut(match.end(), len(text.text)), item, 0, draft)
            continue
        for part in text.split(_SPLIT):
            if part := part.strip(" .\t"):
                draft.put(f"{draft.next('interests')}.name", part, 0.75)
