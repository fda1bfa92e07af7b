"""Files that people give, and resumes already read, for this app's tests."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from accounts.models import User
from resume_agent.jobs import running
from resumes.models import Resume
from resumes.receiving import receive

RESUME = """Alice Example
Backend engineer
alice@example.com
+44 20 7946 0958
London, United Kingdom

Summary
Backend engineer with eight years of building payment services, from design to on-call.

Experience

Senior Engineer, Acme Ltd
Mar 2020 - Present
- Led the move of 14 services to Kubernetes, cutting the hosting bill by 31%
- Responsible for the weekly release of the ledger
- Halved the time to restore from 40 to 20 minutes by rehearsing it monthly

Engineer, Widget Works
Jan 2016 - Feb 2020
- Built an import that reads 2 million rows an hour
- Wrote the incident guide that 4 teams use

Education

BSc Computer Science, University of Leeds
2012 - 2015

Skills
Python, Go, PostgreSQL, Kafka, Terraform
"""


def given(text: str = RESUME, *, name: str = "Alice Example CV.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def received(
    owner: User, *, text: str = RESUME, name: str = "Alice Example CV.txt", into: Resume | None = None
) -> Resume:
    """A resume kept and queued, not yet read."""
    with transaction.atomic():
        return receive(owner, given(text, name=name), into=into).upload.resume


def read(owner: User, *, text: str = RESUME, name: str = "Alice Example CV.txt", into: Resume | None = None) -> Resume:
    """A resume with its report, made by the real job in this process."""
    resume = received(owner, text=text, name=name, into=into)
    running.run(resume.uploads.latest().job.pk)
    return resume
