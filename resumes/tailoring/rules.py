"""Suggestions by rules, without AI: how a line could be written better, out of nothing but its own words.

Where saying it better would need something that the text doesn't hold, the suggestion is a question.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resumes.document import Document
from resumes.scoring.wording import carries_number
from resumes.tailoring.rules_fillers import filler
from resumes.tailoring.rules_lines import LONGEST_READ, Finding, Group, Line, groups_of, prose_of
from resumes.tailoring.rules_lists import (
    full_stop,
    missing_number,
    only_buzzwords,
    repeated_openers,
    too_long,
    with_full_stop,
)
from resumes.tailoring.rules_openers import weak_opener
from resumes.tailoring.rules_people import first_person, passive
from resumes.tailoring.rules_tense import tense
from resumes.tailoring.rules_wording import Wording, wording_of

MOST = 60
STRONGEST_FIRST = (
    *("weak_opener", "passive", "first_person", "tense", "buzzwords", "too_long", "repeated_opener"),
    *("missing_number", "filler", "full_stops"),
)
REWRITING = (weak_opener, first_person, passive, tense, filler)


@dataclass(frozen=True)
class RuleSuggestion:
    """path: as in "work[0].highlights[2]". after: the text to put there, or "" where `why` asks for what is missing."""

    kind: str
    path: str
    before: str
    after: str
    why: str


def suggest(document: Document, *, today: date) -> list[RuleSuggestion]:
    """At most 60, the most valuable first; for each path at most one with `after` and one question."""
    words = wording_of(document)
    found = [made for group in groups_of(document, today) for made in _on_group(group, words)]
    found += [made for line in prose_of(document, today) for made in _on_prose(line, words)]
    return sorted(found, key=lambda made: STRONGEST_FIRST.index(made.kind))[:MOST]


def _on_group(group: Group, words: Wording | None) -> Iterator[RuleSuggestion]:
    bullets = [line for line in group.bullets if len(line.text) <= LONGEST_READ]
    abbreviations = words.abbreviations if words else frozenset[str]()
    wanted = with_full_stop([line.text for line in bullets], abbreviations)
    asked = {line.path: _questions(line, bullets, words) for line in bullets}
    for line in group.bullets:
        findings = _rewritten(line, words) if line.path in asked else [*filter(None, [too_long(line.text, None)])]
        if wanted is not None and line.path in asked:
            latest = next((each.after for each in reversed(findings) if each.after), line.text)
            stop = full_stop(latest, wanted=wanted, abbreviations=abbreviations)
            findings += [stop] if stop else []
        yield from _merged(line, [*findings, *asked.get(line.path, ())])


def _questions(line: Line, bullets: list[Line], words: Wording | None) -> list[Finding]:
    if not words:
        return []
    numbered = sum(carries_number(each.text, words.vocabulary) for each in bullets)
    number = missing_number(line, words, few_numbers=numbered * 2 < len(bullets))
    repeated = [finding for each, finding in repeated_openers(bullets, words) if each.path == line.path]
    return [*repeated, *([number] if number else [])]


def _rewritten(line: Line, words: Wording | None) -> list[Finding]:
    """What each rule makes of what the rules before it left."""
    text, findings = line.text, list[Finding]()
    if words:
        for rule in REWRITING:
            if finding := rule(line, text, words):
                findings.append(finding)
                text = finding.after or text
    long = too_long(text, words)
    return [*findings, *([long] if long else [])]


def _on_prose(line: Line, words: Wording | None) -> Iterator[RuleSuggestion]:
    if not words or len(line.text) > LONGEST_READ:
        return
    findings = [filler(line, line.text, words), only_buzzwords(line, words) if line.place == "summary" else None]
    yield from _merged(line, [finding for finding in findings if finding])


def _merged(line: Line, findings: list[Finding]) -> Iterator[RuleSuggestion]:
    """The edits as one, and the strongest question."""
    edits = [finding for finding in findings if finding.after]
    questions = sorted((f for f in findings if not f.after), key=lambda f: STRONGEST_FIRST.index(f.kind))
    if edits and edits[-1].after != line.text:
        kind = min((edit.kind for edit in edits), key=STRONGEST_FIRST.index)
        why = " ".join(dict.fromkeys(edit.why for edit in edits))
        yield RuleSuggestion(kind, line.path, line.text, edits[-1].after, why)
    if questions:
        yield RuleSuggestion(questions[0].kind, line.path, line.text, "", questions[0].why)
