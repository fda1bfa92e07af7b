"""Where the cases are: our own beside this file, the shared sample beside the checkout or where RESUME_TRUTH says."""

import json
import os
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from resumes.document import Document
from resumes.tailoring.guarding import judge
from resumes.tailoring.suggestion import Proposal

LANGUAGES = ("en", "de", "fr", "es")
TRUTH = Path(os.environ.get("RESUME_TRUTH") or Path(__file__).resolve().parents[4] / "shared" / "truth")


class Case(NamedTuple):
    name: str
    kind: str
    expected: str
    document: Document
    proposal: Proposal


@cache
def own(language: str) -> list[Case]:
    files = (f"claims_{language}.json", f"claims_{language}_more.json")
    read = [json.loads((Path(__file__).parent / file).read_text("utf-8")) for file in files]
    people = {name: person for data in read for name, person in data["people"].items()}
    return _cases(people, [case for data in read for case in data["cases"]])


def shared() -> list[Case]:
    people = {file.stem: json.loads(file.read_text("utf-8")) for file in (TRUTH / "people").glob("*.json")}
    return _cases(people, json.loads((TRUTH / "claims.json").read_text("utf-8")))


def _cases(people: dict[str, Any], cases: list[dict[str, Any]]) -> list[Case]:
    documents = {name: Document.model_validate(person) for name, person in people.items()}
    return [
        Case(case["id"], case["kind"], case["expected"], documents[case["person"]], Proposal.model_validate(case))
        for case in cases
    ]


def missed(cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if judge(case.document, case.proposal).verdict != case.expected]


def rate(cases: list[Case], expected: str) -> tuple[float, str]:
    """The share of the cases of one expectation that were judged otherwise, and which, by kind, to be read."""
    asked = [case for case in cases if case.expected == expected]
    wrong = missed(asked)
    kinds = dict(Counter(case.kind for case in wrong))
    return len(wrong) / len(asked), f"{kinds}: " + "; ".join(f"{case.name} {case.proposal.after!r}" for case in wrong)
