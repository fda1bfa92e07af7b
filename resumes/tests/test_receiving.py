"""Files that arrive at bad moments, and jobs that find what they were for gone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from conftest import PASSWORD
from resume_agent.jobs import running
from resume_agent.jobs.models import Job
from resumes import deleting, receiving
from resumes.models import PageImage, Resume, Upload
from resumes.reading_uploads import _store
from resumes.sandboxed_reading import RenderedPage
from resumes.tests.given import given, received

LETTER = "Buy milk. Buy eggs. Call the garage about the car. " * 5


def keep_files_in(folder: Path, settings: Settings) -> None:
    local = {"BACKEND": "resume_agent.lib.private_files.PrivateFileSystemStorage", "OPTIONS": {"location": folder}}
    settings.STORAGES = {**settings.STORAGES, "default": local}


def give(client: Client) -> int:
    try:
        return client.post("/resumes/upload/", {"file": given()}).status_code
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_tabs_at_once_keep_one_file(alice: User, client: Client, settings: Settings, tmp_path: Path) -> None:
    keep_files_in(tmp_path, settings)
    client.login(username=alice.email, password=PASSWORD)
    with ThreadPoolExecutor(2) as tabs:
        assert list(tabs.map(give, [client, client])) == [302, 302]
    assert Upload.objects.count() == 1
    assert Resume.objects.count() == 1
    assert default_storage.listdir("uploads")[1] == [str(Upload.objects.get().pk)]


@pytest.mark.django_db
def test_a_file_too_slow_for_a_look_is_left_to_the_job(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "SECONDS_FOR_A_LOOK", 0.01)
    resume = received(alice, text=LETTER)
    job = Job.objects.get()
    running.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error_code) == (Job.State.FAILED, "not_a_resume")
    assert default_storage.exists(str(resume.uploads.get().file.name))


@pytest.mark.django_db
def test_a_crowd_is_let_in_without_a_look(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "SECONDS_FOR_A_LOOK", 0.01)
    monkeypatch.setattr(receiving, "_LOOKS", BoundedSemaphore(1))
    with receiving._LOOKS:
        assert received(alice).uploads.get().kind == ""


@pytest.mark.django_db
def test_a_job_whose_resume_was_deleted_says_so(alice: User) -> None:
    deleting.delete(received(alice))
    job = Job.objects.get()
    running.run(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert "was deleted" in job.error


@pytest.mark.django_db
def test_a_page_drawn_twice_is_kept_once(alice: User) -> None:
    upload = received(alice).uploads.get()
    for image in (b"first", b"second"):
        _store(upload, RenderedPage(1, 595, 842, image))
    assert default_storage.listdir(f"pages/{upload.pk}")[1] == ["1.webp"]
    with default_storage.open(f"pages/{upload.pk}/1.webp") as stored:
        assert stored.read() == b"second"


@pytest.mark.django_db
def test_pages_go_with_their_resume(alice: User) -> None:
    upload = received(alice).uploads.get()
    page = PageImage(upload=upload, number=1, width=595, height=842)
    page.image.save("", ContentFile(b"drawn"))
    deleting.delete(upload.resume)
    assert not default_storage.exists(f"pages/{upload.pk}/1.webp")


@pytest.mark.django_db
def test_a_storage_that_fails_keeps_the_resume_and_says_so(
    alices: Client, alice: User, settings: Settings, tmp_path: Path
) -> None:
    keep_files_in(tmp_path, settings)
    resume = received(alice)
    # A folder with something in it can't be deleted as a file.
    Upload.objects.update(file="uploads")
    response = alices.post(f"/resumes/{resume.pk}/delete/")
    assert response.status_code == 503
    assert "not deleted yet" in response.content.decode()
    assert Resume.objects.filter(pk=resume.pk).exists()


@pytest.mark.django_db
def test_a_storage_that_fails_at_upload_keeps_nothing_and_says_so(
    alices: Client, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "uploads").write_text("in the way of the folder")
    keep_files_in(tmp_path, settings)
    response = alices.post("/resumes/upload/", {"file": given()})
    assert response.status_code == 503
    assert "nothing of it was kept" in response.content.decode()
    assert not Resume.objects.exists()
