"""The role family is told by titles, in four languages."""

import pytest

from interviews.bank.recognising import families_of


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Senior Backend Developer", "software"),
        ("Softwareentwickler (m/w/d)", "software"),
        ("Développeuse web", "software"),
        ("Data Scientist", "data"),
        ("Krankenpflegerin", "health"),
        ("Registered Nurse", "health"),
        ("Comptable", "finance"),
        ("Accountant", "finance"),
        ("UX Designer", "design"),
        ("Vertriebsleiterin", "sales"),
        ("Product Manager", "product"),
        ("Profesora de primaria", "education"),
        ("Warehouse Operative", "operations"),
        ("Office Manager", "office"),
        ("Marketing Manager", "marketing"),
        ("Barista", "service"),
        ("Schweißer", "operations"),
    ],
)
def test_a_title_tells_its_family(title: str, family: str) -> None:
    assert families_of((title,))[0] == family


def test_the_general_family_comes_last_and_alone_when_nothing_is_told() -> None:
    assert families_of(("Chief Wonder",)) == ["general"]
    assert families_of(()) == ["general"]


def test_the_job_that_is_wanted_weighs_more_than_the_one_that_was_held() -> None:
    assert families_of(("Accountant", "Barista"))[:2] == ["finance", "service"]


def test_an_interview_draws_from_two_families_at_most_besides_the_general_one() -> None:
    assert len(families_of(("Data Scientist", "Barista", "Accountant", "Nurse"))) == 3
