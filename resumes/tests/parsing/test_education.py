import pytest

from resumes.document import Education
from resumes.tests.parsing.given import read_text


def education(body: str) -> Education:
    return read_text(f"Education\n\n{body}").document.education[0]


FORMS = [
    "University of Leeds\nBachelor of Science in Physics\n2010 - 2013\n",
    "Bachelor of Science, Physics\nUniversity of Leeds\n2010 - 2013\n",
    "Bachelor of Science Physics at University of Leeds\n2010 - 2013\n",
    "Physics, Bachelor of Science, University of Leeds\n2010 - 2013\n",
    "University of Leeds | Bachelor of Science, Physics | 2010 - 2013\n",
    "2010 - 2013\nBachelor of Science (Physics)\nUniversity of Leeds\n",
    "University of Leeds\n2010 - 2013\n- Bachelor of Science: Physics\n",
]


@pytest.mark.parametrize("body", FORMS)
def test_institution_degree_and_field_are_told_apart(body: str) -> None:
    entry = education(body)
    assert (entry.institution, entry.study_type, entry.area) == (
        "University of Leeds",
        "Bachelor of Science",
        "Physics",
    )


ABROAD = [
    ("Diplom-Ingenieur Maschinenbau\nHochschule Bremen\n2003 - 2008\n", "Diplom-Ingenieur", "Maschinenbau"),
    ("Licence Économie et gestion\nUniversité de Bourgogne\n2007 - 2010\n", "Licence", "Économie et gestion"),
    ("Grado en Historia\nUniversidad de Salamanca\n2007 - 2010\n", "Grado", "Historia"),
    ("Laurea magistrale in Statistica\nUniversità di Bologna\n2007 - 2010\n", "Laurea magistrale", "Statistica"),
]


@pytest.mark.parametrize(("body", "degree", "area"), ABROAD)
def test_degrees_are_known_in_many_languages(body: str, degree: str, area: str) -> None:
    entry = education(body)
    assert (entry.study_type, entry.area) == (degree, area)


def test_a_field_printed_twice_belongs_to_the_degree_too() -> None:
    entry = education("Bachelor of Science in Nursing Nursing\nUniversity of Leeds\n2010 - 2013\n")
    assert (entry.study_type, entry.area) == ("Bachelor of Science in Nursing", "Nursing")


def test_a_grade_is_the_score() -> None:
    entry = education("University of Leeds\nBachelor of Science in Physics\nGPA: 3.7\n2010 - 2013\n")
    assert entry.score == "3.7"


def test_a_lone_date_is_the_end() -> None:
    entry = education("University of Leeds\nBachelor of Science in Physics\nMay 2013\n")
    assert (entry.start_date, entry.end_date) == ("", "2013-05")


def test_bullets_are_courses() -> None:
    assert education("University of Leeds\nBSc Physics\n2010 - 2013\n- Optics\n- Heat\n").courses == ["Optics", "Heat"]


def test_a_place_behind_the_institution_is_left_out() -> None:
    assert (
        education("Stanford University, Stanford, CA\nBSc Physics\n2010 - 2013\n").institution == "Stanford University"
    )


def test_a_school_without_a_known_word_is_the_first_of_what_is_left() -> None:
    entry = education("Hogwarts\nMaster of Arts in Charms\n2010 - 2013\n")
    assert (entry.institution, entry.study_type, entry.area) == ("Hogwarts", "Master of Arts", "Charms")


def test_a_field_with_commas_stays_whole_where_the_school_has_its_own_line() -> None:
    entry = education("PhD, Ecology, Evolution and Behavior\nCaltech\n2010 - 2013\n")
    told = (entry.study_type, entry.area, entry.institution)
    assert told == ("PhD", "Ecology, Evolution and Behavior", "Caltech")


def test_a_degree_of_another_alphabet_stands_before_its_comma() -> None:
    entry = education("Магистр, Прикладная математика\nМГУ\n2010 - 2013\n")
    assert (entry.study_type, entry.area, entry.institution) == ("Магистр", "Прикладная математика", "МГУ")
