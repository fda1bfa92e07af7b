"""What a page says of the recording of an answer."""

from dataclasses import dataclass
from functools import cached_property

from interviews.models import Answer
from resume_agent.ai import client
from resume_agent.jobs.models import Job


@dataclass(frozen=True)
class Recorded:
    answer: Answer

    @property
    def hearing(self) -> Job | None:
        """That writes the recording down, unless it is done."""
        job = self.answer.hearing
        return job if job and job.state != Job.State.DONE else None

    @cached_property
    def pieces(self) -> int:
        """Of the newest recording."""
        return self.answer.chunks.filter(take=self.answer.take).count()

    @property
    def is_recorded(self) -> bool:
        return self.pieces > 0 and self.answer.seconds is not None

    @property
    def is_interrupted(self) -> bool:
        """The page was left before the recording was over."""
        return self.pieces > 0 and not self.is_recorded

    @property
    def hears(self) -> bool:
        """Whether anybody can write down what is said."""
        return client.configured()
