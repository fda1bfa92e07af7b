"""Two documents, section by section."""

from typing import Any

from resumes.comparing.documents import Section, compare
from resumes.comparing.words import Piece

ACME = {"name": "Acme", "position": "Engineer", "startDate": "2020", "highlights": ["Led a move", "Wrote a guide"]}
WIDGET = {"name": "Widget Works", "position": "Clerk", "startDate": "2016", "endDate": "2019"}


def section(key: str, before: Any, after: Any) -> Section:
    [found] = [each for each in compare({key: before}, {key: after}) if each.key == key]
    return found


def test_a_document_and_itself_differ_nowhere() -> None:
    document = {"basics": {"name": "Alice"}, "work": [ACME, WIDGET], "skills": [{"name": "Go"}]}
    found = compare(document, document)
    assert [each.key for each in found] == ["basics", "work", "skills"]
    assert not any(each.differs for each in found)


def test_an_entry_is_matched_by_what_it_is_and_not_by_its_place() -> None:
    promoted = {**ACME, "position": "Senior Engineer"}
    found = section("work", [ACME, WIDGET], [WIDGET, promoted])
    assert [(e.title, e.state, e.moved) for e in found.entries] == [
        ("Clerk, Widget Works", "same", True), ("Senior Engineer, Acme", "changed", False),
    ]  # fmt: skip


def test_a_changed_value_tells_its_words() -> None:
    [entry] = section("work", [ACME], [{**ACME, "position": "Senior Engineer"}]).entries
    [changed] = [text for text in entry.texts if text.differs]
    assert changed.field == "position"
    assert changed.pieces == [Piece("added", "Senior "), Piece("same", "Engineer")]


def test_bullets_are_matched_too() -> None:
    [entry] = section("work", [ACME], [{**ACME, "highlights": ["Wrote a guide", "Led a big move", "New"]}]).entries
    told = [(text.state, text.moved) for text in entry.texts if text.field == "highlights"]
    assert told == [("same", True), ("changed", False), ("added", False)]


def test_entries_that_came_and_went() -> None:
    found = section("work", [ACME], [WIDGET])
    assert sorted((e.title, e.state) for e in found.entries) == [
        ("Clerk, Widget Works", "added"), ("Engineer, Acme", "removed"),
    ]  # fmt: skip


def test_contact_is_one_entry_with_its_place_and_profiles() -> None:
    before = {"name": "Alice", "location": {"city": "London"}, "profiles": [{"network": "GitHub", "username": "a"}]}
    [entry] = section("basics", before, {**before, "name": "Zoe", "location": {"city": "Leeds"}}).entries
    assert {t.field: t.state for t in entry.texts} == {
        "name": "changed",
        "location.city": "changed",
        "profiles": "same",
    }


def test_a_job_that_goes_on_says_so() -> None:
    [entry] = section("work", [ACME], [{**ACME, "endDate": "2024"}]).entries
    [changed] = [text for text in entry.texts if text.differs]
    assert (changed.field, changed.pieces[0]) == ("endDate", Piece("removed", "present"))


def test_values_are_compared_as_people_write_them() -> None:
    found = compare({"work": [ACME]}, {"work": [ACME]}, lambda field, text: f"{field}: {text}")
    assert found[0].entries[0].texts[0].pieces == [Piece("same", "name: Acme")]


def test_what_an_import_left_is_compared_and_never_breaks() -> None:
    odd = {"meta": {"version": "1"}, "hobbies": ["chess", {"name": "go"}], "motto": "Onwards", "x": None, "y": {}}
    found = {each.key: each for each in compare(odd, {"meta": {}, "motto": "Upwards", "hobbies": ["chess"]})}
    assert set(found) == {"hobbies", "motto"}
    assert found["motto"].entries[0].state == "changed"
    assert [e.state for e in found["hobbies"].entries] == ["same", "removed"]
