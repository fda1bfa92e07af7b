"""What a person and a posting give to ask about, for these tests."""

from interviews.bank.material import Material, material_of
from resumes.document import Document
from resumes.matching.posting import PostingReading, Quoted, Requirement

LINES = (
    "Led the move of 14 services to Kubernetes, cutting the bill by 31%",
    "Wrote the incident guide that four teams use every week",
    "Halved the time to restore from 40 to 20 minutes by rehearsing",
)
REQUIREMENTS = ("Experience with event-driven systems", "You explain trade-offs to people outside IT")
SKILLS = ("Kafka", "PostgreSQL")
DOCUMENT = Document.model_validate(
    {
        "basics": {"name": "Alice Example", "label": "Backend engineer"},
        "work": [{"name": "Acme Ltd", "position": "Software developer", "highlights": list(LINES)}],
        "skills": [{"name": "Tools", "keywords": ["Python", "Go"]}],
    }
)


def posting() -> PostingReading:
    return PostingReading(
        requirements=[Requirement(text=f"{each}.", priority="required", start=0, end=1) for each in REQUIREMENTS],
        skills=[Quoted(value=each, text=each, start=0, end=1) for each in SKILLS],
    )


def material() -> Material:
    return material_of(DOCUMENT, posting(), title="Backend Developer", employer="Example Payments")
