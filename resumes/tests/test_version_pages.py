"""The pages of versions: list, saving, comparing, restoring, naming, deleting, pictures."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resume_agent.jobs import running
from resume_agent.jobs.models import Job
from resumes import versioning
from resumes.editing.drafting import MOST_BYTES, change, draft_of
from resumes.editing.operations import Put
from resumes.models import Draft, Report, Resume, ShareLink, Version
from resumes.posting_intake import take_in
from resumes.tests.given import read, received
from resumes.tests.test_versions import edited, kept, saved

pytestmark = pytest.mark.django_db


def scored(resume: Resume, name: str = "Alice Edited", **about: str) -> Version:
    version = saved(resume, name, **about)
    assert version.job
    running.run(version.job.pk)
    return version


def page_of(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def after(client: Client, path: str, data: dict[str, str] | None = None) -> str:
    """The page that a post leads to."""
    return client.post(path, data or {}, follow=True).content.decode()


def test_the_list_shows_each_version_with_its_score_and_what_can_be_done(alices: Client, alice: User) -> None:
    resume = read(alice)
    version = scored(resume, note="Tuned for Acme")
    page = page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert "2 versions" in page
    assert "Read from Alice Example CV.txt" in page
    assert "Tuned for Acme" in page
    for path in (f"export/?version={version.pk}", f"share/?version={version.pk}", f"versions/{version.pk}/rename/"):
        assert f"/resumes/{resume.pk}/{path}" in page
    assert page.count("In the editor") == 1


def test_the_trend_is_a_chart_over_a_table(alices: Client, alice: User) -> None:
    resume = read(alice)
    version = scored(resume)
    page = page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert f"to {Report.objects.get(version=version).total} over 2 versions" in page
    assert page.count('class="trend-dot"') == 2
    assert '<th scope="col">Version</th>' in page


def test_a_single_version_teaches_what_more_are_for(alices: Client, alice: User) -> None:
    resume = kept(alice)
    page = page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert "What the next version brings" in page
    assert "/delete/" not in page


def test_a_resume_without_versions_teaches_too(alices: Client, alice: User) -> None:
    resume = received(alice)
    assert "No version yet" in page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert "Nothing to compare yet" in page_of(alices, f"/resumes/{resume.pk}/versions/compare/")


def test_unsaved_changes_can_be_saved_from_the_list(alices: Client, alice: User) -> None:
    resume = kept(alice)
    edited(resume)
    page = page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert "changes that are in no version yet" in page
    assert f'action="/resumes/{resume.pk}/versions/save/"' in page


def test_a_version_is_saved_with_its_name_and_note(alices: Client, alice: User) -> None:
    resume = kept(alice)
    edited(resume)
    page = after(alices, f"/resumes/{resume.pk}/versions/save/", {"name": "Acme backend", "note": "Shorter"})
    assert "Saved as “Acme backend”" in page
    version = resume.versions.newest_first()[0]
    assert (version.name, version.note) == ("Acme backend", "Shorter")


@pytest.mark.parametrize(
    ("then", "leads_to"),
    [("edit", "edit/"), ("export", "export/?version="), ("nonsense", "versions/"), ("", "versions/")],
)
def test_saving_leads_back_to_where_it_was_asked(alices: Client, alice: User, then: str, leads_to: str) -> None:
    resume = kept(alice)
    edited(resume)
    response = alices.post(f"/resumes/{resume.pk}/versions/save/", {"then": then})
    assert response["Location"].startswith(f"/resumes/{resume.pk}/{leads_to}")


def test_nothing_new_is_said_kindly(alices: Client, alice: User) -> None:
    resume = kept(alice)
    page = after(alices, f"/resumes/{resume.pk}/versions/save/")
    assert "Nothing has changed since the last version" in page
    assert resume.versions.count() == 1


def test_a_name_too_long_is_refused_and_nothing_typed_is_lost(alices: Client, alice: User) -> None:
    resume = kept(alice)
    response = alices.post(f"/resumes/{resume.pk}/versions/save/", {"name": "x" * 81, "note": "kept"})
    assert response.status_code == 422
    assert "at most 80 characters" in response.content.decode()
    assert 'value="kept"' in response.content.decode()


def test_the_form_to_save_has_a_page_of_its_own(alices: Client, alice: User) -> None:
    resume = kept(alice)
    assert "Save this version" in page_of(alices, f"/resumes/{resume.pk}/versions/save/")


def test_comparing_shows_the_words_that_changed(alices: Client, alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    version = scored(resume)
    page = page_of(alices, f"/resumes/{resume.pk}/versions/compare/?a={first.pk}&b={version.pk}")
    assert '<del><span class="visually-hidden">removed: </span>Example</del>' in page
    assert '<ins><span class="visually-hidden">added: </span>Edited</ins>' in page
    assert f"?a={version.pk}&amp;b={first.pk}" in page


def test_comparing_starts_with_the_newest_and_its_parent(alices: Client, alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    saved(resume, "Alice B")
    restored = versioning.restore(first)
    page = page_of(alices, f"/resumes/{resume.pk}/versions/compare/")
    assert f"?a={restored.pk}&amp;b={first.pk}" in page
    assert "Nothing is different" in page


def test_the_same_words_with_another_score_say_why(alices: Client, alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    second = Version.objects.create(resume=resume, origin="restore", parent=first, document=first.document)
    Report.objects.create(version=first, rubric="1", total=84, score={})
    Report.objects.create(version=second, rubric="1", total=92, score={})
    page = page_of(alices, f"/resumes/{resume.pk}/versions/compare/")
    assert "Nothing is different" in page
    assert "Their scores differ all the same" in page


def test_comparing_with_what_is_not_there_is_404(alices: Client, alice: User) -> None:
    resume = kept(alice)
    page_of(alices, f"/resumes/{resume.pk}/versions/compare/?a={uuid.uuid4()}", status=404)
    page_of(alices, f"/resumes/{resume.pk}/versions/compare/?b=nonsense", status=404)


def test_restoring_says_so(alices: Client, alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    saved(resume)
    assert "Restored: it is the newest" in after(alices, f"/resumes/{resume.pk}/versions/{first.pk}/restore/")
    assert "Restored from" in page_of(alices, f"/resumes/{resume.pk}/versions/")


def test_restoring_what_the_editor_holds_changes_nothing(alices: Client, alice: User) -> None:
    resume = kept(alice)
    first = resume.versions.get()
    page = after(alices, f"/resumes/{resume.pk}/versions/{first.pk}/restore/")
    assert "already holds just this version" in page
    assert resume.versions.count() == 1


def test_a_version_too_large_for_the_editor_is_refused_in_words(alices: Client, alice: User) -> None:
    resume = kept(alice)
    saved(resume)
    large = {"basics": {"name": "Alice", "summary": "x" * (MOST_BYTES + 1)}}
    version = Version.objects.create(resume=resume, origin="upload", document=large)
    assert "too large for the editor" in after(alices, f"/resumes/{resume.pk}/versions/{version.pk}/restore/")
    assert resume.versions.count() == 3


def test_a_version_is_named_later(alices: Client, alice: User) -> None:
    resume = kept(alice)
    path = f"/resumes/{resume.pk}/versions/{resume.versions.get().pk}/rename/"
    assert "Name this version" in page_of(alices, path)
    assert "For Acme" in after(alices, path, {"name": "For Acme"})
    assert "Rename “For Acme”" in page_of(alices, path)
    assert alices.post(path, {"name": "x" * 81}).status_code == 422


def test_deleting_asks_first_and_says_what_goes(alices: Client, alice: User) -> None:
    resume = read(alice)
    first = resume.versions.get()
    saved(resume)
    ShareLink.objects.create(version=first, expires_at=timezone.now() + timedelta(days=1))
    path = f"/resumes/{resume.pk}/versions/{first.pk}/delete/"
    page = page_of(alices, path)
    assert "The file “Alice Example CV.txt” stays with the resume" in page
    assert "A public link shows this version" in page
    assert "Deleted: this version" in after(alices, path)
    assert resume.uploads.count() == 1


def test_the_last_version_is_not_deleted_and_the_page_says_why(alices: Client, alice: User) -> None:
    resume = kept(alice)
    page = after(alices, f"/resumes/{resume.pk}/versions/{resume.versions.get().pk}/delete/")
    assert "only version of this resume" in page
    assert resume.versions.count() == 1


def test_a_page_of_a_version_is_a_picture_kept_by_one_browser(alices: Client, alice: User) -> None:
    resume = kept(alice)
    response = alices.get(f"/resumes/{resume.pk}/versions/{saved(resume).pk}/pages/1/")
    assert (response["Content-Type"], response.content[:4]) == ("image/png", b"\x89PNG")
    assert response["Cache-Control"].startswith("private")


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_is_404(alices: Client, alice: User, number: int) -> None:
    resume = kept(alice)
    page_of(alices, f"/resumes/{resume.pk}/versions/{resume.versions.get().pk}/pages/{number}/", status=404)


def test_the_report_of_an_edited_version_shows_its_pages_and_its_threads(alices: Client, alice: User) -> None:
    resume = read(alice)
    version = scored(resume, name="Alice Edited")
    page = page_of(alices, f"/resumes/{resume.pk}/report/")
    assert f'src="/resumes/{resume.pk}/versions/{version.pk}/pages/1/"' in page
    assert "Alice Edited" in page
    assert 'data-thread="line-0"' in page
    assert f'href="/resumes/{resume.pk}/edit/"' in page


def test_a_version_that_waits_for_its_score_shows_how_it_stands(alices: Client, alice: User) -> None:
    resume = read(alice)
    version = saved(resume)
    for path in ("", f"?version={version.pk}"):
        page = page_of(alices, f"/resumes/{resume.pk}/{path}")
        assert "Setting the pages" in page
        assert "See the report before this" in page
    response = alices.get(f"/resumes/{resume.pk}/report/?version={version.pk}")
    assert response["Location"] == f"/resumes/{resume.pk}/?version={version.pk}"
    assert "being scored" in page_of(alices, f"/resumes/{resume.pk}/report/")
    assert "Being scored" in page_of(alices, f"/resumes/{resume.pk}/versions/")


def test_a_version_that_could_not_be_scored_says_so(alices: Client, alice: User) -> None:
    resume = read(alice)
    version = saved(resume)
    Job.objects.filter(version=version).update(state="failed", error="The reader stopped.")
    assert "could not be scored" in page_of(alices, f"/resumes/{resume.pk}/report/")
    assert "Not scored" in page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert "The reader stopped." in page_of(alices, f"/resumes/{resume.pk}/")


def test_a_version_with_too_little_in_it_is_told_so(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    scored(resume)
    assert "too little in this version" in page_of(alices, f"/resumes/{resume.pk}/")


def test_a_scored_version_is_reached_by_its_detail(alices: Client, alice: User) -> None:
    resume = read(alice)
    version = scored(resume)
    response = alices.get(f"/resumes/{resume.pk}/?version={version.pk}")
    assert response["Location"] == f"/resumes/{resume.pk}/report/?version={version.pk}"
    assert alices.get(f"/resumes/{resume.pk}/")["Location"] == f"/resumes/{resume.pk}/report/"


def test_an_upload_is_reached_by_its_detail(alices: Client, alice: User) -> None:
    resume = read(alice)
    upload, version = resume.uploads.get(), resume.versions.get()
    response = alices.get(f"/resumes/{resume.pk}/?upload={upload.pk}")
    assert response["Location"] == f"/resumes/{resume.pk}/report/?version={version.pk}"


def test_who_went_on_in_the_editor_is_not_sent_to_an_older_failure(alices: Client, alice: User) -> None:
    resume = read(alice)
    scored(resume)
    Job.objects.filter(pk=resume.uploads.get().job_id).update(state="failed", error="The reader stopped.")
    assert alices.get(f"/resumes/{resume.pk}/")["Location"] == f"/resumes/{resume.pk}/report/"
    assert "newest reading failed" not in page_of(alices, f"/resumes/{resume.pk}/report/")


def test_a_resume_just_started_leads_to_the_editor(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    assert alices.get(f"/resumes/{resume.pk}/")["Location"] == f"/resumes/{resume.pk}/versions/"
    Draft.objects.create(resume=resume, outline={})
    assert alices.get(f"/resumes/{resume.pk}/")["Location"] == f"/resumes/{resume.pk}/edit/"
    assert alices.get(f"/resumes/{resume.pk}/report/")["Location"] == f"/resumes/{resume.pk}/"


def test_a_version_nobody_scores_leads_to_the_list(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    Version.objects.create(resume=resume, origin="new", document={})
    assert alices.get(f"/resumes/{resume.pk}/")["Location"] == f"/resumes/{resume.pk}/versions/"


def test_a_resume_started_here_has_a_report_like_any_other(alices: Client, alice: User) -> None:
    resume = Resume.objects.create(owner=alice, title="New")
    work = [{"#": "1", "name": "Acme Ltd", "position": "Engineer", "startDate": "2020"}]
    wrote = [Put(path="work", value=work), Put(path="basics/email", value="alice@example.com")]
    version = versioning.save_version(change(edited(resume), wrote, "Wrote"))
    assert version.job
    running.run(version.job.pk)
    page = page_of(alices, f"/resumes/{resume.pk}/report/")
    assert "Started here" in page
    assert "Read it again" not in page


VERSION_PATHS = ["restore/", "rename/", "delete/", "pages/1/"]


@pytest.mark.parametrize("path", ["versions/", "versions/save/", "versions/compare/", *VERSION_PATHS])
def test_a_stranger_gets_404(charlies: Client, alice: User, path: str) -> None:
    resume = kept(alice)
    start = f"/resumes/{resume.pk}/"
    address = start + (f"versions/{resume.versions.get().pk}/{path}" if path in VERSION_PATHS else path)
    posted = charlies.post(address, {"name": "mine"})
    assert posted.status_code == (405 if path in {"versions/", "versions/compare/", "pages/1/"} else 404)
    assert charlies.get(address).status_code == (405 if path == "restore/" else 404)
    assert resume.versions.get().name == ""


@pytest.mark.parametrize("path", VERSION_PATHS)
def test_a_version_of_another_resume_is_404(alices: Client, alice: User, path: str) -> None:
    version = kept(alice).versions.get()
    other = Resume.objects.create(owner=alice, title="Other")
    address = f"/resumes/{other.pk}/versions/{version.pk}/{path}"
    assert (alices.post if path == "restore/" else alices.get)(address).status_code == 404


@pytest.fixture
def long_history(alice: User) -> Resume:
    resume = read(alice)
    first = resume.versions.get()
    rows = [
        Version(
            resume=resume, origin="edit", parent=first, name="n" * 9, document=first.document, reading=first.reading
        )
        for _ in range(60)
    ]
    Version.objects.bulk_create(rows)
    Report.objects.bulk_create(Report(version=v, rubric="x", total=50, score=first.report.score) for v in rows)
    edited(resume)
    return resume


@pytest.mark.parametrize("path", ["versions/", "versions/?page=2", "versions/compare/", "report/"])
def test_each_page_takes_at_most_eight_queries(
    alices: Client, long_history: Resume, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        page_of(alices, f"/resumes/{long_history.pk}/{path}")


def test_a_long_history_is_paged_and_its_chart_says_what_it_leaves_out(alices: Client, long_history: Resume) -> None:
    page = page_of(alices, f"/resumes/{long_history.pk}/versions/")
    assert "Page 1 of 2" in page
    assert "The newest 40; 21 older are in the list." in page
    assert "61 versions" in page


def test_the_draft_is_not_touched_by_looking(alices: Client, alice: User) -> None:
    resume = kept(alice)
    page_of(alices, f"/resumes/{resume.pk}/versions/")
    assert draft_of(resume)._state.adding


def test_deleting_a_version_says_that_its_letters_go_too(alices: Client, alice: User) -> None:
    version = read(alice).versions.get()
    address = f"/resumes/{version.resume_id}/versions/{version.pk}/delete/"
    assert "Letters were written" not in alices.get(address).text
    version.letters.create(posting=take_in(alice, "Engineer\nAcme\n\nWhat you bring\n- Experience with Kafka and Go\n"))
    assert "Letters were written" in alices.get(address).text
