"""What may back a proposal: what stands at its path, its quotes, what the person typed, and the entry around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from resumes.document import Document
from resumes.tailoring.lexicon import LANGUAGES, Lexicon, lexicon
from resumes.tailoring.suggestion import Proposal
from resumes.tailoring.tokens import folded, squeezed, tokens

ENTRIES = ("work", "volunteer", "projects", "education")
"""Sections whose entries are told apart: what was done in one was not done in another."""
HEADS = (
    "name",
    "position",
    "location",
    "startDate",
    "endDate",
    "organization",
    "institution",
    "area",
    "studyType",
    "entity",
    "roles",
)
SPANNING = ("summary", "label", "keywords")
"""Fields that speak of the whole resume."""
BUT = r"\b(?:but|however|though|although|aber|jedoch|sondern|dagegen|mais|cependant|pero|sino|aunque)\b"
SEGMENT = re.compile(rf"(,|;|{BUT}|\b(?:and|und|et|y|without|ohne|sans|sin)\b)", re.IGNORECASE)
NOT_ONLY = re.compile(
    r"\b(?:not only|not just|nicht nur|non seulement|pas seulement|no s[oó]lo|no solamente)\b", re.IGNORECASE
)
UNREAL = re.compile(r"\b(?:hätte|könnte|würde|wäre|möchte)n?\b", re.IGNORECASE)
"""Folded they would be "hatte", "konnte", "wurde", "Ware"."""
SPEAKER = re.compile(r"\b(?:I|I'm|I've|we|ich|wir|je|j|nous|yo|nosotros)\b")


@dataclass(frozen=True)
class Backing:
    """claims: each text that backs any claim; context: names and titles of the same entry.

    spans: the field speaks of the whole resume, all of which is among the claims. dates: ISO dates that count.
    """

    claims: tuple[str, ...]
    context: tuple[str, ...]
    spans: bool
    dates: tuple[str, ...]
    entries: tuple[dict[str, Any], ...] = ()
    missing: tuple[str, ...] = ()
    before: str = ""
    facts: tuple[str, ...] = field(default=())


def backing_of(document: Document, proposal: Proposal) -> Backing:
    data = document.model_dump(mode="json", by_alias=True)
    keys = re.findall(r"\w+", proposal.path)
    texts = [squeezed(text) for text in (*strings(data), *proposal.facts, at(data, keys))]
    words = lexicon(language_of(document, proposal))
    own = _entry(data, keys)
    before = proposal.before if _before_stands(data, keys, proposal.before, texts) else ""
    quotes = _counting_quotes(proposal, data, texts, _other_entries(data, keys, own))
    facts = tuple(part for fact in proposal.facts for part in affirmed(fact, words))
    spans = any(key in SPANNING for key in keys[-2:]) and not (keys[:1] and keys[0] in ENTRIES)
    whole = strings(_titles(data) if keys[-1:] == ["label"] else data) if spans else ()
    return Backing(
        claims=tuple(dict.fromkeys(text for text in (before, *quotes, *facts, *whole) if text.strip())),
        context=_context(data, own, words, spans=spans) if keys[-1:] != ["position"] else (),
        spans=spans,
        dates=tuple(strings(data)) if spans else (*strings(own), *quotes),
        entries=tuple(entry for section in ENTRIES[:2] for entry in data[section]) if spans else (),
        missing=tuple(quote for quote in proposal.evidence if not stands(quote, texts)),
        before=before,
        facts=facts,
    )


def _counting_quotes(
    proposal: Proposal, data: dict[str, Any], texts: list[str], others: list[dict[str, Any]]
) -> list[str]:
    """Quotes that stand, speak of no other job, and are no part of a denial."""
    return [
        quote
        for quote in proposal.evidence
        if stands(quote, texts)
        and not _stands_only_elsewhere(quote, data, others)
        and not _is_of_facts(quote, proposal.facts, data)
    ]


def _context(data: dict[str, Any], own: dict[str, Any], words: Lexicon, *, spans: bool) -> tuple[str, ...]:
    return (
        *(text for key in (*HEADS, "description") for text in strings(own.get(key, ""))),
        *_section_words(data, words, spans=spans),
    )


def _titles(data: dict[str, Any]) -> list[Any]:
    """What one may call oneself by: not the names of employers and schools."""
    entries = [entry for section in ENTRIES for entry in data[section]]
    named = [[entry.get(key, "") for key in ("position", "studyType", "area", "roles")] for entry in entries]
    return [named, data["basics"]["summary"], data["certificates"], data["skills"]]


def _section_words(data: dict[str, Any], words: Lexicon, *, spans: bool) -> tuple[str, ...]:
    """What one may call oneself for what the sections hold: "graduate", "certified"."""
    return tuple(said for section, said in words.section_words.items() if spans and data[section])


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("meta", "$schema"):
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif value is not None and str(value).strip():
        yield str(value)


def stands(quote: str, texts: list[str]) -> bool:
    """The quote is in one of the squeezed texts, by whole words."""
    sought = squeezed(quote)
    return bool(sought) and any(_has(sought, text) for text in texts if sought in text)


def _has(sought: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", text))


def at(data: Any, keys: list[str]) -> str:
    """What stands at a path; the items of a list joined by ", "."""
    for key in keys:
        try:
            data = data[int(key)] if isinstance(data, list) else data[key]
        except (KeyError, IndexError, ValueError, TypeError):
            return ""
    if isinstance(data, list):
        return ", ".join(item for item in data if isinstance(item, str))
    return data if isinstance(data, str) else ""


def _before_stands(data: dict[str, Any], keys: list[str], before: str, texts: list[str]) -> bool:
    return squeezed(at(data, keys)) == squeezed(before) or stands(before, texts)


def _entry(data: dict[str, Any], keys: list[str]) -> dict[str, Any]:
    entries = data.get(keys[0]) if keys else None
    if isinstance(entries, list) and len(keys) > 1 and keys[1].isdigit() and int(keys[1]) < len(entries):
        entry: dict[str, Any] = entries[int(keys[1])]
        return entry
    return {}


def _other_entries(data: dict[str, Any], keys: list[str], own: dict[str, Any]) -> list[dict[str, Any]]:
    if not own or keys[0] not in ENTRIES:
        return []
    name = own.get("name") or own.get("organization") or own.get("institution")
    others = [entry for section in ENTRIES for entry in data[section] if entry is not own]
    return [
        entry
        for entry in others
        if name not in (entry.get("name"), entry.get("organization"), entry.get("institution"))
    ]


def _stands_only_elsewhere(quote: str, data: dict[str, Any], others: list[dict[str, Any]]) -> bool:
    """It is about another job, and about that alone."""
    sought = squeezed(quote)
    if not others or not any(_has(sought, squeezed(text)) for entry in others for text in strings(entry)):
        return False
    rest = {key: value for key, value in data.items() if key not in ENTRIES}
    same = [entry for section in ENTRIES for entry in data[section] if entry not in others]
    return not any(_has(sought, squeezed(text)) for text in strings([rest, same]))


def _is_of_facts(quote: str, facts: list[str], data: dict[str, Any]) -> bool:
    """A quote of a fact counts as that fact does: a part of "I never used Spark" backs nothing."""
    return not stands(quote, [squeezed(text) for text in strings(data)]) and stands(
        quote, [squeezed(fact) for fact in facts]
    )


def affirmed(fact: str, words: Lexicon) -> list[str]:
    """The parts of a typed fact that say something was so; what is denied, wished or another's is left out."""
    kept: list[str] = []
    for sentence in re.split(r"(?<=[.!?;\n])\s+", NOT_ONLY.sub("", fact)):
        kept += _affirmed_parts(sentence, words)
    return kept


