"""The bars on our own cases, in each language and in all."""

import pytest

from resumes.tailoring.tests.claims import LANGUAGES, own, rate


@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_claims_are_caught(language: str) -> None:
    share, which = rate(own(language), "question")
    assert share <= 0.03, which


@pytest.mark.parametrize("language", LANGUAGES)
def test_honest_changes_pass(language: str) -> None:
    share, which = rate(own(language), "ok")
    assert share <= 0.05, which


def test_there_are_enough_of_both() -> None:
    expected = [case.expected for language in LANGUAGES for case in own(language)]
    assert expected.count("question") >= 150
    assert expected.count("ok") >= 150


def test_what_stood_is_what_stands_at_the_path() -> None:
    for language in LANGUAGES:
        for case in own(language):
            assert case.proposal.after != case.proposal.before or case.kind == "fake_quote", case.name
