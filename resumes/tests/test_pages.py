"""The list, the report and what can be done with a resume."""

import pytest
import requests
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resume_agent.jobs import running
from resume_agent.jobs.models import Job
from resumes.models import Report, Resume, Version
from resumes.parsing.reading import Reading
from resumes.tests.given import RESUME, read, received

pytestmark = pytest.mark.django_db


def test_the_report_shows_what_was_read_and_what_to_fix(alices: Client, alice: User) -> None:
    resume = read(alice)
    page = alices.get(f"/resumes/{resume.pk}/report/").content.decode()
    assert "Widget Works" in page
    assert "Responsible for the weekly release of the ledger" in page
    assert f'aria-label="Score {Report.objects.get().total} out of 100' in page


def test_each_finding_links_to_its_line(alices: Client, alice: User) -> None:
    resume = read(alice)
    page = alices.get(f"/resumes/{resume.pk}/report/").content.decode()
    lines = Reading.model_validate(Version.objects.get().reading).lines
    number = next(i for i, line in enumerate(lines) if "Responsible for the weekly" in line.text)
    assert f'href="#line-{number}"' in page
    assert f'id="line-{number}"' in page


def test_detail_shows_progress_until_read_and_then_the_report(alices: Client, alice: User) -> None:
    resume = received(alice)
    page = alices.get(f"/resumes/{resume.pk}/")
    assert page.status_code == 200
    assert "Reading the text" in page.content.decode()
    running.run(resume.uploads.latest().job.pk)
    assert alices.get(f"/resumes/{resume.pk}/")["Location"] == f"/resumes/{resume.pk}/report/"


def test_a_report_that_is_not_there_yet_leads_to_the_progress(alices: Client, alice: User) -> None:
    resume = received(alice)
    assert alices.get(f"/resumes/{resume.pk}/report/")["Location"] == f"/resumes/{resume.pk}/"


def test_a_failed_newer_reading_keeps_the_report(alices: Client, alice: User) -> None:
    resume = read(alice)
    Job.objects.update(state=Job.State.FAILED, error="The reader stopped.")
    assert "newest reading failed" in alices.get(f"/resumes/{resume.pk}/report/").content.decode()
    assert "The reader stopped." in alices.get(f"/resumes/{resume.pk}/").content.decode()


def test_reading_again_makes_another_version(alices: Client, alice: User) -> None:
    resume = read(alice)
    response = alices.post(f"/resumes/{resume.pk}/read-again/")
    assert response["Location"] == f"/resumes/{resume.pk}/"
    assert Job.objects.filter(state=Job.State.QUEUED).count() == 1
    assert "newer reading is under way" in alices.get(f"/resumes/{resume.pk}/report/").content.decode()


def test_a_second_click_on_read_again_queues_nothing_more(alices: Client, alice: User) -> None:
    resume = read(alice)
    for _ in range(2):
        alices.post(f"/resumes/{resume.pk}/read-again/")
    assert Job.objects.count() == 2


def test_an_earlier_report_stays_reachable(alices: Client, alice: User) -> None:
    resume = read(alice)
    first = Version.objects.get()
    second = Version.objects.create(
        resume=resume, upload=first.upload, origin="upload", document=first.document, reading=first.reading
    )
    Report.objects.create(version=second, rubric="x", total=1, score=first.report.score)
    page = alices.get(f"/resumes/{resume.pk}/report/?version={first.pk}").content.decode()
    assert "Reports on this resume" in page
    assert "This is an earlier version" in page
    assert f"?version={second.pk}" in page


def test_the_original_comes_back_byte_for_byte(alices: Client, alice: User) -> None:
    resume = read(alice)
    response = alices.get(f"/resumes/{resume.pk}/original/")
    # Served here, or by the storage through a short link.
    link = response.headers.get("Location")
    content = requests.get(link, timeout=5).content if link else response.getvalue()
    assert content == RESUME.encode()


@pytest.mark.parametrize("path", ["original/?upload=nonsense", "report/?version=nonsense", "?upload=nonsense"])
def test_a_part_that_is_not_there_is_404(alices: Client, alice: User, path: str) -> None:
    resume = read(alice)
    assert alices.get(f"/resumes/{resume.pk}/{path}").status_code == 404


def test_a_resume_is_renamed(alices: Client, alice: User) -> None:
    resume = read(alice)
    assert alices.get(f"/resumes/{resume.pk}/rename/").status_code == 200
    alices.post(f"/resumes/{resume.pk}/rename/", {"title": "For Acme"})
    assert "For Acme" in alices.get("/resumes/").content.decode()


def test_a_resume_without_a_name_is_refused_in_words(alices: Client, alice: User) -> None:
    resume = read(alice)
    response = alices.post(f"/resumes/{resume.pk}/rename/", {"title": ""})
    assert response.status_code == 422
    assert "required" in response.content.decode()


def test_deleting_asks_first_and_takes_the_files_too(alices: Client, alice: User) -> None:
    resume = read(alice)
    stored = str(resume.uploads.get().file.name)
    assert "can’t be undone" in alices.get(f"/resumes/{resume.pk}/delete/").content.decode()
    assert default_storage.exists(stored)
    alices.post(f"/resumes/{resume.pk}/delete/")
    assert not Resume.objects.exists()
    assert not default_storage.exists(stored)


PATHS = ["", "report/", "original/", "rename/", "delete/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_gets_404(charlies: Client, bobs: Client, alice: User, path: str) -> None:
    resume = read(alice)
    assert charlies.get(f"/resumes/{resume.pk}/{path}").status_code == 404
    assert bobs.get(f"/resumes/{resume.pk}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["rename/", "delete/", "read-again/"])
def test_a_stranger_changes_nothing(charlies: Client, alice: User, path: str) -> None:
    resume = read(alice)
    assert charlies.post(f"/resumes/{resume.pk}/{path}", {"title": "mine"}).status_code == 404
    resume.refresh_from_db()
    assert resume.title == "Alice Example CV"


def test_the_empty_list_teaches(alices: Client) -> None:
    assert "No resume here yet" in alices.get("/resumes/").content.decode()


def test_the_list_takes_at_most_eight_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for i in range(12):
        Resume.objects.create(owner=alice, title=f"Resume {i}")
    read(alice)
    with django_assert_max_num_queries(8):
        assert alices.get("/resumes/").status_code == 200


def test_the_report_takes_at_most_eight_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    resume = read(alice)
    with django_assert_max_num_queries(8):
        assert alices.get(f"/resumes/{resume.pk}/report/").status_code == 200


def test_a_long_list_is_paged(alices: Client, alice: User) -> None:
    Resume.objects.bulk_create(Resume(owner=alice, title=f"Resume {i}") for i in range(51))
    assert "Page 1 of 2" in alices.get("/resumes/").content.decode()
