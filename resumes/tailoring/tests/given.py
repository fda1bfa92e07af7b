"""A small resume, and proposals about it."""

from resumes.document import Document
from resumes.tailoring.guarding import judge
from resumes.tailoring.suggestion import Proposal, Verdict

LINE = "Helped migrate 40 reports from Excel to Looker"
RESUME = Document.model_validate(
    {
        "meta": {"language": "en"},
        "basics": {"name": "Alice Example", "label": "Data Analyst", "summary": "Analyst with six years in retail."},
        "work": [
            {
                "name": "Northmoor Energy",
                "position": "Data Analyst",
                "startDate": "2021-05-01",
                "highlights": [LINE, "Cut the weekly run from three hours to twenty minutes"],
            },
            {"name": "Bramble Stores", "position": "Junior Analyst", "startDate": "2018-09", "endDate": "2021-04"},
        ],
        "skills": [{"name": "Tools", "keywords": ["SQL", "Looker", "Basic Python"]}],
        "languages": [{"language": "German", "fluency": "Intermediate"}],
    }
)


def verdict(
    after: str,
    *,
    path: str = "work[0].highlights[0]",
    before: str = LINE,
    evidence: tuple[str, ...] | None = None,
    facts: tuple[str, ...] = (),
) -> Verdict:
    quotes = [before] if evidence is None else list(evidence)
    proposal = Proposal(path=path, before=before, after=after, evidence=quotes, facts=list(facts))
    return judge(RESUME, proposal)


def kinds(told: Verdict) -> set[str]:
    return {reason.kind for reason in told.reasons}
