"""The list of resumes: cards with their first pages, search, sort."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.models import Draft, PageImage, Report, Resume, Version
from resumes.tests.given import read, received
from resumes.views import thumbnails

pytestmark = pytest.mark.django_db

DOCUMENT = {"basics": {"name": "Alice Example"}, "work": [{"name": "Café Zürich", "highlights": ['Called it "done"']}]}


def made(owner: User, title: str, *, total: int | None = None, **values: object) -> Resume:
    resume = Resume.objects.create(owner=owner, title=title)
    version = Version.objects.create(resume=resume, **{"origin": "edit", "document": DOCUMENT, **values})
    if total is not None:
        Report.objects.create(version=version, rubric="1", total=total, score={})
    return resume


def titles(client: Client, query: str = "") -> list[str]:
    found: Any = client.get(f"/resumes/{query}").context["page"]
    return [resume.title for resume in found]


def test_the_first_visit_offers_a_file_or_an_empty_start(alices: Client) -> None:
    page = alices.get("/resumes/").content.decode()
    assert "No resume here yet" in page
    assert 'action="/resumes/new/"' in page
    assert 'type="file"' in page


def test_a_card_shows_the_newest_page_and_how_many_versions(alices: Client, alice: User) -> None:
    resume = made(alice, "For Acme", total=70)
    newest = Version.objects.create(resume=resume, origin="edit", document=DOCUMENT)
    page = alices.get("/resumes/").content.decode()
    assert f'src="/resumes/{resume.pk}/thumbnail/?version={newest.pk}"' in page
    assert "2 versions" in page
    assert 'aria-label="Score 70 out of 100' in page


def test_a_resume_without_a_file_has_no_original(alices: Client, alice: User) -> None:
    made(alice, "Made here")
    assert "Open the original" not in alices.get("/resumes/").content.decode()
    read(alice)
    assert "Open the original" in alices.get("/resumes/").content.decode()


def test_a_resume_that_is_being_read_says_so(alices: Client, alice: User) -> None:
    resume = received(alice)
    page = alices.get("/resumes/").content.decode()
    assert "Being read" in page
    assert f"{resume.pk}/thumbnail" not in page


@pytest.mark.parametrize("words", ["acme", "plan b", "zürich", "ZÜRICH", "übersicht", 'it "done"', "Alice  Example"])
def test_words_are_found_in_titles_names_and_documents(alices: Client, alice: User, words: str) -> None:
    made(alice, "For Acme", name="Übersicht: Plan B")
    made(alice, "Other", document={"basics": {"name": "Somebody"}})
    assert titles(alices, f"?q={words}") == ["For Acme"]


def test_a_file_is_found_by_its_name(alices: Client, alice: User) -> None:
    read(alice, name="2026 spring.txt")
    Resume.objects.update(title="Renamed")
    assert titles(alices, "?q=spring") == ["Renamed"]


def test_names_of_fields_find_nothing(alices: Client, alice: User) -> None:
    made(alice, "For Acme")
    made(alice, "Highlights of work")
    assert titles(alices, "?q=highlights") == ["Highlights of work"]


def test_nobody_finds_what_others_wrote(charlies: Client, alice: User) -> None:
    made(alice, "For Acme")
    assert titles(charlies, "?q=acme") == []


@pytest.mark.parametrize("words", ["nonsense", "%25", "_", "\0nonsense", "x" * 5000])
def test_no_match_says_so(alices: Client, alice: User, words: str) -> None:
    made(alice, "For Acme")
    response = alices.get("/resumes/", {"q": words})
    assert response.status_code == 200
    assert "Nothing matches" in response.content.decode()


def test_resumes_are_sorted_as_wished(alices: Client, alice: User) -> None:
    for title, total in (("b", 90), ("C", None), ("a", 10)):
        made(alice, title, total=total)
    assert titles(alices) == titles(alices, "?sort=changed") == titles(alices, "?sort=nonsense") == ["a", "C", "b"]
    assert titles(alices, "?sort=name") == ["a", "b", "C"]
    assert titles(alices, "?sort=score") == ["b", "a", "C"]


def test_pages_keep_the_search(alices: Client, alice: User) -> None:
    Resume.objects.bulk_create(Resume(owner=alice, title=f"Acme {i}") for i in range(51))
    page = alices.get("/resumes/?q=acme&sort=name").content.decode()
    assert "?q=acme&amp;sort=name&amp;page=2" in page


def test_htmx_gets_the_results_alone(alices: Client, alice: User) -> None:
    made(alice, "For Acme")
    part = alices.get("/resumes/?q=acme", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "For Acme" in part


def test_going_back_gets_the_whole_page(alices: Client, alice: User) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in alices.get("/resumes/?q=acme", headers=headers).content.decode()


def test_many_resumes_with_many_versions_take_at_most_eight_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for i in range(30):
        resume = made(alice, f"Resume {i}", total=i)
        for _ in range(3):
            Version.objects.create(resume=resume, origin="edit", document=DOCUMENT)
    with django_assert_max_num_queries(8):
        assert alices.get("/resumes/?q=alice&sort=score").content.count(b"4 versions") == 30


def test_the_thumbnail_is_a_picture_of_the_first_page(alices: Client, alice: User) -> None:
    resume = made(alice, "For Acme")
    response = alices.get(f"/resumes/{resume.pk}/thumbnail/")
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert response["Cache-Control"] == "private, no-store"


def test_what_names_a_version_may_be_kept_by_its_own_browser(alices: Client, alice: User) -> None:
    resume = made(alice, "For Acme")
    response = alices.get(f"/resumes/{resume.pk}/thumbnail/?version={resume.versions.get().pk}")
    assert response["Cache-Control"] == "private, max-age=3600"


def test_a_file_with_pages_shows_its_own_first_page(alices: Client, alice: User) -> None:
    resume = read(alice)
    image = PageImage(upload=resume.uploads.get(), number=1, width=595, height=842)
    image.image.save("x", ContentFile(b"a picture"))
    image.save()
    response = alices.get(f"/resumes/{resume.pk}/thumbnail/")
    # Served here, or by the storage through a short link.
    assert "webp" in response.headers.get("Location", response["Content-Type"])
    assert alices.get(f"/resumes/{resume.pk}/thumbnail/?set=1")["Content-Type"] == "image/png"


def test_each_picture_is_drawn_once(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    resume = made(alice, "For Acme")
    version = resume.versions.get()
    first = thumbnails.first_page(version.pk)
    with django_assert_max_num_queries(0):
        assert thumbnails.first_page(version.pk) is first


def test_a_resume_without_a_version_has_no_thumbnail(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="Empty")
    assert alices.get(f"/resumes/{resume.pk}/thumbnail/").status_code == 404


def test_a_stranger_gets_no_thumbnail(charlies: Client, bobs: Client, alice: User) -> None:
    resume = made(alice, "For Acme")
    assert charlies.get(f"/resumes/{resume.pk}/thumbnail/").status_code == 404
    assert bobs.get(f"/resumes/{resume.pk}/thumbnail/").status_code == 404


def test_deleting_a_resume_without_files_names_none(alices: Client, alice: User) -> None:
    resume = made(alice, "For Acme")
    assert "its file" not in alices.get(f"/resumes/{resume.pk}/delete/").content.decode()
    alices.post(f"/resumes/{resume.pk}/delete/")
    assert not Resume.objects.exists()


def test_what_was_edited_last_comes_first(alices: Client, alice: User) -> None:
    edited = made(alice, "First")
    made(alice, "Second")
    assert titles(alices) == ["Second", "First"]
    alices.post(f"/resumes/{edited.pk}/edit/fields/", {"basics/label": "Engineer", "seen:basics/label": ""})
    assert titles(alices) == titles(alices, "?sort=score") == ["First", "Second"]


def test_a_card_tells_when_it_was_edited(alices: Client, alice: User) -> None:
    Draft.objects.create(resume=made(alice, "CV"), outline={})
    Draft.objects.update(updated_at=datetime(2040, 1, 2, 3, 4, tzinfo=UTC))
    assert 'datetime="2040-01-02T03:04:00+00:00"' in alices.get("/resumes/").content.decode()
