"""Suggestions by AI: every failure is a sentence, the guard comes before the person, hostile answers do no harm."""

import json
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from resume_agent.ai import circuit
from resume_agent.ai.models import Call
from resume_agent.ai.tests.conftest import fake as fake
from resume_agent.jobs import listening, running
from resume_agent.jobs.models import Job
from resumes.editing.drafting import draft_of
from resumes.editing.whole_texts import places_of, text_at
from resumes.models import Resume, Round, Suggestion, Version
from resumes.posting_intake import take_in
from resumes.suggestion_rounds import start
from resumes.tests.given import read
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)
LEDGER = "Responsible for the weekly release of the ledger"
BULLET = "work[0].highlights[1]"
POSTING = "Backend Engineer\n\nWhat you bring\n- Experience with Kafka\n- Three years with COBOL\n"


@pytest.fixture
def resume(alice: User, fake: Provider) -> Resume:
    circuit.record_success(fake.url)
    return read(alice)


def change(after: str, **fields: Any) -> dict[str, Any]:
    given = {"path": BULLET, "after": after, "why": "Says it.", "requirement": "", "evidence": [], "kind": "wording"}
    return given | fields


def changes(*each: dict[str, Any]) -> Answer:
    return answers.text(json.dumps({"changes": each}))


def asked(fake: Provider, resume: Resume, *given: Answer, posting: str = "") -> Round:
    """A round whose job was done, or tried once."""
    fake.will(*given)
    round_ = start(resume, by=Round.By.AI, posting=take_in(resume.owner, posting) if posting else None)
    assert round_.job
    running.run(round_.job.pk)
    return Round.objects.select_related("job").get(pk=round_.pk)


def held(resume: Resume, dotted: str = BULLET) -> str:
    outline = draft_of(resume).outline
    return text_at(outline, places_of(outline)[dotted])


def test_a_change_that_the_resume_backs_can_be_accepted(fake: Provider, alices: Client, resume: Resume) -> None:
    round_ = asked(fake, resume, changes(change("Released the ledger weekly", evidence=["weekly release"])))
    assert round_.job
    assert round_.job.result_url == f"/resumes/{resume.pk}/suggestions/{round_.pk}/"
    shown = alices.get(round_.job.result_url).text
    assert "By AI" in shown
    assert "<mark>weekly release</mark>" in shown
    alices.post(f"{round_.job.result_url}1/accept/")
    assert held(resume) == "Released the ledger weekly"


def test_what_nothing_backs_is_a_question_and_cannot_be_accepted(
    fake: Provider, alices: Client, resume: Resume
) -> None:
    round_ = asked(fake, resume, changes(change("Led 40 people releasing the ledger with Jenkins")))
    found = round_.suggestions.get()
    assert found.question
    assert any("Jenkins" in reason["sentence"] for reason in found.reasons)
    alices.post(f"/resumes/{resume.pk}/suggestions/{round_.pk}/1/accept/")
    assert held(resume) == LEDGER


def test_a_quote_that_stands_nowhere_makes_a_question_and_is_not_shown(fake: Provider, resume: Resume) -> None:
    round_ = asked(fake, resume, changes(change("Released the ledger weekly", evidence=["ran payroll for Initech"])))
    found = round_.suggestions.get()
    assert (found.question, found.evidence) == (True, [])


def test_the_prompt_and_model_are_kept_and_the_call_accounted_for(fake: Provider, resume: Resume) -> None:
    round_ = asked(fake, resume, changes())
    assert round_.prompt == "improve@1"
    assert round_.model
    call = Call.objects.get()
    assert (call.prompt, call.job, call.state) == ("improve@1", round_.job_id, Call.State.DONE)


def test_nothing_that_says_who_the_person_is_leaves(fake: Provider, resume: Resume) -> None:
    asked(fake, resume, changes())
    sent = json.dumps(fake.asked)
    assert LEDGER in sent
    assert "Acme Ltd" in sent
    for private in ("Alice", "alice@example.com", "7946"):
        assert private not in sent


def test_for_a_job_the_requirements_go_along_and_questions_come_by_rules(
    fake: Provider, alices: Client, resume: Resume
) -> None:
    served = change("Released the ledger weekly", requirement="Experience with Kafka")
    round_ = asked(fake, resume, changes(served), posting=POSTING)
    assert "Three years with COBOL" in json.dumps(fake.asked)
    assert round_.prompt == "tailor@1"
    assert round_.suggestions.get(number=1).requirement == "Experience with Kafka"
    question = round_.suggestions.get(kind="asked")
    assert "COBOL" in question.why
    shown = alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text
    assert "By AI" in shown
    assert "By rules" in shown


FINAL = [
    (answers.problem(401), "refused this site"),
    (answers.problem(429, "insufficient_quota"), "used up"),
    (answers.problem(400), "could not handle this request"),
    (answers.refusal(), "declined to write this"),
    (answers.incomplete('{"changes": []}', "content_filter"), "content rules stopped"),
    (answers.problem(429, retry_after="600"), "wait longer than we"),
]
LATER = [
    (answers.problem(500), "does not answer"),
    (answers.problem(429, retry_after="3"), "asks us to wait"),
    (answers.incomplete('{"changes": [', "max_output_tokens"), "incomplete"),
    (answers.text("not what was asked"), "incomplete"),
    (changes(change("x", kind="<b>")), "incomplete"),
]


