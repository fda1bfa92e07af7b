"""Job postings: taken in, held against a version, kept track of."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from resumes.models import Posting
from resumes.posting_intake import take_in
from resumes.tests.given import read

TEXT = """Backend Engineer
Example Payments, London

What you bring
- Experience with PostgreSQL
- Experience with Kafka
- Three years with COBOL

Nice to have
- Terraform
"""


def posting(owner: User, text: str = TEXT, **fields: str) -> Posting:
    return take_in(owner, text, **fields)


def test_a_pasted_posting_shows_what_it_asks_and_what_the_resume_shows(alices: Client, alice: User) -> None:
    read(alice)
    shown = alices.post("/postings/new/", {"text": TEXT}, follow=True).text
    assert "Backend Engineer" in shown
    assert shown.count("badge-good") >= 3
    assert shown.count("badge-bad") == 1
    assert "<mark>PostgreSQL</mark>" in shown


def test_a_posting_can_be_a_file(alices: Client, alice: User) -> None:
    alices.post("/postings/new/", {"file": SimpleUploadedFile("job.txt", TEXT.encode())})
    assert "Three years with COBOL" in Posting.objects.get(owner=alice).text


def test_what_the_person_types_goes_before_what_was_read(alices: Client, alice: User) -> None:
    alices.post("/postings/new/", {"text": TEXT, "title": "My job", "employer": "Acme", "url": "acme.example/jobs/1"})
    kept = Posting.objects.get(owner=alice)
    assert (kept.title, kept.employer, kept.url) == ("My job", "Acme", "https://acme.example/jobs/1")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Paste the posting, or choose a file with it."),
        ({"text": "too short"}, "too short to be a posting"),
        ({"text": "word " * 20_000}, "a posting can have 50,000"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "Enter a valid URL."),
    ],
)
def test_what_can_be_no_posting_gets_a_sentence_and_stays(alices: Client, data: dict[str, str], sentence: str) -> None:
    answer = alices.post("/postings/new/", data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert data.get("text", "")[:100] in answer.text
    assert not Posting.objects.exists()


def test_an_unreadable_file_gets_its_own_sentence(alices: Client) -> None:
    answer = alices.post("/postings/new/", {"file": SimpleUploadedFile("job.pdf", b"%PDF-1.7 broken")})
    assert answer.status_code == 422
    assert "id_file_error" in answer.text


def test_hostile_text_is_shown_as_text(alices: Client, alice: User) -> None:
    made = posting(alice, TEXT + "\n- <script>alert(1)</script> {{ 7|add:7 }}\x00\n")
    shown = alices.get(f"/postings/{made.pk}/").text
    assert "<script>alert(1)" not in shown
    assert "{{ 7|add:7 }}" in shown


def test_without_a_resume_it_still_lists_what_is_asked(alices: Client, alice: User) -> None:
    shown = alices.get(f"/postings/{posting(alice).pk}/").text
    assert "Three years with COBOL" in shown
    assert "badge-bad" not in shown


def test_the_application_is_kept_track_of(alices: Client, alice: User) -> None:
    version = read(alice).versions.get()
    made = posting(alice)
    data = {"state": "applied", "version": str(version.pk), "note": "Sent by mail"}
    assert alices.post(f"/postings/{made.pk}/progress/", data).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.version, made.note) == ("applied", version, "Sent by mail")
    assert "Sent: " in alices.get("/postings/?state=applied").text
    assert "Backend Engineer" not in alices.get("/postings/?state=saved").text


def test_a_strangers_version_cannot_be_the_one_sent(alices: Client, alice: User, charlie: User) -> None:
    read(alice)
    made, strange = posting(alice), read(charlie).versions.get()
    answer = alices.post(f"/postings/{made.pk}/progress/", {"state": "applied", "version": str(strange.pk)})
    assert answer.status_code == 422
    assert alices.get(f"/postings/{made.pk}/?version={strange.pk}").status_code == 404


def test_deleting_asks_first_and_leaves_the_resume(alices: Client, alice: User) -> None:
    read(alice)
    made = posting(alice)
    assert "Delete for good" in alices.get(f"/postings/{made.pk}/delete/").text
    alices.post(f"/postings/{made.pk}/delete/")
    assert not Posting.objects.exists()
    assert alice.resumes.count() == 1


@pytest.mark.parametrize(
    ("method", "path"), [("get", ""), ("post", "progress/"), ("get", "delete/"), ("post", "delete/")]
)
def test_a_stranger_gets_404(charlies: Client, alice: User, method: str, path: str) -> None:
    made = posting(alice)
    assert getattr(charlies, method)(f"/postings/{made.pk}/{path}").status_code == 404
    assert Posting.objects.filter(pk=made.pk).exists()


def test_pages_take_few_queries(
    alices: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    version = read(alice).versions.get()
    for number in range(12):
        made = posting(alice, title=f"Job {number}")
        Posting.objects.filter(pk=made.pk).update(version=version)
    for path in ("/postings/", f"/postings/{made.pk}/", "/postings/new/"):
        with django_assert_max_num_queries(8):
            alices.get(path)


def test_a_deleted_version_leaves_the_posting(alices: Client, alice: User) -> None:
    resume, made = read(alice), posting(alice)
    Posting.objects.filter(pk=made.pk).update(version=resume.versions.get())
    resume.delete()
    assert alices.get(f"/postings/{made.pk}/").status_code == 200
