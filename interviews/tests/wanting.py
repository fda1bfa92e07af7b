"""What a person wants of an interview, as they send it."""

from typing import Any

from django.test import Client

from accounts.models import User
from resumes.models import Posting, Version
from resumes.posting_intake import take_in
from resumes.tests.given import read
from resumes.tests.writing import POSTING

CHOICES = {
    "kind": "mixed",
    "rhythm": "practice",
    "minutes": "15",
    "seniority": "senior",
    "style": "neutral",
    "language": "en",
    "medium": "text",
}


def a_posting(owner: User) -> Posting:
    return take_in(owner, POSTING, employer="Example Payments")


def wanted(owner: User, **choices: Any) -> dict[str, Any]:
    version = Version.objects.filter(resume__owner=owner).first() or read(owner).versions.get()
    return {**CHOICES, "version": str(version.pk), **choices}


def set_up(client: Client, data: dict[str, Any]) -> str:
    return client.post("/interviews/new/", data, follow=True).text
