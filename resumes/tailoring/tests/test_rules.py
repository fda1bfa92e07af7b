"""Suggestions by rules on whole documents: what is seen over several bullets, what comes first, and what stays."""

from datetime import date
from typing import Any

from resumes.document import Document
from resumes.tailoring.rules import MOST, RuleSuggestion, suggest

TODAY = date(2026, 3, 1)


def job(*bullets: str, end: str = "2020-05", **given: Any) -> dict[str, Any]:
    return {"name": "Halden Foods", "startDate": "2018", "endDate": end, "highlights": [*bullets], **given}


def said(*jobs: dict[str, Any], language: str = "en", summary: str = "", **given: Any) -> list[RuleSuggestion]:
    data = {"meta": {"language": language}, "basics": {"summary": summary}, "work": [*jobs], **given}
    return suggest(Document.model_validate(data), today=TODAY)


def kinds(suggestions: list[RuleSuggestion]) -> list[str]:
    return [made.kind for made in suggestions]


def edits(suggestions: list[RuleSuggestion]) -> dict[str, str]:
    return {made.path: made.after for made in suggestions if made.after}


def test_full_stops_follow_the_most() -> None:
    made = said(job("Baked 3 cakes.", "Sold 4 pies", "Cut waste by 5%"))
    assert edits(made) == {"work[0].highlights[0]": "Baked 3 cakes"}
    assert made[0].kind == "full_stops"


def test_full_stops_are_kept_where_a_bullet_holds_two_sentences() -> None:
    made = said(job("Baked 3 cakes. Sold them at 2 markets.", "Sold 4 pies", "Cut waste by 5%"))
    assert edits(made) == {"work[0].highlights[1]": "Sold 4 pies.", "work[0].highlights[2]": "Cut waste by 5%."}


def test_the_dot_of_an_abbreviation_is_no_full_stop() -> None:
    assert edits(said(job("Sold 4 pies to Halden Inc.", "Baked 3 cakes, pies, etc.", "Cut waste by 5%"))) == {}


def test_each_job_has_its_own_way_with_full_stops() -> None:
    assert edits(said(job("Baked 3 cakes.", "Sold 4 pies."), job("Cut waste by 5%", "Sold 9 pies"))) == {}


def test_three_bullets_that_start_alike_are_asked_about_once() -> None:
    made = said(job("Baked 3 cakes", "Baked 4 pies", "Sold 5 pies", "Baked 90 rolls"))
    assert [(each.kind, each.path, each.after) for each in made] == [("repeated_opener", "work[0].highlights[3]", "")]
    assert "3 bullets of this job start with “Baked”" in made[0].why


def test_two_that_start_alike_are_fine() -> None:
    assert said(job("Baked 3 cakes", "Baked 4 pies", "Sold 5 pies"), job("Baked 90 rolls")) == []


def test_one_question_is_asked_of_a_bullet_the_strongest() -> None:
    made = said(job("Trained nurses", "Trained cooks", "Trained bakers"))
    assert [each.kind for each in made if each.path == "work[0].highlights[2]"] == ["repeated_opener"]


def test_edits_of_one_bullet_are_one_and_each_is_named() -> None:
    bullets = ("Responsible for managing 8 cooks in order to open early.", "Cut waste by 5%", "Sold 4 pies")
    (made,) = said(job(*bullets))
    assert (made.kind, made.after) == ("weak_opener", "Managed 8 cooks to open early")
    for reason in ("“Responsible for”", "“in order to”", "without a full stop"):
        assert reason in made.why


def test_a_general_number_is_asked_only_where_numbers_are_rare() -> None:
    line = "Introduced a forum for the architects"
    assert kinds(said(job(line))) == ["missing_number"]
    assert said(job(line, "Cut waste by 5%")) == []


def test_one_thing_is_not_asked_how_many() -> None:
    assert said(job("Designed a logger for the lab", "Cut waste by 5%")) == []
    assert kinds(said(job("Designed loggers for the lab", "Cut waste by 5%"))) == ["missing_number"]


def test_a_summary_of_stock_phrases_is_asked_for_more() -> None:
    made = said(summary="Highly motivated team player with excellent communication skills, looking for new challenges.")
    assert [(each.kind, each.path, each.after) for each in made] == [("buzzwords", "basics.summary", "")]
    assert said(summary="Detail-oriented baker from Cork who runs a sourdough kitchen and two market stalls.") == []


