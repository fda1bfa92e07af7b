"""What belongs to the person who asks, and where it stands: anything else is a 404."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.requests import PersonRequest
from interviews.models import Answer, Interview, Question


def own_interview(request: PersonRequest, interview_id: UUID) -> Interview:
    return get_object_or_404(request.user.interviews.whole(), pk=interview_id)


def own_question(request: PersonRequest, interview_id: UUID, question_id: UUID) -> Question:
    return get_object_or_404(own_interview(request, interview_id).questions, pk=question_id)


def own_answer(request: PersonRequest, interview_id: UUID, answer_id: UUID) -> Answer:
    interview = own_interview(request, interview_id)
    answers = Answer.objects.filter(question__interview=interview).select_related("question")
    return get_object_or_404(answers, pk=answer_id)


PLACES = {
    Interview.State.PLANNING: "interviews:plan",
    Interview.State.READY: "interviews:plan",
    Interview.State.RUNNING: "interviews:room",
    Interview.State.PAUSED: "interviews:room",
    Interview.State.ENDED: "interviews:report",
}


def place_of(interview: Interview) -> str:
    """The address of its plan, its room or its report."""
    return reverse(PLACES[Interview.State(interview.state)], args=[interview.pk])
