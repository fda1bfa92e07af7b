"""The document under construction: every value set with its quote and confidence, the document made from them."""

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from resumes.document import Document
from resumes.parsing.quotes import Quote
from resumes.parsing.reading import FieldReading

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass
class Draft:
    fields: list[FieldReading] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    """Lines that gave a value, or that a reader needs no value from (headings, labels)."""
    counts: dict[str, int] = field(default_factory=dict)
    bulleted: bool = False
    """Whether the document sets bullets under its entries."""

    def put(self, path: str, quote: Quote, confidence: float, value: str | None = None) -> None:
        """Sets a value; an empty one is left out. `value` is given where it isn't the quote's own text."""
        quote = quote.clean()
        text = quote.text if value is None else value
        if not text.strip():
            return
        self.lines |= {span.line for span in quote.spans}
        self.fields.append(FieldReading(path=path, value=text, confidence=round(confidence, 2), spans=quote.spans))

    def take(self, *lines: int) -> None:
        """Marks lines as used without a value of their own."""
        self.lines |= set(lines)

    def next(self, section: str) -> str:
        """The path of a new item of a list."""
        index = self.counts.get(section, 0)
        self.counts[section] = index + 1
        return f"{section}[{index}]"

    def document(self) -> Document:
        tree: dict[str, Any] = {}
        for reading in self.fields:
            _set(tree, reading.path, reading.value)
        return Document.model_validate(tree)


def _set(tree: dict[str, Any], path: str, value: str) -> None:
    steps = [int(index) if index else name for name, index in _STEP.findall(path)]
    here: Any = tree
    for step, following in itertools.pairwise(steps):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            while len(here) <= step:
                here.append(type(empty)())
            here = here[step]
        else:
            here = here.setdefault(step, empty)
    last = steps[-1]
    if isinstance(last, int):
        here.extend([""] * (last + 1 - len(here)))
    here[last] = value
