"""What the room shows: the question that is asked, how far one is, and how much time there is."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from interviews.conducting import answer_to
from interviews.models import Answer, Interview, Question
from interviews.recorded import Recorded

LINES = {
    Interview.Style.FRIENDLY: "Take your time. Tell it as you would tell a colleague.",
    Interview.Style.NEUTRAL: "",
    Interview.Style.SCEPTICAL: "I have read your resume. Convince me.",
}


@dataclass(frozen=True)
class RoomPage:
    """Of an interview that runs or is paused, brought to `now`. Queries are made once each."""

    interview: Interview
    now: datetime

    @cached_property
    def questions(self) -> list[Question]:
        return list(self.interview.questions.in_order())

    @cached_property
    def question(self) -> Question | None:
        """None while the interviewer thinks."""
        return next((each for each in self.questions if each.state == Question.State.ASKED), None)

    @cached_property
    def answer(self) -> Answer | None:
        return answer_to(self.question) if self.question else None

    @cached_property
    def recorded(self) -> Recorded | None:
        return Recorded(self.answer) if self.answer else None

    @property
    def place(self) -> int:
        """Counts from 1."""
        return sum(each.state != Question.State.AHEAD for each in self.questions)

    @property
    def count(self) -> int:
        return len(self.questions)

    @property
    def line(self) -> str:
        """What the interviewer says before the first question."""
        return LINES[Interview.Style(self.interview.style)] if self.place == 1 else ""

    @cached_property
    def last(self) -> Question | None:
        """The one that was answered just before."""
        answered = [each for each in self.questions if each.state == Question.State.ANSWERED]
        return answered[-1] if answered else None

    @property
    def is_preparing(self) -> bool:
        return self.question is not None and self.question.is_preparing(self.now)

    @property
    def seconds_left(self) -> int | None:
        """To prepare, or to answer; None without a limit."""
        if self.question is None:
            return None
        until = self.question.answer_from if self.is_preparing else self.question.due_at
        return max(0, round((until - self.now).total_seconds())) if until else None

    @property
    def time_left(self) -> str:
        """As a clock shows it."""
        minutes, seconds = divmod(self.seconds_left or 0, 60)
        return f"{minutes}:{seconds:02}"

    @property
    def until(self) -> datetime | None:
        """When the time to prepare or to answer is over, for whoever has no running clock."""
        if self.question is None:
            return None
        return self.question.answer_from if self.is_preparing else self.question.due_at

    @property
    def minutes_taken(self) -> int:
        """Without pauses."""
        begun = self.interview.started_at or self.now
        until = self.interview.paused_at or self.now
        return int((until - begun).total_seconds() - self.interview.paused_seconds) // 60
