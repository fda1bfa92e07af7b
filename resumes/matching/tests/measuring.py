"""Measures a match against a truth by the definitions of the shared sample's scorer."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

STATUSES = ("met", "partly", "not_found")
Row = dict[str, Any]


def strings(value: Any) -> Iterator[str]:
    """Every string of a resume, and its keywords joined."""
    if isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
        if value.get("keywords"):
            yield ", ".join(value["keywords"])
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)
    elif value is not None:
        yield str(value)


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return re.sub(r"\s+", " ", plain).strip()


def stands(quote: str, resume: Any) -> bool:
    pattern = rf"(?<!\w){re.escape(folded(quote))}(?!\w)"
    return bool(re.search(r"\w", quote)) and any(re.search(pattern, folded(text)) for text in strings(resume))


def words(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[^\W_]+(?:[+#]+(?!\w))?", folded(text))))


def similarity(one: str, other: str) -> float:
    """The mean of Dice and containment over words; nearly the same word counts as the same."""
    left, right = words(one), words(other)
    if not left or not right:
        return 0.0
    rest, common = set(right), 0
    for word in left:
        near = (v for v in rest if min(len(v), len(word)) > 3 and SequenceMatcher(None, v, word).ratio() >= 0.85)
        hit = word if word in rest else next(near, None)
        if hit:
            rest.discard(hit)
            common += 1
    return (2 * common / (len(left) + len(right)) + common / min(len(left), len(right))) / 2


def align(truth: list[Row], found: list[Row]) -> dict[int, int]:
    """Truth's index to the found one's, one to one, most similar first, at least half."""
    ranked = sorted(
        ((similarity(t["text"], f["text"]), -i, -j) for i, t in enumerate(truth) for j, f in enumerate(found)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for score, i, j in ranked:
        if score >= 0.5 and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


@dataclass
class Measure:
    """confusion: (truth, found) statuses; found is "" where nothing aligned."""

    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    requirements: int = 0
    aligned: int = 0
    same_priority: int = 0
    wrong_quotes: list[str] = field(default_factory=list)

    def add(self, truth: list[Row], found: list[Row], resume: Any) -> None:
        pairs = align(truth, found)
        self.requirements += len(truth)
        self.aligned += len(pairs)
        for i, one in enumerate(truth):
            other = found[pairs[i]] if i in pairs else {}
            self.confusion[one["status"], other.get("status", "")] += 1
            self.same_priority += other.get("priority") == one["priority"]
        quotes = [proof["quote"] for one in found for proof in one["evidence"]]
        self.wrong_quotes += [quote for quote in quotes if not stands(quote, resume)]

    @property
    def recall(self) -> float:
        return self.aligned / self.requirements

    @property
    def macro_f1(self) -> float:
        return sum(self._f1(status) for status in STATUSES) / len(STATUSES)

    def _f1(self, status: str) -> float:
        right = self.confusion[status, status]
        told = sum(count for (_, found), count in self.confusion.items() if found == status)
        true = sum(count for (truth, _), count in self.confusion.items() if truth == status)
        return 2 * right / (told + true) if told + true else 1.0
