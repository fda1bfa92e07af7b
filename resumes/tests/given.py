"""Files that people give, and resumes already read, for this app's tests."""

from datetime import timedelta
from functools import cache
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from resume_agent.jobs.queueing import enqueue
from resumes import reading_uploads
from resumes.models import Resume, Upload
from resumes.receiving import READ, receive, title_from
from resumes.sandboxed_reading import read_file
from resumes.scoring.score import score

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
    """A resume with its report, kept and saved as the product does it; only the sandbox reads each text just once."""
    upload = Upload(owner=owner, name=name, size=len(text), sha256=sha256(text.encode()).hexdigest(), kind="txt")
    upload.file.save(name, ContentFile(text.encode()), save=False)
    with transaction.atomic():
        upload.resume = into or Resume.objects.create(owner=owner, title=title_from(name))
        upload.job = enqueue(owner=owner, kind=READ, subject=upload.id)
        upload.save()
    now = timezone.now()
    upload.job.claim(now, lease=timedelta(minutes=1), steps=[])
    with transaction.atomic():
        upload.job.finish(now=now)
        upload.job.result_url = reading_uploads.save(upload.job, outcome(text, name))
        upload.job.save(update_fields=["result_url"])
    return upload.resume


@cache
def outcome(text: str, name: str) -> reading_uploads.Outcome:
    found = read_file(text.encode(), name)
    return reading_uploads.Outcome(found, score(found.reading, today=timezone.localdate()))
