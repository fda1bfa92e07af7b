"""Whatever the rules make of a line holds its numbers, names and content, and nothing new."""

import json
import os
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.document import Document
from resumes.scoring.wording import words_of
from resumes.tailoring.guarding import judge
from resumes.tailoring.rules import MOST, RuleSuggestion, suggest
from resumes.tailoring.rules_verbs import gerund_base, past_base, present_base
from resumes.tailoring.rules_wording import Wording, wording_for, wording_of
from resumes.tailoring.suggestion import Proposal
from resumes.tests.parsing.corpus import CORPUS

TODAY = date(2026, 3, 1)
LANGUAGES = ("en", "de", "fr", "es")
CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "rules_cases.json").read_text("utf-8"))
INVENTED = Path(__file__).parents[2] / "proving" / "tests" / "documents"
PEOPLE = Path(os.environ.get("RESUME_TRUTH") or CORPUS.parent / "truth") / "people"
DOCUMENTS = {
    path.stem: Document.model_validate_json(path.read_text("utf-8"))
    for folder in (INVENTED, PEOPLE)
    for path in sorted(folder.glob("*.json"))
}


def of_lines(language: str, lines: list[str], end: str) -> Document:
    job = {"name": "Halden Foods", "startDate": "2018", "endDate": end, "highlights": lines}
    return Document.model_validate({"meta": {"language": language}, "work": [job]})


def known(language: str) -> Wording:
    words = wording_for(language)
    assert words
    return words


def stem(word: str, words: Wording) -> str:
    """The verb behind a form, cut to what its forms share."""
    if words.language == "en":
        base = (
            words.nominals.get(word) or gerund_base(word, words) or past_base(word, words) or present_base(word, words)
        )
        return (base or word)[:4]
    return next((present for present, past in words.tenses.items() if past == word), word)[:4]


def said_by_the_data(words: Wording) -> set[str]:
    """Words that the data files let a rule take away or put in."""
    taken = [*words.openers, *words.fillers, *words.fillers.values(), *words.perfect, words.subject, words.agent]
    taken += [*words.auxiliaries, *(form for forms in words.swaps.values() for form in forms)]
    small = ["the", "of", *words.determiners, *words.vocabulary.function_words]
    return {stem(word, words) for word in (*words_of(" ".join(taken)), *small)}


def stems(text: str, words: Wording) -> set[str]:
    return {stem(word, words) for word in words_of(text)} - said_by_the_data(words)


def names(text: str) -> set[str]:
    """Capitalised words behind the first."""
    return {word for word in re.findall(r"(?<=[\w,;] )[A-Z]\w+", text) if word != "I"}


def numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.,]\d+)*", text))


def assert_kept(made: RuleSuggestion, words: Wording) -> None:
    assert numbers(made.after) == numbers(made.before)
    assert all(name.lower() in made.after.lower() for name in names(made.before))
    assert stems(made.after, words) == stems(made.before, words)


def lines_of(language: str) -> st.SearchStrategy[str]:
    """Lines put together of what the rules look for, and of what they must leave alone."""
    words = known(language)
    starts = [*words.openers, *words.weak[:20], words.subject, *words.ongoing, *words.plural_subjects, ""]
    verbs = [*list(words.vocabulary.forms)[:400:3], *words.tenses, *words.tenses.values()]
    things = [
        "Halden",
        "SAP",
        "12 %",
        "3,200",
        "Kafka",
        "team",
        "the stock of",
        "die Planung",
        "la gestion de",
        "la gestión de",
    ]
    joints = [
        *words.fillers,
        *words.determiners,
        "and",
        "und",
        "et",
        "y",
        ",",
        ";",
        ".",
        "to",
        "for",
        "was",
        "by me",
        "-",
        "(",
    ]
    piece = st.sampled_from([*joints, *things, *verbs])
    return st.builds(_joined, st.sampled_from(starts), st.lists(piece, min_size=1, max_size=14))


def _joined(start: str, pieces: list[str]) -> str:
    text = re.sub(r" (?=[,;.])", "", " ".join([start, *pieces]).strip())
    return text[:1].upper() + text[1:]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_numbers_names_and_content_stay(language: str, data: st.DataObject) -> None:
    lines = data.draw(st.lists(lines_of(language), min_size=1, max_size=5))
    for made in suggest(of_lines(language, lines, data.draw(st.sampled_from(["2020", ""]))), today=TODAY):
        if made.after:
            assert_kept(made, known(language))


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_of_whole_resumes_too(name: str) -> None:
    document = DOCUMENTS[name]
    words = wording_of(document)
    for made in suggest(document, today=TODAY):
        if made.after:
            assert words
            assert_kept(made, words)


@given(
    lines=st.lists(st.text(max_size=80), max_size=6),
    language=st.sampled_from([*LANGUAGES, "pl", ""]),
    end=st.text(max_size=8),
)
@settings(max_examples=80, deadline=None)
def test_any_text_is_read(lines: list[str], language: str, end: str) -> None:
    document = of_lines(language, lines, end)
    made = suggest(document, today=TODAY)
    assert made == suggest(document, today=TODAY)
    assert len(made) <= MOST
    assert all(
        each.before == document.work[0].highlights[int(each.path[len("work[0].highlights[") : -1])] for each in made
    )
    assert all(each.why and each.after != each.before for each in made)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_path_has_at_most_one_edit_and_one_question(language: str, data: st.DataObject) -> None:
    lines = data.draw(st.lists(lines_of(language), min_size=1, max_size=6))
    made = suggest(of_lines(language, lines, "2020"), today=TODAY)
    assert max(Counter((each.path, bool(each.after)) for each in made).values(), default=1) == 1


@pytest.mark.parametrize("case", [case for case in CASES if case["after"]], ids=lambda case: case["before"][:60])
def test_the_evidence_guard_finds_every_edit_backed(case: dict[str, Any]) -> None:
    document = of_lines(case["language"], [case["before"]], "" if case["now"] else "2020-05")
    proposal = Proposal(path="work[0].highlights[0]", before=case["before"], after=case["after"])
    assert judge(document, proposal).verdict == "ok"
