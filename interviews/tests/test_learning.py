"""Trying again, answers made of the person's own facts, and progress that mixes nothing."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews.models import Answer, Assessment, Chunk, Interview, ModelAnswer
from interviews.tests.making import answer_in, asked, begun, ended, found, judged
from interviews.tests.saying import ANSWER, QUOTE, done
from resumes.tests.given import read
from tests.provider import answers
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db
BETTER = "In March the release broke log-in. I decided to roll it back at once, and it took 9 minutes."


def question(interview: Interview, act: str, number: int = 10) -> str:
    return f"/interviews/{interview.pk}/questions/{interview.questions.get(number=number).pk}/{act}/"


def retried(client: Client, interview: Interview, text: str = BETTER) -> Answer:
    client.post(question(interview, "retry"))
    answer = Answer.objects.filter(question__interview=interview).latest("attempt")
    address = f"/interviews/{interview.pk}/answers/{answer.pk}"
    client.post(f"{address}/draft/", {"text": "In March", "revision": 0})
    client.post(f"{address}/give/", {"text": text, "revision": 1})
    return answer


def test_another_try_stands_beside_the_first(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    answer = retried(alices, interview)
    answer.refresh_from_db()
    assert (answer.attempt, answer.state, answer.text) == (2, "given", BETTER)
    assert answer_in(interview).text == ANSWER
    page = alices.get(f"/interviews/{interview.pk}/report/").text
    assert "Try 2" in page
    assert BETTER in page


def test_a_try_shows_what_was_missing_and_is_found_again(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 2, QUOTE, next_step="Name the hardest choice."))
    page = alices.post(question(interview, "retry"), follow=True).text
    assert "Name the hardest choice." in page
    assert "waiting was worse" in page
    alices.post(question(interview, "retry"))
    assert Answer.objects.filter(attempt__gt=1).count() == 1
    assert "Go on with your try" in alices.get(f"/interviews/{interview.pk}/report/").text


def test_an_empty_try_leaves_things_as_they_were(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    alices.post(question(interview, "retry"))
    answer = answer_in(interview, attempt=2)
    Answer.objects.filter(pk=answer.pk).update(take=1)
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": "", "revision": 0})
    assert not Answer.objects.filter(attempt=2).exists()


def test_a_recorded_try_counts_without_a_word(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    alices.post(question(interview, "retry"))
    answer = answer_in(interview, attempt=2)
    Answer.objects.filter(pk=answer.pk).update(take=1)
    Chunk.objects.create(answer=answer, take=1, number=0, size=3)
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": "", "revision": 0})
    assert answer_in(interview, attempt=2).state == "given"


def test_before_and_after_stand_in_one_table(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 2, QUOTE), found("result", None))
    judged(retried(alices, interview), found("action", 4, QUOTE), found("result", 3, "9 minutes"))
    page = " ".join(alices.get(f"/interviews/{interview.pk}/report/").text.split())
    assert '<th scope="row">Own action</th><td class="numbers">2</td><td class="numbers">4</td>' in page
    assert '<th scope="row">Result</th><td class="numbers">no evidence</td><td class="numbers">3</td>' in page


def test_levels_of_two_rubrics_are_not_put_side_by_side(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    judged(answer_in(interview), found("action", 2, QUOTE))
    judged(retried(alices, interview), found("action", 4, QUOTE))
    Assessment.objects.filter(answer__attempt=1).update(rubric="old@1")
    assert "From try to try" not in alices.get(f"/interviews/{interview.pk}/report/").text


def test_in_a_timed_interview_nothing_is_tried_again_before_its_end(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now(), rhythm="real")
    answer = asked(interview)[1]
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": ANSWER, "revision": 0})
    page = alices.post(question(interview, "retry"), follow=True).text
    assert "in a timed interview when that is over" in page
    assert not Answer.objects.filter(attempt=2).exists()
    alices.post(f"/interviews/{interview.pk}/end/")
    alices.post(question(interview, "retry"))
    assert Answer.objects.filter(attempt=2).exists()


def test_while_practising_the_last_question_can_be_tried_at_once(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now())
    answer = asked(interview)[1]
    alices.post(f"/interviews/{interview.pk}/answers/{answer.pk}/give/", {"text": ANSWER, "revision": 0})
    retried(alices, interview)
    assert answer_in(interview, attempt=2).text == BETTER
    assert alices.get(f"/interviews/{interview.pk}/")["Location"].endswith("/room/")


@pytest.mark.parametrize("number", [10, 20])
def test_what_is_not_answered_yet_cannot_be_tried_again(alices: Client, alice: User, number: int) -> None:
    interview = begun(alice, now=timezone.now())
    alices.post(question(interview, "retry", number))
    assert not Answer.objects.filter(attempt__gt=1).exists()


# What the AI makes of the person's own facts.

TRUE = "At Acme Ltd I led the move of 14 services to Kubernetes, cutting the hosting bill by 31%."
INVENTED = "At Acme Ltd I led a team of 12 engineers and won the Turing Award."


def shown(client: Client, owner: User, fake: Provider, said: answers.Answer) -> tuple[str, Interview]:
    """The report after a model answer was asked for."""
    interview = ended(owner, ANSWER, version=read(owner).versions.get())
    client.post(question(interview, "model-answer"))
    fake.will(said)
    done(ModelAnswer.objects.get().job_id)
    return client.get(f"/interviews/{interview.pk}/report/").text, interview


@pytest.mark.django_db(transaction=True)
def test_a_model_answer_leaves_out_what_nothing_backs(fake: Provider, alices: Client, alice: User) -> None:
    page, _ = shown(alices, alice, fake, answers.streamed(TRUE, f" {INVENTED}"))
    made = ModelAnswer.objects.get()
    assert (made.text, made.prompt) == (TRUE, "model_answer@1")
    assert made.reasons
    assert "that nothing of yours backs" in page
    assert "Turing" not in page
    sent = str(fake.asked[0]["input"])
    assert "waiting was worse" in sent
    assert "alice@example.com" not in sent


@pytest.mark.django_db(transaction=True)
def test_when_nothing_is_backed_nothing_is_shown_but_why(fake: Provider, alices: Client, alice: User) -> None:
    page, interview = shown(alices, alice, fake, answers.streamed(INVENTED))
    assert "No answer was written" in page
    assert "Nothing of it could be backed" in page
    alices.post(question(interview, "model-answer"))
    fake.will(answers.streamed(TRUE))
    assert done(ModelAnswer.objects.get().job_id).state == "done"


def test_without_a_key_there_is_no_model_answer(alices: Client, alice: User) -> None:
    interview = ended(alice, ANSWER)
    assert "Show an answer made of my facts" not in alices.get(f"/interviews/{interview.pk}/report/").text
    assert alices.post(question(interview, "model-answer")).status_code == 404


@pytest.mark.usefixtures("fake")
def test_what_is_not_answered_yet_is_not_given_away(alices: Client, alice: User) -> None:
    interview = begun(alice, now=timezone.now(), rhythm="real")
    for number in (10, 20):
        assert alices.post(question(interview, "model-answer", number)).status_code == 404
    assert not ModelAnswer.objects.exists()
