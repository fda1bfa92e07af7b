"""Which tests run with real services around: those that can tell them from what stands in for them."""

import pytest

from conftest import touches_services


def test_a_test_without_a_database_is_not_repeated(request: pytest.FixtureRequest) -> None:
    assert not touches_services(request.node)


@pytest.mark.django_db
def test_a_test_marked_for_the_database_is(request: pytest.FixtureRequest) -> None:
    assert touches_services(request.node)


def test_a_test_with_a_person_in_it_is(request: pytest.FixtureRequest, alice: object) -> None:
    assert touches_services(request.node)
