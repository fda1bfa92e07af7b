"""Letters by AI through a real worker that is killed or told to stop midway, and a provider over real HTTP."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import redis
from django.utils import timezone

from accounts.models import User
from resume_agent.ai.models import SITE, Budget, Call
from resume_agent.jobs.models import Job
from resume_agent.jobs.progress import stream_of
from resume_agent.lib.embedded_valkey import EmbeddedValkey
from resumes.models import Letter
from resumes.tests.writing import HONEST, a_letter
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider
from tests.services.worker import Process
from tests.waiting import wait_until

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]

BEGINNING = "Dear hiring team,\n\nAt Acme "
ENDLESS = Answer(events=answers.streamed(BEGINNING, end="").events, drip=0.05)


@pytest.fixture
def letter(
    asking_worker: Process, fake: Provider, valkey: EmbeddedValkey, alice: User, settings: Any
) -> Iterator[Letter]:
    """Being written: the provider has begun, and says no more."""
    settings.OPENAI_API_KEY = "sk-test"
    if not asking_worker.alive:
        asking_worker.start()
    fake.told = fake.left = 0
    fake.will(ENDLESS)
    written = a_letter(alice)
    wait_until(lambda: texts(valkey, written))
    yield written
    fake.queue.clear()


def job_of(letter: Letter) -> Job:
    assert letter.job_id
    return Job.objects.get(pk=letter.job_id)


def texts(valkey: EmbeddedValkey, letter: Letter) -> list[dict[str, Any]]:
    assert letter.job_id
    with redis.Redis.from_url(valkey.url, decode_responses=True) as client:
        entries = [fields for _id, fields in client.xrange(stream_of(letter.job_id))]
    return [json.loads(each["data"]) for each in entries if each["type"] == "text"]


def test_a_worker_killed_midway_is_made_good_once_and_charged_once(
    asking_worker: Process, fake: Provider, valkey: EmbeddedValkey, letter: Letter, alice: User
) -> None:
    fake.will(answers.text(HONEST))
    asking_worker.kill()
    # Its lease, over at once: the sweep of the next worker gives the letter to that one.
    Job.objects.filter(pk=job_of(letter).pk).update(lease_until=timezone.now())
    asking_worker.start()
    wait_until(lambda: job_of(letter).is_over)
    assert (job_of(letter).state, job_of(letter).attempts) == ("done", 2)
    letter.refresh_from_db()
    assert (letter.text, letter.revision) == (HONEST, 1)
    last = [each["piece"] for each in texts(valkey, letter) if each["attempt"] == 2]
    assert "".join(last) == HONEST
    lost, paid = Call.objects.order_by("created_at")
    assert (lost.state, lost.error_code, lost.cost) == ("failed", "worker_died", lost.reserved)
    assert paid.state == "done"
    used = dict(Budget.objects.values_list("scope", "used"))
    assert used == {str(alice.pk): paid.cost, SITE: paid.cost + lost.reserved}


def test_work_that_is_stopped_ends_and_the_provider_is_hung_up_on(fake: Provider, letter: Letter) -> None:
    job_of(letter).want_stop(timezone.now())
    wait_until(lambda: job_of(letter).is_over, every=0.02)
    wait_until(lambda: fake.left == 1, every=0.02)
    assert (job_of(letter).state, fake.told) == ("stopped", 0)
    call = Call.objects.get()
    assert (call.state, call.error_code) == ("failed", "stopped")
    assert 0 < call.cost < call.reserved
