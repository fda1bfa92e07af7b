"""What was spoken is written down, beside what was typed, to be corrected before it is judged."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from interviews.models import Answer, Chunk, Interview
from interviews.tests.making import asked, begun
from interviews.tests.saying import ANSWER, done, judgement
from resume_agent.jobs.models import Job
from tests.provider import answers
from tests.provider.server import Provider

pytestmark = pytest.mark.django_db(transaction=True)


def said(text: str) -> answers.Answer:
    return answers.Answer(body={"text": text})


@pytest.fixture
def interview(fake: Provider, alice: User) -> Interview:
    return begun(alice, now=timezone.now(), medium="voice")


def address(answer: Answer, act: str) -> str:
    return f"/interviews/{answer.question.interview_id}/answers/{answer.pk}/{act}/"


def record(client: Client, answer: Answer) -> Answer:
    """Another take, of one piece."""
    number = client.post(address(answer, "take")).json()["take"]
    place = f"{address(answer, 'chunks/0')}?take={number}"
    client.post(place, b"\x1aE\xdf\xa3speech", content_type="audio/webm")
    client.post(address(answer, "recorded"), {"take": number, "count": 1, "seconds": "30"})
    return fresh(answer)


def fresh(answer: Answer) -> Answer:
    return Answer.objects.select_related("question", "hearing", "judging").get(pk=answer.pk)


def test_a_recording_becomes_text_that_can_be_corrected(fake: Provider, alices: Client, interview: Interview) -> None:
    fake.will(said(" I rolled it back. "))
    answer = record(alices, asked(interview)[1])
    assert "Your recording is being written down" in alices.get(f"/interviews/{interview.pk}/room/").text
    assert done(answer.hearing_id).result_url == f"/interviews/{interview.pk}/room/"
    assert b"speech" in fake.asked[0]["raw"]
    assert b'filename="answer.webm"' in fake.asked[0]["raw"]
    answer = fresh(answer)
    assert (answer.text, answer.heard, answer.revision) == ("I rolled it back.", "I rolled it back.", 1)
    assert ">I rolled it back.</textarea>" in alices.get(f"/interviews/{interview.pk}/room/").text


def test_what_was_typed_stays_before_it(fake: Provider, alices: Client, interview: Interview) -> None:
    answer = asked(interview)[1]
    alices.post(address(answer, "draft"), {"text": "Typed first.", "revision": 0})
    fake.will(said("Spoken one."), said("Spoken two."))
    done(record(alices, answer).hearing_id)
    assert fresh(answer).text == "Typed first.\n\nSpoken one."
    done(record(alices, answer).hearing_id)
    assert fresh(answer).text == "Typed first.\n\nSpoken two."


def test_a_transcript_that_was_corrected_stays_when_more_is_recorded(
    fake: Provider, alices: Client, interview: Interview
) -> None:
    fake.will(said("I rolled it bag."), said("It took 9 minutes."))
    answer = asked(interview)[1]
    done(record(alices, answer).hearing_id)
    alices.post(address(answer, "draft"), {"text": "I rolled it back.", "revision": 1})
    done(record(alices, answer).hearing_id)
    assert fresh(answer).text == "I rolled it back.\n\nIt took 9 minutes."


def test_of_a_recording_that_was_replaced_nothing_is_kept(fake: Provider, alices: Client, interview: Interview) -> None:
    fake.will(said("Old."))
    answer = asked(interview)[1]
    old = record(alices, answer).hearing_id
    record(alices, answer)
    done(old)
    assert fresh(answer).text == ""


def test_an_end_that_is_said_twice_is_heard_once(alices: Client, interview: Interview) -> None:
    answer = record(alices, asked(interview)[1])
    alices.post(address(answer, "recorded"), {"take": 1, "count": 1, "seconds": "30"})
    assert Job.objects.filter(kind="interviews.hear").count() == 1


@pytest.mark.parametrize("nothing", ["", " ... "])
def test_silence_is_a_sentence_and_the_recording_stays(
    fake: Provider, alices: Client, interview: Interview, nothing: str
) -> None:
    fake.will(said(nothing))
    answer = record(alices, asked(interview)[1])
    done(answer.hearing_id)
    assert "Nothing was heard in this recording." in alices.get(f"/interviews/{interview.pk}/room/").text
    assert Chunk.objects.count() == 1


def test_a_provider_that_is_away_is_asked_again(fake: Provider, alices: Client, interview: Interview) -> None:
    fake.will(answers.problem(500), said("I rolled it back."))
    answer = record(alices, asked(interview)[1])
    assert done(answer.hearing_id).state == "queued"
    Job.objects.update(run_at=timezone.now())
    assert done(answer.hearing_id).state == "done"
    assert fresh(answer).text == "I rolled it back."


def test_a_recording_given_without_a_word_is_heard_and_judged_when_the_person_has_read_it(
    fake: Provider, alices: Client, interview: Interview
) -> None:
    answer = record(alices, asked(interview)[1])
    alices.post(address(answer, "give"), {"text": "", "revision": 0})
    alices.post(f"/interviews/{interview.pk}/end/")
    fake.will(said(ANSWER))
    assert done(fresh(answer).hearing_id).result_url == f"/interviews/{interview.pk}/report/"
    assert fresh(answer).judging is None
    alices.post(address(answer, "correct"), {"text": f"{ANSWER} Really.", "revision": 1})
    alices.post(address(answer, "assess"))
    fake.will(*[judgement()] * 3)
    assert done(fresh(answer).judging_id).state == "done"
    assert "Really." in json.dumps(fake.asked[-1])


def test_once_its_answer_is_assessed_a_recording_is_forgotten(
    fake: Provider, alices: Client, interview: Interview
) -> None:
    fake.will(said(ANSWER), *[judgement()] * 3)
    answer = record(alices, asked(interview)[1])
    done(answer.hearing_id)
    alices.post(address(answer, "give"), {"text": ANSWER, "revision": 1})
    done(fresh(answer).judging_id)
    assert not Chunk.objects.exists()
    assert fresh(answer).seconds == 30


def test_a_recording_that_is_still_to_be_heard_survives_the_assessment_of_what_was_typed(
    fake: Provider, alices: Client, interview: Interview
) -> None:
    answer = record(alices, asked(interview)[1])
    alices.post(address(answer, "give"), {"text": ANSWER.replace("\n", " "), "revision": 0})
    fake.will(*[judgement()] * 3)
    done(fresh(answer).judging_id)
    fake.will(said("And more."))
    done(fresh(answer).hearing_id)
    assert fresh(answer).text.endswith("And more.")


def test_a_transcript_that_cannot_be_judged_keeps_its_recording(
    fake: Provider, alices: Client, interview: Interview
) -> None:
    fake.will(said("Too short."))
    answer = record(alices, asked(interview)[1])
    done(answer.hearing_id)
    alices.post(address(answer, "give"), {"text": "Too short.", "revision": 1})
    done(fresh(answer).judging_id)
    assert Chunk.objects.count() == 1


def test_what_was_typed_is_no_transcript_to_correct(alices: Client, interview: Interview) -> None:
    answer = asked(interview)[1]
    alices.post(address(answer, "give"), {"text": ANSWER, "revision": 0})
    response = alices.post(address(answer, "correct"), {"text": "Other.", "revision": 1}, follow=True)
    assert response.status_code == 200
    assert "Only the transcript of a spoken answer can be corrected" in response.text
    assert fresh(answer).text == ANSWER
