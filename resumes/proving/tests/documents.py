"""Documents to prove: invented ones beside this file, and where the corpus is, everything its truth tells."""

import json
import os
from pathlib import Path
from typing import Any

from resumes.document import Document
from resumes.tests.parsing.corpus import CORPUS

INVENTED = Path(__file__).parent / "documents"
TRUTH = Path(os.environ.get("RESUME_TRUTH") or CORPUS.parent / "truth")


def invented() -> dict[str, Document]:
    return {path.stem: _read(path) for path in sorted(INVENTED.glob("*.json"))}


def people() -> dict[str, Document]:
    """The corpus's people; none where there is no corpus."""
    return {path.stem: _read(path) for path in sorted((TRUTH / "people").glob("*.json"))}


def manifest() -> list[dict[str, Any]]:
    """One entry of the corpus's manifest for each person, the fullest; none where there is no corpus."""
    path = CORPUS / "manifest.json"
    entries = json.loads(path.read_text("utf-8"))["files"] if path.exists() else []
    fullest: dict[str, dict[str, Any]] = {}
    for entry in entries:
        known = fullest.get(entry["person"])
        if known is None or len(json.dumps(entry["truth"])) > len(json.dumps(known["truth"])):
            fullest[entry["person"]] = entry
    return list(fullest.values())


def from_truth(truth: dict[str, Any]) -> Document:
    """A document out of what the manifest tells of a page: flat rows, "present" for an end that hasn't come."""
    site, *profiles = list(truth["urls"]) or [""]
    basics: dict[str, Any] = {key: truth[key] or "" for key in ("name", "email", "phone", "summary")}
    basics["location"] = {key: value or "" for key, value in truth["location"].items()}
    basics |= {"url": site, "profiles": [{"url": url} for url in profiles if url]}
    work = [{**_spanned(row), "name": row["company"]} for row in truth["work"]]
    skills = [{"name": "", "keywords": truth["skills"]}] if truth["skills"] else []
    education = [_spanned(row) for row in truth["education"]]
    return Document.model_validate({"basics": basics, "work": work, "education": education, "skills": skills})


def _spanned(row: dict[str, Any]) -> dict[str, Any]:
    end = "" if row["end"] == "present" else row["end"]
    told = {key: value for key, value in row.items() if value is not None}
    return {**told, "startDate": row["start"] or "", "endDate": end or ""}


def _read(path: Path) -> Document:
    return Document.model_validate_json(path.read_text("utf-8"))
