"""The editor's pages and what they send, for their owner and for strangers."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.editing.tests.given import resume
from resumes.models import Draft, Resume
from resumes.tests.given import RESUME, read, received
from resumes.tests.sending import HTMX, body, outline, rename, send

POSTED = ("fields", "add", "remove", "move", "undo", "redo")


@pytest.fixture
def made(alice: User) -> Resume:
    return resume(alice)


def test_the_editor_shows_what_stands_in_the_resume(alices: Client, made: Resume) -> None:
    page = alices.get(f"/resumes/{made.pk}/edit/")

    for text in ('value="Alice Example"', "Halved the time", 'value="Python, Go"', 'value="Mar 2020"', "Widget Works"):
        assert text in body(page)
    assert not Draft.objects.exists()


def test_the_editor_asks_few_queries(
    alices: Client, made: Resume, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        alices.get(f"/resumes/{made.pk}/edit/")
    rename(alices, made, "A")
    with django_assert_max_num_queries(8):
        alices.get(f"/resumes/{made.pk}/edit/")


def test_a_new_resume_says_where_to_begin(alices: Client) -> None:
    page = body(alices.post("/resumes/new/", follow=True))
    assert "Begin with your name" in page
    assert page.index("Add a job") < page.index("Add a profile")


def test_the_first_row_of_a_section_can_be_gone_to(alices: Client, made: Resume) -> None:
    answer = body(send(alices, made, "add", add="awards/a1"))
    assert '<div class="edit-jump" id="jump" hx-swap-oob="true">' in answer
    assert 'href="#section-awards"' in answer


@pytest.mark.parametrize(("path", "titles"), [("work__1__position", 1), ("basics__label", 0), ("skills__5__name", 0)])
def test_a_save_renames_only_rows_that_fold(alices: Client, made: Resume, path: str, titles: int) -> None:
    seen = {"work__1__position": "Engineer", "skills__5__name": "Languages"}.get(path, "")
    sent: dict[str, Any] = {path: "New", f"seen__{path}": seen}
    answer = send(alices, made, "fields", **sent)
    assert answer.status_code == 200
    assert body(answer).count('id="title-') == titles


def test_every_change_asks_few_queries(
    alices: Client, made: Resume, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    changes: tuple[tuple[str, dict[str, Any]], ...] = (
        ("fields", {"basics__name": "A", "seen__basics__name": "Alice Example"}),
        ("fields", {"basics__name": "B", "seen__basics__name": "A"}),
        ("fields", {"basics__name": "B"}),
        ("add", {"add": "skills/a1"}),
        ("move", {"up": "skills/a1"}),
        ("remove", {"remove": "skills/a1"}),
        ("undo", {}),
        ("redo", {}),
    )
    for url, data in changes:
        with django_assert_max_num_queries(8):
            assert send(alices, made, url, **data).status_code == 200


def test_a_stranger_gets_404(charlies: Client, made: Resume) -> None:
    assert charlies.get(f"/resumes/{made.pk}/edit/").status_code == 404
    for url in POSTED:
        assert send(charlies, made, url, basics__name="Mallory", add="work/a1").status_code == 404
    assert not Draft.objects.exists()


def test_what_is_sent_without_its_token_is_refused(alice: User, made: Resume) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)

    for url in POSTED:
        assert send(strict, made, url, basics__name="Mallory").status_code == 403
    assert strict.post("/resumes/new/").status_code == 403


def test_a_field_is_saved(alices: Client, made: Resume) -> None:
    answer = rename(alices, made, "Alice Sample")

    assert (answer.status_code, answer["X-Editor"]) == (200, "1")
    assert outline(made)["basics"]["name"] == "Alice Sample"
    assert 'name="seen:basics/name" value="Alice Sample"' in body(answer)
    assert "Saved" in body(answer)
    assert 'id="preview"' in body(answer)


def test_dates_are_kept_as_precisely_as_they_were_written(alices: Client, made: Resume) -> None:
    send(alices, made, work__4__startDate="März 2015", seen__work__4__startDate="2016")
    answer = send(alices, made, work__4__endDate="heute", seen__work__4__endDate="Feb 2020")

    assert answer.status_code == 200
    assert outline(made)["work"][1]["startDate"] == "2015-03"
    assert "endDate" not in outline(made)["work"][1]
    assert "Mar 2015 – present" in body(answer)


def test_a_job_is_added_once_however_often_it_is_sent(alices: Client, made: Resume) -> None:
    for _ in range(2):
        answer = send(alices, made, "add", add="work/a1")

    assert [row["#"] for row in outline(made)["work"]] == ["1", "4", "a1"]
    assert 'id="section-work"' in body(answer)


def test_what_was_added_gets_the_cursor(alices: Client, made: Resume) -> None:
    job = send(alices, made, "add", add="work/a1")
    bullet = send(alices, made, "add", add="work/1/highlights/b2", after="2")

    assert json.loads(job["HX-Trigger-After-Settle"]) == {"editor:focus": {"id": "work-a1-position"}}
    assert json.loads(bullet["HX-Trigger-After-Settle"]) == {"editor:focus": {"id": "work-1-highlights-b2-text"}}
    assert [row["#"] for row in outline(made)["work"][0]["highlights"]] == ["2", "b2", "3"]
    assert 'id="bullets-work-1"' in body(bullet)


def test_what_stands_in_the_form_is_saved_along_with_what_its_buttons_do(alices: Client, made: Resume) -> None:
    typed: dict[str, Any] = {"work__1__name": "Acme Ltd", "seen__work__1__name": "Acme"}

    send(alices, made, "add", script=False, add="work/1/highlights/b2", **typed)

    assert outline(made)["work"][0]["name"] == "Acme Ltd"
    assert len(outline(made)["work"][0]["highlights"]) == 3


def test_a_job_is_removed_and_brought_back(alices: Client, made: Resume) -> None:
    removed = send(alices, made, "remove", remove="work/1", focus="add-work")
    assert "Removed a job." in body(removed)
    assert [row["name"] for row in outline(made)["work"]] == ["Widget Works"]

    undone = send(alices, made, "undo")
    assert "Undone: removed a job." in body(undone)
    assert len(outline(made)["work"]) == 2
    assert "Done again: removed a job." in body(send(alices, made, "redo"))


@pytest.mark.parametrize(
    ("data", "said"),
    [({"down": "work/1"}, "Now 2 of 2."), ({"item": "work/1", "to": "1"}, "Now 2 of 2."), ({"up": "work/1"}, "")],
)
def test_a_job_is_moved(alices: Client, made: Resume, data: dict[str, Any], said: str) -> None:
    answer = send(alices, made, "move", **data)

    assert said in body(answer)
    assert Draft.objects.exists() == bool(said)
    assert not said or outline(made)["work"][0]["name"] == "Widget Works"


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("add", {"add": "basics/a1"}),
        ("add", {"add": "work/UP"}),
        ("add", {"add": ""}),
        ("add", {"add": "work/1/courses/a1"}),
        ("remove", {"remove": "work"}),
        ("remove", {"remove": "work/1/position"}),
        ("move", {"item": "#/ask", "to": "1"}),
    ],
)
def test_nothing_happens_where_nothing_is_offered(alices: Client, made: Resume, url: str, data: dict[str, Any]) -> None:
    assert send(alices, made, url, **data).status_code == 404


def test_fields_that_nobody_offers_are_left_alone(alices: Client, made: Resume) -> None:
    data = {"basics/image": "x", "#/ask": "x", "work/1/#": "x", "work": "x", "work/1/highlights/9": "x", "/": "x"}

    assert alices.post(f"/resumes/{made.pk}/edit/fields/", data, headers=HTMX).status_code == 200
    assert not Draft.objects.exists()


def test_a_list_has_a_most(alices: Client, alice: User) -> None:
    made = resume(alice, document={"skills": [{"name": str(number)} for number in range(200)]})

    answer = send(alices, made, "add", add="skills/a1")

    assert answer.status_code == 422
    assert "There are 200 of these, which is the most." in body(answer)


def test_a_text_has_a_longest(alices: Client, made: Resume) -> None:
    answer = send(alices, made, basics__summary="a" * 5_001)

    assert answer.status_code == 422
    assert "This is 5,001 characters long, and 5,000 is the most" in body(answer)


def test_a_resume_has_a_largest_size(alices: Client, alice: User) -> None:
    made = resume(alice, document={"work": [{"summary": "a" * 4_990} for _ in range(100)]})

    answer = send(alices, made, basics__summary="a" * 5_000)

    assert answer.status_code == 422
    assert "larger than we can keep" in body(answer)
    assert not Draft.objects.exists()


HOSTILE = "{{ 7*7 }}{% now %}<script>alert(1)</script>\x00=cmd|'/C calc'!A0 #set text \u202e😀"


def test_hostile_text_stands_there_as_it_was_typed(alices: Client, made: Resume) -> None:
    rename(alices, made, HOSTILE)

    page = alices.get(f"/resumes/{made.pk}/edit/").content.decode()

    assert outline(made)["basics"]["name"] == HOSTILE.replace("\x00", "")
    assert "<script>alert" not in page
    assert "{{ 7*7 }}{% now %}&lt;script&gt;" in page


def test_an_empty_list_of_words_is_no_list(alices: Client, made: Resume) -> None:
    send(alices, made, skills__5__keywords="", seen__skills__5__keywords="Python, Go")

    assert "keywords" not in outline(made)["skills"][0]


def test_hints_stand_beside_their_line_and_follow_a_save(alices: Client, alice: User) -> None:
    weak = "Responsible for the weekly release of the ledger"
    made = read(alice)
    page = body(alices.get(f"/resumes/{made.pk}/edit/"))
    found = re.search(rf'name="(work/1/highlights/\d+/#text)"[^>]*>{weak}<', page)
    assert found
    path = found[1]
    assert "No weak openings." in page.split(f'name="seen:{path}"')[1][:900]

    answer = send(alices, made, **dict[str, Any]({path: "Ran the release", f"seen:{path}": weak}))

    assert f'name="seen:{path}"' in body(answer)
    assert "No weak openings." not in body(answer)


def test_a_new_resume_knows_how_its_owner_is_reached(alices: Client, alice: User) -> None:
    answer = alices.post("/resumes/new/")

    made = Resume.objects.get(owner=alice)
    assert answer["Location"] == f"/resumes/{made.pk}/edit/"
    assert 'value="alice@example.com"' in body(alices.get(answer["Location"]))
    assert rename(alices, made, "Alice", seen="").status_code == 200


def test_before_the_first_reading_there_is_nothing_to_edit(alices: Client, alice: User) -> None:
    made = received(alice)

    assert alices.get(f"/resumes/{made.pk}/edit/")["Location"] == f"/resumes/{made.pk}/"


def test_a_file_read_after_the_draft_began_is_told(alices: Client, alice: User) -> None:
    made = read(alice)
    told = "A newer file was read after you began here."
    assert told not in body(alices.get(f"/resumes/{made.pk}/edit/"))
    rename(alices, made, "A")

    read(alice, text=f"{RESUME}Rust\n", name="newer.txt", into=made)

    assert told in body(alices.get(f"/resumes/{made.pk}/edit/"))


@pytest.mark.parametrize("url", POSTED)
def test_a_change_is_posted(alices: Client, made: Resume, url: str) -> None:
    assert alices.get(f"/resumes/{made.pk}/edit/{url}/").status_code == 405
