"""What a version made of a round of suggestions would hold: what was accepted there alone, or all that the editor does.

What was accepted is put into the base once more, text by text, in the order of the decisions; what can't be told apart
from edits that are in no version yet goes only with them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from resumes.comparing.documents import Section, compare
from resumes.document import Document
from resumes.editing.drafting import design_in, document_in
from resumes.editing.operations import Gone, do
from resumes.editing.outline import Outline, document_of, outline_of
from resumes.editing.shape import BASICS, BY_KEY, pattern_of
from resumes.editing.values import Mistake
from resumes.editing.whole_texts import places_of, put_at, text_at
from resumes.models import Draft, Suggestion
from resumes.rendering.design import Design

LABELS = {field.name.replace("/", "."): field.label for field in BASICS}


@dataclass(frozen=True)
class Holding:
    """alone: the base with `accepted` changes of the round, and nothing else; None without a base. bound: how many of
    the round stand on edits that are in no version yet.
    """

    draft: Draft
    alone: Outline | None = None
    accepted: int = 0
    bound: int = 0

    @property
    def together(self) -> int:
        return self.accepted + self.bound

    @cached_property
    def others(self) -> list[str]:
        """Where the editor holds more than what was accepted here, in the words of the editor."""
        if self.alone is None or not self.draft.base:
            return []
        held, whole = document_of(self.alone).to_json_resume(), document_in(self.draft).to_json_resume()
        places = [place for section in compare(held, whole) for place in _places(section)]
        same = design_in(self.draft) == Design.stored(self.draft.base.design)
        return [*dict.fromkeys(places), *([] if same else ["Design"])]


@dataclass
class _Replayed:
    outline: Outline
    places: dict[Suggestion, str] = field(default_factory=dict)
    bound: int = 0


def holding(draft: Draft, suggestions: Iterable[Suggestion]) -> Holding:
    """draft: with its base. suggestions: of one round."""
    applied = sorted((each for each in suggestions if each.is_applied), key=_when)
    if not draft.base:
        return Holding(draft, bound=len(applied))
    base = outline_of(Document.model_validate(draft.base.document))
    first = _replayed(base, draft, applied)
    lasting = [each for each in applied if each not in first.places or _lasts(draft, first, each)]
    last = first if len(lasting) == len(applied) else _replayed(base, draft, lasting)
    return Holding(draft, last.outline, len(last.places), last.bound)


def _when(suggestion: Suggestion) -> tuple[float, int]:
    return (suggestion.decided_at.timestamp() if suggestion.decided_at else 0.0, suggestion.number)


def _replayed(base: Outline, draft: Draft, applied: list[Suggestion]) -> _Replayed:
    found = _Replayed(json.loads(json.dumps(base)))
    for each in applied:
        if place := _place(found.outline, each.path, each.before):
            do(found.outline, put_at(found.outline, place, each.put_in))
            found.places[each] = place
        elif _text(draft.outline, each.path) == each.put_in and not _place(found.outline, each.path, each.put_in):
            found.bound += 1
    return found


def _lasts(draft: Draft, found: _Replayed, suggestion: Suggestion) -> bool:
    """Whether nobody wrote on there since."""
    return _text(draft.outline, suggestion.path) == _text(found.outline, found.places[suggestion])


def _place(outline: Outline, path: str, text: str) -> str:
    """Where the text stands in a field of that kind: at the path, or at the only other place. Rows of a version have
    other ids than those of the editor.
    """
    if _text(outline, path) == text:
        return path
    alike = (each for each in places_of(outline).values() if pattern_of(each) == pattern_of(path))
    found = [each for each in alike if _text(outline, each) == text]
    return found[0] if len(found) == 1 else ""


def _text(outline: Outline, path: str) -> str | None:
    try:
        return text_at(outline, path)
    except (Gone, Mistake):
        return None


def _places(section: Section) -> Iterator[str]:
    known = BY_KEY.get(section.key)
    for entry in section.entries:
        if not entry.differs:
            continue
        if known:
            yield f"{known.title}: {entry.title}" if entry.title else known.title
        else:
            for text in entry.texts:
                if text.differs:
                    yield LABELS.get(text.field, "Contact details") if section.key == "basics" else section.key
