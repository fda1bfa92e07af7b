"""What happens to a file that a person gives."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from resume_agent.jobs.models import Job
from resumes.models import Resume, Upload
from resumes.tests.given import RESUME, given, read

pytestmark = pytest.mark.django_db


def test_a_good_file_is_kept_and_queued(alices: Client, alice: User) -> None:
    response = alices.post("/resumes/upload/", {"file": given()})
    resume = alice.resumes.get()
    assert response.status_code == 302
    assert response["Location"] == f"/resumes/{resume.pk}/"
    assert resume.title == "Alice Example CV"
    assert Job.objects.get().subject == resume.uploads.get().pk


def test_htmx_is_told_where_to_go(alices: Client, alice: User) -> None:
    response = alices.post("/resumes/upload/", {"file": given()}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response["HX-Redirect"] == f"/resumes/{alice.resumes.get().pk}/"


def test_the_stored_name_carries_nothing_of_the_persons(alices: Client, alice: User) -> None:
    alices.post("/resumes/upload/", {"file": given()})
    upload = alice.uploads.get()
    assert upload.file.name == f"uploads/{upload.pk}"
    assert upload.name == "Alice Example CV.txt"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "picture"),
        (b"%PDF-1.7\n% cut off", "damaged"),
        (b"MZ" + b"\x90" * 400, "PDF"),
        (b"Buy milk. Buy eggs. Call the garage about the car.", "resume"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_nothing_is_kept(alices: Client, data: bytes, sentence: str) -> None:
    response = alices.post("/resumes/upload/", {"file": SimpleUploadedFile("cv.pdf", data)})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Upload.objects.exists()
    assert not Resume.objects.exists()
    assert not default_storage.exists("uploads") or not default_storage.listdir("uploads")[1]


def test_a_file_over_ten_megabytes_is_refused_as_it_arrives(alices: Client) -> None:
    response = alices.post("/resumes/upload/", {"file": SimpleUploadedFile("cv.txt", b"a" * (10 * 1024 * 1024 + 1))})
    assert response.status_code == 422
    assert "larger than 10 MB" in response.content.decode()
    assert not Upload.objects.exists()


def test_no_file_at_all_gets_a_sentence(alices: Client) -> None:
    response = alices.post("/resumes/upload/", {})
    assert response.status_code == 422
    assert "Choose a file first" in response.content.decode()


def test_htmx_gets_only_the_form_back(alices: Client) -> None:
    response = alices.post("/resumes/upload/", {"file": given("")}, headers={"HX-Request": "true"})
    assert response.status_code == 422
    assert "<html" not in response.content.decode()
    assert 'role="alert"' in response.content.decode()


def test_a_hostile_name_is_shown_harmlessly(alices: Client, alice: User) -> None:
    alices.post("/resumes/upload/", {"file": given(name="../../<script>alert(1)</script>.txt")})
    page = alices.get("/resumes/").content.decode()
    assert "<script>alert" not in page
    assert ".." not in alice.uploads.get().name


def test_the_same_file_twice_leads_to_the_first(alices: Client, alice: User) -> None:
    first = alices.post("/resumes/upload/", {"file": given()})
    second = alices.post("/resumes/upload/", {"file": given(name="another name.txt")}, follow=True)
    assert second.redirect_chain[0][0] == f"{first['Location']}?upload={alice.uploads.get().pk}"
    assert "already gave us this very file" in second.content.decode()
    assert alice.uploads.count() == 1


def test_a_file_of_another_resume_is_not_added(alices: Client, alice: User) -> None:
    first, second = read(alice), read(alice, text=RESUME.replace("Acme", "Other"), name="Other.txt")
    response = alices.post("/resumes/upload/", {"file": given(), "resume": str(second.pk)}, follow=True)
    assert "nothing was added to “Other”" in response.content.decode()
    assert response.redirect_chain[0][0].startswith(f"/resumes/{first.pk}/?upload=")


def test_an_older_file_given_again_leads_to_its_own_report(alices: Client, alice: User) -> None:
    resume = read(alice)
    read(alice, text=RESUME.replace("Acme", "Other"), name="Other.txt", into=resume)
    response = alices.post("/resumes/upload/", {"file": given()}, follow=True)
    assert "Acme Ltd" in response.content.decode()
    assert response.redirect_chain[-1][0].startswith(f"/resumes/{resume.pk}/report/?version=")


def test_two_people_may_give_the_same_file(alices: Client, charlies: Client) -> None:
    alices.post("/resumes/upload/", {"file": given()})
    charlies.post("/resumes/upload/", {"file": given()})
    assert Upload.objects.count() == 2


def test_a_newer_file_joins_its_resume(alices: Client, alice: User) -> None:
    resume = read(alice)
    newer = given(RESUME.replace("eight years", "nine years"))
    alices.post("/resumes/upload/", {"file": newer, "resume": str(resume.pk)})
    assert alice.resumes.get() == resume
    assert resume.uploads.count() == 2


def test_a_newer_file_for_a_strangers_resume_is_404(charlies: Client, alice: User) -> None:
    resume = read(alice)
    response = charlies.post("/resumes/upload/", {"file": given("other"), "resume": str(resume.pk)})
    assert response.status_code == 404
    assert charlies.get(f"/resumes/upload/?resume={resume.pk}").status_code == 404
    assert charlies.get("/resumes/upload/?resume=nonsense").status_code == 404


def test_a_stranger_to_the_site_is_sent_to_log_in(client: Client) -> None:
    response = client.post("/resumes/upload/", {"file": given()})
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")
