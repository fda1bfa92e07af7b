"""Public addresses of an interview's report, for a mentor."""

from django.db import models

from interviews.models.conversations import Interview
from resume_agent.lib.public_links import PublicLink, PublicLinkQuerySet


class InterviewLinkQuerySet(PublicLinkQuerySet["InterviewLink"]):
    """The vocabulary of public addresses of reports."""


class InterviewLink(PublicLink):
    """A public address of one report, without the resume and without contact data."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="links")

    objects = InterviewLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return f"interview link {self.id}"
