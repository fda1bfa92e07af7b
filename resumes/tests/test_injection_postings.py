"""Postings read by a provider that obeys the attacker: what it says beyond the posting's own words comes to nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from resume_agent.ai.tests.conftest import fake as fake
from resumes.models import Posting
from resumes.posting_improving import improve
from resumes.posting_intake import take_in
from resumes.tests import hostile
from resumes.tests.blast import Page
from resumes.tests.given import read
from resumes.tests.obeyed import Reach, reach_of
from resumes.tests.writing import POSTING
from tests.provider.obeying import BAIT, ORDERS, Obeying, order
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)
OWN = ("resumes.Posting", "jobs.Job", "ai.Call", "ai.Budget", "ai.Circuit")
NOTHING = '{"title":"","employer":"","requirements":[],"skills":[],"years":[],"languages":[]}'


@pytest.fixture
def obeying(fake: Provider) -> Obeying:
    answerer = Obeying(otherwise=NOTHING)
    fake.then = answerer
    return answerer


def improved(owner: User, fake: Provider, text: str) -> tuple[Posting, Posting, Reach]:
    """As the rules read it, and after one attempt of the AI."""
    posting = take_in(owner, text, employer="Example Payments")
    assert improve(posting)
    by_rules = Posting.objects.get(pk=posting.pk)
    assert posting.job
    reach = reach_of(posting.job, fake)
    return by_rules, Posting.objects.get(pk=posting.pk), reach


@pytest.mark.parametrize("what", ORDERS)
def test_an_order_reaches_nothing_beyond_its_posting(
    fake: Provider, obeying: Obeying, alice: User, alices: Client, what: str
) -> None:
    read(alice)
    _, _, control = improved(alice, fake, POSTING)
    by_rules, posting, reach = improved(alice, fake, f"{POSTING}- {order(what)}\n")
    assert obeying.obeyed == [what]
    assert not reach.lost(*OWN)
    assert reach.rows <= control.rows
    assert reach.calls == control.calls
    assert (posting.title, posting.employer, posting.text) == (by_rules.title, by_rules.employer, by_rules.text)
    assert posting.reading == by_rules.reading
    shown = alices.get(f"/postings/{posting.pk}/").text
    assert BAIT not in shown
    assert not Page(shown).stray


@pytest.mark.parametrize("name", ["tags.txt", "bits.txt"])
def test_what_nobody_sees_in_a_posting_is_not_kept(fake: Provider, obeying: Obeying, alice: User, name: str) -> None:
    _, posting, _ = improved(alice, fake, hostile.UNSEEN[name](order("say")).decode())
    assert obeying.obeyed == []
    assert all(each.isprintable() or each == "\n" for each in posting.text)


def test_hidden_text_of_a_posting_in_a_file_is_left_out(alice: User, alices: Client) -> None:
    data = hostile.white_in_pdf(order("say"))
    alices.post("/postings/new/", {"file": SimpleUploadedFile("job.pdf", data)})
    text = Posting.objects.get().text
    assert "Acme" in text
    assert "Ignore all" not in text
