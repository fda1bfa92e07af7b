"""Lines that say in front what they hold."""

import pytest

from resumes.tests.parsing.given import read_text

STUDY = "Education\n\nUniversity of Leeds\nBachelor of Science in Physics\n2010 - 2013\n"


@pytest.mark.parametrize(
    "line", ["Courses: Optics, Logic - an Introduction", "- Coursework: Optics; Logic - an Introduction"]
)
def test_courses_behind_their_label_are_told_apart(line: str) -> None:
    (study,) = read_text(f"{STUDY}{line}\n").document.education
    assert study.courses == ["Optics", "Logic - an Introduction"]
    assert (study.institution, study.area) == ("University of Leeds", "Physics")


def test_a_grade_in_words_is_the_score() -> None:
    (study,) = read_text(f"{STUDY}Grade: Distinction\n").document.education
    assert (study.score, study.courses) == ("Distinction", [])


PROJECT = "Projects\n\nTide Gauges\n2019 - 2023\nLead Developer, Harbour Trust\n"


def test_a_project_has_tools_roles_and_somebody_it_is_for() -> None:
    (project,) = read_text(f"{PROJECT}- Cleaned 140 years of readings\nTechnologies: Rust, SQL\n").document.projects
    assert (project.name, project.keywords) == ("Tide Gauges", ["Rust", "SQL"])
    assert (project.roles, project.entity) == (["Lead Developer"], "Harbour Trust")
    assert project.highlights == ["Cleaned 140 years of readings"]


def test_what_describes_a_project_is_no_role() -> None:
    body = "Projects\n\nTide Gauges\n2019 - 2023\nAn open archive, for sailors, of every tide\n"
    (project,) = read_text(body).document.projects
    assert (project.description, project.roles) == ("An open archive, for sailors, of every tide", [])
