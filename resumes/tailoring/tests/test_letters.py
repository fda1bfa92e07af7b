"""Letters, purely: where their sentences stand, what in them nothing backs, and what rules make of a resume."""

from typing import Any

import pytest

from resumes.document import Document
from resumes.tailoring.letter_claims import Doubt, Told, doubts_in, still_doubted
from resumes.tailoring.letter_sentences import sentences_of
from resumes.tailoring.letter_skeleton import Occasion, Point, gaps_in, skeleton
from resumes.tailoring.letter_words import LANGUAGES, letter_words

RESUME = Document.model_validate(
    {
        "basics": {
            "name": "Alice Example",
            "summary": "Backend engineer with eight years of building payment services.",
        },
        "work": [
            {
                "name": "Acme Ltd",
                "position": "Senior Engineer",
                "startDate": "2020-03",
                "highlights": [
                    "Led the move of 14 services to Kubernetes, cutting the hosting bill by 31%",
                    "Helped to write the incident guide that 4 teams use",
                ],
            }
        ],
        "skills": [{"name": "Tools", "keywords": ["Python", "PostgreSQL"]}],
    }
)
TRUE = "At Acme Ltd I led the move of 14 services to Kubernetes, cutting the hosting bill by 31%."


def told(**more: Any) -> Told:
    return Told(RESUME, **({"title": "Data Engineer", "employer": "Zenith Bank"} | more))


def claims(text: str, **more: Any) -> set[str]:
    return {doubt.claim for doubt in doubts_in(text, told(**more))}


@pytest.mark.parametrize(
    "honest",
    [
        TRUE,
        "Dear Zenith Bank team,",
        "I am applying for the Data Engineer role at Zenith Bank.",
        "I would welcome the chance to talk about how I can contribute to your team.",
        "I look forward to hearing from you.\n\nKind regards,\nAlice Example",
        "I know Python and PostgreSQL.",
    ],
)
def test_what_the_resume_says_and_what_is_only_polite_is_not_asked(honest: str) -> None:
    assert claims(honest) == set()


@pytest.mark.parametrize(
    ("invented", "claim"),
    [
        ("At Acme Ltd I led the move of 140 services to Kubernetes.", "140 services"),
        ("I have worked with Kafka for years.", "Kafka"),
        ("I hold a PhD from Stanford.", "Stanford"),
        ("At Acme Ltd I won the Turing Award.", "Turing"),
    ],
)
def test_what_nothing_backs_is_asked(invented: str, claim: str) -> None:
    assert any(claim in found for found in claims(f"{TRUE} {invented}"))


@pytest.mark.parametrize(
    "wish",
    [
        "I was excited to see your posting, because your focus on reliable payments appeals to me.",
        "I believe I would be a good fit, and I would bring curiosity and a calm head to Zenith Bank.",
        "I am available for an interview at your convenience.",
    ],
)
def test_why_somebody_applies_needs_no_proof(wish: str) -> None:
    assert claims(wish) == set()


@pytest.mark.parametrize(
    ("boast", "claim"),
    [
        ("I would be glad to bring my ten years of Kafka.", "Kafka"),
        ("I am excited because I have led large departments.", "departments"),
        ("I believe that my expertise in auditing helps you.", "auditing"),
    ],
)
def test_a_claim_among_the_reasons_is_asked(boast: str, claim: str) -> None:
    assert any(claim in found for found in claims(boast))


def test_a_title_ends_no_sentence() -> None:
    assert [each.text for each in sentences_of("Dear Ms. Hart,")] == ["Dear Ms. Hart,"]


def test_a_doubt_names_its_sentence_word_for_word() -> None:
    doubts = doubts_in(f"Hello,\n\n{TRUE} I have worked with Kafka.\n\nAlice Example", told())
    assert {doubt.where for doubt in doubts} == {"I have worked with Kafka."}


def test_the_employer_is_taken_out_only_where_the_sentence_is_about_the_application() -> None:
    assert any("Zenith" in claim for claim in claims("I ran the ledger of Zenith Bank in Berlin."))


def test_what_the_person_told_us_backs_a_sentence() -> None:
    assert claims("I have worked with Kafka.")
    assert not claims("I have worked with Kafka.", facts=("I have worked with Kafka at Acme Ltd.",))
    assert not claims("I have worked with Kafka.", confirmed=("I have worked with Kafka.",))


def test_a_doubt_stays_with_its_claim_and_goes_with_it() -> None:
    doubt = Doubt(kind="name", claim="Kafka", sentence="?", where="I have worked with Kafka.")
    assert still_doubted("I have worked with Kafka.", [doubt], told()) == [doubt]
    assert [each.claim for each in still_doubted("I worked with Kafka, too.", [doubt], told())] == ["Kafka"]
    assert still_doubted("I have worked with Python.", [doubt], told()) == []
    assert still_doubted("I have worked with Kafka.", [doubt], told(confirmed=("I have worked with Kafka.",))) == []


def test_what_the_person_writes_themselves_is_not_asked() -> None:
    doubt = Doubt(kind="name", claim="Kafka", sentence="?", where="I have worked with Kafka.")
    text = "I have worked with Kafka. My sister lives in Berlin."
    assert {each.where for each in still_doubted(text, [doubt], told())} == {"I have worked with Kafka."}


def test_sentences_are_slices_of_the_text() -> None:
    text = "Dear team,\n\nOne thing. “Two things.” Three, e.g. four!\nKind regards"
    found = sentences_of(text)
    assert [each.text for each in found] == [
        "Dear team,", "One thing.", "“Two things.”", "Three, e.g. four!", "Kind regards",
    ]  # fmt: skip
    assert all(text[each.start : each.end] == each.text for each in found)


def occasion(**more: Any) -> Occasion:
    given = {"name": "Alice Example", "title": "Engineer", "employer": "Acme", "language": "en", "tone": "plain"}
    return Occasion(**(given | {"short": False} | more))


def test_rules_ask_for_what_the_resume_does_not_show() -> None:
    text = skeleton(occasion(), [Point("Kafka"), Point("Go", "Wrote it in Go")])
    assert text.index("“Wrote it in Go”") < text.index("[Something you did that fits “Kafka”")
    assert len(gaps_in(text)) == 3


def test_a_short_letter_leaves_out_what_is_not_shown() -> None:
    assert "Kafka" not in skeleton(occasion(short=True), [Point("Kafka"), Point("Go", "Wrote it in Go")])


def test_without_any_point_name_or_employer_there_are_gaps() -> None:
    text = skeleton(occasion(name="", employer="", short=True), [])
    assert text.startswith("Dear hiring team,")
    assert "[Three things you did that fit this job.]" in gaps_in(text)
    assert text.endswith("[Your name]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tone", ["plain", "warm", "formal"])
def test_every_language_has_words_for_every_tone(language: str, tone: str) -> None:
    text = skeleton(occasion(language=language, tone=tone), [Point("Go", "Wrote it in Go")])
    assert "Wrote it in Go" in text
    assert "{" not in text


def test_a_language_without_words_is_written_in_english() -> None:
    assert letter_words("xx") == letter_words("en")
