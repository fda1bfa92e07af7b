"""What came back: a document and its design compared, field by field, with what two readers made of the file."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Literal

from pydantic import BaseModel, Field

from resumes.document import Document
from resumes.proving.aligning import partners
from resumes.proving.alike import Text, likeness, same, words
from resumes.proving.expected import PRESENT, Expected, Sort, expected
from resumes.proving.flattening import ITEM, ROW, flat, kind
from resumes.rendering.design import Design

Came = Literal["came back", "changed", "lost"]
READERS = 2
"""Of the readers and of this comparison. Raise it when files may come back otherwise than before: proofs made by older
ones are then made again."""
_LIKE = 0.5
_ADDRESSES = ("basics.url", "basics.profiles.url")
"""The person's addresses stand in one row, which doesn't say which of them is a profile."""


class FieldBack(BaseModel):
    """path: in JSON Resume names. value: what was to come back ("present" for an end that hasn't come; dates as ISO
    prefixes in the precision printed). ours: by our reader. theirs: by the second one. got: what ours gave instead."""

    path: str
    value: str
    ours: Came
    theirs: Came
    got: str = ""


class ReadBack(BaseModel):
    """complete: everything came back to both readers. fidelity, theirs_fidelity: the share (0 to 1) of fields that came
    back to ours and to the second reader; 1 where there was nothing to lose."""

    fields: list[FieldBack] = Field(default_factory=list)
    complete: bool = False
    fidelity: float = 1.0
    theirs_fidelity: float = 1.0
    readers: int = 0


def compare(document: Document, design: Design, read: Document, text: str) -> ReadBack:
    """read: by our reader. text: by the second one."""
    meant = expected(document, design)
    values = flat(read)
    found = _Read(values, partners(meant, values), _plain_skills(meant))
    other = Text(text)
    fields = []
    for field in meant:
        ours, instead = found.back(field)
        fields.append(
            FieldBack(path=field.path, value=field.value, ours=ours, theirs=_theirs(field, other), got=instead)
        )
    return ReadBack(
        fields=fields,
        complete=bool(fields) and all(field.ours == field.theirs == "came back" for field in fields),
        fidelity=_share([field.ours for field in fields]),
        theirs_fidelity=_share([field.theirs for field in fields]),
        readers=READERS,
    )


def _plain_skills(meant: list[Expected]) -> set[Expected]:
    grouped = {field.path.partition(".")[0] for field in meant if kind(field.path) == "skills.keywords"}
    names = {field for field in meant if kind(field.path) == "skills.name"}
    return {field for field in names if field.path.partition(".")[0] not in grouped}


def _share(found: list[Came]) -> float:
    return sum(came == "came back" for came in found) / len(found) if found else 1.0


def _theirs(field: Expected, text: Text) -> Came:
    if text.holds(field.printed):
        return "came back"
    return "changed" if text.holds_most(field.printed) else "lost"


class _Read:
    """What our reader found, asked by the paths of the document that was meant."""

    def __init__(self, values: Mapping[str, str], rows: Mapping[str, str], plain: Collection[Expected]) -> None:
        """rows: for a row of the document ("work[2]") the row that was read as it. plain: skills without keywords."""
        self._plain = plain
        self._values = values
        self._rows = rows
        self._lists: dict[str, list[str]] = defaultdict(list)
        for path, value in self._values.items():
            if item := ITEM.match(path):
                self._lists[item["list"]].append(value)

    def back(self, field: Expected) -> tuple[Came, str]:
        """How the field came back, and what was there instead."""
        addresses = (self._values[path] for path in self._values if kind(path) in _ADDRESSES)
        if kind(field.path) in _ADDRESSES and any(same(field, got) for got in addresses):
            return "came back", ""
        if field in self._plain and self._is_skill(field):
            return "came back", ""
        path = self._path(field.path)
        if path is None:
            return "lost", ""
        if item := ITEM.match(path):
            return self._item(field, item["list"])
        got = self._values.get(path, "")
        if field.value == PRESENT and field.sort is Sort.DATE:
            began = self._values.get(path.replace("endDate", "startDate"), "")
            return ("came back", "") if began and not got else ("changed" if got else "lost", got)
        if got and same(field, got):
            return "came back", ""
        return ("changed", got) if got else ("lost", "")

    def _is_skill(self, field: Expected) -> bool:
        """Whether a skill without keywords is among the keywords: a list of such skills is a group without a name."""
        lists = (values for path, values in self._lists.items() if kind(path) == "skills.keywords")
        return any(same(field, got) for values in lists for got in values)

    def _path(self, path: str) -> str | None:
        match = ROW.match(path)
        if not match:
            return path
        row = self._rows.get(match["row"])
        return None if row is None else f"{row}.{match['rest']}"

    def _item(self, field: Expected, path: str) -> tuple[Came, str]:
        """An item of a list: equal to one there, else like one, else equal to one of another row's list."""
        found = self._lists.get(path, [])
        if any(same(field, got) for got in found):
            return "came back", ""
        meant = words(field.value)
        near, nearest = max(((likeness(meant, words(got)), got) for got in found), default=(0.0, ""))
        if near >= _LIKE:
            return "changed", nearest
        others = (values for other, values in self._lists.items() if kind(other) == kind(path))
        elsewhere = (got for values in others for got in values)
        moved = next((got for got in elsewhere if same(field, got)), "")
        return ("changed", moved) if moved else ("lost", "")
