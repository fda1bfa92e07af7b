"""What templates need to show how a job stands."""

from django import template
from django.utils import timezone

from resume_agent.jobs.models import Job
from resume_agent.jobs.progress import Progress, progress_of

register = template.Library()


@register.simple_tag(name="progress_of")
def progress_now(job: Job) -> Progress:
    """`{% progress_of job as progress %}`"""
    return progress_of(job, timezone.now())
