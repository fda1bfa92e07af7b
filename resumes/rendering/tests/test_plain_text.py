"""The sheet as plain text."""

from hypothesis import given

from resumes.document import Document
from resumes.parsing.read import read_document
from resumes.parsing.reading import FileFacts, Kind
from resumes.rendering.plain_text import write
from resumes.rendering.sheet import Sheet
from resumes.rendering.tests.sheets import FULL, SHEETS, sheet


def test_the_head_is_one_fact_per_line() -> None:
    assert write(sheet()).splitlines()[:4] == [
        "Alice Example",
        "Principal Engineer",
        "alice@example.org",
        "+49 30 1234567",
    ]


def test_headings_are_underlined() -> None:
    assert "\n\nExperience\n----------\nPrincipal Engineer\n" in write(sheet())


def test_an_entry_is_a_block_of_lines() -> None:
    assert (
        "\nPrincipal Engineer\nAcme GmbH | Berlin, Germany\nMar 2019 – Present\nacme.example.com\nPayments for shops\n"
        "Leads the platform group.\n- Cut settlement errors by 74 %\n- Led nine engineers through a rewrite\n\n"
    ) in write(sheet())


def test_skills_and_languages_stand_behind_their_names() -> None:
    text = write(sheet())
    assert "\nLanguages (Expert): Python, Go\nChairing\n" in text
    assert "\nEnglish: Native speaker\n" in text


def test_tags_are_named() -> None:
    assert "\nCourses: Compilers, Distributed systems\n" in write(sheet())


def test_our_own_parser_reads_it_back() -> None:
    read = read_document(write(sheet()).encode(), Kind.TEXT, FileFacts(kind=Kind.TEXT)).document
    assert read.basics.email == "alice@example.org"
    assert [(row.name, row.position, row.start_date) for row in read.work] == [
        ("Acme GmbH", "Principal Engineer", "2019-03"),
        ("Initech", "Developer", "2012"),
    ]
    assert read.work[0].highlights == FULL.work[0].highlights
    assert read.education[0].institution == "Technical University of Munich"
    assert read.certificates[0].issuer == "CNCF"


def test_an_empty_document_is_an_empty_line() -> None:
    assert write(sheet(Document())) == "\n"


@given(SHEETS)
def test_every_text_of_any_sheet_stands_in_it(any_sheet: Sheet) -> None:
    written = write(any_sheet)
    assert all(contact.text in written for contact in any_sheet.contacts)
    for section in any_sheet.sections:
        assert section.heading in written
        assert all(entry.title in written for entry in section.entries)
