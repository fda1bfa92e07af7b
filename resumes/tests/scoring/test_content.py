"""The checks on bullets and wording."""

import pytest

from resumes.document import Document
from resumes.parsing.reading import Line
from resumes.scoring.result import Finding
from resumes.tests.scoring.readings import ALICE, alice, alice_saying, alice_with, found, found_in, reading_of


def _said(check: str, *bullets: str, language: str = "en", current: bool = True) -> Finding:
    return found(check, reading_of(alice_saying(*bullets, current=current), language=language))


@pytest.mark.parametrize(
    ("language", "bullet"),
    [
        ("en", "Led a team of nine"),
        ("en", "Successfully migrated the ledger"),
        ("en", "Re-engineered the pump"),
        ("en", "Own the cost base of nine plants"),
        ("en", "Precept newly licensed nurses"),
        ("en", "Rasterised the archive"),
        ("en", "Rewire houses and shops"),
        ("de", "Leitung eines Teams von acht Ingenieuren"),
        ("de", "Technische Leitung der Werkstatt"),
        ("de", "Neues Kühlkonzept eingeführt"),
        ("fr", "Réduction du délai de clôture"),
        ("fr", "Mise en place d'un tableau de bord"),
        ("es", "Reducción del plazo de cierre"),
        ("es", "Coordiné un equipo de seis personas"),
    ],
)
def test_an_opening_that_tells_an_action_passes(language: str, bullet: str) -> None:
    assert _said("action-verbs", bullet, language=language).outcome == "passed"


@pytest.mark.parametrize(
    ("language", "bullet"),
    [
        ("en", "Excellent results in sales"),
        ("en", "Based in the London office"),
        ("de", "Neue Kunden in Bayern"),
        ("fr", "Très bons résultats commerciaux"),
        ("es", "Buenos resultados comerciales"),
    ],
)
def test_an_opening_that_tells_none_is_quoted(language: str, bullet: str) -> None:
    finding = _said("action-verbs", bullet, language=language)
    assert finding.title == "1 of 1 bullet doesn't start with what you did"
    assert finding.evidence[0].quote == bullet


def test_weak_openings_are_counted_in_the_persons_words() -> None:
    finding = _said("weak-openers", "Responsible for hiring", "Helped with moving", "Built 3 bridges")
    assert finding.title == "2 of 3 bullets start with a weak phrase"
    assert finding.fix == "Replace 'responsible for' and 'helped with' by what you did in that task, in one verb."


def test_a_weak_opening_is_not_counted_twice() -> None:
    assert _said("action-verbs", "Responsible for hiring").outcome == "skipped"


@pytest.mark.parametrize("bullet", ["Ran 4 shops", "Ran four shops", "Cut costs by 12%", "Halved waste", "Saved £2.5m"])
def test_figures_and_number_words_count(bullet: str) -> None:
    assert _said("numbers", bullet).outcome == "passed"


@pytest.mark.parametrize("bullet", ["Ran shops in 2019", "Ported a driver to STM32", "Ran shops"])
def test_years_and_names_do_not_count_as_numbers(bullet: str) -> None:
    assert _said("numbers", bullet).outcome == "failed"


def test_too_few_numbers_earn_a_part() -> None:
    finding = _said("numbers", "Ran 4 shops", "Hired staff", "Trained staff", "Opened shops", "Closed shops")
    assert (finding.outcome, finding.title) == ("partly", "Only 1 of 5 bullets carries a number")
    assert "4" not in " ".join(quote.quote for quote in finding.evidence)


@pytest.mark.parametrize(
    ("bullets", "title"),
    [
        (("Ran shops",), "1 of 1 bullet is too short to say much"),
        (("Ran " + "many " * 40 + "shops",), "1 of 1 bullet is longer than 32 words"),
        (("Ran shops", "Ran " + "many " * 40), "2 of 2 bullets are too long or too short"),
    ],
)
def test_bullets_of_a_bad_length_are_counted(bullets: tuple[str, ...], title: str) -> None:
    assert _said("bullet-length", *bullets).title == title


