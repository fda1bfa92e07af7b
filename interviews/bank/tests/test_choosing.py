"""Choosing and filling: the same input gives the same questions, each from something that is there, none twice."""

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviews.bank.bank import LANGUAGES, BankQuestion, families
from interviews.bank.choosing import COUNT, ONE_WAY_COUNT, History, Wanted, choose
from interviews.bank.filling import QUOTING, fillings, slots_in
from interviews.bank.material import Material, material_of
from interviews.bank.tests.making import DOCUMENT, LINES, REQUIREMENTS, SKILLS, material
from interviews.planning.plan import PlannedQuestion, Source, fingerprint
from resumes.document import Document

MIXED = Wanted(kind="mixed", level="senior", language="en", count=9, seed="1")
QUESTIONS = [each for family in families().values() for each in family.questions]
STANDING = {*LINES, *REQUIREMENTS, *SKILLS}


def chosen(wanted: Wanted = MIXED, history: History | None = None) -> list[PlannedQuestion]:
    return choose(material(), wanted, history or History())


def test_the_same_input_gives_the_same_questions() -> None:
    assert chosen() == chosen()


def test_another_seed_gives_others() -> None:
    assert {each.text for each in chosen()} != {each.text for each in chosen(replace(MIXED, seed="2"))}


@pytest.mark.parametrize("count", sorted({*COUNT.values(), *ONE_WAY_COUNT.values()}))
def test_as_many_are_asked_as_the_minutes_allow(count: int) -> None:
    assert len(chosen(replace(MIXED, count=count))) == count


def test_longer_interviews_ask_more() -> None:
    for counts in (COUNT, ONE_WAY_COUNT):
        assert sorted(counts.values()) == list(counts.values())
        assert set(counts) == {5, 15, 30, 45}


@pytest.mark.parametrize("kind", ["behavioural", "technical", "case", "screening"])
def test_only_the_kind_that_was_wanted_is_asked(kind: str) -> None:
    found = chosen(Wanted(kind=kind, level="mid", language="de", count=5))  # type: ignore[arg-type] # parametrised
    assert {each.kind for each in found} == {kind}


def test_mixed_takes_all_kinds() -> None:
    assert {each.kind for each in chosen()} == {"behavioural", "technical", "case", "screening"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quote_stands_in_the_material_and_in_the_question(language: str) -> None:
    found = chosen(Wanted(kind="mixed", level="lead", language=language, count=13))
    quotes = [(each.source.quote, each.text) for each in found if each.source.quote]
    assert quotes
    assert all(quote in STANDING and quote in text for quote, text in quotes)


def test_a_line_says_where_in_the_resume_it_stands() -> None:
    paths = {each.source.quote: each.source.path for each in chosen() if each.source.kind == "resume"}
    assert paths
    assert all(path == f"work[0].highlights[{LINES.index(quote)}]" for quote, path in paths.items())


def test_no_line_is_asked_about_twice_in_one_interview() -> None:
    quotes = [each.source.quote for each in chosen(replace(MIXED, count=18)) if each.source.quote]
    assert len(quotes) == len(set(quotes))


def test_nobody_is_asked_the_same_twice_however_often_they_come_back() -> None:
    history = History()
    for turn in range(6):
        found = chosen(replace(MIXED, seed=str(turn)), history)
        texts = {fingerprint(each.text) for each in found}
        assert not texts & history.texts
        history.texts |= texts
        history.bank_ids |= {each.bank_id for each in found}


def test_a_question_that_was_never_asked_comes_before_one_in_other_words() -> None:
    first = chosen(replace(MIXED, count=2))
    history = History({fingerprint(each.text) for each in first}, {each.bank_id for each in first})
    assert not {each.bank_id for each in chosen(history=history)} & history.bank_ids


def test_when_all_is_asked_there_is_nothing_left() -> None:
    wanted, history = Wanted(kind="screening", level="mid", language="en", count=40), History()
    while found := chosen(wanted, history):
        history.texts |= {fingerprint(each.text) for each in found}
    assert len(history.texts) > 10


def test_without_a_resume_questions_come_from_what_anybody_is_asked() -> None:
    found = choose(material_of(Document(), None), replace(MIXED, count=5), History())
    assert [each.source.kind for each in found] == ["role"] * 5


def test_without_a_posting_nothing_says_that_they_ask_it() -> None:
    found = choose(material_of(DOCUMENT, None), MIXED, History())
    assert {each.source.kind for each in found} <= {"resume", "role"}


def test_lines_that_are_too_short_or_too_long_are_not_quoted() -> None:
    work = [{"name": "Acme", "highlights": ["Too short", "long " * 60, LINES[0]]}]
    found = material_of(Document.model_validate({"work": work}), None)
    assert [each.quote for each in found.lines] == [LINES[0]]


def test_braces_that_the_person_wrote_stay_as_they_are() -> None:
    line = "Wrote a parser for {line} and {skill} in templates"
    own = material_of(Document.model_validate({"work": [{"name": "Acme", "highlights": [line]}]}), None)
    quoting = next(each for each in QUESTIONS if slots_in(each.text["en"]) == ["line"])
    assert [line in each.text for each in fillings(quoting, "en", own)] == [True]


@pytest.mark.parametrize("text", ["Why {skill} and not {line}?", "Why {role} at {employer}?"])
def test_what_would_quote_two_things_or_lacks_one_is_not_asked(text: str) -> None:
    question = QUESTIONS[0].model_copy(update={"text": {"en": text}})
    assert list(fillings(question, "en", replace(material(), employer=""))) == []


words = st.text(string.ascii_letters + string.digits + "%–“” ", min_size=1, max_size=40).filter(str.strip)
sources = st.lists(words, max_size=3).map(lambda quotes: tuple(Source(kind="resume", quote=each) for each in quotes))
materials = st.builds(
    Material, role=words, employer=words, last_employer=words, lines=sources, requirements=sources, skills=sources
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(QUESTIONS), st.sampled_from(LANGUAGES), materials)
def test_a_filled_question_holds_no_brace_and_no_invented_quote(
    question: BankQuestion, language: str, told: Material
) -> None:
    quotes = {each.quote for each in (*told.lines, *told.requirements, *told.skills)}
    for filled in fillings(question, language, told):
        assert not {"{", "}"} & set(filled.text)
        assert (filled.source.quote in quotes) == bool(set(slots_in(question.text[language])) & set(QUOTING))
        assert filled.source.quote in filled.text
