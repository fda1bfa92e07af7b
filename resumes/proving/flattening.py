"""A document as a flat list of its texts by path, and the rows that those paths belong to."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from resumes.document import Document

ROW = re.compile(r"^(?P<row>(?P<list>basics\.profiles|\w+)\[(?P<at>\d+)\])\.(?P<rest>.+)$")
ITEM = re.compile(r"^(?P<list>.+)\[\d+\]$")
_INDEX = re.compile(r"\[\d+\]")


def flat(document: Document) -> dict[str, str]:
    """Every text of a document by its path, in JSON Resume names; empty ones are left out."""
    found: dict[str, str] = {}
    _flatten("", document.model_dump(mode="json", by_alias=True), found)
    return found


def _flatten(path: str, value: Any, found: dict[str, str]) -> None:
    if isinstance(value, dict):
        for key, part in value.items():
            _flatten(f"{path}.{key}" if path else key, part, found)
    elif isinstance(value, list):
        for at, part in enumerate(value):
            _flatten(f"{path}[{at}]", part, found)
    elif isinstance(value, str) and value:
        found[path] = value


def rows(paths: Iterable[str]) -> dict[str, dict[int, list[str]]]:
    """The paths that lie in rows of a list ("work", "basics.profiles"), by list and row."""
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        if match := ROW.match(path):
            found[match["list"]][int(match["at"])].append(path)
    return found


def kind(path: str) -> str:
    """A path without its indexes: "work.highlights"."""
    return _INDEX.sub("", path)
