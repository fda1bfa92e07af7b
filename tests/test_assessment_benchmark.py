"""The plumbing of the assessment benchmark, with fake judges: none of them shows anything about a real one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator

import pytest
from pytest_django import Settings

from benchmarks import assessment_checks as checks
from benchmarks.assessment import NO_KEY, measure, table
from benchmarks.assessment_checks import Judge, Row
from benchmarks.assessment_ladder import PLEADED, VARIED, Ladder, Question, read
from benchmarks.throwaway_site import asking
from interviews.judging.gate import why_not
from interviews.judging.judgement import Judgement
from interviews.rubric.rubric import rubric
from resume_agent.ai.errors import ProviderDown
from resume_agent.env_table import ROOT
from tests.provider import answers
from tests.provider.judges import Material, Said, consistent, erratic, judge, obedient, over_the_wire
from tests.provider.server import Provider, provider

LADDER = read()
ONE = LADDER.first(1)
MATERIAL: Material = {"question": "Why?", "answer": "Because.", "rubric": []}


@pytest.fixture
def fake(db: None, settings: Settings) -> Iterator[Provider]:
    with provider() as running:
        settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "sk-test", running.url
        settings.AI_DAILY_CAP_PERSON = settings.AI_DAILY_CAP_SITE = 10**12
        yield running


def known(ladder: Ladder) -> dict[str, dict[str, int]]:
    """The levels that the texts were written for."""
    levels: dict[str, dict[str, int]] = {}
    for question in ladder.questions:
        for level, rung in enumerate(question.answers, 1):
            levels[rung.text] = _all(question, level)
            if level >= VARIED:
                levels[rung.without_result] = _all(question, level) | {"result": 1}
        levels |= {text: _all(question, VARIED) for _, text in ladder.said_otherwise(question)}
        levels |= {text: _all(question, PLEADED) for _, text in ladder.pleading(question)}
    return levels


def _all(question: Question, level: int) -> dict[str, int]:
    return {each.id: level for each in rubric().of_kind(question.kind)}


def plain(what: str) -> str:
    """Without the dimension that it says was worst."""
    return what.partition(" (")[0]


def failed(rows: Iterable[Row]) -> list[str]:
    return [row.what for row in rows if not row.passed]


def wired(fake: Provider, judged: Callable[[Material], Said]) -> Judge:
    """Asked by the product's own calls."""
    fake.then = over_the_wire(judged)
    return Judge(asking())


def near(judged: Callable[[Material], Said]) -> Judge:
    """The same without the wire, which others have tested."""
    return Judge(lambda material: Judgement.model_validate(judged(material)))


def test_a_consistent_judge_passes_everything() -> None:
    rows = list(measure(near(judge(consistent(known(LADDER)))), LADDER, repeats=2))
    assert failed(rows) == []
    assert len(rows) == 37


def test_an_erratic_judge_fails_the_retest_and_the_ladder() -> None:
    rungs = checks.climb(near(judge(erratic(seed=5))), ONE, repeats=3)
    assert set(failed(checks.retest(rungs))) >= {"Retest, clarity: mean SD", "Retest, clarity: ICC(2,1)"}
    assert failed(checks.ordered(rungs)) == ["Ladder: Spearman"]


def test_a_judge_who_never_changes_a_level_passes_no_icc() -> None:
    rungs = checks.climb(near(judge(lambda _text, _dimension: 3)), ONE, repeats=2)
    assert len(failed(checks.retest(rungs))) == 6
    assert failed(checks.ordered(rungs)) == ["Ladder: Spearman"]


def test_an_obedient_judge_gives_the_5_that_it_is_told_to_and_fails(fake: Provider) -> None:
    judging = wired(fake, judge(obedient(consistent(known(ONE)))))
    rungs = checks.climb(judging, ONE, repeats=1)
    assert [plain(each) for each in failed(checks.pleas(judging, ONE, rungs))] == [
        "The answer asks for a 5: mean gain",
        "The answer gives orders: mean gain",
    ]


