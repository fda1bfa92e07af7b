"""Vocabulary, counting and quoting."""

import runpy
from pathlib import Path

import pytest

from resumes.document import Document
from resumes.parsing.reading import FileFacts, Kind, Reading, Span
from resumes.scoring import published
from resumes.scoring.citing import cite
from resumes.scoring.counting import count, listed
from resumes.scoring.subject import Entry, Subject, Text
from resumes.scoring.vocabulary import LANGUAGES, guess_language, vocabulary_for
from resumes.scoring.wording import words_of
from resumes.tests.scoring.readings import TODAY, alice_with, reading_of


def test_the_published_rubric_is_the_one_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(published.__file__, run_name="__main__")
    page = Path(__file__).parents[3] / "docs" / "scoring.md"
    assert page.read_text(encoding="utf-8") == capsys.readouterr().out, "run: see resumes/scoring/published.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_written_in_capitals(language: str) -> None:
    vocabulary = vocabulary_for(language)
    assert vocabulary is not None
    assert all(phrase == phrase.lower() for phrases in vocabulary.phrases.values() for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Led the team of nine and moved to the office in Leeds with all that it had", "en"),
        ("Leitung eines Teams für die Entwicklung von Motoren mit dem Kunden und der Werkstatt", "de"),
        ("Mise en place d'un tableau de bord pour les usines et suivi des coûts avec la direction", "fr"),
        ("Gestión de la tienda y de los pedidos con el equipo para las ventas en el sur", "es"),
        ("Leiding aan een team van negen mensen en het werk in de winkel", ""),
        ("", ""),
    ],
)
def test_a_language_is_guessed_only_when_it_stands_out(text: str, language: str) -> None:
    assert guess_language(words_of(text)) == language


@pytest.mark.parametrize(
    ("form", "base", "tense"),
    [
        ("managed", "manage", "past"),
        ("plans", "plan", "present"),
        ("planned", "plan", "past"),
        ("tried", "try", None),
        ("led", "lead", "past"),
        ("cut", "cut", "either"),
        ("supplies", "supply", "present"),
        ("running", "run", "neutral"),
    ],
)
def test_verbs_are_known_in_their_forms(form: str, base: str, tense: str | None) -> None:
    vocabulary = vocabulary_for("en")
    assert vocabulary is not None
    known = vocabulary.forms.get(form)
    assert (known.base, known.tense) == (base, tense) if known else tense is None


def test_counts_and_lists_read_like_speech() -> None:
    assert (count(1, "entry"), count(2, "entry"), count(3, "box", "boxes")) == ("1 entry", "2 entries", "3 boxes")
    assert (listed([]), listed(["a"]), listed(["a", "b"])) == ("", "a", "a and b")
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"


def test_a_long_quote_is_cut_between_words() -> None:
    reading = reading_of(alice_with(summary="word " * 100 + "end"))
    quote = cite(Subject(reading, TODAY), Text("basics.summary", "")).quote
    assert quote.endswith("word")
    assert len(quote) <= 240


def test_a_value_over_two_lines_is_quoted_whole() -> None:
    reading = reading_of(alice_with(summary="One line and another"))
    field = next(field for field in reading.fields if field.path == "basics.summary")
    field.spans = [Span(line=0, start=0, end=5), Span(line=1, start=0, end=5), Span(line=9999, start=0, end=1)]
    evidence = cite(Subject(reading, TODAY), Text("basics.summary", "One line and another"))
    assert (evidence.quote, len(evidence.spans)) == ("One line and another", 2)


def test_a_part_that_stands_on_no_line_keeps_the_whole_fields_place() -> None:
    reading = reading_of(alice_with(summary="A summary"))
    evidence = cite(Subject(reading, TODAY), Text("basics.summary", "A summary"), part="elsewhere")
    assert evidence.quote == "elsewhere"
    assert len(evidence.spans) == 1


def test_a_file_without_pages_has_no_page_numbers() -> None:
    reading = reading_of(alice_with())
    reading.pages = []
    assert cite(Subject(reading, TODAY), Text("basics.name", "Alice Example")).page is None


def test_an_entry_without_title_or_employer_still_has_a_name() -> None:
    assert Entry("work[0]", "", "", "", "", "").name == "an entry without a name"


def test_volunteering_and_projects_count_as_bullets_too() -> None:
    document = Document.model_validate(
        {"volunteer": [{"highlights": ["Cooked"]}], "projects": [{"highlights": ["Built", " "]}]}
    )
    assert [bullet.path for bullet in Subject(reading_of(document), TODAY).bullets] == [
        "projects[0].highlights[0]",
        "volunteer[0].highlights[0]",
    ]


def test_numbers_among_unknown_keys_are_no_text() -> None:
    document = Document.model_validate({"basics": {"name": "Alice"}, "meta": {"revision": 3}})
    assert Subject(Reading(document=document, facts=FileFacts(kind=Kind.JSON)), TODAY).text == "Alice"
