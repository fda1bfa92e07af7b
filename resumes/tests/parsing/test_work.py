"""Entries of work: where they start, who is the employer, what was done."""

import pytest

from resumes.document import Work
from resumes.parsing.reading import Kind
from resumes.tests.parsing.given import Sheet, read_text


def work(body: str, kind: Kind = Kind.TEXT) -> list[Work]:
    return read_text(f"Experience\n\n{body}", kind).document.work


def told(entries: list[Work]) -> list[tuple[str, str, str, str]]:
    return [(entry.position, entry.name, entry.start_date, entry.end_date) for entry in entries]


ENGINEER = ("Software Engineer", "Acme Inc", "2019-03", "2021-05")
MANAGER = ("Project Manager", "Globex Ltd", "2015-01", "2019-02")


def test_the_title_may_come_first() -> None:
    body = (
        "Software Engineer\nAcme Inc\nMar 2019 - May 2021\n- Built it\n\n"
        "Project Manager\nGlobex Ltd\nJan 2015 - Feb 2019\n- Ran it\n"
    )
    assert told(work(body)) == [ENGINEER, MANAGER]


def test_the_employer_may_come_first() -> None:
    body = (
        "Acme Inc\nSoftware Engineer\nMar 2019 - May 2021\n- Built it\n\n"
        "Globex Ltd\nProject Manager\nJan 2015 - Feb 2019\n- Ran it\n"
    )
    assert told(work(body)) == [ENGINEER, MANAGER]


def test_the_dates_may_come_first() -> None:
    body = (
        "03/2019 - 05/2021\nSoftware Engineer\nAcme Inc\n- Built it\n\n"
        "01/2015 - 02/2019\nProject Manager\nGlobex Ltd\n- Ran it\n"
    )
    assert told(work(body)) == [ENGINEER, MANAGER]


def test_all_may_stand_in_one_line() -> None:
    body = (
        "Software Engineer | Acme Inc | Mar 2019 - May 2021\n- Built it\n\n"
        "Project Manager | Globex Ltd | Jan 2015 - Feb 2019\n- Ran it\n"
    )
    assert told(work(body)) == [ENGINEER, MANAGER]


def test_a_small_word_tells_the_employer() -> None:
    assert told(work("Software Engineer at Acme Inc\nMar 2019 - May 2021\n- Built it\n")) == [ENGINEER]


def test_a_comma_may_part_title_and_employer() -> None:
    assert told(work("Acme Inc, Software Engineer\nMar 2019 - May 2021\n- Built it\n")) == [ENGINEER]


def test_a_range_may_stand_in_two_lines() -> None:
    assert told(work("Mar 2019\n- May 2021\nSoftware Engineer\nAcme Inc\n- Built it\n")) == [ENGINEER]


def test_employer_and_title_are_decided_alike_for_the_whole_section() -> None:
    body = "Finch\nProject Manager\n2019 - 2021\n- Built it\n\nGlobex Ltd\nKeeper of Keys\n2015 - 2019\n- Ran it\n"
    assert [(entry.name, entry.position) for entry in work(body)] == [
        ("Finch", "Project Manager"),
        ("Globex Ltd", "Keeper of Keys"),
    ]


def test_a_place_is_no_employer() -> None:
    (entry,) = work("Software Engineer\nAcme Inc\nAustin, TX\n2019 - 2021\n- Built it\n")
    assert (entry.name, entry.location) == ("Acme Inc", "Austin, TX")


def test_cities_behind_all_employers_are_places() -> None:
    body = (
        "Software Engineer\nHollow, Leeds\n2019 - 2021\n- Built it\n\nTeam Lead\nBrook, York\n2015 - 2019\n- Ran it\n"
    )
    assert [(entry.name, entry.location) for entry in work(body)] == [("Hollow", "Leeds"), ("Brook", "York")]


def test_a_current_job_has_no_end() -> None:
    (entry,) = work("Software Engineer\nAcme Inc\nSince March 2019\n- Built it\n")
    assert (entry.start_date, entry.end_date) == ("2019-03", "")


def test_wrapped_bullets_are_joined() -> None:
    (entry,) = work(
        "Software Engineer\nAcme Inc\n2019 - 2021\n-   Built the thing that\n    was to be built\n-   Sold it\n"
    )
    assert entry.highlights == ["Built the thing that was to be built", "Sold it"]


def test_a_paragraph_in_front_of_bullets_is_the_summary() -> None:
    (entry,) = work(
        "Software Engineer\nAcme Inc\n2019 - 2021\nIn charge of all that moves and of some that does not.\n- Built it\n"
    )
    assert entry.summary == "In charge of all that moves and of some that does not."
    assert entry.highlights == ["Built it"]


def test_a_word_such_as_highlights_is_none_of_them() -> None:
    (entry,) = work("Software Engineer\nAcme Inc\n2019 - 2021\nHighlights\n- Built it\n")
    assert entry.highlights == ["Built it"]


def test_an_address_in_the_head_is_the_employers() -> None:
    (entry,) = work("Software Engineer\nAcme Inc\nhttps://acme.example.com\n2019 - 2021\n- Built it\n")
    assert entry.url == "https://acme.example.com"


