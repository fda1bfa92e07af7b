"""What questions test: a closed list, so that progress can be told per competency."""

from enum import StrEnum


class Competency(StrEnum):
    """The value is stored; `label` is shown."""

    OWNERSHIP = "ownership"
    TEAMWORK = "teamwork"
    COMMUNICATION = "communication"
    PROBLEM_SOLVING = "problem_solving"
    LEADERSHIP = "leadership"
    PLANNING = "planning"
    LEARNING = "learning"
    RESILIENCE = "resilience"
    CUSTOMERS = "customers"
    INTEGRITY = "integrity"
    EXPERTISE = "expertise"
    ANALYSIS = "analysis"
    QUALITY = "quality"
    MOTIVATION = "motivation"

    @property
    def label(self) -> str:
        return _LABELS.get(self, self.value.replace("_", " ").capitalize())


_LABELS = {
    Competency.CUSTOMERS: "Working for customers",
    Competency.EXPERTISE: "Knowledge of the field",
    Competency.PLANNING: "Planning and priorities",
    Competency.ANALYSIS: "Analysis and judgement",
    Competency.QUALITY: "Care for quality",
}
