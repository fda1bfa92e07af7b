"""What the AI proposes to ask is held against what it says it comes from."""

from typing import Any

import pytest

from interviews.planning.by_ai import Given, Proposed, accepted, clean
from interviews.planning.plan import PlannedQuestion, fingerprint

LINE = "Halved the time to restore from 40 to 20 minutes"
GIVEN = Given(
    {"basics.label": "Engineer", "work[0].highlights[1]": LINE}, "You bring\n- Experience\n  with Kafka\n- Calm"
)


def proposal(text: str = "How did you halve it?", **fields: Any) -> dict[str, Any]:
    usual = {"kind": "behavioural", "competency": "quality", "strong": ["Says how"], "hints": ["When?"]}
    return {"text": text, **usual, "source": "resume", "quote": LINE, **fields}


def plan(*proposed: dict[str, Any], kind: str = "mixed", most: int = 9, given: Given = GIVEN) -> list[PlannedQuestion]:
    return accepted(Proposed.model_validate({"questions": proposed}), given, kind=kind, most=most)


def test_a_quote_of_the_resume_is_kept_with_its_place() -> None:
    (found,) = plan(proposal(quote="from 40 to 20 minutes"))
    assert found.source.model_dump() == {
        "kind": "resume",
        "quote": "from 40 to 20 minutes",
        "path": "work[0].highlights[1]",
    }


def test_a_quote_of_the_posting_may_run_over_lines() -> None:
    (found,) = plan(proposal(source="posting", quote="Experience with Kafka"))
    assert (found.source.kind, found.source.quote) == ("posting", "Experience with Kafka")


@pytest.mark.parametrize(
    "fields",
    [
        {"quote": "Halved the time to deploy"},
        {"quote": ""},
        {"quote": LINE, "source": "posting"},
        {"quote": "Experience with Kafka", "source": "resume"},
        {"quote": "e"},
        {"quote": "ime to restore"},
    ],
)
def test_a_quote_that_stands_nowhere_takes_its_question_along(fields: dict[str, Any]) -> None:
    assert plan(proposal(**fields)) == []


def test_a_role_quotes_nothing_even_if_it_says_so() -> None:
    (found,) = plan(proposal(source="role", quote="Anything"))
    assert (found.source.kind, found.source.quote) == ("role", "")


@pytest.mark.parametrize(("most", "roles"), [(2, 1), (5, 2), (9, 3), (13, 5)])
def test_every_third_question_at_most_comes_from_the_role_alone(most: int, roles: int) -> None:
    proposed = [proposal(f"Why number {number}?", source="role", quote="") for number in range(most)]
    assert len(plan(*proposed, most=most)) == roles


def test_what_was_asked_before_is_left_out() -> None:
    given = Given(GIVEN.lines, asked={fingerprint("How did you halve it?")})
    assert plan(proposal("HOW did you halve  it"), given=given) == []


def test_the_same_question_twice_is_asked_once() -> None:
    assert len(plan(proposal(), proposal("how did you halve it ?"))) == 1


def test_only_the_kind_that_was_wanted_is_taken() -> None:
    found = plan(proposal(), proposal("What is Kafka?", kind="technical"), kind="technical")
    assert [each.text for each in found] == ["What is Kafka?"]


def test_no_more_than_wanted_are_taken() -> None:
    assert len(plan(*(proposal(f"How, part {number}?") for number in range(5)), most=2)) == 2


@pytest.mark.parametrize("text", ["", " \u202e\u200b", "x" * 501])
def test_what_says_nothing_or_too_much_is_left_out(text: str) -> None:
    assert plan(proposal(text)) == []


def test_hidden_characters_go_from_all_that_is_shown() -> None:
    (found,) = plan(proposal("How\u202e did\u200b you?", strong=["Says\u2066 how"], hints=["", "When\x07?"]))
    assert (found.text, found.strong, found.hints) == ("How did you?", ["Says how"], ["When?"])


def test_points_are_four_at_most_and_short() -> None:
    (found,) = plan(proposal(strong=["y" * 300] * 6))
    assert [len(point) for point in found.strong] == [200] * 4


def test_clean_makes_one_line() -> None:
    assert clean(" a\n b\tc\u2028d ") == "a b c d"