@pytest.mark.parametrize(("answer", "sentence"), FINAL)
def test_a_final_failure_is_a_sentence_and_changes_nothing(
    fake: Provider, alices: Client, resume: Resume, answer: Answer, sentence: str
) -> None:
    round_ = asked(fake, resume, answer)
    assert round_.job
    assert round_.job.state == Job.State.FAILED
    shown = alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text
    assert sentence in shown
    assert "Ask again, or by rules" in shown
    assert not Suggestion.objects.exists()
    assert held(resume) == LEDGER


@pytest.mark.parametrize(("answer", "sentence"), LATER)
def test_a_passing_failure_is_tried_again_and_says_so(
    fake: Provider, alices: Client, resume: Resume, answer: Answer, sentence: str
) -> None:
    round_ = asked(fake, resume, answer)
    assert round_.job
    assert round_.job.state == Job.State.QUEUED
    assert sentence in alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text
    assert not Suggestion.objects.exists()


def test_a_key_that_went_missing_is_a_sentence(fake: Provider, alices: Client, resume: Resume, settings: Any) -> None:
    settings.OPENAI_API_KEY = ""
    round_ = asked(fake, resume)
    assert "AI is not set up on this site" in alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text


def test_two_clicks_ask_once(fake: Provider, alices: Client, resume: Resume) -> None:
    for _ in range(2):
        alices.post(f"/resumes/{resume.pk}/suggestions/", {"by": "ai", "posting": ""})
    assert Round.objects.count() == 1
    start(resume, by=Round.By.AI, posting=take_in(resume.owner, POSTING))
    assert Round.objects.count() == 2


def test_a_round_deleted_meanwhile_ends_with_a_sentence(fake: Provider, resume: Resume) -> None:
    round_ = start(resume, by=Round.By.AI)
    job = round_.job
    assert job
    Round.objects.all().delete()
    running.run(job.pk)
    job.refresh_from_db()
    assert job.error_code == "gone"


def test_stopping_does_not_wait_for_the_answer(
    fake: Provider, alices: Client, resume: Resume, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "LOOK_SECONDS", 0.05)
    round_ = start(resume, by=Round.By.AI)
    job = round_.job
    assert job

    def stop_first(_: dict[str, Any]) -> Answer:
        alices.post(f"/jobs/{job.pk}/stop/")
        return Answer(body=changes(change("Released the ledger weekly")).body, seconds=60)

    fake.then = stop_first
    running.run(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.STOPPED
    assert not Suggestion.objects.exists()
    assert Call.objects.get().error_code == "stopped"
    wait_until(lambda: fake.left == 1)
    assert fake.told == 0
    assert "Stopped, as you asked" in alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text


SCRIPT = "<script>alert(1)</script>"


def test_markup_from_the_ai_is_dropped(fake: Provider, alices: Client, resume: Resume) -> None:
    hostile = change(f"{LEDGER} {SCRIPT} https://evil.example/x.png")
    told = change("Released the ledger weekly", path="work[0].highlights[0]", why=SCRIPT, evidence=[SCRIPT])
    round_ = asked(fake, resume, changes(hostile, told))
    shown = alices.get(f"/resumes/{resume.pk}/suggestions/{round_.pk}/").text
    assert SCRIPT not in shown
    assert "evil.example" not in shown
    found = round_.suggestions.get()
    assert (found.why, found.evidence, found.question) == ("alert(1)", [], True)


ELSEWHERE = (
    *("", "../../etc/passwd", "work[99].highlights[0]", "basics.email", "basics.name", "work[0].startDate"),
    *("work[0].highlights", "__class__", "work/1/highlights/2/#text", "#", "a" * 5000),
)


def test_a_path_that_leads_elsewhere_is_dropped(fake: Provider, resume: Resume) -> None:
    round_ = asked(fake, resume, changes(*(change("anything", path=path) for path in ELSEWHERE)))
    assert round_.job
    assert round_.job.state == Job.State.DONE
    assert not Suggestion.objects.exists()


def test_five_hundred_changes_are_at_most_one_for_each_text(fake: Provider, resume: Resume) -> None:
    many = [change("Released the ledger weekly", path=f"work[{at % 3}].highlights[{at % 7}]") for at in range(500)]
    asked(fake, resume, changes(*many))
    assert 1 < Suggestion.objects.count() <= 6


def test_hidden_and_endless_text_is_cut(fake: Provider, resume: Resume) -> None:
    hidden = change("Released\u202e the\U000e0041\u200b ledger\x00 weekly", why="w" * 9000)
    asked(fake, resume, changes(hidden, change("x" * 9000, path="work[0].highlights[0]")))
    found = Suggestion.objects.get()
    assert found.after == "Released the ledger weekly"
    assert len(found.why) == 500


def test_what_the_ai_says_makes_no_version_and_no_edit(fake: Provider, resume: Resume) -> None:
    asked(fake, resume, changes(change("Released the ledger weekly")))
    assert Version.objects.count() == 1
    assert not draft_of(resume).revision
