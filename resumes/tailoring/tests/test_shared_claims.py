"""The bars on the shared sample of claims."""

from resumes.tailoring.tests.claims import rate, shared


def test_invented_claims_of_the_sample_are_caught() -> None:
    share, which = rate(shared(), "question")
    assert share <= 0.03, which


def test_honest_changes_of_the_sample_pass() -> None:
    share, which = rate(shared(), "ok")
    assert share <= 0.05, which
