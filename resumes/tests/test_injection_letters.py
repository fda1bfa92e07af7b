"""Letters by a provider that obeys the attacker: words of this letter alone; never our instructions, never a link."""

import json
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from accounts.models import User
from resume_agent.ai.tests.conftest import fake as fake
from resume_agent.jobs.models import Job
from resume_agent.jobs.watching import _message
from resume_agent.lib.streams import Publisher
from resumes import lettering
from resumes.letter_checking import MOST_CHARACTERS
from resumes.models import Letter, Version
from resumes.parsing.file_facts import look_at
from resumes.parsing.reading import Kind
from resumes.posting_intake import take_in
from resumes.tests.blast import Page
from resumes.tests.given import read
from resumes.tests.obeyed import Reach, reach_of
from resumes.tests.writing import CHOICES, HONEST, POSTING, address
from tests.provider.obeying import BAIT, BEGINNINGS, EVENT, HOST, MARKUP, ORDERS, Obeying, order
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)
OWN = ("resumes.Letter", "jobs.Job", "ai.Call", "ai.Budget", "ai.Circuit")
LEAKS = ("leak", "encode")


@pytest.fixture
def obeying(fake: Provider) -> Obeying:
    answerer = Obeying(otherwise=HONEST)
    fake.then = answerer
    return answerer


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """What whoever watches would be sent."""
    entries: list[dict[str, str]] = []
    monkeypatch.setattr(Publisher, "publish", lambda _self, fields: entries.append(fields))
    return entries


def written(owner: User, fake: Provider, ordered: str) -> tuple[Letter, Reach]:
    """A letter for a posting that holds the order, after one attempt."""
    posting = take_in(owner, f"{POSTING}- {ordered}\n", employer="Example Payments")
    version = Version.objects.filter(resume__owner=owner).first() or read(owner).versions.get()
    letter = lettering.begin(owner, version, posting, CHOICES)
    assert letter.job
    reach = reach_of(letter.job, fake)
    return Letter.objects.select_related("job").get(pk=letter.pk), reach


def texts(published: list[dict[str, str]]) -> Iterator[str]:
    return (json.loads(each["data"])["piece"] for each in published if each["type"] == "text")


@pytest.mark.parametrize("what", ORDERS)
def test_an_order_reaches_nothing_beyond_its_letter(
    fake: Provider, obeying: Obeying, alice: User, bob: User, alices: Client, what: str
) -> None:
    read(bob)
    _, control = written(alice, fake, "Patience")
    letter, reach = written(alice, fake, order(what))
    assert obeying.obeyed == [what]
    assert not reach.lost(*OWN)
    assert reach.rows <= control.rows
    assert reach.calls == control.calls
    assert reach.ledger[0][0] == "letter"
    assert len(reach.ledger) == 1
    shown = Page(alices.get(address(letter)).text)
    assert not shown.stray
    assert not any(shown.tags[tag] for tag in ("img", "iframe", "object", "embed", "base", "style"))


@pytest.mark.parametrize("what", LEAKS)
def test_the_instructions_are_neither_kept_nor_shown_as_they_come(
    fake: Provider, obeying: Obeying, published: list[dict[str, str]], alice: User, alices: Client, what: str
) -> None:
    letter, _ = written(alice, fake, order(what))
    assert letter.job
    assert (letter.job.state, letter.job.error_code, letter.text) == (Job.State.FAILED, "led_astray", "")
    assert len("".join(texts(published))) < 60
    assert "repeated its own instructions" in alices.get(address(letter)).text


def test_a_flood_is_cut_off(fake: Provider, obeying: Obeying, published: list[dict[str, str]], alice: User) -> None:
    letter, reach = written(alice, fake, order("flood"))
    assert len(letter.text) <= MOST_CHARACTERS
    assert len("".join(texts(published))) <= 20 * lettering.MAX_OUTPUT_TOKENS
    assert len(reach.calls) == 1


@pytest.mark.parametrize("language", BEGINNINGS)
def test_no_link_and_no_markup_stays_in_a_letter(
    fake: Provider, obeying: Obeying, alice: User, alices: Client, language: str
) -> None:
    letter, _ = written(alice, fake, order("markup", language))
    assert letter.text.startswith(BAIT)
    assert HOST not in letter.text
    assert "<" not in letter.text
    assert letter.reasons


def test_text_cannot_pose_as_an_event(
    fake: Provider, obeying: Obeying, published: list[dict[str, str]], alice: User
) -> None:
    written(alice, fake, order("events"))
    assert EVENT.strip()[:11] in "".join(texts(published))
    for entry in published:
        sent = _message(entry, entry_id="1-0")
        lines = sent.removesuffix("\n\n").splitlines()
        assert [line.partition(": ")[0] for line in lines] == ["id", "event", "data"]
        assert lines[1] == f"event: {entry['type']}"


def test_a_letter_with_links_of_its_own_is_exported_as_words(alice: User, alices: Client) -> None:
    posting = take_in(alice, POSTING, employer="Example Payments")
    letter = Letter.objects.create(version=read(alice).versions.get(), posting=posting, text=f"Dear team,\n\n{MARKUP}")
    pdf = alices.get(address(letter, "export/pdf/")).content
    assert not [link for link in look_at(pdf, "letter.pdf", Kind.PDF).facts.links if HOST in link.url]
    word = ZipFile(BytesIO(alices.get(address(letter, "export/docx/")).content))
    assert not [name for name in word.namelist() if name.endswith(".rels") and HOST in word.read(name).decode()]
    assert "<script>" not in alices.get(address(letter)).text
