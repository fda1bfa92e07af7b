"""What the AI is told of an interview: the resume without the person, and the posting."""

from typing import Any

from interviews.models import Interview
from resumes.document import Document
from resumes.sharing import without_contact

MOST_POSTING = 12_000
"""Characters of a posting that are sent."""


def document_of(interview: Interview) -> Document:
    """Empty when the version was deleted since."""
    return Document.model_validate(interview.version.document if interview.version else {})


def told(interview: Interview) -> dict[str, Any]:
    """Not who the person is, and nothing by which they could be reached."""
    resume = without_contact(document_of(interview)).to_json_resume()
    for key in ("references", "meta", "$schema"):
        resume.pop(key, None)
    basics: Any = resume.get("basics") or {}
    basics.pop("name", None)
    data: dict[str, Any] = {"resume": resume, "language": interview.language, "seniority": interview.seniority}
    if posting := interview.posting:
        data["posting"] = {"title": posting.title, "employer": posting.employer, "text": posting.text[:MOST_POSTING]}
    return data