def _affirmed_parts(sentence: str, words: Lexicon) -> list[str]:
    if not _denies(sentence, words):
        return [sentence]
    kept: list[str] = []
    denied = False
    pieces = SEGMENT.split(sentence)
    for joint, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if re.fullmatch(BUT, joint, re.IGNORECASE) or SPEAKER.search(piece):
            denied = False
        denied = denied or _denies(f"{joint} {piece}", words)
        if not denied and piece.strip():
            kept.append(piece.strip())
    return kept


def _denies(text: str, words: Lexicon) -> bool:
    if UNREAL.search(text):
        return True
    listed = tokens(text)
    return bool(words.negations.find(listed) or words.unsure.find(listed))


def language_of(document: Document, proposal: Proposal) -> str:
    meta = (document.model_extra or {}).get("meta")
    named = str(meta.get("language", ""))[:2] if isinstance(meta, dict) else ""
    if named in LANGUAGES:
        return named
    return _guessed(" ".join((proposal.before, proposal.after, document.basics.summary, *_highlights(document))))


def _highlights(document: Document) -> list[str]:
    return [text for entry in document.work for text in entry.highlights][:20]


@lru_cache(maxsize=500)
def _guessed(text: str) -> str:
    """The language whose small words stand most often."""
    listed = [folded(token.text) for token in tokens(text)]
    return max(LANGUAGES, key=lambda name: sum(word in lexicon(name).joiners for word in listed))
