"""Letters made to measure, for this app's tests."""

from typing import Any

from accounts.models import User
from resume_agent.jobs.running import run
from resumes.lettering import Choices, begin
from resumes.models import Letter, Version
from resumes.posting_intake import take_in
from resumes.tests.given import read

POSTING = """Backend Engineer
Employer: Example Payments

What you bring
- Experience with PostgreSQL
- Experience moving services to Kubernetes
- Three years with COBOL

Nice to have
- Terraform
"""
TRUE = "At Acme Ltd I led the move of 14 services to Kubernetes, cutting the hosting bill by 31%."
INVENTED = "At Acme Ltd I led a team of 12 engineers and won the Turing Award."
HONEST = f"Dear hiring team,\n\n{TRUE}\n\nKind regards,\nAlice Example"
DOUBTFUL = f"Dear hiring team,\n\n{TRUE} {INVENTED}\n\nKind regards,\nAlice Example"
CHOICES = Choices(tone="plain", length="medium", language="en")


def a_letter(owner: User, **fields: Any) -> Letter:
    """Begun as the product does it: by rules without a key, as a job with one."""
    version = Version.objects.filter(resume__owner=owner).first() or read(owner).versions.get()
    letter = begin(owner, version, take_in(owner, POSTING, employer="Example Payments"), CHOICES)
    if fields:
        Letter.objects.filter(pk=letter.pk).update(**fields)
        letter.refresh_from_db()
    return letter


def done(letter: Letter) -> Letter:
    """After one attempt at its job."""
    assert letter.job_id
    run(letter.job_id)
    return Letter.objects.select_related("job", "version", "posting").get(pk=letter.pk)


def address(letter: Letter, more: str = "") -> str:
    return f"/postings/{letter.posting_id}/letters/{letter.pk}/{more}"
