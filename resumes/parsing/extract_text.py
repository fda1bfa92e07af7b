"""Plain text and Markdown to rows: marks are stripped, what they say (heading, bold, bullet) is kept."""

import re
from dataclasses import replace
from html import unescape

from resumes.parsing.bullets import cut_bullet
from resumes.parsing.plain_text import decode_text
from resumes.parsing.reading import Kind, Link
from resumes.parsing.rows import CELL, Extraction, Row, Run, Style

_MD_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"^\s*(=|-|~|_|\*)\1{2,}\s*$")
_MD_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\(([^)\s]{1,500})[^)\n]{0,200}\)|<((?:https?|mailto):[^>\s]{1,500})>")
_EMBEDDED = re.compile(r"!\[[^\]\n]{0,300}\]\(data:[^)!\s]{0,200000}\)|<!--[^<]*?-->")
_SPLIT_LINK = re.compile(r"\[[^\[\]]{0,300}\]\([^()]{0,500}\)")
_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]{0,2000})?/?>")
_ESCAPED = re.compile(r"\\([#*_\[\]()|<>~`.!+-])")
_MARK = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_WIDE_GAP = re.compile(r"\t+| {3,}")
_PIPES = re.compile(r"^\s*\||\|\s*$")


def extract_text(data: bytes, kind: Kind) -> Extraction:
    """A row for each line that isn't blank."""
    extraction = Extraction(kind)
    blank = 0
    text = (decode_text(data) or "").replace("\x00", "")
    for line in (_without_html(text) if kind is Kind.MARKDOWN else text).splitlines():
        if _UNDERLINE.match(line):
            _underline(extraction.rows)
        elif line.strip():
            row = _row(line, kind, extraction.links, blank)
            extraction.rows += [row] if row.text.strip() else []
            blank = 0
        else:
            blank += 1
    return extraction


def _without_html(text: str) -> str:
    """Markdown without the HTML that may stand in it; a link or picture over several lines comes into one."""
    text = _EMBEDDED.sub("", text)
    text = _SPLIT_LINK.sub(lambda match: " ".join(match[0].split()).replace(" ](", "]("), text)
    return _ESCAPED.sub(r"\1", unescape(_TAG.sub("", text)))


def _underline(rows: list[Row]) -> None:
    """A line of dashes below a text makes it a heading; a rule between paragraphs doesn't."""
    if rows and not rows[-1].bullet and len(rows[-1].text) <= 60:
        rows[-1] = replace(rows[-1], level=rows[-1].level or 2)


def _row(line: str, kind: Kind, links: list[Link], blank: int) -> Row:
    text = line.expandtabs(4) if line[:1].isspace() else line
    indent = len(text) - len(text.lstrip())
    level, text = 0, text.strip()
    bullet, rest = cut_bullet(text)
    bold: tuple[Run, ...] = ()
    if kind is Kind.MARKDOWN:
        if heading := _MD_HEADING.match(text):
            level, rest, bullet = len(heading[1]), heading[2], ""
        rest, bold = _without_marks(_without_links(_PIPES.sub("", rest).strip().replace(" | ", CELL), links))
    rest = _WIDE_GAP.sub(CELL, rest) if not bold else rest
    runs = bold or (Run(0, len(rest), Style(name=f"level {level}" if level else "")),)
    return Row(text=rest, runs=runs, bullet=bullet, level=level, indent=float(indent), gap=float(blank))


def _without_links(text: str, links: list[Link]) -> str:
    def note(match: re.Match[str]) -> str:
        url, shown = match[2] or match[3], match[1] or match[3] or ""
        if not match[0].startswith("!"):
            links.append(Link(url=url, text=shown))
        return shown.removeprefix("mailto:")

    return _MD_LINK.sub(note, text)


def _without_marks(text: str) -> tuple[str, tuple[Run, ...]]:
    """The text without emphasis marks, and its runs if any of it was bold."""
    plain, runs, at = "", list[Run](), 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        inner = match[2] if match[1] not in ("**", "__") else match[2].strip("*_")
        style = Style(bold=match[1] in ("**", "__"), italic=match[1] in ("*", "_"))
        runs.append(Run(len(plain), len(plain) + len(inner), style))
        plain, at = plain + inner, match.end()
    plain += text[at:]
    return plain, _filled(runs, len(plain)) if runs else ()


def _filled(runs: list[Run], length: int) -> tuple[Run, ...]:
    """The runs with plain ones for what lies between them."""
    filled, at = list[Run](), 0
    for run in runs:
        if run.start > at:
            filled.append(Run(at, run.start, Style()))
        filled.append(run)
        at = run.end
    return (*filled, Run(at, length, Style())) if at < length else tuple(filled)
