"""A posting's lines as blocks: bullets and paragraphs, each under the kind of heading it stands below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumes.matching.folding import fold
from resumes.matching.wording import heading_cues, heading_kinds

KINDS = ("required", "tasks", "about", "offer", "process")
BULLET = re.compile(
    r"[ \t]*(?:[-*+•–—·▪◦‣●○■□✓✔➤►»→>]+[ \t]+|[•▪●✓✔➤►][ \t]*|\(?\d{1,2}[.)][ \t]+|[a-z]\)[ \t]+)(?=\S)"
)
MARKS = re.compile(r"^[\s#*_>=~|\[\]\-–—•:]+|[\s#*_=~|\[\]\-–—:?!.…]+$")
LABEL = re.compile(r"[ \t]*[*_]{0,2}([^\W\d_][^:\n]{1,60}?)[*_]{0,2}:[*_]{0,2}(?=\s|$)")
# A heading in the conditional wishes: "Ce qui nous séduirait", "Schön wäre".
CONDITIONAL = re.compile(r"(?<!\w)(?:would|wurden?|waren?|hatten?|\w{3,}r(?:ait|aient|ions|ian?))(?!\w)")
EMOJI = re.compile(r"[^\w\s.,;:!?'\"()/&#*+%$€£@\-–—’„“”«»¿¡…|<>=~_\[\]•]+")


@dataclass
class Block:
    """Characters [start, end). kind: required, preferred, another heading's, or "". item: one point of a list.
    later: a paragraph that its heading may no longer speak for. heading: the place of its heading's line."""

    start: int
    end: int
    kind: str = ""
    item: bool = False
    later: bool = False
    heading: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Line:
    start: int
    end: int
    text: str
    bullet: int
    """Characters of the bullet and the space around it; 0 without one."""


def lines_of(text: str) -> list[Line]:
    lines, start = [], 0
    for raw in text.splitlines(keepends=True):
        shown = raw.rstrip()
        bullet = BULLET.match(shown)
        lines.append(Line(start, start + len(shown), shown, bullet.end() if bullet else 0))
        start += len(raw)
    return lines


def kind_named(text: str) -> str:
    """The kind of section that a heading opens, or "". What is preferred says so whatever else it says."""
    key = " ".join(MARKS.sub("", fold(EMOJI.sub("", text))).replace("-", " ").split())
    if key in heading_kinds():
        return heading_kinds()[key]
    few = len(key.split()) <= 4
    if (found := heading_cues("preferred").search(key)) and (few or " " in found.group() or found.start() == 0):
        return "preferred"
    longest = {kind: max((len(m.group()), " " in m.group()) for m in heading_cues(kind).finditer(key))
               for kind in KINDS if heading_cues(kind).search(key)}  # fmt: skip
    longest = {kind: (size, wide) for kind, (size, wide) in longest.items() if few or wide}
    if longest:
        return max(longest, key=lambda kind: longest[kind])
    return "preferred" if CONDITIONAL.search(key) else ""


def blocks(text: str) -> list[Block]:
    return list(_Blocks(text).found())


class _Blocks:
    """Walks the lines once; the kind holds until the next heading."""

    def __init__(self, text: str) -> None:
        self.lines = lines_of(text)
        self.kind, self.heading = "", (0, 0)
        self.items_seen = self.paragraphs_seen = self.after_blank = False

    def found(self) -> Iterator[Block]:
        opened: Block | None = None
        for number, line in enumerate(self.lines):
            if not line.text.strip():
                self.after_blank = True
                continue
            block = self._block(number, line)
            if block is None:
                if opened:
                    yield opened
                opened = None
            elif opened and self._goes_on(number, line, opened):
                opened.end = line.end
            else:
                if opened:
                    yield opened
                opened = block
                self._note(block)
            self.after_blank = False
        if opened:
            yield opened

    def _note(self, block: Block) -> None:
        self.items_seen |= block.item
        self.paragraphs_seen |= not block.item

    def _goes_on(self, number: int, line: Line, opened: Block) -> bool:
        if self.after_blank or line.bullet or self._label(line):
            return False
        before = self.lines[number - 1]
        if not opened.item:
            return True
        indented = line.text[:1] in " \t" and not before.text.endswith(".")
        return (
            indented or line.text.lstrip()[:1].islower() or (len(before.text) > 60 and before.text[-1] not in ".;:!?")
        )

    def _block(self, number: int, line: Line) -> Block | None:
        """The block that a line opens or goes on; None for a heading."""
        if line.bullet:
            return Block(line.start + line.bullet, line.end, self.kind, item=True, heading=self.heading)
        if self._is_heading(number, line):
            self.kind, self.heading = kind_named(line.text) or "other", (line.start, line.end)
            self.items_seen = self.paragraphs_seen = False
            return None
        start = line.start + len(line.text) - len(line.text.lstrip())
        if label := self._label(line):
            self.kind, self.items_seen = kind_named(label[1]), False
            return Block(line.start + label.end(), line.end, self.kind)
        if self.items_seen and self.after_blank:
            return Block(start, line.end, "", later=True)
        return Block(start, line.end, self.kind, later=self.paragraphs_seen and self.after_blank)

    def _label(self, line: Line) -> re.Match[str] | None:
        """An inline heading: "Requirements: ..."."""
        found = LABEL.match(line.text)
        return found if found and len(found[1].split()) <= 6 and kind_named(found[1]) else None

    def _is_heading(self, number: int, line: Line) -> bool:
        text = line.text.strip()
        words = len(text.split())
        if words > 10 or len(text) > 80 or text[-1] in ".,;":
            return False
        if text.startswith("#") or (text.endswith(":") and words <= 10):
            return True
        if LABEL.match(text) and not text.endswith((":", ":**", ":*")):
            return False
        if kind_named(text):
            return number > 0 or text.isupper() or (kind_named(text) in {"required", "preferred"} and words <= 3)
        following = next((other for other in self.lines[number + 1 : number + 4] if other.text.strip()), None)
        return bool(number and following and following.bullet and (self.after_blank or text.startswith("**")))
