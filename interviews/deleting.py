"""Deletes an interview with every file that belongs to it, and stops the work on it."""

from django.db.models import Q
from django.utils import timezone

from interviews import recording
from interviews.models import Answer, Interview
from resume_agent.jobs.models import Job


def delete(interview: Interview) -> None:
    """Files first, rows after: no file is ever left without its row. Trying again mends what a dead storage left."""
    for answer in Answer.objects.filter(question__interview=interview):
        recording.forget(answer)
    for job in _jobs(interview):
        job.want_stop(timezone.now())
    interview.delete()


def _jobs(interview: Interview) -> list[Job]:
    """Those that still go on, of the interview, its questions or its answers."""
    own = Q(planned_interview=interview) | Q(followed_interview=interview)
    of_answers = Q(heard_answer__question__interview=interview) | Q(judged_answer__question__interview=interview)
    found = Job.objects.filter(own | of_answers | Q(model_answer__question__interview=interview))
    return list(found.filter(state__in=[Job.State.QUEUED, Job.State.RUNNING]))
