"""Suggestions by a provider that obeys the attacker: only the round's own rows change, and nothing runs or loads."""

import logging
from collections import Counter

import pytest
from django.db.models import Q
from django.test import Client

from accounts.models import User
from resume_agent.ai.tests.conftest import fake as fake
from resume_agent.jobs.models import Job
from resumes.editing.drafting import draft_of
from resumes.models import Resume, Round, Suggestion
from resumes.posting_intake import take_in
from resumes.suggestion_rounds import start
from resumes.tests import hostile
from resumes.tests.blast import Page
from resumes.tests.given import read
from resumes.tests.obeyed import Reach, reach_of
from tests.provider.obeying import BAIT, BEGINNINGS, HOST, ORDERS, Obeying, order
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)
OWN = ("resumes.Suggestion", "resumes.Round", "jobs.Job", "ai.Call", "ai.Budget", "ai.Circuit")
POSTING = "Backend Engineer\n\nWhat you bring\n- Experience with PostgreSQL\n- Experience with {asked}\n- Some Python\n"


@pytest.fixture
def obeying(fake: Provider) -> Obeying:
    answerer = Obeying(otherwise='{"changes": []}')
    fake.then = answerer
    return answerer


def asked(resume: Resume, fake: Provider, *, posting: str = "") -> tuple[Round, Reach]:
    """A round after one attempt."""
    round_ = start(resume, by=Round.By.AI, posting=take_in(resume.owner, posting) if posting else None)
    assert round_.job
    reach = reach_of(round_.job, fake)
    return Round.objects.select_related("job").get(pk=round_.pk), reach


def page(client: Client, round_: Round) -> str:
    return client.get(f"/resumes/{round_.resume_id}/suggestions/{round_.pk}/").text


@pytest.mark.parametrize("what", ORDERS)
def test_an_order_reaches_nothing_beyond_its_round(
    fake: Provider, obeying: Obeying, alice: User, bob: User, alices: Client, what: str
) -> None:
    read(bob)
    _, control = asked(read(alice), fake)
    resume = read(alice, text=hostile.visible(order(what)).decode())
    held = draft_of(resume).outline
    round_, reach = asked(resume, fake)
    assert obeying.obeyed == [what]
    assert not reach.lost(*OWN)
    assert reach.rows - control.rows == Counter({"resumes.Suggestion": round_.suggestions.count()}) - Counter()
    assert reach.calls == control.calls
    assert len(reach.ledger) == 1
    assert draft_of(resume).outline == held
    shown = Page(page(alices, round_))
    assert not shown.stray
    assert not any(shown.tags[tag] for tag in ("img", "iframe", "object", "embed", "base", "style"))


def test_the_instructions_cannot_be_had(fake: Provider, obeying: Obeying, alice: User, alices: Client) -> None:
    for what in ("leak", "encode"):
        round_, _ = asked(read(alice, text=hostile.visible(order(what)).decode()), fake)
        assert round_.job
        assert (round_.job.state, round_.job.error_code) == (Job.State.FAILED, "led_astray")
        assert "repeated its own instructions" in page(alices, round_)
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("name", hostile.SEEN)
def test_however_it_is_written_what_it_says_is_only_asked_about(
    fake: Provider, obeying: Obeying, alice: User, alices: Client, name: str
) -> None:
    resume = read(alice, text=hostile.SEEN[name](order("say")).decode())
    round_, reach = asked(resume, fake)
    assert not reach.lost(*OWN)
    assert len(reach.calls) == 1
    if obeying.obeyed:
        assert all(each.question for each in round_.suggestions.all())
    alices.post(f"/resumes/{resume.pk}/suggestions/{round_.pk}/accept-kind/", {"kind": "wording"})
    assert BAIT not in str(draft_of(resume).outline)


@pytest.mark.parametrize("language", BEGINNINGS)
def test_a_posting_in_any_language_orders_in_vain(fake: Provider, obeying: Obeying, alice: User, language: str) -> None:
    round_, reach = asked(read(alice), fake, posting=POSTING.format(asked=order("markup", language)))
    assert obeying.obeyed == ["markup"]
    assert not reach.lost(*OWN)
    assert len(reach.calls) == 1
    assert not round_.suggestions.filter(Q(after__contains=HOST) | Q(why__contains=HOST)).exists()


@pytest.mark.parametrize("name", ["tags.txt", "bits.txt"])
def test_what_nobody_sees_in_a_posting_or_a_fact_never_leaves(
    fake: Provider, obeying: Obeying, alice: User, name: str
) -> None:
    hidden = hostile.UNSEEN[name](order("say")).decode()
    resume = read(alice)
    resume.facts.create(question="Have you used Kafka?", text=hidden[:900])
    asked(resume, fake, posting=f"{POSTING.format(asked='Kafka')}\n{hidden}")
    assert fake.asked
    assert obeying.obeyed == []


def test_no_call_has_tools_or_keeps_anything(fake: Provider, obeying: Obeying, alice: User) -> None:
    asked(read(alice, text=hostile.visible(order("tools")).decode()), fake)
    (sent,) = fake.asked
    assert sent.keys() <= {
        *("model", "instructions", "input", "max_output_tokens", "safety_identifier", "store", "stream", "text"),
    }
    assert sent["store"] is False


def test_the_log_says_nothing_of_the_resume_or_the_answer(
    fake: Provider, obeying: Obeying, alice: User, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        asked(read(alice, text=hostile.visible(order("flood")).decode()), fake)
    for said in (BAIT, "Ignore all", "Acme", "Alice"):
        assert said not in caplog.text
