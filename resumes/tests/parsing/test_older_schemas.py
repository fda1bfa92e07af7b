"""JSON Resume as older versions of the schema, other formats and exporters write it."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.document import Document, Work
from resumes.parsing.extract_json import document_in
from resumes.parsing.older_schemas import modernised
from resumes.parsing.schema_names import BESIDE, NAME_PARTS, NAMES, PERSON, SECTIONS
from resumes.parsing.unreadable import Unreadable

JSON: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
KEYS = [*SECTIONS, *PERSON, *BESIDE, *NAME_PARTS, *(key for row in NAMES.values() for key in row), "meta", "history"]
HOSTILE = st.recursive(
    JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


TOLD = st.integers(100, 999).map("told{}".format)
INNER = [*KEYS, *(other for row in NAMES.values() for others in row.values() for other in others)]
ROWS = st.dictionaries(st.sampled_from(INNER), TOLD | st.lists(TOLD, max_size=2), max_size=5)
RESUMES = st.dictionaries(
    st.sampled_from([*KEYS, "basics", *(other for others in SECTIONS.values() for other in others)]),
    TOLD | ROWS | st.lists(ROWS | TOLD, max_size=2) | st.dictionaries(TOLD, TOLD | ROWS, max_size=2),
    max_size=6,
)


def read(data: dict[str, Any]) -> Document:
    return document_in(json.dumps(data).encode())


def test_the_first_version_called_the_person_bio() -> None:
    bio = {"firstName": "Alice", "lastName": "Example", "email": {"work": "a@example.org"}, "location": {"city": "Ulm"}}
    basics = read({"bio": bio, "hobbies": [{"name": "Chess"}]}).basics
    assert (basics.name, basics.email, basics.location.city) == ("Alice Example", "a@example.org", "Ulm")


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("basics", "picture", "image"),
        ("basics", "website", "url"),
        ("basics", "bio", "summary"),
        ("work", "company", "name"),
        ("work", "website", "url"),
        ("work", "title", "position"),
        ("work", "responsibilities", "highlights"),
        ("volunteer", "website", "url"),
        ("education", "gpa", "score"),
        ("education", "degree", "study_type"),
        ("education", "school", "institution"),
        ("publications", "website", "url"),
        ("publications", "title", "name"),
        ("certificates", "authority", "issuer"),
        ("awards", "name", "title"),
        ("languages", "name", "language"),
        ("projects", "technologies", "keywords"),
    ],
)
def test_a_value_moves_to_its_new_name(section: str, old: str, new: str) -> None:
    row = {old: "told"}
    document = read({"basics": {"name": "Alice"}} | {section: row if section == "basics" else [row]})
    found = document.basics if section == "basics" else getattr(document, section)[0]
    assert getattr(found, new) in ("told", ["told"])
    assert not found.model_extra


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hobbies", "interests"),
        ("certifications", "certificates"),
        ("experience", "work"),
        ("volunteering", "volunteer"),
        ("honors", "awards"),
    ],
)
def test_a_section_moves_to_its_new_name(old: str, new: str) -> None:
    document = read({"basics": {"name": "Alice"}, old: [{"summary": "told"}]})
    assert len(getattr(document, new)) == 1
    assert not document.model_extra


def test_both_names_in_use_keep_both_values() -> None:
    work = read({"work": [{"name": "Acme", "company": "Acme Holding"}]}).work[0]
    assert (work.name, work.model_extra) == ("Acme", {"company": "Acme Holding"})


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021/03", "2021-03"),
        ("2021-3", "2021-03"),
        ("2021.03.05", "2021-03-05"),
        ("2021-03-05T00:00:00.000Z", "2021-03-05"),
        ("2021-03-05 12:30", "2021-03-05"),
        ("2021-00-00", "2021"),
        (2021, "2021"),
        (2021.0, "2021"),
        (20210305, "2021-03-05"),
        ({"year": 2021, "month": 3}, "2021-03"),
        ("March 2021", "2021-03"),
        ("03/2021", "2021-03"),
        ("present", ""),
        ("Current", ""),
        ("heute", ""),
        (None, ""),
        ("some day", "some day"),
        ("2021-99", "2021-99"),
        ("x" * 500, "x" * 500),
    ],
)
def test_dates_are_read_as_exporters_write_them(written: object, iso: str) -> None:
    assert read({"work": [{"name": "Acme", "endDate": written}]}).work[0].end_date == iso


def test_numbers_are_taken_where_people_write_digits() -> None:
    document = read({"basics": {"phone": 301234567}, "education": [{"score": 1.3}], "skills": [{"level": 4.0}]})
    assert (document.basics.phone, document.education[0].score, document.skills[0].level) == ("301234567", "1.3", "4")


@pytest.mark.parametrize(
    ("skills", "read_as"),
    [
        (["Python", "Go"], [("Python", []), ("Go", [])]),
        ("Python, Go", [("Python", []), ("Go", [])]),
        ({"Languages": ["Python", "Go"]}, [("Languages", ["Python", "Go"])]),
        ({"Python": "Expert"}, [("Python", [])]),
        ({"name": "Languages", "keywords": "Python; Go"}, [("Languages", ["Python", "Go"])]),
        ([{"category": "Languages", "items": [{"name": "Python"}]}], [("Languages", ["Python"])]),
    ],
)
def test_skills_come_in_many_shapes(skills: object, read_as: list[tuple[str, list[str]]]) -> None:
    document = read({"basics": {"name": "Alice"}, "skills": skills})
    assert [(skill.name, skill.keywords) for skill in document.skills] == read_as


@pytest.mark.parametrize(
    ("profiles", "read_as"),
    [
        ({"github": {"username": "alice"}}, ("github", "alice", "")),
        ({"github": "https://github.com/alice"}, ("github", "", "https://github.com/alice")),
        ({"github": "alice"}, ("github", "alice", "")),
        ([{"site": "GitHub", "link": "https://github.com/alice"}], ("GitHub", "", "https://github.com/alice")),
    ],
)
def test_profiles_come_in_many_shapes(profiles: object, read_as: tuple[str, str, str]) -> None:
    profile = read({"basics": {"profiles": profiles}}).basics.profiles[0]
    assert (profile.network, profile.username, profile.url) == read_as


@pytest.mark.parametrize(
    ("location", "read_as"),
    [
        ("Berlin, Germany", {"city": "Berlin", "countryCode": "DE"}),
        ("anywhere with 2 trains a day", {"address": "anywhere with 2 trains a day"}),
        (
            {"city": "Ulm", "country": "Germany", "zip": 89073},
            {"city": "Ulm", "countryCode": "DE", "postalCode": "89073"},
        ),
    ],
)
def test_places_come_in_many_shapes(location: object, read_as: dict[str, str]) -> None:
    found = read({"basics": {"name": "Alice", "location": location}}).basics.location
    assert found.model_dump(by_alias=True, exclude_defaults=True) == read_as


def test_several_addresses_give_the_first_and_stay() -> None:
    basics = read({"basics": {"email": ["a@example.org", "b@example.org"]}}).basics
    assert basics.email == "a@example.org"
    assert basics.model_extra == {"emails": ["a@example.org", "b@example.org"]}


def test_an_object_that_names_something_is_its_name() -> None:
    work = read({"work": [{"company": {"name": "Acme", "size": 9}}]}).work[0]
    assert work.name == "Acme"
    assert work.model_extra == {"nameDetails": {"name": "Acme", "size": 9}}


def test_websites_with_labels_give_the_first() -> None:
    basics = read({"bio": {"websites": {"blog": "https://a.example", "shop": "https://b.example"}}}).basics
    assert basics.url == "https://a.example"


def test_text_in_pieces_becomes_paragraphs_and_lists() -> None:
    work = read({"work": [{"summary": ["One.", "Two."], "highlights": "- a\n- b", "location": {"city": "Ulm"}}]}).work[
        0
    ]
    assert (work.summary, work.highlights, work.location) == ("One.\n\nTwo.", ["a", "b"], "Ulm")


def test_fresh_is_read_too() -> None:
    document = read(
        {
            "name": "Alice Example",
            "info": {"label": "Engineer"},
            "contact": {"email": "a@example.org", "phone": "1"},
            "social": [{"network": "GitHub", "user": "alice"}],
            "employment": {
                "summary": "9 years",
                "history": [{"employer": "Acme", "start": "2019-03", "end": "current"}],
            },
            "skills": {"sets": [{"name": "Web", "skills": ["HTML"]}]},
        }
    )
    assert (document.basics.name, document.basics.label, document.basics.email) == (
        "Alice Example",
        "Engineer",
        "a@example.org",
    )
    assert document.basics.profiles[0].username == "alice"
    assert (document.work[0].name, document.work[0].start_date, document.work[0].end_date) == ("Acme", "2019-03", "")
    assert document.skills[0].keywords == ["HTML"]
    assert document.model_extra == {"fresh": {"work": {"summary": "9 years"}}}


def test_unknown_keys_are_kept() -> None:
    document = read({"basics": {"name": "Alice", "pronouns": "she"}, "meta": {"theme": "elegant"}, "work": [{"x": 1}]})
    assert document.basics.model_extra == {"pronouns": "she"}
    assert document.work[0].model_extra == {"x": 1}
    assert document.model_extra == {"meta": {"theme": "elegant"}}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": "a package", "version": "1", "contact": {"name": "Bob"}}, "isn't a JSON Resume"),
        ({"info": {"title": "An API"}, "paths": {}}, "isn't a JSON Resume"),
        ({"work": "none"}, "isn't a JSON Resume"),
        ({"basics": "Alice", "work": [1]}, "basics"),
        ({"work": [[1]]}, "work.0"),
        ({"basics": {"name": 7}}, "basics.name"),
        ({"work": [{"startDate": ["2019"]}]}, "work.0.startDate"),
        ({"work": [{"highlights": 7}]}, "work.0.highlights"),
        ({"basics": {"location": ["Berlin"]}}, "basics.location"),
    ],
)
def test_what_is_no_resume_is_refused_with_a_sentence(data: dict[str, Any], words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert words in caught.value.sentence


@pytest.mark.parametrize("data", [b"[]", b"7", b"[" * 100_000, b'{"work": ' * 5_000, b"{"])
def test_odd_json_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        document_in(data)


def test_the_key_of_a_row_with_a_title_of_its_own_is_kept() -> None:
    (job,) = modernised({"work": {"first": {"name": "Acme", "position": "Engineer"}}})["work"]
    assert job == {"key": "first", "name": "Acme", "position": "Engineer"}


def test_what_is_no_number_is_nothing() -> None:
    assert document_in(b'{"work": [{"name": NaN, "x": Infinity}]}').work == [Work()]


@given(HOSTILE)
def test_any_json_gives_an_object(data: Any) -> None:
    assert isinstance(modernised(data), dict)


@given(HOSTILE)
def test_what_is_modern_stays_as_it_is(data: Any) -> None:
    once = modernised(data)
    try:
        document = Document.model_validate(once)
    except ValueError:
        return
    written = document.to_json_resume()
    assert Document.model_validate(modernised(modernised(written))) == Document.model_validate(modernised(written))


@given(RESUMES)
def test_nothing_that_was_told_is_lost(data: dict[str, Any]) -> None:
    def told(value: Any) -> set[str]:
        return set(re.findall(r"told\d+", json.dumps(value)))

    assert told(modernised(data)) == told(data)
