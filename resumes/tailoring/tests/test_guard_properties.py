"""What holds of the guard for any text."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.tailoring.guarding import judge
from resumes.tailoring.suggestion import Proposal, Verdict
from resumes.tailoring.tests.claims import LANGUAGES, Case, own
from resumes.tailoring.tests.given import RESUME

CASES = [case for language in LANGUAGES for case in own(language) if case.proposal.before]
LINES = [case for case in CASES if "highlights" in case.proposal.path]
NAMES = st.text(string.ascii_lowercase, min_size=4, max_size=9)
QUICK = settings(max_examples=60, deadline=None)


def changed(case: Case, after: str, *quotes: str) -> Verdict:
    evidence = [case.proposal.before, *quotes]
    return judge(case.document, case.proposal.model_copy(update={"after": after, "evidence": evidence, "facts": []}))


@QUICK
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=30), st.lists(st.text(max_size=40), max_size=3))
def test_the_guard_always_answers(after: str, before: str, path: str, quotes: list[str]) -> None:
    proposal = Proposal(path=path, before=before, after=after, evidence=quotes, facts=quotes)
    assert judge(RESUME, proposal).verdict in ("ok", "question")


@QUICK
@given(st.sampled_from(CASES))
def test_what_stands_may_stay(case: Case) -> None:
    before = case.proposal.before
    same = case.proposal.model_copy(update={"after": before, "evidence": [before], "facts": []})
    assert judge(case.document, same).verdict == "ok"


@QUICK
@given(st.sampled_from(LINES), st.integers(min_value=1_000_001, max_value=9_999_999))
def test_a_number_out_of_the_air_is_asked_about(case: Case, number: int) -> None:
    assert changed(case, f"{case.proposal.before} ({number})").verdict == "question"


@QUICK
@given(st.sampled_from(LINES), NAMES)
def test_a_tool_out_of_the_air_is_asked_about(case: Case, name: str) -> None:
    assert changed(case, f"{case.proposal.before} (X{name}q)").verdict == "question"


@QUICK
@given(st.sampled_from(LINES), NAMES)
def test_a_quote_out_of_the_air_is_asked_about(case: Case, word: str) -> None:
    told = changed(case, case.proposal.before, f"{case.proposal.before} x{word}q")
    assert [reason.kind for reason in told.reasons] == ["quote"]
