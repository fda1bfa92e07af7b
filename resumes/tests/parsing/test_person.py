"""Name, label, contact data and place."""

import pytest

from resumes.document import Basics
from resumes.parsing.reading import Kind
from resumes.tests.parsing.given import Sheet, read_text


def basics(text: str, kind: Kind = Kind.TEXT) -> Basics:
    return read_text(text, kind).document.basics


HEAD = "Alice Example\nSoftware Engineer\nAustin, TX 78704 | alice@example.com | (512) 555-0147\n\nExperience\n"


def test_a_plain_header_is_read() -> None:
    found = basics(HEAD)
    assert (found.name, found.label, found.email) == ("Alice Example", "Software Engineer", "alice@example.com")
    assert (found.phone, found.location.city, found.location.region) == ("(512) 555-0147", "Austin", "TX")
    assert (found.location.postal_code, found.location.country_code) == ("78704", "US")


def test_buttons_and_titles_above_the_name_are_not_the_name() -> None:
    assert basics("Skip to content\n\nCurriculum Vitae\n\nAlice Example\n\nalice@example.com\n").name == "Alice Example"


def test_a_label_behind_the_name_is_cut_off() -> None:
    found = basics("Alice Example, Software Engineer\nalice@example.com\n")
    assert (found.name, found.label) == ("Alice Example", "Software Engineer")


def test_the_largest_line_is_the_name() -> None:
    sheet = Sheet().put(10, 10, "Some Words", size=9).put(10, 20, "Alice Example", size=24)
    assert sheet.read().document.basics.name == "Alice Example"


def test_the_mail_address_helps_to_find_the_name() -> None:
    assert basics("Big Words\nAlice Example\nalice.example@example.com\n").name == "Alice Example"


PHONES = ["+49 711 5550142", "06 39 98 01 57", "734.555.0112", "+44 20 7946 0958", "617-555-0139"]


@pytest.mark.parametrize("phone", PHONES)
def test_phone_numbers_of_many_lands_are_read(phone: str) -> None:
    assert basics(f"Alice Example\nalice@example.com\n{phone}\n").phone == phone


def test_dates_are_no_phone_number() -> None:
    assert basics("Alice Example\nalice@example.com\n08/2019 - 12/2021\n").phone == ""


def test_a_phone_number_below_other_text_is_found() -> None:
    assert basics("Alice Example\n\nSkills\n\nPython\n\nTel. +49 711 5550142\n").phone == "+49 711 5550142"


def test_a_profile_is_told_from_the_persons_own_page() -> None:
    found = basics("Alice Example\nalice.example.com | github.com/alice | https://blog.example.org\n")
    assert found.url == "alice.example.com"
    assert [(one.network, one.username) for one in found.profiles] == [("GitHub", "alice"), ("blog.example.org", "")]


def test_a_link_gives_the_whole_address_of_what_is_printed() -> None:
    found = basics(
        "# Alice Example\n\n[alice](https://www.linkedin.com/in/alice) [site](https://a.example.com)\n", Kind.MARKDOWN
    )
    assert (found.profiles[0].url, found.url) == ("https://www.linkedin.com/in/alice", "https://a.example.com")


def test_a_link_on_a_place_is_no_profile() -> None:
    found = basics("# Alice Example\n\n[Leeds, UK](https://maps.example.com/?q=1)\n", Kind.MARKDOWN)
    assert (found.url, found.profiles) == ("", [])


def test_addresses_behind_links_are_used_when_none_is_printed() -> None:
    sheet = Sheet().put(10, 20, "Alice Example", size=20)
    sheet.pdf.link(10, 30, 5, 5, "mailto:alice@example.com")
    sheet.pdf.link(20, 30, 5, 5, "tel:+44%2020%207946%200958")
    found = sheet.read().document.basics
    assert (found.email, found.phone) == ("alice@example.com", "+44 20 7946 0958")


def test_an_address_broken_over_two_lines_is_made_whole_by_its_link() -> None:
    sheet = Sheet().put(10, 20, "Alice Example", size=20).put(10, 30, "alice@example.co").put(10, 35, "m")
    sheet.pdf.link(10, 26, 40, 10, "mailto:alice@example.com")
    assert sheet.read().document.basics.email == "alice@example.com"


def test_a_place_over_several_lines_is_joined() -> None:
    found = basics("Alice Example\n\nAnn Arbor,\n\nMI\n\n(US)\n\nalice@example.com\n")
    assert (found.location.city, found.location.region) == ("Ann Arbor", "MI")


def test_a_city_alone_among_the_contact_data_is_taken_with_doubt() -> None:
    reading = read_text("Alice Example\nSoftware Engineer\nLeeds | alice@example.com\n")
    (field,) = [field for field in reading.fields if field.path == "basics.location.city"]
    assert (field.value, field.confidence) == ("Leeds", 0.5)


def test_labelled_parts_of_a_place_are_read() -> None:
    found = basics("Alice Example\n\nContact\n\nCity: Leeds\nRegion: Yorkshire\nEmail: alice@example.com\n")
    assert (found.location.city, found.location.region) == ("Leeds", "Yorkshire")


def test_a_label_in_its_own_line_names_the_next() -> None:
    assert basics("Alice Example\n\nContact\n\nCity\nLeeds\n").location.city == "Leeds"


def test_a_paragraph_in_the_header_is_the_summary() -> None:
    text = "An engineer of many years who has built bridges, boats and all that lies between them."
    assert basics(f"Alice Example\n\n{text}\n\nalice@example.com\n").summary == text


def test_nothing_is_invented_for_an_empty_file() -> None:
    assert basics("\n").model_dump(exclude_defaults=True) == {}


def test_profiles_may_be_told_without_an_address() -> None:
    found = basics("Alice Example\nalice@example.com | Twitter: alice_ex | mastodon.example.com/@alice\n")
    told = [(row.network, row.username, row.url) for row in found.profiles]
    assert ("Twitter", "alice_ex", "") in told
    assert ("Mastodon", "@alice", "mastodon.example.com/@alice") in told


@pytest.mark.parametrize(("phone", "region", "code"), [("+49 89 123456", "", "DE"), ("(302) 555-0147", "DE", "US")])
def test_the_phone_number_tells_a_state_from_a_country(phone: str, region: str, code: str) -> None:
    found = basics(
        f"Alice Example\nSpringfield, DE | alice@example.com | {phone}\n\nExperience\n\nThe work of years.\n"
    )
    assert (found.location.region, found.location.country_code) == (region, code)
