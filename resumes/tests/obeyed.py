"""Work done against a provider that obeys the attacker, with what it touched and asked."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from resume_agent.ai.models import Call
from resume_agent.jobs.models import Job
from resume_agent.jobs.running import run
from resumes.tests.blast import State, state, touched
from tests.provider.server import Provider


@dataclass
class Reach:
    """rows: touched, by table. calls: each request without its material. ledger: what each was for, and its end."""

    rows: Counter[str]
    calls: list[dict[str, Any]]
    ledger: list[tuple[str, str]]
    before: State
    after: State

    def lost(self, *tables: str) -> list[tuple[str, str]]:
        """Rows of other tables that aren't as they were."""
        keys = self.before.keys() | self.after.keys()
        return [key for key in keys if key[0] not in tables and self.before.get(key) != self.after.get(key)]


def reach_of(job: Job, fake: Provider) -> Reach:
    """Of one attempt at it."""
    before, asked = state(), len(fake.asked)
    run(job.pk)
    after = state()
    calls = [{name: value for name, value in each.items() if name != "input"} for each in fake.asked[asked:]]
    ledger = list(Call.objects.filter(job=job.pk).values_list("purpose", "state"))
    return Reach(touched(before, after), calls, ledger, before, after)