@pytest.mark.parametrize(
    ("job", "outcome"),
    [
        ({"highlights": ["Built"] * 3}, "passed"),
        ({"highlights": ["Built"]}, "partly"),
        ({"highlights": ["Built"] * 8}, "partly"),
        ({"summary": "Built bridges."}, "partly"),
        ({}, "failed"),
    ],
)
def test_recent_jobs_should_say_enough(job: dict[str, object], outcome: str) -> None:
    document = alice(work=[{"position": "Engineer", **job}])
    assert found_in("bullets-per-job", document).outcome == outcome


@pytest.mark.parametrize(
    ("numbers", "title"),
    [
        ((1, 2), "1 of 2 recent jobs says too little"),
        ((9, 8), "2 of 2 jobs say too much"),
        ((1, 8), "2 of 2 jobs say too little or too much"),
    ],
)
def test_too_little_and_too_much_are_told_apart(numbers: tuple[int, int], title: str) -> None:
    document = alice(work=[{"position": "Engineer", "highlights": ["Built"] * number} for number in numbers])
    assert found_in("bullets-per-job", document).title == title


def test_old_jobs_may_say_nothing() -> None:
    document = alice(work=[*ALICE["work"], {"position": "Clerk", "name": "Old Ltd"}])
    assert found_in("bullets-per-job", document).outcome == "passed"


def test_an_opening_used_four_times_is_named() -> None:
    finding = _said("repeated-verbs", "Managed 2 shops", "Manage staff", "Managing stock", "Managed cash", "Very good")
    assert finding.title == "'manage' opens 4 bullets"
    assert len(finding.evidence) == 4


def test_the_present_tense_in_a_past_job_is_quoted() -> None:
    finding = _said("tense", "Manage nine shops", "Built a tenth", current=False)
    assert finding.title == "1 of 2 bullets of a past job is in the present tense"


def test_both_tenses_are_fine_in_the_current_job() -> None:
    assert _said("tense", "Manage nine shops", "Built a tenth").outcome == "skipped"


def test_verbs_alike_in_both_tenses_are_not_held_against_anyone() -> None:
    assert _said("tense", "Cut the time by half", "Built a tenth", current=False).outcome == "passed"


def test_the_same_bullet_in_two_jobs_is_found() -> None:
    finding = _said("said-twice", "Trained nine new nurses on the ward", "Trained nine new nurses on the ward.")
    assert finding.title == "1 pair of bullets says nearly the same"


def test_stock_phrases_are_quoted_as_written() -> None:
    finding = found(
        "stock-phrases", reading_of(alice_with(summary="Results-Driven engineer and Team  player in London."))
    )
    assert finding.title == "It uses 2 stock phrases: 'team player' and 'results-driven'"
    assert {quote.quote for quote in finding.evidence} == {"Results-Driven", "Team  player"}


def test_a_quoted_phrase_points_at_its_place() -> None:
    reading = reading_of(alice_with(summary="A team player in London."))
    span = found("stock-phrases", reading).evidence[0].spans[0]
    assert reading.lines[span.line].text[span.start : span.end] == "team player"


@pytest.mark.parametrize("bullet", ["I built 3 bridges", "Built my bridge", "Built our bridge"])
def test_pronouns_are_found(bullet: str) -> None:
    assert _said("pronouns", bullet).outcome == "failed"


@pytest.mark.parametrize("bullet", ["Ran Phase I of the trial", "Moved to the US", "Opened a shop in Flint, MI"])
def test_what_only_looks_like_a_pronoun_is_let_be(bullet: str) -> None:
    assert _said("pronouns", bullet).outcome == "passed"


def test_the_passive_voice_is_counted() -> None:
    assert _said("passive", "Nine shops were opened in Kent").title == "1 of 1 bullet is in the passive voice"
    assert _said("passive", "Opened nine shops in Kent").outcome == "passed"


@pytest.mark.parametrize(
    "bullet", ["Was promoted twice", "Elected to the works council", "Were awarded the safety prize"]
)
def test_honours_are_achievements_whoever_gave_them(bullet: str) -> None:
    assert _said("passive", bullet).outcome == "passed"
    assert _said("action-verbs", bullet).outcome == "passed"


def test_a_passive_bullet_is_not_counted_twice() -> None:
    assert _said("action-verbs", "Nine shops were opened in Kent").outcome == "skipped"


