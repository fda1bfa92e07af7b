"""Budgets: what calls at the same time can and can't do to them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from pytest_django import Settings

from accounts.models import User
from resume_agent.ai import ledger
from resume_agent.ai.errors import OverBudget
from resume_agent.ai.models import SITE, Budget, Call
from resume_agent.ai.prices import Price, Usage, cost, estimate

PRICE = Price(1.25, 0.125, 10)


def call_of(owner: User) -> Call:
    return Call(owner=owner, purpose="test", prompt="greet@1", model="m")


def used(scope: str) -> int:
    return Budget.objects.get(scope=scope).used


@given(input=st.integers(0, 10**6), cached=st.integers(0, 10**6), output=st.integers(0, 10**5))
def test_a_cached_token_never_costs_more(input: int, cached: int, output: int) -> None:  # noqa: A002 - its name
    usage = Usage(input=max(input, cached), cached=cached, output=output)
    assert 0 <= cost(usage, PRICE) <= cost(Usage(input=usage.input, output=output), PRICE)


@given(text=st.text(max_size=500), room=st.integers(1, 4000))
def test_an_estimate_covers_any_answer_that_fits(text: str, room: int) -> None:
    # No tokeniser makes more tokens of a text than it has bytes of UTF-8; real ones make far fewer.
    assert estimate(text, room, PRICE) >= cost(Usage(input=len(text) // 3, output=room), PRICE)


@limits(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 50), st.booleans()), max_size=12))
def test_whatever_happens_the_budget_is_the_sum_of_its_calls(
    alice: User, settings: Settings, steps: list[tuple[int, int, bool]]
) -> None:
    settings.AI_DAILY_CAP_PERSON = 60_000
    Call.objects.all().delete()
    Budget.objects.all().delete()
    for tokens, length, settled in steps:
        call = call_of(alice)
        try:
            ledger.reserve(call, text="x" * length, max_output_tokens=tokens)
        except OverBudget:
            continue
        if settled:
            ledger.settle(call, usage=Usage(input=1, output=tokens // 2), state=Call.State.DONE)
            ledger.settle(call, usage=Usage(input=9, output=tokens), state=Call.State.FAILED)
    held = sum(c.reserved if c.state == "reserved" else c.cost for c in Call.objects.all())
    scopes = dict(Budget.objects.values_list("scope", "used"))
    assert scopes.get(SITE, 0) == scopes.get(str(alice.pk), 0) == held <= 60_000


@pytest.mark.django_db(transaction=True)
def test_calls_at_the_same_time_cannot_pass_a_cap_together(settings: Settings) -> None:
    owner = User.objects.create_user("alice@example.com", "correct horse battery")
    one = estimate("x", 100, settings.AI_PRICE)
    settings.AI_DAILY_CAP_PERSON = 5 * one

    def ask() -> bool:
        try:
            ledger.reserve(call_of(owner), text="x", max_output_tokens=100)
        except OverBudget:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(16) as pool:
        allowed = list(pool.map(lambda _: ask(), range(32)))
    assert sum(allowed) == 5
    assert used(str(owner.pk)) == used(SITE) == 5 * one == 5 * Call.objects.latest("created_at").reserved


def test_a_refused_reservation_takes_nothing_from_anyone(alice: User, settings: Settings) -> None:
    settings.AI_DAILY_CAP_SITE = 1
    with pytest.raises(OverBudget):
        ledger.reserve(call_of(alice), text="x", max_output_tokens=100)
    assert not Budget.objects.filter(used__gt=0).exists()


def test_a_new_day_starts_afresh(alice: User, settings: Settings) -> None:
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    Budget.objects.create(scope=str(alice.pk), day=yesterday, used=10**9)
    ledger.reserve(call_of(alice), text="x", max_output_tokens=100)
    assert Call.objects.get().day == yesterday + timedelta(days=1)


def test_a_call_whose_worker_died_is_booked_on_the_site_and_not_on_the_person(alice: User) -> None:
    call = call_of(alice)
    ledger.reserve(call, text="x", max_output_tokens=100)
    assert ledger.settle_forgotten(timezone.now()) == 0
    assert ledger.settle_forgotten(timezone.now() + timedelta(hours=1)) == 1
    call.refresh_from_db()
    assert (call.state, call.cost) == ("failed", call.reserved)
    assert (used(SITE), used(str(alice.pk))) == (call.reserved, 0)
    assert ledger.settle_forgotten(timezone.now() + timedelta(hours=1)) == 0
    ledger.settle(call, usage=Usage(input=5), state=Call.State.DONE)
    assert (used(SITE), used(str(alice.pk))) == (call.reserved, 0)


def test_a_new_attempt_frees_what_the_earlier_one_held(alice: User, settings: Settings) -> None:
    settings.AI_DAILY_CAP_PERSON = estimate("x", 100, settings.AI_PRICE)
    first, job = call_of(alice), uuid4()
    first.job = job
    ledger.reserve(first, text="x", max_output_tokens=100)
    with pytest.raises(OverBudget):
        ledger.reserve(call_of(alice), text="x", max_output_tokens=100)
    assert ledger.settle_earlier(uuid4(), timezone.now()) == 0
    assert ledger.settle_earlier(job, first.created_at) == 0
    assert ledger.settle_earlier(job, timezone.now()) == 1
    ledger.reserve(call_of(alice), text="x", max_output_tokens=100)