def test_a_summary_may_say_i_and_loses_its_fillers() -> None:
    made = said(summary="I bake bread for schools in order to feed 400 children.")
    assert edits(made) == {"basics.summary": "I bake bread for schools to feed 400 children."}


def test_the_paragraph_of_a_job_loses_its_fillers() -> None:
    made = said(job(summary="We opened prior to Easter. Successfully sold all 40 pies."))
    assert edits(made) == {"work[0].summary": "We opened before Easter. Sold all 40 pies."}


def test_projects_and_voluntary_work_are_read_too() -> None:
    made = said(
        projects=[{"name": "Ovens", "startDate": "2018", "endDate": "2019", "highlights": ["Manage 3 builders"]}],
        volunteer=[{"organization": "Food bank", "startDate": "2019", "highlights": ["I sorted 4 tonnes of food"]}],
    )
    assert edits(made) == {
        "projects[0].highlights[0]": "Managed 3 builders",
        "volunteer[0].highlights[0]": "Sorted 4 tonnes of food",
    }


def test_a_job_that_ends_later_than_today_goes_on() -> None:
    assert edits(said(job("Manage 3 cooks", end="2026-02"))) == {"work[0].highlights[0]": "Managed 3 cooks"}
    for end in ("2026-03", "2026", "2027-01", ""):
        assert said(job("Manage 3 cooks", end=end)) == []


def test_what_is_said_twice_of_now_is_asked() -> None:
    assert kinds(said(job("Currently managed and trained 3 cooks", end=""))) == ["tense"]
    assert said(job("Currently the only baker of 3 shops", end="")) == []


def test_german_tells_what_goes_on_in_the_present() -> None:
    made = said(job("Leitete derzeit 3 Teams", end=""), language="de")
    assert edits(made) == {"work[0].highlights[0]": "Leite derzeit 3 Teams"}


def test_a_very_long_text_is_only_called_long() -> None:
    made = said(job("Responsible for managing cooks, " * 100))
    assert [(each.kind, each.after) for each in made] == [("too_long", "")]


def test_two_sentences_too_long_are_asked_to_part() -> None:
    long = f"Led the move of the bakery. Then {'sold bread and ' * 9}opened 3 shops."
    assert ["one sentence" in each.why for each in said(job(long)) if each.kind == "too_long"] == [True]


def test_the_most_valuable_come_first_and_no_more_than_sixty() -> None:
    lines = [f"Baked {number} cakes in order to sell them" for number in range(MOST + 5)]
    made = said(job("Sold 4 pies", *lines[:40]), job("Responsible for payroll", *lines[40:]))
    assert len(made) == MOST
    assert kinds(made)[:3] == ["weak_opener", "repeated_opener", "repeated_opener"]


def test_the_language_is_that_of_the_text_where_none_is_named() -> None:
    data = {"work": [job("Verantwortlich für die Planung von 3 Linien in der Bäckerei")]}
    made = suggest(Document.model_validate(data), today=TODAY)
    assert edits(made) == {"work[0].highlights[0]": "Verantwortete die Planung von 3 Linien in der Bäckerei"}


def test_of_another_language_only_length_and_full_stops_are_judged() -> None:
    made = said(job("Odpowiedzialny za 3 sklepy.", "Sprzedaż 4 pierogów", "Responsible for payroll"), language="pl")
    assert edits(made) == {"work[0].highlights[0]": "Odpowiedzialny za 3 sklepy"}
    assert kinds(made) == ["full_stops"]


def test_an_empty_document_needs_nothing() -> None:
    assert suggest(Document(), today=TODAY) == []
    assert said(job("", "  ")) == []


def test_the_passive_by_someone_else_or_without_a_clear_subject_is_asked() -> None:
    for line in (
        "He was trained by me",
        "Bakeries in Cork, Galway were led by me",
        "Halden was run by me",
        "It was undone by me",
    ):
        assert not edits(said(job(line)))
    assert edits(said(job("BBC ovens were built by me"))) == {"work[0].highlights[0]": "Built BBC ovens"}