@pytest.mark.parametrize(
    ("bullet", "outcome"),
    [
        ("Managed payroll for 120 staff", "passed"),
        ("Managed the payroll well", "passed"),
        ("Payroll for 120 staff", "passed"),
        ("Payroll of the whole company", "failed"),
        ("Managed 120 staff", "failed"),
    ],
)
def test_a_number_or_an_action_says_something_in_four_words(bullet: str, outcome: str) -> None:
    assert _said("bullet-length", bullet).outcome == outcome


@pytest.mark.parametrize(
    ("language", "skill", "bullet"),
    [
        ("en", "Ventilator management", "Cared for ventilated patients on nights"),
        ("fr", "Contrôle budgétaire", "Suivi du budget annuel de trois usines"),
        ("de", "Lieferantenmanagement", "Verhandlungen mit zwölf Zulieferern geführt"),
        ("en", "SQL", "Wrote reports in SQL and Excel"),
    ],
)
def test_a_skill_is_found_by_the_stem_of_a_word(language: str, skill: str, bullet: str) -> None:
    document = Document.model_validate({"work": [{"highlights": [bullet]}], "skills": [{"name": skill}]})
    assert found("skills-shown", reading_of(document, language=language)).outcome == "passed"


def test_few_shown_skills_are_counted_and_the_others_quoted() -> None:
    skills = [{"name": name} for name in ("Go", "Fishing", "Chess", "Sailing", "Dancing", "Cooking")]
    document = alice_saying("Painted 3 walls in Go").model_dump(by_alias=True) | {"skills": skills}
    finding = found("skills-shown", reading_of(Document.model_validate(document)))
    assert finding.title == "By these words, only 1 of 6 listed skills turns up in a job or project"
    assert "Go" not in [quote.quote for quote in finding.evidence]


def test_skills_count_as_shown_in_another_form() -> None:
    document = alice_saying("Moved the ledger to event-sourced services in Go")
    skills = [{"name": "Event sourcing"}, {"name": "Go"}, {"name": "C"}, {"name": "R"}]
    finding = found_in(
        "skills-shown", document.model_copy(update={"skills": Document.model_validate({"skills": skills}).skills})
    )
    assert finding.outcome == "passed"


def test_skills_shown_nowhere_are_quoted() -> None:
    finding = found("skills-shown", reading_of(alice_saying("Painted 3 walls")))
    assert finding.title == "By these words, none of your listed skills turns up in a job or project"


def test_uncommon_abbreviations_are_listed_once_each() -> None:
    finding = _said("acronyms", "Ran the QXF and the ZPL", "Moved ZPL to the WVT by SQL", "BUILT ALL OF IT")
    assert finding.title == "3 abbreviations are not spelled out: QXF, ZPL and WVT"
    assert finding.evidence[0].quote == "QXF"


def test_an_abbreviation_spelled_out_once_is_fine() -> None:
    assert _said("acronyms", "Ran the quick exchange (QXF)", "QXF, ZPL (zone plan), WVT").outcome == "passed"


@pytest.mark.parametrize(("words", "outcome"), [(30, "partly"), (900, "passed"), (1300, "partly"), (2500, "failed")])
def test_length_is_judged(words: int, outcome: str) -> None:
    assert found_in("word-count", alice_saying("word " * words).model_copy(update={"education": []})).outcome == outcome


def test_three_kinds_of_bullet_signs_are_too_many() -> None:
    reading = reading_of(alice())
    reading.lines += [Line(text="Built", bullet=sign) for sign in "•-–*"]
    finding = found("bullet-signs", reading)
    assert (finding.title, len(finding.evidence)) == ("The bullets use 3 kinds of sign", 3)
    reading.lines[-1].bullet = ""
    assert found("bullet-signs", reading).outcome == "passed"


def test_shouting_is_found() -> None:
    reading = reading_of(alice(), extra=("I BUILT MANY LARGE BRIDGES",) * 4)
    assert found("all-capitals", reading).title == "4 long lines are in capitals"


def test_without_a_word_list_for_the_language_a_check_is_skipped_and_says_so() -> None:
    finding = _said("action-verbs", "Leidde een team van negen", language="nl")
    assert finding.outcome == "skipped"
    assert "There is no word list for the language" in finding.title
