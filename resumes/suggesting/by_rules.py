"""Suggestions by rules: wording, order, and questions about what a posting asks and the resume doesn't show."""

from collections.abc import Iterable, Iterator
from datetime import date

from resumes.matching.match import RequirementMatch
from resumes.matching.matching import match
from resumes.matching.posting import PostingReading
from resumes.models import Suggestion
from resumes.suggesting.material import MOST, Material
from resumes.tailoring.rules import suggest

ASKED = "asked"
ORDER = "order"
SHOWN = "Your resume already shows this, further down. What they ask for comes first now; not a word is changed."


def improve(material: Material, *, today: date) -> list[Suggestion]:
    return list(_wording(material, today))[:MOST]


def tailor(material: Material, posting: PostingReading, *, today: date) -> list[Suggestion]:
    """What they ask comes first; wording only of the lines that answer the posting."""
    found = match(material.document, posting, today=today).requirements
    serving = {proof.path: each.text for each in found for proof in reversed(each.evidence)}
    wording = [each for each in _wording(material, today, serving) if each.requirement]
    return [*_ordered(material, serving), *wording, *questions(found)][:MOST]


def questions(found: Iterable[RequirementMatch]) -> list[Suggestion]:
    """One for each thing that the resume doesn't show, or shows in part."""
    return [_question(each) for each in found if each.status != "met"]


def _question(found: RequirementMatch) -> Suggestion:
    asked = " ".join(found.text.split())[:400].rstrip(".")
    partly = found.status == "partly"
    why = f"They ask for “{asked}”. " + (
        "Your resume shows a part of it. Have you done the rest? Where?" if partly else "Have you done this? Where?"
    )
    evidence = [proof.quote for proof in found.evidence]
    return Suggestion(kind=ASKED, why=why, requirement=found.text[:500], evidence=evidence, question=True)


def _wording(material: Material, today: date, serving: dict[str, str] | None = None) -> Iterator[Suggestion]:
    """serving: paths of the document, with the requirement that each shows."""
    for rule in suggest(material.document, today=today):
        if rule.path not in material.places or material.text(rule.path) != rule.before:
            continue
        made = Suggestion(
            kind=rule.kind,
            path=material.places[rule.path],
            before=rule.before,
            after=rule.after,
            why=rule.why[:500],
            requirement=(serving or {}).get(rule.path, "")[:500],
            question=not rule.after,
        )
        yield material.judged(made, rule.path) if rule.after else made


def _ordered(material: Material, serving: dict[str, str]) -> Iterator[Suggestion]:
    """Lists whose lines that answer the posting stand behind others."""
    for listed in dict.fromkeys(path.rpartition("[")[0] for path in serving if path.endswith("]")):
        rows = _rows_of(material, listed)
        first = [path for path in rows if path in serving]
        order = [*first, *(path for path in rows if path not in serving)]
        if listed in material.places and order != rows:
            separator = "\n" if listed.endswith("highlights") else ", "
            before = material.text(listed)
            after = separator.join(material.text(path) for path in order)
            # A line with a break in it, or a word with a comma, would come back as two.
            if sorted(before.split(separator)) != sorted(map(material.text, rows)):
                continue
            yield Suggestion(
                kind=ORDER,
                path=material.places[listed],
                before=before,
                after=after,
                why=SHOWN,
                requirement=serving[first[0]][:500],
                evidence=[material.text(path) for path in first],
            )


def _rows_of(material: Material, listed: str) -> list[str]:
    return [path for path in material.texts if path.rpartition("[")[0] == listed and path.endswith("]")]
