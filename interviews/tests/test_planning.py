"""Interviews planned by the AI: what it quotes stands, and every failure leaves the person a way on."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews import setting_up
from interviews.models import Interview
from interviews.tests.saying import LINE, done, plan, proposed
from interviews.tests.wanting import set_up, wanted
from resume_agent.jobs.models import Job
from tests.provider import answers
from tests.provider.answers import Answer
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)


def begun(client: Client, owner: User, **choices: Any) -> Interview:
    set_up(client, wanted(owner, kind="behavioural", minutes="5", **choices))
    return Interview.objects.select_related("plan_job").latest("created_at")


def test_with_a_key_the_ai_plans_and_each_question_says_where_it_comes_from(
    fake: Provider, alices: Client, alice: User
) -> None:
    fake.will(plan(proposed("Who wrote the incident guide?"), proposed("How many teams use it?")))
    interview = begun(alices, alice)
    assert interview.state == "planning"
    job = done(interview.plan_job_id)
    interview.refresh_from_db()
    assert (job.state, job.result_url) == ("done", f"/interviews/{interview.pk}/plan/")
    assert (interview.state, interview.prompt, interview.is_by_rules) == ("ready", "plan@1", False)
    assert [each.comes_from.quote for each in interview.questions.in_order()] == [LINE, LINE]
    assert "Questions by AI" in alices.get(f"/interviews/{interview.pk}/plan/").text


def test_neither_name_nor_contact_data_leave(fake: Provider, alices: Client, alice: User) -> None:
    done(begun(alices, alice).plan_job_id)
    sent = str(fake.asked[0]["input"])
    assert LINE in sent
    assert [secret for secret in ("Alice Example", "alice@example.com", "7946") if secret in sent] == []


def test_what_the_ai_invents_is_dropped_and_the_bank_fills_up(fake: Provider, alices: Client, alice: User) -> None:
    fake.will(plan(proposed("Who wrote it?"), proposed("How was the Turing Award?", quote="Won the Turing Award")))
    interview = begun(alices, alice)
    done(interview.plan_job_id)
    questions = list(interview.questions.in_order())
    assert [bool(each.bank_id) for each in questions] == [False, True]
    assert "Turing" not in str([each.text for each in questions])


def test_what_was_asked_earlier_is_told_and_not_asked_again(fake: Provider, alices: Client, alice: User) -> None:
    fake.will(plan(proposed("Who wrote it?"), proposed("How many use it?")), plan(proposed("WHO wrote it?")))
    first = begun(alices, alice)
    done(first.plan_job_id)
    second = begun(alices, alice)
    done(second.plan_job_id)
    assert "How many use it?" in str(fake.asked[1]["input"])
    assert all(each.bank_id for each in second.questions.all())


def test_a_failure_is_a_sentence_with_the_bank_beside_it(fake: Provider, alices: Client, alice: User) -> None:
    fake.will(answers.refusal())
    interview = begun(alices, alice)
    assert done(interview.plan_job_id).state == "failed"
    page = alices.get(f"/interviews/{interview.pk}/plan/").text
    assert "The AI could not plan this interview" in page
    assert "declined" in page
    page = alices.post(f"/interviews/{interview.pk}/plan/by-rules/", follow=True).text
    assert "Questions from our own bank." in page


def test_a_failed_plan_can_be_asked_for_again(fake: Provider, alices: Client, alice: User) -> None:
    fake.will(answers.refusal(), plan(proposed("Who wrote it?"), proposed("How many use it?")))
    interview = begun(alices, alice)
    done(interview.plan_job_id)
    alices.post(f"/interviews/{interview.pk}/plan/retry/")
    assert done(interview.plan_job_id).state == "done"


def test_the_bank_in_place_of_an_ai_that_still_thinks_counts_alone(fake: Provider, alices: Client, alice: User) -> None:
    interview = begun(alices, alice)
    alices.post(f"/interviews/{interview.pk}/plan/by-rules/")
    alices.post(f"/interviews/{interview.pk}/plan/by-rules/")
    assert done(interview.plan_job_id).state == "stopped"
    interview.refresh_from_db()
    assert (interview.state, interview.questions.count(), interview.is_by_rules) == ("ready", 2, True)
    assert fake.asked == []


def test_an_answer_that_comes_after_the_bank_was_taken_changes_nothing(
    fake: Provider, alices: Client, alice: User
) -> None:
    interview = begun(alices, alice)

    def late(_: dict[str, Any]) -> Answer:
        """The person takes the bank's questions while the AI speaks."""
        setting_up.plan_by_rules(interview.pk, timezone.now())
        connection.close()
        return plan(proposed("Who wrote it?"), proposed("How many use it?"))

    fake.then = late
    assert done(interview.plan_job_id).state in {"done", "stopped"}
    interview.refresh_from_db()
    assert (interview.state, interview.is_by_rules) == ("ready", True)
    assert all(each.bank_id for each in interview.questions.all())


def test_an_interview_deleted_while_it_is_planned_stays_deleted(fake: Provider, alices: Client, alice: User) -> None:
    interview = begun(alices, alice)
    alices.post(f"/interviews/{interview.pk}/delete/")
    job = done(interview.plan_job_id)
    assert job.state in {"failed", "stopped"}
    assert not Interview.objects.exists()
    assert Job.objects.filter(pk=job.pk).exists()
