"""Answers are judged three times by the rubric; what has no evidence has no level, and no failure loses an answer."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews.models import Answer, Assessment, Interview, SelfAssessment
from interviews.tests.making import answer_in, asked, begun, ended
from interviews.tests.saying import ANSWER, QUOTE, done, judgement
from resume_agent.jobs.models import Job
from resumes.posting_intake import take_in
from resumes.tests.given import read
from resumes.tests.writing import POSTING
from tests.provider import answers
from tests.provider.answers import Answer as Said
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db


def given(client: Client, owner: User, text: str = ANSWER, **fields: Any) -> Answer:
    """The one answer of an interview, given and queued to be judged."""
    interview = begun(owner, "Tell me about a release that went wrong.", now=timezone.now(), **fields)
    answer = asked(interview)[1]
    client.post(address(answer, "give"), {"text": text, "revision": 0})
    client.post(f"/interviews/{interview.pk}/move-on/")
    answer.refresh_from_db()
    return answer


def address(answer: Answer, act: str) -> str:
    return f"/interviews/{answer.question.interview_id}/answers/{answer.pk}/{act}/"


def levels(assessment: Assessment) -> dict[str, tuple[int | None, int | None, int | None]]:
    return {each.dimension: (each.low, each.level, each.high) for each in assessment.assessed.dimensions}


def report(client: Client, answer: Answer) -> str:
    return client.get(f"/interviews/{answer.question.interview_id}/report/").text


@pytest.mark.django_db(transaction=True)
def test_three_judgements_make_a_median_with_a_spread(fake: Provider, alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    fake.will(judgement(2), judgement(4, action=5), judgement(3))
    assert done(answer.judging_id).result_url == f"/interviews/{answer.question.interview_id}/report/#question-10"
    assessment = answer.assessments.get()
    assert len(fake.asked) == 3
    assert levels(assessment)["situation"] == (2, 3, 4)
    assert levels(assessment)["action"] == (2, 3, 5)
    assert (assessment.rubric, assessment.prompt, len(assessment.judgements)) == ("rubric@1", "judge@1", 3)
    assert assessment.model
    assert assessment.revision == answer.revision
    page = report(alices, answer)
    assert "judges: 2 to 5" in page
    assert f"Three judgements by {assessment.model} (judge@1, rubric@1)" in page


@pytest.mark.django_db(transaction=True)
def test_who_judges_is_told_neither_the_resume_nor_who_answers(fake: Provider, alices: Client, alice: User) -> None:
    version, posting = read(alice).versions.get(), take_in(alice, POSTING)
    answer = given(alices, alice, version=version, posting=posting)
    fake.will(*[judgement()] * 3)
    done(answer.judging_id)
    sent = str([each["input"] for each in fake.asked])
    assert "COBOL" in sent
    assert [own for own in ("Alice", "alice@", "Acme", "Widget Works") if own in sent] == []


@pytest.mark.django_db(transaction=True)
def test_a_level_whose_quotes_stand_nowhere_does_not_count(fake: Provider, alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    fake.will(*[judgement(5, quote="I saved the company")] * 3)
    done(answer.judging_id)
    assert {level for _, level, _ in levels(answer.assessments.get()).values()} == {None}
    page = report(alices, answer)
    assert "Not enough evidence" in page
    assert "I saved the company" not in page


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("text", ["I rolled it back.", "it " * 40, "Tell me about a release that went wrong!"])
def test_what_cannot_be_judged_costs_no_call_and_gets_no_number(
    fake: Provider, alices: Client, alice: User, text: str
) -> None:
    answer = given(alices, alice, text)
    done(answer.judging_id)
    assessment = answer.assessments.get()
    assert (fake.asked, assessment.assessed.dimensions, assessment.model) == ([], [], "")
    assert assessment.assessed.none_because in report(alices, answer)


@pytest.mark.django_db(transaction=True)
def test_after_a_failure_the_answer_is_there_and_one_click_judges_it(
    fake: Provider, alices: Client, alice: User
) -> None:
    answer = given(alices, alice)
    fake.will(judgement(), answers.refusal())
    assert done(answer.judging_id).state == "failed"
    page = report(alices, answer)
    assert "Not assessed" in page
    assert "Assess this answer" in page
    assert QUOTE in page
    alices.post(address(answer, "assess"))
    fake.will(*[judgement()] * 3)
    assert done(answer.judging_id).state == "done"
    assert answer.assessments.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("said", [answers.problem(500), answers.text("no JSON"), answers.text('{"dimensions": 7}')])
def test_what_may_pass_by_itself_is_tried_again_by_itself(
    fake: Provider, alices: Client, alice: User, said: Said
) -> None:
    answer = given(alices, alice)
    fake.will(said)
    assert done(answer.judging_id).state == "queued"
    assert not Assessment.objects.exists()
    Job.objects.update(run_at=timezone.now())
    fake.will(*[judgement()] * 3)
    assert done(answer.judging_id).state == "done"


@pytest.mark.django_db(transaction=True)
def test_judged_again_the_newest_counts_and_the_first_stays(fake: Provider, alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    fake.will(*[judgement(2)] * 3, *[judgement(4)] * 3)
    done(answer.judging_id)
    alices.post(address(answer, "assess"))
    answer.refresh_from_db()
    done(answer.judging_id)
    assert answer.assessments.count() == 2
    assert "4 of 5" in report(alices, answer)
    assert "2 of 5" not in report(alices, answer)


@pytest.mark.usefixtures("fake")
def test_a_second_click_while_it_is_judged_asks_nobody_twice(alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    alices.post(address(answer, "assess"))
    assert Job.objects.filter(kind="interviews.assess").count() == 1
    assert "Your answers are being read." in report(alices, answer)


@pytest.mark.django_db(transaction=True)
def test_an_interview_deleted_while_it_is_judged_stays_deleted(fake: Provider, alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    alices.post(f"/interviews/{answer.question.interview_id}/delete/")
    fake.will(*[judgement()] * 3)
    assert done(answer.judging_id).state in {"stopped", "failed"}
    assert not Interview.objects.exists()
    assert not Assessment.objects.exists()


@pytest.mark.usefixtures("fake")
def test_a_recording_that_nobody_wrote_down_is_not_judged(alices: Client, alice: User) -> None:
    answer = answer_in(ended(alice, ANSWER))
    Answer.objects.filter(pk=answer.pk).update(text="", take=1)
    page = alices.post(address(answer, "assess"), follow=True).text
    assert "There is nothing to judge yet" in page


def test_without_a_key_nobody_judges(alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    assert answer.judging is None
    assert alices.post(address(answer, "assess")).status_code == 404


def test_the_person_judges_by_the_same_rubric_and_only_its_levels_count(alices: Client, alice: User) -> None:
    answer = given(alices, alice)
    data = {"situation": "4", "action": "9", "result": "", "clarity": "x", "correctness": "3", "looks": "5"}
    alices.post(address(answer, "self"), data)
    own = SelfAssessment.objects.get()
    assert (own.rubric, own.levels) == ("rubric@1", {"situation": 4})
    page = report(alices, answer)
    assert '<option value="4" selected>4: A specific setting with the goal and what was at stake' in page
    alices.post(address(answer, "self"), {"situation": "2"})
    assert SelfAssessment.objects.get().levels == {"situation": 2}


@pytest.mark.parametrize("act", ["assess", "self"])
def test_what_is_not_given_yet_is_not_judged(alices: Client, alice: User, act: str) -> None:
    assert alices.post(address(asked(begun(alice))[1], act)).status_code == 404