def test_a_further_position_at_the_same_employer_inherits_it() -> None:
    body = (
        "### Acme Inc\n\n**Senior Engineer**\n\n2019 - 2021\n\n- Built it\n"
        "\n**Junior Engineer**\n\n2017 - 2019\n\n- Fixed it\n"
    )
    assert [(entry.name, entry.position) for entry in work(body, Kind.MARKDOWN)] == [
        ("Acme Inc", "Senior Engineer"),
        ("Acme Inc", "Junior Engineer"),
    ]


def test_entries_without_dates_are_told_apart_by_their_text() -> None:
    body = "Software Engineer, Acme Inc\n- Built it\nProject Manager, Globex Ltd\n- Ran it\n"
    assert [entry.name for entry in work(body)] == ["Acme Inc", "Globex Ltd"]


def test_an_entry_without_its_key_parts_is_doubted() -> None:
    reading = read_text("Experience\n\nAcme Inc\n- Built it\n")
    (field,) = [field for field in reading.fields if field.path == "work[0].name"]
    assert field.confidence < 0.6


def test_bullets_without_glyphs_are_parted_by_where_lines_could_have_gone_on() -> None:
    sheet = (
        Sheet().put(10, 20, "Experience", size=15, bold=True).put(10, 30, "Software Engineer at Acme Inc", bold=True)
    )
    sheet.put(10, 35, "2019 - 2021", size=9)
    sheet.put(10, 40, "Built the long bridge over the river that parts the old town from the new town in the west")
    sheet.put(10, 45, "of the country and painted it").put(10, 50, "Sold all of the old boats at once")
    (entry,) = sheet.read().document.work
    assert [text[:5] for text in entry.highlights] == ["Built", "Sold "]


def test_bullets_without_glyphs_are_parted_by_space() -> None:
    sheet = (
        Sheet().put(10, 20, "Experience", size=15, bold=True).put(10, 30, "Software Engineer at Acme Inc", bold=True)
    )
    sheet.put(10, 35, "2019 - 2021", size=9)
    for number, y in enumerate((42, 49, 56)):
        sheet.put(10, y, f"Built bridge number {number} over the").put(10, y + 4, "river for all of us")
    (entry,) = sheet.read().document.work
    assert entry.highlights == [f"Built bridge number {number} over the river for all of us" for number in range(3)]


def test_a_title_over_two_lines_is_joined() -> None:
    sheet = Sheet().put(10, 20, "Experience", size=15, bold=True)
    sheet.put(10, 30, "Acme Inc", bold=True).put(150, 30, "2019 - 2021")
    sheet.put(10, 35, "Director of Engineering and", bold=True).put(10, 40, "research", bold=True)
    sheet.put(10, 46, "Built the bridge over the river and sold all of the boats")
    (entry,) = sheet.read().document.work
    assert (entry.name, entry.position) == ("Acme Inc", "Director of Engineering and research")


def test_a_small_word_in_a_title_is_no_employers_if_one_is_named() -> None:
    body = "Vertriebsmitarbeiter im Außendienst\nGlobex GmbH\n2015 - 2019\n- Kunden besucht\n"
    (entry,) = work(body)
    assert (entry.position, entry.name) == ("Vertriebsmitarbeiter im Außendienst", "Globex GmbH")


def test_what_an_employer_is_stands_in_italics_in_front_of_the_summary() -> None:
    sheet = Sheet().put(10, 20, "Experience", size=15, bold=True).put(10, 30, "Engineer", bold=True)
    sheet.put(150, 30, "2018 - 2019").put(10, 35, "Acme Inc")
    sheet.pdf.set_font("helvetica", "I", 10)
    sheet.pdf.text(10, 40, "Maker of anvils for smiths of all countries")
    sheet.put(10, 45, "Answered for the anvils of the north, their weight and their price.")
    sheet.put(10, 50, "- Built an anvil that nobody has broken so far")
    (entry,) = sheet.read().document.work
    told = (entry.description, entry.summary, len(entry.highlights))
    assert told == (
        "Maker of anvils for smiths of all countries",
        "Answered for the anvils of the north, their weight and their price.",
        1,
    )


@pytest.mark.parametrize(
    "address", ["https://acme.example", "acme.co.uk", "acme.com.au", "acme.example/jobs", "acme.ai/team", "acme.ch"]
)
def test_the_address_of_an_employer_is_told_from_what_it_is(address: str) -> None:
    (entry,) = work(f"Software Engineer | Mar 2019 - May 2021\nAcme Inc · {address}\n- Built it\n- Ran it\n")
    assert entry.url.removeprefix("https://") == address.removeprefix("https://")
    assert (entry.name, entry.summary) == ("Acme Inc", "")


def test_a_name_that_looks_like_an_address_is_a_name() -> None:
    (entry,) = work("Software Engineer | Mar 2019 - May 2021\nCharacter.ai\n- Built it\n- Ran it\n")
    assert (entry.name, entry.url) == ("Character.ai", "")
