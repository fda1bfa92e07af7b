"""The report: what was said, what can be counted, and what was found, with the words it stands on."""

import io

import pytest
from django.test import Client
from pdfminer.high_level import extract_text
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from interviews.models import Answer, Interview
from interviews.report_page import ReportPage
from interviews.tests.making import QUESTIONS, answer_in, begun, ended, found, judged, planned
from interviews.tests.saying import ANSWER, QUOTE
from resumes.posting_intake import take_in
from resumes.tests.writing import POSTING


def report(client: Client, interview: Interview) -> str:
    return client.get(f"/interviews/{interview.pk}/report/").text


def words(page: str) -> str:
    return " ".join(page.split())


def test_each_question_is_shown_with_its_answer(alices: Client, alice: User) -> None:
    page = report(alices, ended(alice, ANSWER, "", "I listen first, and then I say what I see."))
    assert "2 of 3 questions answered" in page
    for text in (*QUESTIONS, "I rolled it back", "I listen first", "Skipped."):
        assert text in page


def test_without_a_key_nothing_is_scored_and_the_page_says_so(alices: Client, alice: User) -> None:
    page = report(alices, ended(alice, ANSWER))
    assert "No AI is set up on this site, so nothing here is scored." in page
    assert "Judge it yourself by the rubric" in page
    assert " of 5" not in page
    assert "Assess this answer" not in page


def test_what_can_be_counted_is_counted(alices: Client, alice: User) -> None:
    page = words(report(alices, ended(alice, ANSWER)))
    assert '<dt>Words</dt><dd class="numbers">26</dd>' in page
    assert "<dt>Numbers</dt><dd>9, 40</dd>" in page
    assert "Words a minute" not in page


def test_what_the_job_asks_is_shown_with_the_words_that_touch_it(alices: Client, alice: User) -> None:
    posting = take_in(alice, POSTING)
    page = words(report(alices, ended(alice, "At Acme I tuned PostgreSQL until it kept up with us.", posting=posting)))
    assert "<q>At Acme I tuned PostgreSQL until it kept up with us.</q>" in page


def test_pace_is_shown_of_recordings_alone(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER, ANSWER)
    Answer.objects.filter(pk=answer_in(interview).pk).update(take=1, seconds=13.0)
    page = report(alices, interview)
    assert 'aria-label="Words a minute: 120"' in page


def test_quotes_are_marked_in_the_answer_also_across_lines(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 4, QUOTE), found("situation", 3, "for everybody. I rolled it back"))
    page = report(alices, interview)
    assert '<mark title="Situation and task">for everybody.\n</mark>' in page
    assert f'<mark title="Own action, Situation and task">{QUOTE}</mark>' in page


def test_what_was_answered_is_shown_as_text_and_nothing_else(alices: Client, alice: User) -> None:
    interview = ended(alice, "<script>alert(1)</script> I rolled it back & told everybody about it at once.")
    judged(answer_in(interview), found("action", 4, QUOTE, missing="<b>x</b>"))
    page = report(alices, interview)
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_strongest_and_the_weakest_stand_out(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER, ANSWER)
    judged(answer_in(interview, 10), found("action", 5, QUOTE), found("result", 1, missing="You don’t say what came."))
    judged(answer_in(interview, 20), found("action", 4, QUOTE), found("result", 2, "of 40"), found("clarity", None))
    page = ReportPage(interview)
    assert [(each.judged.dimension.id, each.judged.found.level) for each in page.strongest] == [
        ("action", 5),
        ("action", 4),
    ]
    assert [(each.judged.dimension.id, each.judged.found.level) for each in page.weakest] == [
        ("result", 1),
        ("result", 2),
    ]
    assert "You don’t say what came." in report(alices, interview)


def test_a_spread_of_judges_is_drawn_as_a_band(alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 3, QUOTE, low=2, high=4))
    (each,) = ReportPage(interview).items[0].answers[0].judged
    assert (each.is_sure, each.steps) == (False, ["on", "on", "band", "band", "off"])


def test_a_text_that_changed_since_it_was_judged_says_so(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 3, QUOTE), revision=0)
    assert "You changed the answer since." in report(alices, interview)


def test_what_came_too_late_is_shown_apart(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    Answer.objects.update(late_text="And one more thing.")
    page = report(alices, interview)
    assert "What came after the time was up" in page
    assert "And one more thing." in page


def test_before_its_end_there_is_no_report(alices: Client, alice: User) -> None:
    interview = begun(alice)
    assert alices.get(f"/interviews/{interview.pk}/report/")["Location"] == f"/interviews/{interview.pk}/room/"
    assert alices.get(f"/interviews/{interview.pk}/export/pdf/").status_code == 404
    plan = planned(alice)
    assert alices.get(f"/interviews/{plan.pk}/report/")["Location"] == f"/interviews/{plan.pk}/plan/"


def test_the_pdf_holds_questions_answers_and_what_was_found(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 3, QUOTE, low=2, high=4), found("clarity", None))
    response = alices.get(f"/interviews/{interview.pk}/export/pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment")
    text = words(extract_text(io.BytesIO(response.content)))
    for part in (QUESTIONS[0], "waiting was worse", "3 of 5 (judges: 2 to 4)", f"“{QUOTE}”", "Not enough evidence"):
        assert part in text


@pytest.mark.parametrize("count", [1, 13])
def test_the_report_asks_the_database_little(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    interview = begun(
        alice, *(f"Question number {number}?" for number in range(count)), posting=take_in(alice, POSTING)
    )
    for number in range(count):
        _gives(alices, interview, number)
    with django_assert_max_num_queries(10):
        report(alices, interview)


def _gives(client: Client, interview: Interview, number: int) -> None:
    answer = answer_in(interview, 10 * number + 10)
    client.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": ANSWER, "revision": 0})
    client.post(f"/interviews/{interview.pk}/move-on/")
    judged(answer_in(interview, 10 * number + 10), found("action", 3, QUOTE))
