"""What counts as come back, changed and lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumes.document import Document
from resumes.proving.comparing import FieldBack, ReadBack, compare
from resumes.proving.expected import expected
from resumes.proving.tests import documents
from resumes.rendering.design import Design

ALICE = documents.invented()["alice_en"]


def changed(document: Document, **basics: object) -> Document:
    return document.model_copy(update={"basics": document.basics.model_copy(update=basics)})


def printed(document: Document, design: Design | None = None) -> str:
    return "\n".join(field.printed for field in expected(document, design or Design()))


def back(got: Document, meant: Document = ALICE, *, text: str | None = None) -> ReadBack:
    return compare(meant, Design(), got, printed(meant) if text is None else text)


def field(read: ReadBack, path: str) -> FieldBack:
    return next(found for found in read.fields if found.path == path)


def test_a_document_that_both_readers_give_back_whole_is_complete() -> None:
    read = back(ALICE.model_copy(deep=True))
    assert (read.complete, read.fidelity, read.theirs_fidelity) == (True, 1.0, 1.0)
    assert {found.got for found in read.fields} == {""}


def test_what_one_reader_misses_is_not_complete() -> None:
    read = back(ALICE, text=printed(ALICE).replace("Orienteering", ""))
    assert (read.complete, read.fidelity) == (False, 1.0)
    assert field(read, "interests[0].keywords[1]").theirs == "lost"


def test_a_dropped_bullet_is_lost() -> None:
    got = ALICE.model_copy(deep=True)
    dropped = got.work[0].highlights.pop(1)
    found = field(back(got), "work[0].highlights[1]")
    assert (found.value, found.ours) == (dropped, "lost")


def test_a_bullet_cut_in_two_is_changed() -> None:
    got = ALICE.model_copy(deep=True)
    whole = got.work[0].highlights[0]
    got.work[0].highlights[0:1] = [whole[:90], whole[90:]]
    found = field(back(got), "work[0].highlights[0]")
    assert (found.ours, found.got) == ("changed", whole[:90])


def test_employer_and_title_in_each_others_place_are_changed() -> None:
    got = ALICE.model_copy(deep=True)
    got.work[3].name, got.work[3].position = got.work[3].position, got.work[3].name
    read = back(got)
    assert {field(read, f"work[3].{key}").ours for key in ("name", "position")} == {"changed"}
    assert field(read, "work[3].name").got == "Graduate Analyst"


def test_a_wrong_date_is_changed() -> None:
    got = ALICE.model_copy(deep=True)
    got.work[1].end_date = "2020-02"
    found = field(back(got), "work[1].endDate")
    assert (found.value, found.ours, found.got) == ("2021-02", "changed", "2020-02")


def test_a_day_that_is_not_printed_is_not_missed() -> None:
    got = ALICE.model_copy(deep=True)
    got.work[0].start_date = "2021-03"
    assert field(back(got), "work[0].startDate").value == "2021-03"
    assert back(got).complete


def test_a_role_that_goes_on_must_come_back_without_an_end() -> None:
    got = ALICE.model_copy(deep=True)
    got.work[0].end_date = "2024"
    found = field(back(got), "work[0].endDate")
    assert (found.value, found.ours, found.got) == ("present", "changed", "2024")


def test_a_date_in_words_comes_back_as_what_it_says() -> None:
    meant = Document.model_validate({"awards": [{"title": "Prize", "date": "March 2019"}]})
    got = Document.model_validate({"awards": [{"title": "Prize", "date": "2019-03"}]})
    assert field(back(got, meant), "awards[0].date").ours == "came back"


@pytest.mark.parametrize(
    ("path", "basics"),
    [
        ("basics.phone", {"phone": "0044 20 79460958"[2:]}),
        ("basics.url", {"url": "http://www.alice.example.com/"}),
        ("basics.email", {"email": "alice.marchetti@example.com "}),
        ("basics.summary", {"summary": ALICE.basics.summary.replace(" ", "\n ")}),
    ],
)
def test_the_same_in_another_form_came_back(path: str, basics: dict[str, str]) -> None:
    assert field(back(changed(ALICE, **basics)), path).ours == "came back"


def test_another_case_is_changed() -> None:
    assert field(back(changed(ALICE, name="ALICE MARCHETTI")), "basics.name").ours == "changed"


def test_rows_are_compared_with_the_ones_they_are_like_whatever_their_order() -> None:
    got = ALICE.model_copy(deep=True)
    got.work.reverse()
    got.skills.reverse()
    got.skills[0].keywords.reverse()
    assert back(got).complete


def test_a_whole_row_that_is_missing_is_lost() -> None:
    got = ALICE.model_copy(deep=True)
    del got.work[3]
    lost = [found.path for found in back(got).fields if found.ours == "lost"]
    assert lost == [
        f"work[3].{key}" for key in ("name", "position", "location", "startDate", "endDate", "highlights[0]")
    ]


def test_a_skill_in_another_group_is_changed() -> None:
    got = ALICE.model_copy(deep=True)
    got.skills[1].keywords.append(got.skills[0].keywords.pop(2))
    found = field(back(got), "skills[0].keywords[2]")
    assert (found.ours, found.got) == ("changed", "Rust")


def test_skills_without_keywords_may_come_back_as_keywords() -> None:
    meant = Document.model_validate({"skills": [{"name": "Python"}, {"name": "Go"}]})
    got = Document.model_validate({"skills": [{"keywords": ["Python", "SQL"]}]})
    assert [found.ours for found in back(got, meant).fields] == ["came back", "lost"]


def test_what_the_design_hides_is_not_expected() -> None:
    read = compare(ALICE, Design(hidden=("work", "summary")), Document(), "")
    assert not any(found.path.startswith(("work", "basics.summary")) for found in read.fields)
    assert any(found.path == "skills[0].keywords[0]" for found in read.fields)


def test_a_profile_is_its_address_or_else_its_network_and_name() -> None:
    profiles = [{"network": "GitHub", "username": "alice", "url": "https://github.com/alice"}]
    meant = Document.model_validate({"basics": {"profiles": [*profiles, {"network": "Matrix", "username": "@alice"}]}})
    assert [found.path.rpartition("]")[2] for found in back(meant, meant).fields] == [".url", ".network", ".username"]


def test_an_empty_document_is_never_proven() -> None:
    read = compare(Document(), Design(), Document(), "")
    assert (read.fields, read.complete, read.fidelity) == ([], False, 1.0)


@pytest.mark.parametrize(
    ("value", "text", "theirs"),
    [
        ("event-sourced streams", "on event-\nsourced  streams.", "came back"),
        ("Data contracts", "Data\ncontracts", "came back"),
        ("“Quoted”", 'a "Quoted" word', "came back"),
        ("数据工程师负责人", "数据工程\n师负责人", "came back"),
        ("Engineer", "EngineerAcme", "lost"),
        ("streams of late data", "late streams of good data", "changed"),
        ("C++", "C", "changed"),
    ],
)
def test_the_second_reader_needs_the_words_whole_and_in_order(value: str, text: str, theirs: str) -> None:
    meant = Document.model_validate({"basics": {"summary": value}})
    assert back(meant, meant, text=text).fields[0].theirs == theirs


WORDS = st.text(st.characters(exclude_categories=["C"]), max_size=40)
ROWS = st.lists(st.fixed_dictionaries({"name": WORDS, "summary": WORDS, "highlights": st.lists(WORDS, max_size=4)}))


@given(ROWS, ROWS, st.text(max_size=200))
@settings(deadline=None)
def test_any_two_documents_can_be_compared(meant: list[object], got: list[object], text: str) -> None:
    one, other = (Document.model_validate({"work": work, "volunteer": work}) for work in (meant, got))
    read = compare(one, Design(), other, text)
    assert 0 <= read.fidelity <= 1
    same = compare(one, Design(), one, printed(one))
    assert (same.fidelity, same.theirs_fidelity) == (1, 1)
