"""What stands on the sheet, for any document at all."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.document import Basics, Document, Location
from resumes.rendering.design import Design
from resumes.rendering.laying_out import harmless, lay_out, one_line, shown_address
from resumes.rendering.sheet import Sheet
from resumes.rendering.tests.given import DATES, HOSTILE, alices, documents


def letters(text: str) -> str:
    return "".join(char for char in one_line(text).casefold() if char.isalnum())


def values(part: Any) -> Iterator[str]:
    """Every text of a document that is to be printed, as it is printed."""
    if isinstance(part, list):
        for row in part:
            yield from values(row)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "url":
                yield shown_address(value)
            elif key not in DATES | {"image"}:
                yield from values(value)
    else:
        yield part


def printed(sheet: Sheet) -> list[str]:
    return [letters(text) for text in sheet.texts()]


@settings(max_examples=60, deadline=None)
@given(document=documents(), language=st.sampled_from(["", "en", "de", "fr", "es"]))
def test_every_value_of_any_document_stands_on_the_sheet(document: Document, language: Any) -> None:
    texts = printed(lay_out(document, Design(language=language)))
    lost = [value for value in values(document.model_dump()) if not any(letters(value) in text for text in texts)]
    assert lost == []


@settings(max_examples=25, deadline=None)
@given(document=documents())
def test_the_same_document_gives_the_same_sheet(document: Document) -> None:
    assert lay_out(document, Design()) == lay_out(document.model_copy(deep=True), Design())


@settings(max_examples=25, deadline=None)
@given(document=documents())
def test_a_sheet_holds_no_empty_entry_and_no_empty_section(document: Document) -> None:
    for section in lay_out(document, Design()).sections:
        assert section.entries
        assert all(any(entry.texts()) for entry in section.entries)


@given(text=st.text(st.characters()))
def test_cleaning_a_clean_text_changes_nothing(text: str) -> None:
    clean = one_line(text)
    assert one_line(clean) == clean
    assert clean.encode().decode() == clean


@pytest.mark.parametrize("text", HOSTILE)
def test_mark_up_of_any_kind_stays_as_it_was_typed(text: str) -> None:
    document = alices(work=[{"name": text, "highlights": [text]}])
    entry = lay_out(document, Design()).sections[1].entries[0]
    assert (entry.title, entry.bullets) == (text, [text])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1b[0m", "ab[0m"),
        ("a\ud800b\ufeff\uffff", "ab"),
        ("pay \u202e001\u202c \u2066x\u2069", "pay 001 x"),
        ("hidden\U000e0041\U000e007f", "hidden"),
        ("a\x0bb\x0cc\x85d\u2028e\u00a0f", "a b c d e f"),
        ("👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"),
    ],
)
def test_what_no_one_can_see_goes_and_joiners_stay(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


def test_half_characters_that_slipped_in_reach_no_sheet() -> None:
    document = Document(basics=Basics.model_construct(name="A\ud800lice", summary="One\udc00."))
    assert lay_out(document, Design()).model_dump_json()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://x", "a b.c", "//[", "//x"])
def test_an_address_that_could_do_harm_is_text_and_no_link(address: str) -> None:
    document = alices(work=[{"name": "Acme", "url": address}])
    entry = lay_out(document, Design()).sections[1].entries[0]
    assert (entry.href, entry.link) == ("", address)


@pytest.mark.parametrize(
    ("address", "href"),
    [("example.com/a", "https://example.com/a"), ("HTTP://x.org", "HTTP://x.org"), ("https://x.org/" + "a" * 2000, "")],
)
def test_an_ordinary_address_of_ordinary_length_is_a_link(address: str, href: str) -> None:
    assert harmless(address) == href


@pytest.mark.parametrize(
    ("profile", "shown"),
    [
        ({"network": "GitHub", "username": "alice", "url": "https://github.com/alice/"}, "github.com/alice"),
        (
            {"network": "GitLab", "username": "alice", "url": "https://git.example.org/alice"},
            "GitLab: git.example.org/alice",
        ),
        ({"network": "Signal", "username": "alice.01"}, "Signal: alice.01"),
        ({"username": "@@"}, "@@"),
    ],
)
def test_a_profile_shows_what_its_address_doesnt_tell(profile: dict[str, str], shown: str) -> None:
    sheet = lay_out(alices(basics={"profiles": [profile]}), Design())
    assert [contact.text for contact in sheet.contacts] == [shown]


def test_sections_stand_in_the_chosen_order_without_the_hidden() -> None:
    rows: dict[str, Any] = {
        "skills": [{"name": "Go"}],
        "awards": [{"title": "Prize"}],
        "interests": [{"name": "Chess"}],
    }
    design = Design(order=("work", "nonsense", "skills"), hidden=("summary", "awards"))
    keys = [section.key for section in lay_out(alices(**rows), design).sections]
    assert keys == ["work", "skills", "interests"]


@pytest.mark.parametrize(
    ("summary", "language"),
    [
        ("Ich habe in der Entwicklung mit vielen Menschen und für sie gearbeitet.", "de"),
        ("J'ai travaillé avec des équipes dans les hôpitaux de la région.", "fr"),
        ("He trabajado con los equipos de la empresa y para sus clientes.", "es"),
        ("Ho lavorato con la squadra per i clienti della società.", "en"),
        ("王小明", "en"),
    ],
)
def test_headings_are_in_the_language_of_the_text_or_in_english(summary: str, language: str) -> None:
    assert lay_out(Document(basics=Basics(summary=summary)), Design()).language == language


@pytest.mark.parametrize(
    ("name", "summary", "rtl"),
    [
        ("سالم", "Builds and runs services.", False),
        ("سالم", "", True),
        ("Salem", "أبني الخدمات وأشغلها.", True),
        ("123", "", False),
    ],
)
def test_the_text_decides_the_direction_and_without_any_the_name(name: str, summary: str, rtl: bool) -> None:  # noqa: FBT001
    assert lay_out(Document(basics=Basics(name=name, summary=summary)), Design()).rtl is rtl


def test_paragraphs_of_a_summary_stay_apart_and_its_lines_flow() -> None:
    sheet = lay_out(Document(basics=Basics(summary="One\ntwo.\n \n\nThree.")), Design())
    assert sheet.sections[0].entries[0].summary == "One two.\n\nThree."


def test_blanks_and_controls_alone_print_nothing() -> None:
    blank = {"studyType": " ", "score": "\x00", "courses": [" "], "startDate": "\x00", "url": " "}
    document = Document.model_validate({"education": [blank], "basics": {"location": {"city": " ", "region": "\n"}}})
    assert list(lay_out(document, Design()).texts()) == ["", ""]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (("60614", "Chicago", "Illinois", "US"), "Chicago, Illinois 60614, US"),
        (("N1 9GU", "London", "", "GB"), "London N1 9GU, GB"),
        (("", "Sydney", "NSW", "au"), "Sydney, NSW, au"),
        (("69003", "Lyon", "", "FR"), "69003 Lyon, FR"),
        (("1010", "Vienna", "", ""), "1010 Vienna"),
    ],
)
def test_a_postal_code_stands_where_its_country_writes_it(place: tuple[str, str, str, str], shown: str) -> None:
    code, city, region, country = place
    location = Location(postal_code=code, city=city, region=region, country_code=country)
    (contact,) = lay_out(Document(basics=Basics(location=location)), Design()).contacts
    assert contact.text == shown
