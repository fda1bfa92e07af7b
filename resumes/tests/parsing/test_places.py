import pytest

from resumes.parsing.places import as_country, could_be_city, could_be_place, country_code, is_place, read_place

PLACES = [
    ("Austin, TX", "Austin", "TX", "", "US"),
    ("Austin, TX 78704 US", "Austin", "TX", "78704", "US"),
    ("78704, Austin, TX (US)", "Austin", "TX", "78704", "US"),
    ("San Diego CA 92101", "San Diego", "CA", "92101", "US"),
    ("Stuttgart, 70173, Baden-Württemberg, DE", "Stuttgart", "Baden-Württemberg", "70173", "DE"),
    ("Lyon, France", "Lyon", "", "", "FR"),
    ("47002 Valladolid, España", "Valladolid", "", "47002", "ES"),
    ("Valladolid Castilla y León", "Valladolid", "Castilla y León", "", ""),
    ("2712 Broadway St, 94115 San Francisco, California, US", "San Francisco", "California", "94115", "US"),
    ("1012 AB Amsterdam", "Amsterdam", "", "1012 AB", ""),
]


@pytest.mark.parametrize(("text", "city", "region", "postal", "code"), PLACES)
def test_the_parts_of_a_place_are_told_apart(text: str, city: str, region: str, postal: str, code: str) -> None:
    place = read_place(text)
    assert (place.city, place.region, place.postal, place.country_code) == (city, region, postal, code)


def test_each_part_of_a_place_tells_where_it_stands() -> None:
    text = "Via Galliera 12 Bologna, 40121, Italia"
    place = read_place(text)
    assert text[place.city_at :].startswith("Bologna")
    assert text[place.address_at :].startswith("Via Galliera 12")


def test_a_street_that_starts_with_its_number_stays_whole() -> None:
    assert read_place("12 Main Street, Leeds, UK").address == "12 Main Street"


def test_a_very_long_text_is_no_place() -> None:
    assert read_place("Leeds, UK " * 50).city == ""


@pytest.mark.parametrize("text", ["Austin, TX", "Lyon, France", "Remote", "Berlin (remote)", "Germany", "Bayern"])
def test_a_sure_place_is_one(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text", ["", "Harrow & Finch Foods", "Led a team, daily", "English, Spanish", "Leeds", "A, B, C, D, E"]
)
def test_other_text_is_no_sure_place(text: str) -> None:
    assert not is_place(text)


def test_a_city_is_capitalised_words_at_most_joined_by_small_ones() -> None:
    assert could_be_city("Frankfurt am Main")
    assert not could_be_city("Prüfung von Plänen")
    assert not could_be_city("led a team")


def test_a_country_is_known_in_many_languages() -> None:
    assert [country_code(name) for name in ("Alemania", "Duitsland", "DE", "Nowhere")] == ["DE", "DE", "DE", ""]


@pytest.mark.parametrize(
    ("text", "likely", "region", "code"),
    [
        ("80331 München, DE", {"DE"}, "", "DE"),
        ("19801 Wilmington, DE", {"US"}, "DE", "US"),
        ("3511 LX Utrecht, NL", set(), "", "NL"),
        ("Boston, MA", {"MA"}, "", "MA"),
        ("Boston, MA, US", {"MA"}, "MA", "US"),
        ("Austin, TX", {"TX"}, "TX", "US"),
    ],
)
def test_a_code_that_may_be_a_state_is_a_country_if_more_speaks_for_it(
    text: str, likely: set[str], region: str, code: str
) -> None:
    place = as_country(read_place(text), likely)
    assert (place.region, place.country_code) == (region, code)


def test_a_city_may_have_its_region_behind_a_comma() -> None:
    assert could_be_place("Leeds, West Yorkshire")
    assert not could_be_place("Leeds, 14 people")
