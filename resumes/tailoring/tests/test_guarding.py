"""What the guard asks about, kind by kind, and how it asks."""

import pytest

from resumes.tailoring.guarding import judge
from resumes.tailoring.suggestion import Proposal
from resumes.tailoring.tests.given import LINE, RESUME, kinds, verdict

RUN = "Cut the weekly run from three hours to twenty minutes"


def test_a_change_that_claims_nothing_new_passes() -> None:
    told = verdict("Assisted in migrating forty reports from Excel to Looker.")
    assert (told.verdict, told.reasons) == ("ok", [])


def test_a_new_tool_is_asked_about_by_its_name() -> None:
    told = verdict("Helped migrate 40 reports from Excel to Looker and Tableau")
    assert [(reason.kind, reason.claim) for reason in told.reasons] == [("name", "Tableau")]
    assert told.reasons[0].sentence == "Did you use or work with Tableau? Where?"


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ("Helped migrate 400 reports from Excel to Looker", "number"),
        ("Led the migration of 40 reports from Excel to Looker", "scope"),
        ("Migrated 40 reports from Excel to Looker", "scope"),
        ("Helped migrate 40 reports from Excel to Looker, delighting everyone", "words"),
    ],
)
def test_each_kind_of_claim_has_its_reason(after: str, kind: str) -> None:
    assert kind in kinds(verdict(after))


def test_a_quote_that_does_not_stand_is_asked_about() -> None:
    assert kinds(verdict(LINE, evidence=("Helped migrate all reports",))) == {"quote"}


def test_a_line_that_is_no_longer_there_backs_nothing() -> None:
    told = verdict("Ran a marathon", before="Ran a marathon in Leeds", evidence=())
    assert "before" in kinds(told)


def test_a_typed_fact_backs_what_it_says() -> None:
    told = verdict("Helped migrate 40 reports from Excel to Looker with dbt", facts=("I used dbt for it.",))
    assert told.verdict == "ok"


@pytest.mark.parametrize(
    "fact", ["I never used dbt.", "I would like to learn dbt.", "I used Git, not dbt.", "A colleague used dbt."]
)
def test_a_denial_or_a_wish_backs_nothing(fact: str) -> None:
    told = verdict("Helped migrate 40 reports from Excel to Looker with dbt", facts=(fact,))
    assert told.verdict == "question"


def test_the_affirmed_half_of_a_fact_backs() -> None:
    told = verdict("Helped migrate 40 reports from Excel to Looker with dbt", facts=("I used dbt, not Airflow.",))
    assert told.verdict == "ok"


def test_another_employer_backs_nothing_here() -> None:
    after = "Helped migrate 40 reports from Excel to Looker at Bramble Stores"
    assert verdict(after, evidence=(LINE, "Bramble Stores")).verdict == "question"


def test_the_order_may_change_but_not_the_numbers() -> None:
    path = "work[0].highlights[1]"
    assert verdict("Cut the weekly run to twenty minutes from three hours", path=path, before=RUN).verdict == "ok"
    assert verdict("Cut the weekly run from three hours to two minutes", path=path, before=RUN).verdict == "question"


def test_nothing_left_claims_nothing() -> None:
    assert verdict(" ").verdict == "ok"


@pytest.mark.parametrize(
    ("after", "expected"),
    [("2021-05", "ok"), ("2021-05-01", "ok"), ("2019-05-01", "question"), ("2021", "ok")],
)
def test_a_date_may_be_written_otherwise_but_not_moved(after: str, expected: str) -> None:
    assert verdict(after, path="work[0].startDate", before="2021-05-01").verdict == expected


def test_a_date_that_the_person_gave_is_theirs() -> None:
    told = verdict("2021-03", path="work[0].startDate", before="2021-05-01", facts=("I started in March 2021.",))
    assert told.verdict == "ok"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Looker, SQL, Basic Python", "ok"),
        ("SQL, Looker, Basic Python, Excel", "ok"),
        ("SQL, Looker, Basic Python, Kafka", "question"),
        ("SQL, Looker, Python", "question"),
        ("SQL, Looker, Expert Python", "question"),
    ],
)
def test_a_keyword_must_stand_in_the_resume(after: str, expected: str) -> None:
    told = verdict(after, path="skills[0].keywords", before="SQL, Looker, Basic Python")
    assert told.verdict == expected


@pytest.mark.parametrize(("after", "expected"), [("B1", "ok"), ("Fluent", "question"), ("Native", "question")])
def test_a_language_is_not_raised(after: str, expected: str) -> None:
    assert verdict(after, path="languages[0].fluency", before="Intermediate").verdict == expected


@pytest.mark.parametrize(("after", "expected"), [("Analyst", "question"), ("Senior Analyst", "question")])
def test_a_title_is_not_raised(after: str, expected: str) -> None:
    assert verdict(after, path="work[1].position", before="Junior Analyst").verdict == expected


def test_years_may_be_counted_from_dates_in_a_summary() -> None:
    before = "Analyst with six years in retail."
    after = "Analyst with six years in retail, more than two years of it at Bramble Stores."
    assert verdict(after, path="basics.summary", before=before).verdict == "ok"
    after = "Analyst with six years in retail, more than five years of it at Bramble Stores."
    assert verdict(after, path="basics.summary", before=before).verdict == "question"


@pytest.mark.parametrize("name", ["position", "label"])
def test_another_title_of_the_resume_is_no_reason_to_rise(name: str) -> None:
    path = {"position": "work[0].position", "label": "basics.label"}[name]
    assert verdict("Head of Data", path=path, before="Data Analyst").verdict == "question"


def test_a_denial_in_the_resume_may_not_get_lost() -> None:
    line = "Finished three audits without a finding"
    resume = RESUME.model_copy(deep=True)
    resume.work[0].highlights.append(line)
    told = judge(
        resume, Proposal(path="work[0].highlights[2]", before=line, after="Finished three audits with a finding")
    )
    assert kinds(told) == {"negation"}


def test_counts_of_one_thing_do_not_back_another() -> None:
    line = "Led five engineers across nine teams"
    resume = RESUME.model_copy(deep=True)
    resume.work[0].highlights.append(line)
    told = judge(
        resume, Proposal(path="work[0].highlights[2]", before=line, after="Led nine engineers across five teams")
    )
    assert kinds(told) == {"number"}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Helped migrate 40 reports that dwelt in Excel to Looker", "ok"),
        ("Helped migrate 40 reports and macros from Excel to Looker", "question"),
        ("Helped migrate 40 pivotal reports from Excel to Looker", "question"),
        ("Helped migrate 40 reports from Excel to Looker with pandas", "question"),
    ],
)
def test_a_plain_word_is_let_through_where_it_names_and_praises_nothing(after: str, expected: str) -> None:
    assert verdict(after).verdict == expected
