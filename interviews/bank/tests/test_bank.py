"""The whole bank as data: enough of it, the same in each language, and nothing that can't be filled."""

from collections import Counter

import pytest

from interviews.bank.bank import FAMILIES, GENERAL, LANGUAGES, SLOTS, BankQuestion, families
from interviews.bank.filling import QUOTING, slots_in
from interviews.planning.plan import fingerprint

QUESTIONS = [each for family in families().values() for each in family.questions]
KINDS = ("behavioural", "technical", "case", "screening")
LEVELS = ("entry", "mid", "senior", "lead")


def wrong(questions: list[str]) -> None:
    """Says which."""
    assert questions == []


def test_there_are_240_questions_over_twelve_families_besides_the_general_one() -> None:
    own = [family for name, family in families().items() if name != GENERAL]
    assert len(own) == 12
    assert sum(len(family.questions) for family in own) >= 240


def test_a_file_is_called_after_its_family() -> None:
    assert {path.stem for path in FAMILIES.glob("*.json")} == set(families())


@pytest.mark.parametrize("family", [name for name in families() if name != GENERAL])
def test_each_family_asks_every_kind_of_every_level(family: str) -> None:
    asked = {(each.kind, level) for each in families()[family].questions for level in each.levels}
    assert [pair for pair in ((kind, level) for kind in KINDS for level in LEVELS) if pair not in asked] == []


def test_ids_are_there_once_and_fit_their_column() -> None:
    ids = Counter(each.id for each in QUESTIONS)
    wrong([each for each, count in ids.items() if count > 1 or not 0 < len(each) <= 40])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_there_twice(language: str) -> None:
    texts = Counter(fingerprint(each.text[language]) for each in QUESTIONS)
    wrong([each.id for each in QUESTIONS if texts[fingerprint(each.text[language])] > 1])


def test_all_is_said_in_each_language() -> None:
    def has_all(each: BankQuestion) -> bool:
        return all(set(LANGUAGES) == set(said) for said in (each.text, each.strong, each.hints))

    wrong([each.id for each in QUESTIONS if not has_all(each)])


def test_slots_are_the_same_in_each_language() -> None:
    wrong([each.id for each in QUESTIONS if len({tuple(sorted(slots_in(text))) for text in each.text.values()}) > 1])


def test_slots_are_known_and_at_most_one_quotes() -> None:
    def is_fillable(each: BankQuestion) -> bool:
        slots = slots_in(each.text["en"])
        return set(slots) <= set(SLOTS) and sum(slot in QUOTING for slot in set(slots)) <= 1

    wrong([each.id for each in QUESTIONS if not is_fillable(each)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_or_four_strong_points_and_two_hints_each_without_a_slot(language: str) -> None:
    def is_right(each: BankQuestion) -> bool:
        strong, hints = each.strong[language], each.hints[language]
        return len(strong) in (3, 4) and len(hints) == 2 and all(text and "{" not in text for text in strong + hints)

    wrong([each.id for each in QUESTIONS if not is_right(each)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_asks_and_is_short_enough_to_be_said(language: str) -> None:
    def is_sayable(text: str) -> bool:
        return text == text.strip() and len(text) <= 400 and text.endswith(("?", ".", "!"))

    wrong([each.id for each in QUESTIONS if not is_sayable(each.text[language])])


def test_titles_that_tell_a_family_are_lower_case_in_each_language() -> None:
    own = [family for name, family in families().items() if name != GENERAL]
    wrong([family.family for family in own if set(family.titles) != set(LANGUAGES)])
    wrong([stem for each in own for stems in each.titles.values() for stem in stems if stem != stem.lower()])
