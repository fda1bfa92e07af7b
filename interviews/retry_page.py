"""What another try shows: the question, what was missing before, and a place to answer."""

from dataclasses import dataclass
from functools import cached_property

from interviews.judging.judgement import AssessedDimension
from interviews.models import Answer, Question
from interviews.recorded import Recorded


@dataclass(frozen=True)
class RetryPage:
    question: Question
    answer: Answer

    @cached_property
    def recorded(self) -> Recorded:
        return Recorded(self.answer)

    @cached_property
    def before(self) -> Answer | None:
        """The newest answer that was given."""
        given = self.question.answers.given().prefetch_related("assessments")
        return given.order_by("-attempt").first()

    @property
    def steps(self) -> list[AssessedDimension]:
        """What to do next, by the newest assessment."""
        newest = (
            max(self.before.assessments.all(), key=lambda each: each.created_at, default=None) if self.before else None
        )
        return [each for each in newest.assessed.dimensions if each.next_step] if newest else []
