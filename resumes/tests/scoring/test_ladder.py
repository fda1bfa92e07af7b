"""The scale: better resumes score higher, within honest bands, and every profession can reach the top."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from resumes.parsing.reading import Reading
from resumes.scoring.score import score
from resumes.tests.scoring import ladder
from resumes.tests.scoring.readings import ALICE, TODAY, alice, reading_of

RUNGS = (ladder.excellent, ladder.decent, ladder.fair, ladder.weak, ladder.poor, ladder.awful)


def _total(reading: Reading) -> int:
    return score(reading, today=TODAY).total or 0


def test_each_rung_scores_clearly_less_than_the_one_above() -> None:
    totals = [_total(rung()) for rung in RUNGS]
    assert all(above - below >= 5 for above, below in pairwise(totals)), totals


@pytest.mark.parametrize(
    ("rung", "low", "high"),
    [
        (ladder.excellent, 90, 100),
        (ladder.decent, 70, 85),
        (ladder.fair, 60, 75),
        (ladder.weak, 40, 60),
        (ladder.poor, 20, 39),
        (ladder.awful, 0, 30),
    ],
)
def test_each_rung_lies_within_its_band(rung: Callable[[], Reading], low: int, high: int) -> None:
    assert low <= _total(rung()) <= high


@pytest.mark.parametrize(
    "bullets",
    [
        (
            "Cared for 12 patients on each shift of an acute medical ward",
            "Triaged walk-in patients with the Manchester system",
            "Precepted newly licensed nurses through their first winter",
            "Gave vaccinations in two schools each spring",
        ),
        (
            "Wired new houses from the plan to the final inspection",
            "Repaired faults in shops and workshops, often within the hour",
            "Trained four apprentices, all of whom passed",
            "Installed 60 charging points for the council",
        ),
        (
            "Taught German and history to classes of 28 pupils",
            "Wrote the school's plan for reading aloud in every subject",
            "Led the theatre group to two performances a year",
            "Coached pupils after school who had changed countries",
        ),
        (
            "Served some 90 guests on a busy evening",
            "Opened and closed the restaurant, cash included",
            "Trained five new colleagues on the till",
            "Suggested the lunch menu that is still on offer",
        ),
    ],
    ids=["nurse", "electrician", "teacher", "waiter"],
)
def test_any_profession_reaches_ninety(bullets: tuple[str, ...]) -> None:
    jobs = [
        {**job, "highlights": list(said)} for job, said in zip(ALICE["work"], (bullets[:2], bullets[2:]), strict=True)
    ]
    basics = {**ALICE["basics"], "url": ""}
    assert _total(reading_of(alice(work=jobs, basics=basics), tagged=False)) >= 90


def test_a_student_without_jobs_meets_no_ceiling() -> None:
    projects = [
        {"name": "Rover", "highlights": ["Built a rover of 4 kg for a contest", "Wrote its control loop in Rust"]}
    ]
    result = score(reading_of(alice(work=[], projects=projects)), today=TODAY)
    assert result.cap is None
    assert (result.total or 0) >= 70


def test_a_resume_of_which_nothing_was_read_but_contact_details_meets_a_ceiling() -> None:
    result = score(reading_of(alice(work=[], education=[])), today=TODAY)
    assert [f.check for f in result.findings if f.blocking] == ["experience"]
    assert (result.total or 100) <= 45


def test_a_heading_for_jobs_without_any_read_blocks_and_is_quoted() -> None:
    reading = reading_of(alice())
    reading.document.work = []
    finding = next(f for f in score(reading, today=TODAY).findings if f.check == "experience")
    assert (finding.blocking, finding.evidence[0].quote) == (True, "Work experience")


def test_two_columns_cost_several_points() -> None:
    reading = reading_of(alice())
    reading.pages[0].columns = 2
    assert 3 <= 100 - _total(reading) <= 8


def test_hidden_text_costs_several_points() -> None:
    reading = reading_of(alice(), extra=("python java golang rust scala kotlin swift ruby perl",))
    reading.facts.hidden = [ladder.whole_line(reading, -1)]
    assert 100 - _total(reading) >= 5