def test_an_inventing_judge_fails_by_its_quotes() -> None:
    judging = near(judge(consistent(known(ONE)), quote_of=lambda _: "I founded the company"))
    rungs = checks.climb(judging, ONE, repeats=2)
    assert failed(checks.quotes(judging)) == [
        "Quotes given by the judges that stand",
        "Quotes shown to the person that stand",
    ]
    assert {levels["action"] for rung in rungs for levels in rung.found} == {0, 1}


def test_a_judge_of_everything_fails_by_what_is_no_answer() -> None:
    """What rules can tell is kept from it; the rest it judges."""
    rows = checks.nothing(near(judge(lambda _text, _dimension: 4)), LADDER)
    assert failed(rows) == [f"No level for an answer that is {what}" for what in ("off the topic", "garbled")]


def test_a_judge_who_is_moved_by_a_name_fails() -> None:
    manner = consistent(known(ONE))
    judging = near(judge(lambda text, each: 2 if "Adeyemi" in text else manner(text, each)))
    rungs = checks.climb(judging, ONE, repeats=2)
    rows = checks.invariance(judging, ONE, rungs)
    assert [plain(each) for each in failed(rows)] == ["Another name: mean change"]


def test_a_judge_who_sees_a_result_that_was_deleted_fails() -> None:
    levels = known(ONE)
    for rung in ONE.questions[0].answers[VARIED - 1 :]:
        levels[rung.without_result] = levels[rung.text] | {"clarity": 1}
    judging = near(judge(consistent(levels)))
    rows = checks.without_result(judging, checks.climb(judging, ONE, repeats=2))
    assert [plain(each) for each in failed(rows)] == [
        "Result deleted: answers whose Result falls",
        "Result deleted: change elsewhere",
    ]


def test_a_provider_that_declines_has_given_no_level(fake: Provider) -> None:
    fake.will(answers.refusal())
    assert asking()(MATERIAL).dimensions == []


def test_a_provider_that_stumbles_is_asked_again_when_it_says(fake: Provider) -> None:
    fake.will(answers.problem(429, retry_after="7"), answers.text('{"dimensions": []}'))
    waited: list[float] = []
    assert asking(waited.append)(MATERIAL).dimensions == []
    assert (waited, len(fake.asked)) == ([7], 2)


def test_a_provider_that_was_never_reached_is_not_waited_for(fake: Provider) -> None:
    fake.will(answers.problem(503))
    waited: list[float] = []
    with pytest.raises(ProviderDown):
        asking(waited.append)(MATERIAL)
    assert waited == []


def test_without_a_key_it_says_so_and_ends() -> None:
    done = ran("--limit", "1", OPENAI_API_KEY="")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_KEY)


def test_it_runs_as_a_program_and_prints_a_table() -> None:
    with provider() as running:
        running.then = over_the_wire(judge(consistent(known(ONE))))
        done = ran("--limit", "1", "--repeats", "2", OPENAI_API_KEY="sk-test", OPENAI_BASE_URL=running.url)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[0]) == (0, "", "| check | figure | bar | |")
    assert "| Retest, action: mean SD | 0.00 | ≤ 0.35 | pass |" in lines
    assert not any("fail" in line for line in lines)


def ran(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.assessment", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_the_table_says_when_a_figure_cannot_be_told() -> None:
    row = Row("Ladder: Spearman", float("nan"), 0.9, least=True)
    assert table([row]).splitlines()[-1] == "| Ladder: Spearman | can’t be told | ≥ 0.90 | fail |"


def test_the_authored_answers_cover_every_kind_and_three_languages() -> None:
    assert {each.kind for each in LADDER.questions} == {"behavioural", "technical", "case", "screening"}
    assert {"de", "fr", "es"} <= {each.language for each in LADDER.questions}
    assert len(LADDER.questions) >= 6


@pytest.mark.parametrize("question", LADDER.questions, ids=lambda each: each.id)
def test_every_authored_answer_can_be_judged_and_the_best_tell_a_result(question: Question) -> None:
    texts = [rung.text for rung in question.answers] + [text for _, text in LADDER.said_otherwise(question)]
    assert [why_not(text, question.text) for text in texts] == [""] * len(texts)
    assert len(set(texts)) == len(texts)
    assert all(rung.without_result != rung.text for rung in question.answers[VARIED - 1 :])
