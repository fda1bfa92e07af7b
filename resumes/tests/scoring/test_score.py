"""The arithmetic: totals, ceilings, points, order and determinism."""

from dataclasses import replace
from datetime import date

import pytest

from resumes.document import Document
from resumes.parsing.reading import FileFacts, Kind, Reading
from resumes.scoring.checking import Verdict
from resumes.scoring.checks import CHECKS
from resumes.scoring.score import CATEGORIES, RUBRIC, Judged, points_left, score, score_document
from resumes.tests.scoring.readings import ALICE, TODAY, alice, alice_saying, alice_with, found, reading_of


def test_a_good_resume_scores_over_ninety() -> None:
    assert (score(reading_of(alice()), today=TODAY).total or 0) >= 90


def test_the_rubric_is_stored_with_the_score() -> None:
    assert score(reading_of(alice()), today=TODAY).rubric == RUBRIC


def test_without_a_file_readability_has_no_score() -> None:
    result = score_document(alice(), today=TODAY)
    assert {c.category: c.score for c in result.categories}["readability"] is None


def test_a_document_with_nothing_in_it_has_no_total() -> None:
    assert score_document(Document(), today=TODAY).total is None


def test_a_file_without_text_has_no_total_but_says_why() -> None:
    result = score(Reading(document=Document(), facts=FileFacts(kind=Kind.PDF)), today=TODAY)
    assert result.total is None
    assert [f.check for f in result.findings if f.blocking] == ["text-layer"]


def test_without_a_total_no_finding_promises_points() -> None:
    result = score(Reading(document=Document(), facts=FileFacts(kind=Kind.PDF)), today=TODAY)
    assert {f.points for f in result.findings} == {0.0}


def test_nobody_to_reply_to_caps_the_total() -> None:
    result = score(reading_of(alice_with(email="", phone="")), today=TODAY)
    assert (result.total, result.cap) == (50, 50)


def test_lifting_the_ceiling_wins_back_the_points_under_it() -> None:
    result = score(reading_of(alice_with(email="", phone="")), today=TODAY)
    assert result.findings[0].check == "reachable"
    assert result.findings[0].points > 20


def test_under_a_ceiling_other_findings_win_nothing_until_it_is_lifted() -> None:
    finding = found("email", reading_of(alice_with(email="", phone="")))
    assert finding.points == 0
    assert finding.points_unblocked > 0


def test_of_two_ceilings_the_lower_counts() -> None:
    reading = reading_of(alice_with(email="", phone=""), words=12)
    assert score(reading, today=TODAY).cap == 10


def test_findings_come_with_most_points_first() -> None:
    points = [f.points for f in score(reading_of(alice(education=[], skills=[])), today=TODAY).findings]
    assert points == sorted(points, reverse=True)
    assert len(points) > 1


def test_findings_never_promise_more_than_the_total_lacks() -> None:
    result = score(reading_of(alice(education=[], skills=[])), today=TODAY)
    assert 80 < sum(f.points for f in result.findings) + (result.total or 0) <= 100


def test_points_left_are_told_for_each_category() -> None:
    left = points_left(score(reading_of(alice(education=[])), today=TODAY))
    assert left["sections"] > 2
    assert left["contact"] == 0


def test_a_hundred_means_that_nothing_is_left() -> None:
    result = score(reading_of(alice(), tagged=False), today=TODAY)
    assert (result.total or 0) < 100


def test_the_day_only_decides_what_lies_in_the_future() -> None:
    reading = reading_of(alice())
    assert score(reading, today=date(2026, 1, 1)) == score(reading, today=date(2031, 7, 9))


def test_leaving_the_bullets_out_does_not_raise_the_total() -> None:
    silent = alice(work=[{**job, "highlights": []} for job in ALICE["work"]])
    weak = alice_saying("Responsible for things", "Helped with other things")
    assert (score_document(silent, today=TODAY).total or 0) < (score_document(weak, today=TODAY).total or 0)


def test_repeating_keywords_does_not_raise_the_total() -> None:
    stuffed = alice(skills=[*ALICE["skills"], {"name": "More", "keywords": ["Python"] * 40}])
    assert (score_document(stuffed, today=TODAY).total or 0) <= (score_document(alice(), today=TODAY).total or 0)


def test_a_mended_check_keeps_nothing_of_its_ceiling() -> None:
    judged = Judged(CHECKS[0], Verdict(0, "Empty", ceiling=10)).mended()
    assert judged.verdict == replace(Verdict(1.0, "Empty"))


def test_ids_are_unique() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_category_weights_make_a_hundred() -> None:
    assert sum(weighed.weight for weighed in CATEGORIES.values()) == 100


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_each_check_explains_itself(check: object) -> None:
    texts = [getattr(check, name) for name in ("title", "looks_at", "why", "fix")]
    assert all(len(text) > 5 and not text.endswith(" ") for text in texts)
