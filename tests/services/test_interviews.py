"""A long interview over the death of the worker that judges it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews.models import Answer, Assessment, Interview
from interviews.tests.making import asked, begun
from interviews.tests.saying import ANSWER, follow_up, judgement
from resume_agent.jobs.models import Job
from tests.provider import answers
from tests.provider.server import Provider
from tests.services.worker import Process
from tests.waiting import wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

SILENT = answers.Answer(events=answers.streamed("{", end="").events, drip=0.05)


@pytest.fixture
def interview(asking_worker: Process, fake: Provider, alice: User, settings: Any) -> Iterator[Interview]:
    """Forty minutes old, of two questions; whoever judges is asked and doesn't answer."""
    settings.OPENAI_API_KEY = "sk-test"
    if not asking_worker.alive:
        asking_worker.start()
    fake.asked.clear()
    fake.then = lambda body: SILENT if judges(body) else follow_up(ask=False)
    begun_at = timezone.now() - timedelta(minutes=40)
    yield begun(alice, "Tell me about a release.", "And what then?", now=begun_at, rhythm="real", minutes=45)
    fake.then = lambda _: answers.text("{}")


def judges(body: dict[str, Any]) -> bool:
    return str(body["instructions"]).startswith("You judge")


def give(client: Client, interview: Interview) -> Answer:
    client.get(f"/interviews/{interview.pk}/room/")
    client.post(f"/interviews/{interview.pk}/move-on/")
    _, answer = asked(interview)
    place = f"/interviews/{interview.pk}/answers/{answer.pk}/give/"
    client.post(place, {"text": ANSWER, "revision": 0})
    answer.refresh_from_db()
    return answer


def is_judged(answer: Answer) -> bool:
    assert answer.judging_id
    return Job.objects.get(pk=answer.judging_id).state == Job.State.DONE


def test_it_goes_on_at_its_place_and_each_answer_is_judged_once(
    asking_worker: Process, fake: Provider, interview: Interview, alices: Client
) -> None:
    first = give(alices, interview)
    wait_until(lambda: any(map(judges, fake.asked)))
    asking_worker.kill()
    # Its lease, over at once: the sweep of the next worker gives the work to that one.
    Job.objects.filter(state=Job.State.RUNNING).update(lease_until=timezone.now())
    second = give(alices, interview)
    fake.then = lambda body: judgement() if judges(body) else follow_up(ask=False)
    asking_worker.start()
    wait_until(lambda: is_judged(first) and is_judged(second))
    assert [Assessment.objects.filter(answer=each).count() for each in (first, second)] == [1, 1]
    page = alices.post(f"/interviews/{interview.pk}/move-on/", follow=True).text
    interview.refresh_from_db()
    assert (interview.state, interview.end_reason) == ("ended", "finished")
    assert "2 of 2 questions answered" in page
    assert page.count("<mark") >= 2
