"""What this app keeps, in modules by concept."""

from interviews.models.answers import Answer, AnswerQuerySet, Chunk
from interviews.models.assessments import Assessment, AssessmentQuerySet, ModelAnswer, SelfAssessment
from interviews.models.conversations import Interview, InterviewQuerySet, Question, QuestionQuerySet
from interviews.models.sharing import InterviewLink, InterviewLinkQuerySet

__all__ = [
    "Answer",
    "AnswerQuerySet",
    "Assessment",
    "AssessmentQuerySet",
    "Chunk",
    "Interview",
    "InterviewLink",
    "InterviewLinkQuerySet",
    "InterviewQuerySet",
    "ModelAnswer",
    "Question",
    "QuestionQuerySet",
    "SelfAssessment",
]
