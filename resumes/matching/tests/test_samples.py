"""The bars, on the shared sample and on postings of our own: tuned on dev, held back in test."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resumes.document import Document
from resumes.matching.matching import finding_for, match
from resumes.matching.reading_postings import read_posting
from resumes.matching.resume_index import Resume
from resumes.matching.tests.measuring import Measure, align
from resumes.matching.wording import wording

OWN = Path(__file__).parent / "samples"
SHARED = Path(os.environ.get("RESUME_TRUTH") or Path(__file__).resolve().parents[4] / "shared" / "truth")
TODAY = date(2026, 11, 23)


def _measured(folder: Path) -> Measure:
    data = json.loads((folder / "matches.json").read_text())
    readings = {posting["id"]: read_posting(posting["text"]) for posting in data["postings"]}
    measure = Measure()
    for pair in data["pairs"]:
        resume = json.loads((folder / "people" / f"{pair['person']}.json").read_text())
        found = match(Document.model_validate(resume), readings[pair["posting"]], today=TODAY)
        measure.add(pair["requirements"], [one.model_dump() for one in found.requirements], resume)
    return measure


# The shared sample lies beside the checkout, or where RESUME_TRUTH says.
UNSEEN = [OWN / f"unseen{number}" for number in range(1, 5)]
SAMPLES = [OWN / "dev", OWN / "test", *UNSEEN, *([SHARED] if SHARED.is_dir() else [])]


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)
def test_a_sample_meets_the_bars(folder: Path) -> None:
    measure = _measured(folder)
    assert measure.macro_f1 >= 0.75
    assert measure.recall >= 0.95
    assert measure.same_priority == measure.aligned
    assert measure.wrong_quotes == []


@pytest.mark.parametrize("name", ["requirements", "more_requirements"])
def test_single_requirements_of_many_professions_meet_the_bar(name: str) -> None:
    measure = Measure()
    for person in json.loads((OWN / "dev" / f"{name}.json").read_text()):
        resume = Resume(Document.model_validate(person["resume"]), TODAY)
        for one in person["requirements"]:
            found = finding_for(one["text"], resume, wording(person["language"])).status
            measure.confusion[one["status"], found] += 1
    assert measure.macro_f1 >= 0.85


@pytest.mark.parametrize("posting", json.loads((OWN / "dev" / "prose.json").read_text()), ids=lambda p: p["text"][:20])
def test_prose_is_read_as_single_requirements(posting: dict[str, Any]) -> None:
    reading = read_posting(posting["text"])
    found = [one.model_dump() for one in reading.requirements]
    pairs = align(posting["requirements"], found)
    assert reading.language == posting["language"]
    assert len(pairs) == len(posting["requirements"])
    assert len(found) - len(pairs) <= 1
    assert all(posting["requirements"][i]["priority"] == found[j]["priority"] for i, j in pairs.items())


@pytest.mark.parametrize(
    "posting", json.loads((OWN / "dev" / "headings.json").read_text()), ids=lambda p: p["text"][:20]
)
def test_what_is_asked_is_found_under_any_heading(posting: dict[str, Any]) -> None:
    found = [one.model_dump() for one in read_posting(posting["text"]).requirements]
    pairs = align(posting["requirements"], found)
    assert len(posting["requirements"]) - len(pairs) <= 1
    assert len(found) - len(pairs) <= 1
    assert all(posting["requirements"][i]["priority"] == found[j]["priority"] for i, j in pairs.items())
